"""Updates are kept, given and acknowledged as getUpdates promises."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.fakes.bot_api.client import FIRST_UPDATE_ID

if TYPE_CHECKING:
    from tests.fakes.bot_api.client import FakeTelegram, Person

pytestmark = pytest.mark.slow


async def given(telegram: FakeTelegram, **params: Any) -> list[dict[str, Any]]:
    status, answer = await telegram.call("getUpdates", **params)
    assert status == 200
    updates: list[dict[str, Any]] = answer["result"]
    return updates


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_come_again_until_they_are_acknowledged(telegram: FakeTelegram, sam: Person) -> None:
    for text in ("one", "two", "three"):
        await sam.says(text)
    assert texts(await given(telegram)) == ["one", "two", "three"]
    await asyncio.sleep(0.5)
    assert texts(await given(telegram)) == ["one", "two", "three"]
    assert texts(await given(telegram, offset=FIRST_UPDATE_ID + 2)) == ["three"]
    assert await telegram.waiting_updates() == [FIRST_UPDATE_ID + 2]
    assert await given(telegram, offset=FIRST_UPDATE_ID + 3) == []
    await asyncio.sleep(0.5)
    assert await given(telegram, offset=0) == []


async def test_asking_again_at_once_without_acknowledging_gives_one_update(
    telegram: FakeTelegram, sam: Person
) -> None:
    await sam.says("one")
    await sam.says("two")
    await given(telegram)
    assert texts(await given(telegram)) == ["one"]


async def test_limit_and_negative_offset(telegram: FakeTelegram, sam: Person) -> None:
    await telegram.queue([(sam.id, str(number)) for number in range(150)])
    assert len(await given(telegram)) == 100
    assert texts(await given(telegram, limit=2, offset=1)) == ["0", "1"]
    assert texts(await given(telegram, offset=-1)) == ["149"]
    assert len(await telegram.waiting_updates()) == 1


async def test_update_ids_are_one_after_another(telegram: FakeTelegram, sam: Person) -> None:
    await telegram.queue([(sam.id, str(number)) for number in range(5)])
    ids = [update["update_id"] for update in await given(telegram)]
    assert ids == list(range(FIRST_UPDATE_ID, FIRST_UPDATE_ID + 5))


async def test_a_long_poll_waits_until_something_happens(telegram: FakeTelegram, sam: Person) -> None:
    poll = asyncio.create_task(given(telegram, timeout=5))
    await asyncio.sleep(0.1)
    assert not poll.done()
    await sam.says("here I am")
    assert texts(await asyncio.wait_for(poll, 1)) == ["here I am"]


async def test_a_long_poll_ends_empty_when_its_time_is_over(telegram: FakeTelegram) -> None:
    began = time.monotonic()
    assert await given(telegram, timeout=1) == []
    assert 0.9 < time.monotonic() - began < 2


async def test_a_second_poll_ends_the_first_with_a_conflict(telegram: FakeTelegram, sam: Person) -> None:
    first = asyncio.create_task(telegram.call("getUpdates", timeout=5))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(given(telegram, timeout=5))
    status, answer = await asyncio.wait_for(first, 1)
    assert status == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request")
    await sam.says("hello")
    assert texts(await second) == ["hello"]


async def test_only_the_kinds_asked_for_are_queued_and_the_choice_is_remembered(
    telegram: FakeTelegram, sam: Person
) -> None:
    await given(telegram, allowed_updates=["callback_query"])
    await sam.says("not for you")
    await given(telegram, offset=1)
    await sam.says("not for you either")
    assert await telegram.waiting_updates() == []
    await given(telegram, offset=2, allowed_updates=[])
    await sam.says("for you")
    assert texts(await given(telegram, offset=3)) == ["for you"]


async def test_an_update_can_be_given_twice_and_out_of_order(telegram: FakeTelegram, sam: Person) -> None:
    await sam.says("one")
    await given(telegram)
    assert await given(telegram, offset=FIRST_UPDATE_ID + 1) == []
    assert await telegram.repeat_update() == FIRST_UPDATE_ID
    assert texts(await given(telegram, offset=FIRST_UPDATE_ID + 1)) == ["one"]
    await sam.says("two")
    await sam.says("three")
    await telegram.reverse_updates()
    assert texts(await given(telegram, offset=FIRST_UPDATE_ID)) == ["three", "two"]
    assert texts(await given(telegram, offset=FIRST_UPDATE_ID + 2)) == ["three"]


async def test_pending_updates_can_be_dropped(telegram: FakeTelegram, sam: Person) -> None:
    await sam.says("one")
    _, info = await telegram.call("getWebhookInfo")
    assert info["result"]["pending_update_count"] == 1
    await telegram.call("deleteWebhook", drop_pending_updates=True)
    assert await given(telegram) == []


async def test_every_kind_of_message_has_its_field(telegram: FakeTelegram, sam: Person) -> None:
    photo = await sam.sends("photo", caption="my cake")
    await sam.sends("voice")
    await sam.sends("sticker")
    await sam.sends("document", name="plan.pdf")
    await sam.sends("audio")
    await sam.posts({"location": {"latitude": 53.8, "longitude": -1.5}})
    await sam.posts({"contact": {"phone_number": "01632960000", "first_name": "Kit"}})
    await sam.edits(await sam.says("helo"), "hello")
    messages = [update.get("message", {}) for update in await given(telegram)]
    assert messages[0]["photo"][-1]["file_id"] == photo
    assert messages[0]["caption"] == "my cake"
    assert messages[3]["document"]["file_name"] == "plan.pdf"
    for message, field in zip(
        messages, ("photo", "voice", "sticker", "document", "audio", "location", "contact"), strict=False
    ):
        assert field in message
    await asyncio.sleep(0.5)
    assert (await given(telegram))[-1]["edited_message"]["text"] == "hello"


async def test_starting_brings_the_links_payload(telegram: FakeTelegram) -> None:
    lee = await telegram.person("Lee")
    await lee.start("invite-4_X")
    assert texts(await given(telegram)) == ["/start invite-4_X"]
    with pytest.raises(ValueError, match="at most 64"):
        await lee.start("a" * 65)


async def test_blocking_and_coming_back_arrive_as_my_chat_member(telegram: FakeTelegram, sam: Person) -> None:
    await sam.blocks()
    with pytest.raises(ValueError, match="has blocked"):
        await sam.says("hello")
    await sam.start()
    changes = await given(telegram)
    assert [list(change)[1] for change in changes] == ["my_chat_member", "my_chat_member", "message"]
    statuses = [change["my_chat_member"]["new_chat_member"]["status"] for change in changes[:2]]
    assert statuses == ["kicked", "member"]
    assert changes[0]["my_chat_member"]["new_chat_member"]["until_date"] == 0
