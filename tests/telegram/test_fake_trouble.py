"""Trouble comes when a test asks for it, and Telegram's limits are enforced when asked for."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import aiohttp
import pytest

if TYPE_CHECKING:
    from tests.fakes.bot_api.client import FakeTelegram, Person
    from tests.fakes.bot_api.kinds import FaultKind

pytestmark = pytest.mark.slow


async def test_a_flood_answer_names_the_seconds_and_ends(telegram: FakeTelegram, sam: Person) -> None:
    jo = await telegram.person("Jo", started=True)
    await telegram.fault("sendMessage", "flood", times=2, chat_id=sam.id, retry_after=4)
    assert (await telegram.call("sendMessage", chat_id=jo.id, text="hello"))[0] == 200
    for _ in range(2):
        status, answer = await telegram.call("sendMessage", chat_id=sam.id, text="hello")
        assert status == 429
        assert answer["description"] == "Too Many Requests: retry after 4"
        assert answer["parameters"] == {"retry_after": 4}
    assert (await telegram.call("sendMessage", chat_id=sam.id, text="hello"))[0] == 200
    assert len(await sam.sees()) == 1


async def test_a_status_is_answered_without_doing_the_thing(telegram: FakeTelegram, sam: Person) -> None:
    await telegram.fault("*", "status", status=502, description="Bad Gateway")
    assert (await telegram.call("sendMessage", chat_id=sam.id, text="hello"))[0] == 502
    assert await sam.sees() == []


@pytest.mark.parametrize(("kind", "done"), [("drop", 0), ("drop_after", 1), ("cut", 1)])
async def test_a_connection_is_dropped_before_or_after_the_thing_is_done(
    telegram: FakeTelegram, sam: Person, kind: FaultKind, done: int
) -> None:
    await telegram.fault("sendMessage", kind)
    with pytest.raises(aiohttp.ClientError):
        await telegram.call("sendMessage", chat_id=sam.id, text="hello")
    assert len(await sam.sees()) == done
    (call,) = await telegram.calls("sendMessage")
    assert call.status == 0
    assert await telegram.count("sendMessage") == 0


async def test_a_slow_call_is_slow_before_or_after_the_thing_is_done(
    telegram: FakeTelegram, sam: Person
) -> None:
    kinds: list[tuple[FaultKind, int]] = [("slow", 0), ("slow_after", 2)]
    for kind, at_once in kinds:
        await telegram.fault("sendMessage", kind, seconds=0.4)
        call = asyncio.create_task(telegram.call("sendMessage", chat_id=sam.id, text="hello"))
        await asyncio.sleep(0.2)
        assert len(await sam.sees()) == at_once
        await call


async def test_faults_can_be_called_off(telegram: FakeTelegram, sam: Person) -> None:
    await telegram.fault("*", "drop", times=9)
    await telegram.clear_faults()
    assert (await telegram.call("sendMessage", chat_id=sam.id, text="hello"))[0] == 200
    with pytest.raises(ValueError, match="no fault is called"):
        await telegram.control("fault", method="*", kind="earthquake")


async def test_calls_are_kept_in_order_with_their_times_and_answers(
    telegram: FakeTelegram, sam: Person
) -> None:
    before = time.time()
    await telegram.call("sendMessage", chat_id=sam.id, text="hello")
    await telegram.call("sendMessage", chat_id=1, text="hello")
    good, bad = await telegram.calls()
    assert before <= good.at <= bad.at <= time.time()
    assert (good.chat_id, good.params["text"], good.status) == (sam.id, "hello", 200)
    assert (bad.status, bad.description) == (400, "Bad Request: chat not found")
    assert await telegram.count() == 1


async def test_limits_are_one_a_second_to_a_chat_and_twenty_a_minute_to_a_group(
    telegram: FakeTelegram, sam: Person
) -> None:
    jo = await telegram.person("Jo", started=True)
    await telegram.pace(enforced=True)

    async def sent(chat_id: int) -> int:
        return (await telegram.call("sendMessage", chat_id=chat_id, text="hello"))[0]

    assert await sent(sam.id) == 200
    assert await sent(sam.id) == 429
    assert await sent(jo.id) == 200
    assert (await telegram.call("sendChatAction", chat_id=sam.id, action="typing"))[0] == 200
    await asyncio.sleep(1)
    assert await sent(sam.id) == 200


async def test_people_cannot_do_what_telegram_does_not_let_them(telegram: FakeTelegram, sam: Person) -> None:
    for verb, given, why in (
        ("say", {"person_id": 1, "text": "x"}, "there is no person 1"),
        ("say", {"person_id": sam.id, "text": ""}, "1 to 4096"),
        ("say", {"person_id": sam.id, "text": "x", "reply_to": 9}, "there is no message 9"),
        ("dance", {}, "no verb dance"),
        ("chat", {"chat_id": 5}, "there is no chat 5"),
        ("person", {"first_name": "Sam", "id": sam.id}, "already"),
    ):
        with pytest.raises(ValueError, match=why):
            await telegram.control(verb, **given)
