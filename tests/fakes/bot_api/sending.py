"""sendMessage, sendPhoto, sendVoice, sendAudio, sendDocument and sendChatAction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from tests.fakes.bot_api import texts
from tests.fakes.bot_api.access import chat_for
from tests.fakes.bot_api.files import UPLOAD_LIMIT, photo_sizes, picture_size
from tests.fakes.bot_api.keyboards import reply_markup
from tests.fakes.bot_api.refusals import RefusalError, bad_request

if TYPE_CHECKING:
    from tests.fakes.bot_api.calls import Call, Upload
    from tests.fakes.bot_api.files import File
    from tests.fakes.bot_api.world import Chat, World

CHAT_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def send_message(world: World, call: Call) -> dict[str, Any]:
    text, entities = texts.required_text(call.params, edit=False)
    content: dict[str, Any] = {"text": text}
    if entities:
        content["entities"] = entities
    return _send(world, call, content)


def send_photo(world: World, call: Call) -> dict[str, Any]:
    caption = texts.caption(call.params)
    content = {"photo": photo_field(world, call, "photo"), **caption}
    return _send(world, call, content)


def photo_field(world: World, call: Call, name: str) -> list[dict[str, Any]]:
    """A photo given anew or by file_id."""
    file = _file(world, call, name, "photo")
    if file.content is None:
        return photo_sizes(file, 1280, 960)
    return photo_sizes(file, *picture_size(file.content))


def send_voice(world: World, call: Call) -> dict[str, Any]:
    caption = texts.caption(call.params)
    file = _file(world, call, "voice", "voice")
    if file.content is not None and not file.content.startswith(b"OggS"):
        # The real one quietly sends it as a file that people cannot play in place.
        raise bad_request("this test server takes OGG with Opus for a voice note, and nothing else")
    voice = {"duration": _whole(call, "duration"), "mime_type": "audio/ogg", **file.about()}
    return _send(world, call, {"voice": voice, **caption})


def send_audio(world: World, call: Call) -> dict[str, Any]:
    caption = texts.caption(call.params)
    file = _file(world, call, "audio", "audio")
    audio = {"duration": _whole(call, "duration"), "mime_type": "audio/mpeg", **file.about()}
    return _send(world, call, {"audio": audio, **caption})


def send_document(world: World, call: Call) -> dict[str, Any]:
    caption = texts.caption(call.params)
    upload = call.files.get("document")
    file = _file(world, call, "document", "document")
    named = {"file_name": upload.name, "mime_type": upload.content_type} if upload else {}
    return _send(world, call, {"document": {**named, **file.about()}, **caption})


def send_chat_action(world: World, call: Call) -> bool:
    action = call.params.get("action", "")
    if action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat_for(world, call.params).actions.append(action)
    return True


def _whole(call: Call, name: str) -> int:
    try:
        return max(0, int(call.params.get(name, "0")))
    except ValueError:
        return 0


def _send(world: World, call: Call, content: dict[str, Any]) -> dict[str, Any]:
    keyboard = reply_markup(call.params)
    chat = chat_for(world, call.params)
    reply_to = _reply_to(chat, call.params)
    if keyboard is not None:
        content["reply_markup"] = keyboard
    return world.keep(chat, world.bot, content, reply_to=reply_to).body


def _reply_to(chat: Chat, params: dict[str, str]) -> int | None:
    given = params.get("reply_parameters")
    if not given:
        return None
    try:
        reply = orjson.loads(given)
        number = int(reply["message_id"])
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        raise bad_request("can't parse reply parameters JSON object") from None
    message = chat.messages.get(number)
    if message is not None and not message.deleted:
        return number
    if reply.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def upload_for(call: Call, name: str) -> Upload | None:
    """The file that goes with a field: in a part of that name, or of the name that attach:// gives."""
    value = call.params.get(name, "")
    if value.startswith("attach://"):
        upload = call.files.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"wrong {name} file: the attached part is missing")
        return upload
    return call.files.get(name)


def _file(world: World, call: Call, name: str, kind: str) -> File:
    upload = upload_for(call, name)
    if upload is not None:
        if len(upload.content) > UPLOAD_LIMIT:
            raise RefusalError(413, "Request Entity Too Large")
        if not upload.content:
            raise bad_request("file must be non-empty")
        return world.files.add(kind, upload.content, name=upload.name)
    value = call.params.get(name, "")
    if not value:
        raise bad_request(f"there is no {kind} in the request")
    return world.files.by_id(value, kind)
