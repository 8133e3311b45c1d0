"""Edits, deletions and answers to taps are taken and refused as the Bot API does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telegram import InputMediaPhoto, Message
from telegram.error import BadRequest

from tests.fakes.bot_api.pictures import png

if TYPE_CHECKING:
    from telegram import Bot

    from tests.fakes.bot_api.client import FakeTelegram, Person

pytestmark = pytest.mark.slow

KEYBOARD = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes:1"}]]}


async def refused(telegram: FakeTelegram, method: str, **params: Any) -> str:
    status, answer = await telegram.call(method, **params)
    assert answer["ok"] is False
    return f"{status} {answer['description']}"


async def sent(telegram: FakeTelegram, chat_id: int, **params: Any) -> int:
    _, answer = await telegram.call("sendMessage", chat_id=chat_id, **params)
    return int(answer["result"]["message_id"])


async def test_an_edit_changes_what_people_see_and_is_counted(telegram: FakeTelegram, sam: Person) -> None:
    number = await sent(telegram, sam.id, text="one", reply_markup=KEYBOARD)
    status, answer = await telegram.call(
        "editMessageText", chat_id=sam.id, message_id=number, text="<i>two</i>", parse_mode="HTML"
    )
    assert status == 200
    assert answer["result"]["edit_date"] >= answer["result"]["date"]
    assert answer["result"]["entities"][0]["type"] == "italic"
    (seen,) = await sam.sees()
    assert (seen.text, seen.edits, seen.labels) == ("two", 1, ())  # without reply_markup the buttons go
    assert seen.before[0]["text"] == "one"


async def test_an_edit_of_nothing_is_refused(telegram: FakeTelegram, sam: Person) -> None:
    number = await sent(telegram, sam.id, text="one", reply_markup=KEYBOARD)
    same = {"chat_id": sam.id, "message_id": number, "reply_markup": KEYBOARD}
    answer = await refused(telegram, "editMessageText", text=" one ", **same)
    assert answer.startswith("400 Bad Request: message is not modified: ")
    assert (await refused(telegram, "editMessageReplyMarkup", **same)).startswith(
        "400 Bad Request: message is not"
    )
    assert (await telegram.call("editMessageReplyMarkup", chat_id=sam.id, message_id=number))[0] == 200
    (seen,) = await sam.sees()
    assert seen.labels == ()


async def test_what_cannot_be_edited_is_refused(telegram: FakeTelegram, bot: Bot, sam: Person) -> None:
    async def answer(message_id: int | None, method: str = "editMessageText", text: str = "new") -> str:
        return await refused(telegram, method, chat_id=sam.id, message_id=message_id, text=text, caption=text)

    theirs = await sam.says("mine")
    ours = await sent(telegram, sam.id, text="one")
    photo = (await bot.send_photo(sam.id, png(9, 9), caption="a")).message_id
    gone = await sent(telegram, sam.id, text="gone")
    assert (await telegram.call("deleteMessage", chat_id=sam.id, message_id=gone))[0] == 200
    assert await answer(None) == "400 Bad Request: message identifier is not specified"
    assert await answer(999) == "400 Bad Request: message to edit not found"
    assert await answer(gone) == "400 Bad Request: message to edit not found"
    assert await answer(theirs) == "400 Bad Request: message can't be edited"
    assert await answer(photo) == "400 Bad Request: there is no text in the message to edit"
    assert (
        await answer(ours, "editMessageCaption")
        == "400 Bad Request: there is no caption in the message to edit"
    )
    assert await answer(ours, text="") == "400 Bad Request: message text is empty"
    assert await answer(ours, text="a" * 4097) == "400 Bad Request: MESSAGE_TOO_LONG"
    await sam.blocks()
    assert await answer(ours) == "403 Forbidden: bot was blocked by the user"


async def test_captions_and_pictures_are_edited(bot: Bot, sam: Person) -> None:
    photo = await bot.send_photo(sam.id, png(9, 9), caption="before")
    await bot.edit_message_caption(sam.id, photo.message_id, caption="after")
    changed = await bot.edit_message_media(
        InputMediaPhoto(png(20, 10), caption="new"), sam.id, photo.message_id
    )
    assert isinstance(changed, Message)
    assert changed.photo[-1].width == 20
    (seen,) = await sam.sees()
    assert (seen.text, seen.edits, seen.has_photo) == ("new", 2, True)


async def test_what_cannot_be_deleted_is_refused(telegram: FakeTelegram, sam: Person) -> None:
    jo = await telegram.person("Jo")
    group = await sam.makes_group("Garden Gang", jo, with_bot=True)
    theirs = await jo.says("/hello", chat_id=group.id)
    answer = await refused(telegram, "deleteMessage", chat_id=group.id, message_id=theirs)
    assert answer == "400 Bad Request: message can't be deleted for everyone"
    answer = await refused(telegram, "deleteMessage", chat_id=sam.id, message_id=99)
    assert answer == "400 Bad Request: message to delete not found"


async def test_a_tap_arrives_and_its_answer_is_shown_once(
    telegram: FakeTelegram, bot: Bot, sam: Person
) -> None:
    await sent(telegram, sam.id, text="well?", reply_markup=KEYBOARD)
    press_id = await sam.presses("Yes")
    (update,) = await bot.get_updates(timeout=1)
    query = update.callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    assert (query.data, query.from_user.id, query.message.text) == ("yes:1", sam.id, "well?")
    assert await telegram.press_answer(press_id) is None
    await query.answer("Thank you", show_alert=True)
    assert await telegram.press_answer(press_id) == {"text": "Thank you", "show_alert": True}
    with pytest.raises(BadRequest, match="Query is too old"):
        await query.answer()


async def test_answers_that_come_too_late_or_are_too_long_are_refused(
    telegram: FakeTelegram, sam: Person
) -> None:
    too_old = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
    await sent(telegram, sam.id, text="well?", reply_markup=KEYBOARD)
    late = await sam.presses("Yes", too_old=True)
    assert await refused(telegram, "answerCallbackQuery", callback_query_id=late) == too_old
    assert await refused(telegram, "answerCallbackQuery", callback_query_id="1") == too_old
    press_id = await sam.presses("Yes")
    long = await refused(telegram, "answerCallbackQuery", callback_query_id=press_id, text="a" * 201)
    assert long == "400 Bad Request: MESSAGE_TOO_LONG"
    assert (await telegram.call("answerCallbackQuery", callback_query_id=press_id, text="a" * 200))[0] == 200


async def test_stale_forged_and_vanished_buttons_can_be_tapped(
    telegram: FakeTelegram, bot: Bot, sam: Person
) -> None:
    number = await sent(telegram, sam.id, text="well?", reply_markup=KEYBOARD)
    await telegram.call("editMessageReplyMarkup", chat_id=sam.id, message_id=number)
    with pytest.raises(ValueError, match="no button"):
        await sam.presses("Yes")
    await sam.presses("Yes", message_id=number, version=0)
    await sam.presses(data="anything:at:all", message_id=number)
    stranger = await telegram.person("Lee")
    await stranger.presses(data="yes:1", message_id=number, chat_id=sam.id)
    await telegram.call("deleteMessage", chat_id=sam.id, message_id=number)
    await sam.presses(data="yes:1", message_id=number)
    queries = [update.callback_query for update in await bot.get_updates(timeout=1)]
    assert [query.data for query in queries if query] == ["yes:1", "anything:at:all", "yes:1", "yes:1"]
    assert queries[2] is not None
    assert queries[2].from_user.id == stranger.id
    assert queries[3] is not None
    assert queries[3].message is not None
    assert not queries[3].message.is_accessible
