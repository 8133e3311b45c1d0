"""What people do in their chats, and the updates that the bot gets for it."""

from __future__ import annotations

import base64
import re
from typing import Any

from tests.fakes.bot_api.about import chat_member
from tests.fakes.bot_api.files import photo_sizes, picture_size
from tests.fakes.bot_api.html_text import utf16
from tests.fakes.bot_api.refusals import NotPossibleError
from tests.fakes.bot_api.texts import MESSAGE_LIMIT, found_entities
from tests.fakes.bot_api.world import Chat, Message, Person, Press, World

START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


def chat_of(world: World, person: Person, chat_id: int | None) -> Chat:
    """The chat a person writes in: the one with the bot, or a group they are in."""
    chat = world.chat(person.id if chat_id is None else chat_id)
    if person.id not in chat.members or chat.moved_to or chat.deleted:
        raise NotPossibleError(f"{person.id} is not in chat {chat.id}")
    return chat


def say(
    world: World, person_id: int, text: str, chat_id: int | None = None, reply_to: int | None = None
) -> dict[str, Any]:
    if not 0 < utf16(text) <= MESSAGE_LIMIT:
        raise NotPossibleError("Telegram's apps send 1 to 4096 characters in a message")
    content: dict[str, Any] = {"text": text}
    entities = found_entities(text)
    if entities:
        content["entities"] = entities
    return post(world, person_id, content, chat_id, reply_to)


def start(world: World, person_id: int, payload: str = "") -> dict[str, Any]:
    """Press Start, perhaps having followed a deep link. A person who had blocked the bot lets it in again."""
    if not START_PAYLOAD.fullmatch(payload):
        raise NotPossibleError("a start payload is at most 64 of A-Z, a-z, 0-9, _ and -")
    if world.person(person_id).blocked:
        block(world, person_id, blocked=False)
    return say(world, person_id, f"/start {payload}".rstrip())


def post(
    world: World,
    person_id: int,
    content: dict[str, Any],
    chat_id: int | None = None,
    reply_to: int | None = None,
) -> dict[str, Any]:
    """Put a message in the chat; the bot gets it if its privacy mode lets it."""
    person = world.person(person_id)
    chat = chat_of(world, person, chat_id)
    if chat.type == "private":
        if person.blocked:
            raise NotPossibleError(f"{person_id} has blocked the bot")
        person.known = person.started = True
    if reply_to is not None and reply_to not in chat.messages:
        raise NotPossibleError(f"there is no message {reply_to}")
    message = world.keep(chat, person.user, content, reply_to=reply_to)
    update_id = None
    if bot_sees(world, chat, message):
        person.known = True
        update_id = world.updates.add("message", message.body)
    return {"message_id": message.body["message_id"], "update_id": update_id}


def bot_sees(world: World, chat: Chat, message: Message) -> bool:
    """Privacy mode: https://core.telegram.org/bots/features#privacy-mode."""
    if chat.bot_is != "member":
        return False
    if chat.type == "private" or message.service:
        return True
    body = message.body
    if body.get("reply_to_message", {}).get("from") == world.bot:
        return True
    text = body.get("text") or body.get("caption") or ""
    me = f"@{world.bot['username']}".lower()
    if text.startswith("/"):
        command = text.split()[0].lower()
        return "@" not in command or command.endswith(me)
    return re.search(rf"{re.escape(me)}(?!\w)", text.lower()) is not None


def send_file(
    world: World,
    person_id: int,
    kind: str,
    *,
    content: str | None = None,
    size: int = 0,
    caption: str = "",
    name: str = "",
    chat_id: int | None = None,
    reply_to: int | None = None,
) -> dict[str, Any]:
    """A photo, voice note, document, audio file or sticker: its bytes in base64, or only its size."""
    raw = None if content is None else base64.b64decode(content)
    file = world.files.add(kind, raw, size=size, name=name)
    field: Any
    if kind == "photo":
        field = photo_sizes(file, *((1280, 960) if raw is None else picture_size(raw)))
    elif kind == "voice":
        field = {"duration": 3, "mime_type": "audio/ogg", **file.about()}
    elif kind == "sticker":
        shape = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        field = {**shape, "type": "regular", "emoji": "\N{WAVING HAND SIGN}", **file.about()}
    elif kind == "audio":
        field = {"duration": 3, "mime_type": "audio/mpeg", **file.about()}
    else:
        field = {"file_name": name or "file", "mime_type": "application/octet-stream", **file.about()}
    message: dict[str, Any] = {kind: field}
    if caption:
        message["caption"] = caption
        entities = found_entities(caption)
        if entities:
            message["caption_entities"] = entities
    return {**post(world, person_id, message, chat_id, reply_to), "file_id": file.file_id}


def edit(
    world: World, person_id: int, message_id: int, text: str, chat_id: int | None = None
) -> dict[str, Any]:
    """Change what one said before."""
    person = world.person(person_id)
    chat = chat_of(world, person, chat_id)
    message = chat.messages[message_id]
    if message.body["from"]["id"] != person_id:
        raise NotPossibleError("people edit only their own messages")
    message.before.append(message.body)
    message.body = {**message.body, "text": text, "edit_date": world.now()}
    seen = bot_sees(world, chat, message)
    return {"update_id": world.updates.add("edited_message", message.body) if seen else None}


def block(world: World, person_id: int, *, blocked: bool) -> dict[str, Any]:
    """Block the bot, or let it in again."""
    person = world.person(person_id)
    if person.blocked == blocked:
        raise NotPossibleError(f"{person_id} has done that already")
    person.blocked = blocked
    person.known = True
    person.started = True
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    return {"update_id": bot_became(world, world.chat(person_id), person, old, new)}


def bot_became(world: World, chat: Chat, by: Person, old: str, new: str) -> int | None:
    """The my_chat_member update for a change of the bot's own place in a chat."""
    change = {
        "chat": world.chat_json(chat),
        "from": by.user,
        "date": world.now(),
        "old_chat_member": chat_member(world.bot, old),
        "new_chat_member": chat_member(world.bot, new),
    }
    return world.updates.add("my_chat_member", change)


def press(
    world: World,
    person_id: int,
    *,
    label: str | None = None,
    data: str | None = None,
    message_id: int | None = None,
    chat_id: int | None = None,
    version: int | None = None,
    too_old: bool = False,
) -> dict[str, Any]:
    """Tap a button.

    By `label`: on the newest message that shows it, or on the one named; `version` taps it as it was before
    that many edits. By `data`: any data on any message, as a changed app can send it.
    """
    person = world.person(person_id)
    chat = world.chat(person_id if chat_id is None else chat_id)
    if data is None:
        if person.id not in chat.members:
            raise NotPossibleError(f"{person_id} is not in chat {chat.id}")
        message, data = _button(chat, label, message_id, version)
    else:
        candidates = [m for m in chat.messages.values() if m.by_bot and not m.deleted]
        message = candidates[-1] if message_id is None else chat.messages[message_id]
    body = message.body
    number = int(body["message_id"])
    press_id = world.add_press(Press(person_id, chat.id, number, data, too_old=too_old))
    person.known = True
    shown = body if not message.deleted else {"message_id": number, "chat": body["chat"], "date": 0}
    query = {
        "id": press_id,
        "from": person.user,
        "message": shown,
        "chat_instance": str(-7_000_000_000_000_000_000 + chat.id),
        "data": data,
    }
    return {"press_id": press_id, "update_id": world.updates.add("callback_query", query)}


def _button(
    chat: Chat, label: str | None, message_id: int | None, version: int | None
) -> tuple[Message, str]:
    messages = list(reversed(chat.messages.values())) if message_id is None else [chat.messages[message_id]]
    for message in messages:
        body = message.body if version is None else message.before[version]
        rows = body.get("reply_markup", {}).get("inline_keyboard", [])
        for button in (button for row in rows for button in row):
            if button["text"] == label and "callback_data" in button and not message.deleted:
                return message, button["callback_data"]
    raise NotPossibleError(f"no button {label!r} is to be seen")
