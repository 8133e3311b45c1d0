"""Texts as Telegram keeps them: trimmed, measured, and with the entities that it finds by itself."""

from __future__ import annotations

import re
from typing import Any

import orjson

from tests.fakes.bot_api.html_text import parse_html, utf16
from tests.fakes.bot_api.refusals import bad_request

MESSAGE_LIMIT = 4096  # after entities parsing, in UTF-16 code units
CAPTION_LIMIT = 1024
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<email>(?<![\w.])[\w.+-]+@[\w-]+\.[\w.-]+\w)"
    r"|(?P<mention>(?<![\w@])@\w{4,32})"
    r"|(?P<url>https?://[^\s<>]+)"
    r"|(?P<hashtag>(?<!\w)#\w+)"
)
_HINT = re.compile(r"[/@#]")


def found_entities(text: str) -> list[dict[str, Any]]:
    """Commands, mentions, links, addresses and hashtags that Telegram marks without being asked."""
    if not _HINT.search(text):
        return []
    return [
        {
            "offset": utf16(text[: match.start()]),
            "length": utf16(match.group()),
            "type": match.lastgroup,
        }
        for match in _FOUND.finditer(text)
    ]


def formatted(
    text: str, parse_mode: str, given: str, limit: int, too_long: str
) -> tuple[str, list[dict[str, Any]]]:
    """The text of a call and its entities. `given` is the call's own `entities` JSON, or ''."""
    entities: list[dict[str, Any]] = []
    mode = parse_mode.lower()
    if mode == "html":
        text, entities = parse_html(text)
    elif mode:
        # The real API knows two Markdowns too. Alongside speaks HTML alone, so that names are escaped in
        # one way; a test that meets another mode has found a mistake.
        raise bad_request("unsupported parse_mode")
    elif given:
        entities = _given_entities(given, text)
    text, entities = _trimmed(text, entities)
    if utf16(text) > limit:
        raise bad_request(too_long)
    taken = {(entity["offset"], entity["type"]) for entity in entities}
    inside = [(e["offset"], e["offset"] + e["length"]) for e in entities]
    for entity in found_entities(text):
        covered = any(start <= entity["offset"] < end for start, end in inside)
        if (entity["offset"], entity["type"]) not in taken and not covered:
            entities.append(entity)
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return text, entities


def _given_entities(given: str, text: str) -> list[dict[str, Any]]:
    try:
        entities = orjson.loads(given)
    except orjson.JSONDecodeError:
        raise bad_request("can't parse entities: can't parse JSON object") from None
    if not isinstance(entities, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    size = utf16(text)
    for entity in entities:
        if not 0 <= entity["offset"] < entity["offset"] + entity["length"] <= size:
            raise bad_request("ENTITY_BOUNDS_INVALID")
    return entities


def _trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Telegram trims both ends, and counts a text of only invisible characters as empty."""
    text = text.replace("\r", "").replace("\0", "")
    if not text.strip().strip(INVISIBLE).strip():
        return "", []
    body = text.lstrip()
    cut = len(text) - len(body)
    body = body.rstrip()
    if not entities or (cut == 0 and len(body) == len(text)):
        return body, entities
    size = utf16(body)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - cut)
        end = min(size, entity["offset"] + entity["length"] - cut)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return body, kept


def required_text(params: dict[str, str], *, edit: bool) -> tuple[str, list[dict[str, Any]]]:
    """The `text` of sendMessage or editMessageText."""
    too_long = "MESSAGE_TOO_LONG" if edit else "message is too long"
    text, entities = formatted(
        params.get("text", ""),
        params.get("parse_mode", ""),
        params.get("entities", ""),
        MESSAGE_LIMIT,
        too_long,
    )
    if not text:
        raise bad_request("message text is empty")
    return text, entities


def caption(params: dict[str, str]) -> dict[str, Any]:
    """The `caption` fields of a message with media; empty when there is none."""
    text, entities = formatted(
        params.get("caption", ""),
        params.get("parse_mode", ""),
        params.get("caption_entities", ""),
        CAPTION_LIMIT,
        "message caption is too long",
    )
    fields: dict[str, Any] = {"caption": text} if text else {}
    if entities:
        fields["caption_entities"] = entities
    return fields
