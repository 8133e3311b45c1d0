"""From an update's JSON to what came in. Pure: no calls, no clock, and nothing raised, whatever the JSON.

No Update objects are built on the way: that costs more than the turn (docs/benchmarks.md), and one unknown
field must never stop the messages that come after it. What is not meant for the assistant gives None.
Fields and limits: https://core.telegram.org/bots/api#available-types
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias

import orjson

from bot.app.messages import (
    BlockedIn,
    Content,
    GroupIn,
    Incoming,
    LeftIn,
    MediaIn,
    MovedIn,
    PressIn,
    StartIn,
    TextIn,
    UnusableIn,
)
from bot.channels.telegram import refs

Fields: TypeAlias = "Mapping[Any, Any]"
"""An object of the Bot API's JSON, of which nothing is taken for granted."""

TELEGRAM: Final = "telegram"
BIGGEST_FILE: Final = 20 * 1024 * 1024
"""Bytes that a bot may fetch: https://core.telegram.org/bots/api#getfile"""
GROUPS: Final = frozenset({"group", "supergroup"})
THERE: Final = frozenset({"member", "administrator", "creator"})
"""What a member's status says of somebody who is in the chat; see `_is_there` for 'restricted'."""
PHOTO_FILES: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
"""Photos that somebody sent 'as a file'."""
UNUSABLE: Final[Mapping[str, str]] = {
    "sticker": "sticker",
    "location": "location",
    "venue": "location",
    "contact": "contact",
    "document": "file",
    "video": "file",
    "video_note": "file",
    "animation": "file",
    "audio": "file",
    "poll": "file",
    "dice": "sticker",
    "story": "file",
    "game": "file",
    "paid_media": "file",
    "checklist": "file",
}
"""Kinds of message that a person can send and no question takes. Service messages are in none of these."""
SIZED: Final = ("document", "video", "video_note", "animation", "audio")
_COMMAND: Final = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True)
class Me:
    """The assistant's own account, and its menu: from a command to the words that a person would type."""

    id: int
    username: str
    menu: Mapping[str, str]


def parse(body: bytes, me: Me) -> Incoming | None:
    """Read one update. None for what is not meant for the assistant, or is nothing it knows."""
    try:
        update = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    match update:
        case {"update_id": int(number), "message": {**message}}:
            return _message(str(number), message, me)
        case {"update_id": int(number), "callback_query": {**query}}:
            return _press(str(number), query)
        case {"update_id": int(number), "my_chat_member": {**change}}:
            return _own_place(str(number), change)
        case _:
            return None


def _message(update: str, message: Fields, me: Me) -> Incoming | None:
    match message:
        case {"chat": {"id": int(chat), "type": "private"}, "from": {"id": int(account), "is_bot": False}}:
            content = _private(message, me)
        case {"chat": {"id": int(chat), "type": str(kind)}, "from": {"id": int(account), **who}} if (
            kind in GROUPS
        ):
            content = _service(message, me)
            # Anonymous administrators and linked channels write as a chat: nobody there can be answered.
            if content is None and who.get("is_bot") is False and "sender_chat" not in message:
                content = _group(message, me)
        case _:
            return None
    if content is None:
        return None
    private = message["chat"]["type"] == "private"
    at = _moment(message.get("date"))
    return Incoming(TELEGRAM, update, str(account), str(chat), private, at, content)


def _private(message: Fields, me: Me) -> Content | None:
    match message:
        case {"text": str(text)}:
            started = _COMMAND.fullmatch(text)
            if started is not None and started[1].lower() == "start":
                return StartIn((started[3] or "").strip())
            return TextIn(_typed(text, me), reply_to=_reply(message))
        case _:
            return _media(message)


def _typed(text: str, me: Me) -> str:
    """Give the words that a command of the menu stands for, and every other text as it is."""
    command = _COMMAND.fullmatch(text)
    if command is None or command[3]:
        return text
    return me.menu.get(command[1].lower(), text)


def _media(message: Fields) -> Content | None:
    caption = message.get("caption")
    words = caption if isinstance(caption, str) else ""
    match message:
        case {"photo": [*sizes]}:
            return _photo(sizes, words)
        case {"voice": {"file_id": str(remote), **voice}}:
            return _kept("voice", remote, voice, "audio/ogg", words)
        case {"document": {"file_id": str(remote), "mime_type": str(mime), **document}} if (
            mime in PHOTO_FILES
        ):
            return _kept("photo", remote, document, mime, words)
        case _:
            return _unusable(message)


def _unusable(message: Fields) -> Content | None:
    kind = next((kind for kind in UNUSABLE if kind in message), None)
    if kind is None:
        return None
    file = message[kind]
    if kind in SIZED and isinstance(file, Mapping) and _size(file) > BIGGEST_FILE:
        return UnusableIn("too-big")
    return UnusableIn(UNUSABLE[kind])


def _photo(sizes: list[Any], caption: str) -> Content | None:
    """Telegram sends a photo in several sizes; the largest is kept."""
    known = [size for size in sizes if isinstance(size, Mapping) and isinstance(size.get("file_id"), str)]
    if not known:
        return None
    largest = max(known, key=lambda size: _whole(size.get("width")) * _whole(size.get("height")))
    return _kept("photo", largest["file_id"], largest, "image/jpeg", caption)


def _kept(kind: str, remote: str, file: Fields, mime: str, caption: str) -> Content:
    size = _size(file)
    if size > BIGGEST_FILE:
        return UnusableIn("too-big")
    named = file.get("mime_type")
    return MediaIn(kind, named if isinstance(named, str) else mime, size, remote=remote, caption=caption)


def _service(message: Fields, me: Me) -> Content | None:
    """What a group tells of itself. The assistant's own coming and going comes as my_chat_member."""
    match message:
        case {"migrate_to_chat_id": int(to)}:
            return MovedIn(str(to))
        case {"left_chat_member": {"id": int(account), "is_bot": False}} if account != me.id:
            return LeftIn(str(account))
        case _:
            return None


def _group(message: Fields, me: Me) -> Content | None:
    """Words in a group, and whether they were for the assistant: a mention, a reply to it, a command."""
    own = message.get("text", message.get("caption", ""))
    text = own if isinstance(own, str) else ""
    if not text and _media(message) is None:
        return None
    addressed = _is_reply_to(message, me)
    command = _COMMAND.fullmatch(text)
    if command is not None:
        to = (command[2] or "").lower()
        if command[1].lower() == "start" and command[3]:
            return None  # the group was opened by a link; that the assistant is there has been told already
        addressed = addressed or to == me.username.lower() or (not to and command[1].lower() in me.menu)
        if to == me.username.lower():
            text = _typed(f"/{command[1]}{' ' + command[3] if command[3] else ''}", me)
    mention = re.compile(rf"(?<!\w)@{re.escape(me.username)}(?!\w)", re.IGNORECASE)
    if mention.search(text):
        addressed, text = True, mention.sub("", text)
    return TextIn(" ".join(text.split()), addressed, _reply(message))


def _is_reply_to(message: Fields, me: Me) -> bool:
    match message.get("reply_to_message"):
        case {"from": {"id": int(account)}}:
            return account == me.id
        case _:
            return False


def _reply(message: Fields) -> str | None:
    replied = message.get("reply_to_message")
    return refs.of_message(replied) if isinstance(replied, Mapping) else None


def _press(update: str, query: Fields) -> Incoming | None:
    match query:
        case {
            "id": str(press),
            "from": {"id": int(account)},
            "data": str(payload),
            "message": {"chat": {"id": int(chat), "type": str(kind)}, **message},
        } if kind == "private" or kind in GROUPS:
            ref = refs.of_message(message)
            if ref is None:
                return None
            at = _moment(message.get("edit_date") or message.get("date"))
            content = PressIn(payload, ref, press)
            return Incoming(TELEGRAM, update, str(account), str(chat), kind == "private", at, content)
        case _:
            return None


def _own_place(update: str, change: Fields) -> Incoming | None:
    """The assistant was blocked or let in again, added to a group or removed from it."""
    match change:
        case {
            "chat": {"id": int(chat), "type": str(kind), **about},
            "from": {"id": int(account)},
            "old_chat_member": {**old},
            "new_chat_member": {**new},
        }:
            was, is_now = _is_there(old), _is_there(new)
            if was == is_now:
                return None
            title = about.get("title")
            content: Content
            if kind == "private":
                content = BlockedIn(blocked=not is_now)
            elif kind in GROUPS:
                content = GroupIn(is_now, title if isinstance(title, str) else "")
            else:
                return None
            at = _moment(change.get("date"))
            return Incoming(TELEGRAM, update, str(account), str(chat), kind == "private", at, content)
        case _:
            return None


def _is_there(member: Fields) -> bool:
    status = member.get("status")
    return (isinstance(status, str) and status in THERE) or (
        status == "restricted" and member.get("is_member") is True
    )


def _size(file: Fields) -> int:
    return _whole(file.get("file_size"))


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _moment(seconds: object) -> datetime:
    """Give a time of Telegram's. A press has none, and on an old message not even that message has one."""
    try:
        return datetime.fromtimestamp(_whole(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
