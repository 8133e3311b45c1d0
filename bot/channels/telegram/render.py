"""From a message to the Bot API's call for it. Pure.

Nothing is sent with a parse_mode: then no word of a person can be markup, so there is nothing to escape and
nothing that an escape could miss (docs/decisions/0007-telegram.md). Limits count UTF-16 units:
https://core.telegram.org/bots/api#sendmessage and #sendphoto
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from bot.app.messages import Outgoing, Pressable
from bot.channels.telegram import refs

LONGEST_TEXT: Final = 4096
LONGEST_CAPTION: Final = 1024
NO_PREVIEW: Final = {"is_disabled": True}
"""A joining link works once: nothing may open it to draw a preview of it."""
CUT: Final = "…"
_OUT_OF_PLACE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and half characters: Telegram refuses some and JSON cannot carry others."""
_PRIVATE_USE: Final = range(0xE000, 0xF900)
"""Pictures that OpenMoji drew and Unicode does not have: there is nothing to put on a button for them."""
_OGG: Final = b"OggS"
_MP4: Final = b"ftyp"


@dataclass(frozen=True)
class Upload:
    """A file that goes along with a call."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Draft:
    """One call: a method of the Bot API, its parameters, and the files by the parameter that they fill."""

    method: str
    params: Mapping[str, Any]
    files: Mapping[str, Upload] = field(default_factory=dict)


@dataclass(frozen=True)
class Shown:
    """One of our pictures, ready to go: by the file id that Telegram gave it, else by its bytes."""

    name: str
    file_id: str | None
    content: bytes


def to_send(chat: int, message: Outgoing, picture: Shown | None) -> Draft:
    """Give the call that shows a message. A text too long for a caption goes without its picture."""
    text = plain(message.text)
    common = {"chat_id": chat, **_buttons(message)}
    if message.media_bytes is not None:
        method, name, upload = _own_file(message.media_kind or "", message.media_bytes)
        return Draft(method, common | {"caption": cut(text, LONGEST_CAPTION)}, {name: upload})
    if picture is not None and units(text) <= LONGEST_CAPTION:
        given, files = _picture(picture, "photo")
        return Draft("sendPhoto", common | given | {"caption": text}, files)
    body = {"text": cut(text, LONGEST_TEXT), "link_preview_options": NO_PREVIEW}
    return Draft("sendMessage", common | body)


def to_edit(chat: int, ref: str, message: Outgoing, picture: Shown | None) -> Draft:
    """Give the call that changes a message where it stands. A text stays a text, a photo stays a photo.

    Raises ValueError for a reference that is none.
    """
    kind, number = refs.read(ref)
    common = {"chat_id": chat, "message_id": number, **_buttons(message)}
    text = plain(message.text)
    if kind == refs.TEXT:
        body = {"text": cut(text, LONGEST_TEXT), "link_preview_options": NO_PREVIEW}
        return Draft("editMessageText", common | body)
    caption = cut(text, LONGEST_CAPTION)
    if kind == refs.PHOTO and picture is not None and message.media_bytes is None:
        source, files = _picture(picture, "media", attached=True)
        media = {"type": "photo", "media": source["media"], "caption": caption}
        return Draft("editMessageMedia", common | {"media": media}, files)
    return Draft("editMessageCaption", common | {"caption": caption})


def to_strip(chat: int, ref: str) -> Draft:
    """Give the call that takes the buttons off. Raises ValueError for a reference that is none."""
    return Draft("editMessageReplyMarkup", {"chat_id": chat, "message_id": refs.read(ref)[1]})


def plain(text: str) -> str:
    """Give the text without what a chat cannot show."""
    return _OUT_OF_PLACE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def units(text: str) -> int:
    """Count as Telegram does: a character past U+FFFF counts twice."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def cut(text: str, limit: int) -> str:
    """Give the text, or as much of it as fits with '…' at its end. Only what is shown is cut."""
    if units(text) <= limit:
        return text
    room = limit - units(CUT)
    for end, letter in enumerate(text):
        room -= units(letter)
        if room < 0:
            return text[:end].rstrip() + CUT
    return text


def emoji(code: str) -> str:
    """Give the emoji of a picture ('1F9D1-200D-1F91D'), or '' for one that Unicode does not have."""
    points = [int(part, 16) for part in code.split("-")]
    if any(point in _PRIVATE_USE for point in points):
        return ""
    return "".join(map(chr, points))


def with_emoji(message: Outgoing, emoji_of: Callable[[str], str]) -> Outgoing:
    """Put the emoji of a choice's picture before its label: a button of Telegram's shows letters only."""
    if not any(pressable.picture for row in message.rows for pressable in row):
        return message
    rows = tuple(
        tuple(
            replace(pressable, label=f"{emoji_of(pressable.picture)} {pressable.label}".strip())
            if pressable.picture
            else pressable
            for pressable in row
        )
        for row in message.rows
    )
    return replace(message, rows=rows)


def _buttons(message: Outgoing) -> dict[str, Any]:
    """Give the keyboard. Left out when there is none: an edit without it takes the buttons off."""
    rows = [[_button(pressable) for pressable in row] for row in message.rows if row]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _button(pressable: Pressable) -> dict[str, str]:
    return {"text": plain(pressable.label), "callback_data": pressable.payload}


def _picture(
    picture: Shown, name: str, *, attached: bool = False
) -> tuple[dict[str, str], dict[str, Upload]]:
    if picture.file_id is not None:
        return {name: picture.file_id}, {}
    upload = Upload(f"{picture.name}.png", picture.content)
    return ({name: "attach://picture"}, {"picture": upload}) if attached else ({}, {name: upload})


def _own_file(kind: str, content: bytes) -> tuple[str, str, Upload]:
    """Give how something of a person's goes: only Ogg is a voice note that plays in place."""
    if kind == "photo":
        return "sendPhoto", "photo", Upload("photo.jpg", content)
    if content.startswith(_OGG):
        return "sendVoice", "voice", Upload("voice.ogg", content)
    if content[4:8] == _MP4:
        return "sendAudio", "audio", Upload("voice.m4a", content)
    return "sendDocument", "document", Upload("voice.webm", content)
