"""Edits, deletions, and the answer to a pressed button."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import orjson

from tests.fakes.bot_api import texts
from tests.fakes.bot_api.access import chat_for, message_for
from tests.fakes.bot_api.html_text import utf16
from tests.fakes.bot_api.keyboards import reply_markup
from tests.fakes.bot_api.refusals import bad_request
from tests.fakes.bot_api.sending import photo_field

if TYPE_CHECKING:
    from tests.fakes.bot_api.calls import Call
    from tests.fakes.bot_api.world import Message, World

ANSWER_LIMIT = 200  # of answerCallbackQuery's text
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
DELETE_SECONDS = 48 * 60 * 60
CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "reply_markup")


def edit_text(world: World, call: Call) -> dict[str, Any]:
    text, entities = texts.required_text(call.params, edit=True)
    keyboard = reply_markup(call.params, inline_only=True)
    message = _mine(world, call)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _change(message, {"text": text, "entities": entities, "reply_markup": keyboard})


def edit_caption(world: World, call: Call) -> dict[str, Any]:
    caption = texts.caption(call.params)
    keyboard = reply_markup(call.params, inline_only=True)
    message = _mine(world, call)
    if not {"photo", "voice", "audio", "document"} & message.body.keys():
        raise bad_request("there is no caption in the message to edit")
    new = {"caption": None, "caption_entities": None, **caption, "reply_markup": keyboard}
    return _change(message, new)


def edit_reply_markup(world: World, call: Call) -> dict[str, Any]:
    keyboard = reply_markup(call.params, inline_only=True)
    return _change(_mine(world, call), {"reply_markup": keyboard})


def edit_media(world: World, call: Call) -> dict[str, Any]:
    """editMessageMedia, for photos."""
    try:
        media = orjson.loads(call.params.get("media", ""))
    except orjson.JSONDecodeError:
        raise bad_request("can't parse input media JSON object") from None
    if not isinstance(media, dict) or media.get("type") != "photo":
        raise bad_request("media type must be photo here")
    given = {k: v if isinstance(v, str) else orjson.dumps(v).decode() for k, v in media.items()}
    caption = texts.caption(given)
    keyboard = reply_markup(call.params, inline_only=True)
    call.params["photo"] = given.get("media", "")
    message = _mine(world, call)
    if "photo" not in message.body and "text" not in message.body:
        raise bad_request("message can't be edited")
    photo = photo_field(world, call, "photo")
    none: dict[str, Any] = dict.fromkeys(CONTENT)
    return _change(message, {**none, "photo": photo, **caption, "reply_markup": keyboard})


def _mine(world: World, call: Call) -> Message:
    chat = chat_for(world, call.params)
    message = message_for(chat, call.params, "message to edit")
    if not message.by_bot or message.service:
        raise bad_request("message can't be edited")
    return message


def _change(message: Message, new: dict[str, Any]) -> dict[str, Any]:
    """The message with these fields; None and [] take a field away. A change of nothing is refused."""
    old = message.body
    if all((old.get(name) or None) == (value or None) for name, value in new.items()):
        raise bad_request(NOT_MODIFIED)
    message.before.append(old)
    body = {name: value for name, value in old.items() if name not in new and name != "edit_date"}
    body["edit_date"] = int(time.time())
    message.body = body | {name: value for name, value in new.items() if value}
    return message.body


def delete_message(world: World, call: Call) -> bool:
    chat = chat_for(world, call.params)
    message = message_for(chat, call.params, "message to delete")
    too_old = time.time() - message.body["date"] > DELETE_SECONDS
    someone_elses = not message.by_bot and chat.type != "private"  # the bot is no administrator
    if too_old or someone_elses or message.service:
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    return True


def answer_callback_query(world: World, call: Call) -> bool:
    press = world.presses.get(call.params.get("callback_query_id", ""))
    text = call.params.get("text", "")
    if press is None or press.too_old or press.answer is not None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if utf16(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answer = {"text": text, "show_alert": call.params.get("show_alert", "") in ("true", "True", "1")}
    return True
