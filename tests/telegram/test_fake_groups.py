"""Groups: privacy mode, coming and going, and the move to a supergroup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from tests.fakes.bot_api.client import BOT_ID, BOT_USERNAME, Group

if TYPE_CHECKING:
    from tests.fakes.bot_api.client import FakeTelegram, Person

pytestmark = pytest.mark.slow


@pytest_asyncio.fixture
async def gang(sam: Person) -> Group:
    """A group with the bot in it, and no updates waiting."""
    group = await sam.makes_group("Garden Gang", with_bot=True)
    await sam.telegram.call("deleteWebhook", drop_pending_updates=True)
    return group


async def arrived(telegram: FakeTelegram) -> list[dict[str, Any]]:
    """New updates, acknowledged one batch after another."""
    updates: list[dict[str, Any]] = []
    offset = 0
    while True:
        _, answer = await telegram.call("getUpdates", offset=offset)
        if not answer["result"]:
            return updates
        updates += answer["result"]
        offset = updates[-1]["update_id"] + 1


async def test_privacy_mode_shows_the_bot_only_what_is_meant_for_it(
    telegram: FakeTelegram, sam: Person, gang: Group
) -> None:
    _, answer = await telegram.call("sendMessage", chat_id=gang.id, text="Hello all")
    ours = answer["result"]["message_id"]
    await sam.says("just talking", chat_id=gang.id)
    other = await sam.says("/plan@some_other_bot", chat_id=gang.id)
    await sam.says("a reply to a person", chat_id=gang.id, reply_to=other)
    await sam.says(f"mail me at x@{BOT_USERNAME}x", chat_id=gang.id)
    await sam.sends("photo", caption="our garden", chat_id=gang.id)
    assert await arrived(telegram) == []
    seen = ["/plan", f"/plan@{BOT_USERNAME.upper()} today", f"dear @{BOT_USERNAME}, hello"]
    for text in seen:
        await sam.says(text, chat_id=gang.id)
    await sam.says("a reply to the bot", chat_id=gang.id, reply_to=ours)
    texts = [update["message"]["text"] for update in await arrived(telegram)]
    assert texts == [*seen, "a reply to the bot"]


async def test_the_bot_is_told_of_being_added_and_removed(telegram: FakeTelegram, sam: Person) -> None:
    group = await sam.makes_group("Garden Gang")
    status, answer = await telegram.call("sendMessage", chat_id=group.id, text="hello")
    assert (status, answer["description"]) == (403, "Forbidden: bot is not a member of the group chat")
    await group.add_bot(sam, "circle-4")
    added, service, command = await arrived(telegram)
    assert added["my_chat_member"]["new_chat_member"] == {
        "user": service["message"]["new_chat_members"][0],
        "status": "member",
    }
    assert service["message"]["new_chat_members"][0]["id"] == BOT_ID
    assert command["message"]["text"] == f"/start@{BOT_USERNAME} circle-4"
    await group.remove_bot(sam)
    removed, left = await arrived(telegram)
    assert removed["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert left["message"]["left_chat_member"]["id"] == BOT_ID
    status, answer = await telegram.call("sendMessage", chat_id=group.id, text="hello")
    assert (status, answer["description"]) == (403, "Forbidden: bot was kicked from the group chat")
    await sam.says("/plan", chat_id=group.id)
    assert await arrived(telegram) == []


async def test_a_group_made_with_the_bot_says_so(telegram: FakeTelegram, sam: Person) -> None:
    await sam.makes_group("Garden Gang", with_bot=True)
    added, made = await arrived(telegram)
    assert added["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert made["message"]["group_chat_created"] is True


async def test_people_joining_and_leaving_are_seen(telegram: FakeTelegram, sam: Person, gang: Group) -> None:
    jo = await telegram.person("Jo")
    await gang.join(jo, invited_by=sam)
    await gang.leave(jo)
    await gang.rename(sam, "Garden Friends")
    joined, left, renamed = (update["message"] for update in await arrived(telegram))
    assert (joined["new_chat_members"][0]["id"], joined["from"]["id"]) == (jo.id, sam.id)
    assert left["left_chat_member"]["id"] == jo.id
    assert renamed["new_chat_title"] == "Garden Friends"
    with pytest.raises(ValueError, match="is not in chat"):
        await jo.says("hello?", chat_id=gang.id)
    status, answer = await telegram.call("sendMessage", chat_id=jo.id, text="hello")
    assert (status, answer["description"][:39]) == (403, "Forbidden: bot can't initiate conversat")


async def test_a_group_that_becomes_a_supergroup_says_where_it_went(
    telegram: FakeTelegram, sam: Person, gang: Group
) -> None:
    new = await gang.migrate(sam)
    assert new.id < -(2**32)
    old_service, new_service = (update["message"] for update in await arrived(telegram))
    assert (old_service["chat"]["id"], old_service["migrate_to_chat_id"]) == (gang.id, new.id)
    assert (new_service["chat"]["id"], new_service["migrate_from_chat_id"]) == (new.id, gang.id)
    status, answer = await telegram.call("sendMessage", chat_id=gang.id, text="hello")
    assert status == 400
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    _, answer = await telegram.call("sendMessage", chat_id=new.id, text="hello")
    assert answer["result"]["chat"] == {"id": new.id, "title": "Garden Gang", "type": "supergroup"}
    # A supergroup numbers its own messages; groups and private chats share one numbering.
    assert answer["result"]["message_id"] == 2
    with pytest.raises(ValueError, match="is not in chat"):
        await sam.says("/plan", chat_id=gang.id)


async def test_a_deleted_group_refuses(telegram: FakeTelegram, gang: Group) -> None:
    await gang.delete()
    status, answer = await telegram.call("sendMessage", chat_id=gang.id, text="hello")
    assert (status, answer["description"]) == (403, "Forbidden: the group chat was deleted")


async def test_somebody_elses_tap_in_a_group_names_them(telegram: FakeTelegram, gang: Group) -> None:
    jo = await telegram.person("Jo")
    await gang.join(jo)
    await arrived(telegram)
    keyboard = {"inline_keyboard": [[{"text": "Hooray", "callback_data": "cheer:1:yes"}]]}
    await telegram.call("sendMessage", chat_id=gang.id, text="Well done", reply_markup=keyboard)
    await jo.presses("Hooray", chat_id=gang.id)
    (update,) = await arrived(telegram)
    assert update["callback_query"]["from"]["id"] == jo.id
    assert update["callback_query"]["message"]["chat"]["id"] == gang.id
    lee = await telegram.person("Lee")
    with pytest.raises(ValueError, match="is not in chat"):
        await lee.presses("Hooray", chat_id=gang.id)


async def test_the_bot_can_look_at_a_chat_and_leave_it(
    telegram: FakeTelegram, sam: Person, gang: Group
) -> None:
    _, answer = await telegram.call("getChat", chat_id=gang.id)
    assert answer["result"]["title"] == "Garden Gang"
    _, answer = await telegram.call("getChatMemberCount", chat_id=gang.id)
    assert answer["result"] == 2
    for user_id in (sam.id, BOT_ID):
        _, answer = await telegram.call("getChatMember", chat_id=gang.id, user_id=user_id)
        assert answer["result"]["status"] == "member"
    assert (await telegram.call("leaveChat", chat_id=sam.id))[0] == 400
    assert (await telegram.call("leaveChat", chat_id=gang.id))[0] == 200
    status, _ = await telegram.call("sendMessage", chat_id=gang.id, text="hello")
    assert status == 403
