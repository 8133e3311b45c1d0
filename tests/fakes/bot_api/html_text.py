"""parse_mode HTML, read as strictly as Telegram reads it: https://core.telegram.org/bots/api#html-style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tests.fakes.bot_api.refusals import RefusalError, bad_request

# Tag, and the entity it makes. A span and a pre decide by their attributes.
TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
# Only these four are decoded; any other name stays as it was typed.
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
ENTITY = re.compile(r"&(?:#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))|([a-z]+));?")
END_TAG = re.compile(r"</\s*([a-zA-Z0-9-]*)\s*>")
START_TAG = re.compile(r"<([a-zA-Z0-9-]*)")
ATTRIBUTE = re.compile(r"""\s*([a-zA-Z0-9-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


def utf16(text: str) -> int:
    """Length in UTF-16 code units, which is how Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int


def _cannot(why: str) -> RefusalError:
    return bad_request(f"can't parse entities: {why}")


def _bytes(text: str, upto: int) -> int:
    return len(text[:upto].encode())


def unescape(text: str) -> str:
    """Text with Telegram's four named and all numeric character references decoded."""

    def one(match: re.Match[str]) -> str:
        hexadecimal, decimal, name = match.groups()
        if name:
            return NAMED.get(name, match.group())
        number = int(hexadecimal, 16) if hexadecimal else int(decimal)
        return chr(number) if 0 < number < 0x110000 else match.group()

    return ENTITY.sub(one, text) if "&" in text else text


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The plain text and its entities. Raises the refusal Telegram gives for markup it cannot read."""
    pieces: list[str] = []
    entities: list[dict[str, Any]] = []
    stack: list[_Open] = []
    at = length = 0
    while at < len(source):
        if source[at] != "<":
            until = source.find("<", at)
            until = len(source) if until < 0 else until
            piece = unescape(source[at:until])
            pieces.append(piece)
            length += utf16(piece)
            at = until
        elif source.startswith("</", at):
            at = _close(source, at, stack, entities, length)
        else:
            at = _open(source, at, stack, length)
    if stack:
        raise _cannot(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(pieces), entities


def _open(source: str, at: int, stack: list[_Open], length: int) -> int:
    match = START_TAG.match(source, at)
    tag = match.group(1).lower() if match else ""
    offset = _bytes(source, at)
    if match is None or tag not in TAGS:
        raise _cannot(f'Unsupported start tag "{tag}" at byte offset {offset}')
    attributes: dict[str, str] = {}
    position = match.end()
    while found := ATTRIBUTE.match(source, position):
        name, *values = found.groups()
        attributes[name.lower()] = unescape(next((v for v in values if v is not None), ""))
        position = found.end()
    rest = source[position:]
    closed = rest.lstrip()
    if not closed.startswith(">"):
        raise _cannot(f'Unclosed start tag "{tag}" at byte offset {offset}')
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
    if tag == "tg-emoji" and not attributes.get("emoji-id", "").isdigit():
        raise _cannot("Invalid custom emoji identifier specified")
    stack.append(_Open(tag, attributes, length))
    return len(source) - len(closed) + 1


def _close(source: str, at: int, stack: list[_Open], entities: list[dict[str, Any]], length: int) -> int:
    match = END_TAG.match(source, at)
    offset = _bytes(source, at)
    if match is None:
        raise _cannot(f"Unclosed end tag at byte offset {offset}")
    if not stack:
        raise _cannot(f"Unexpected end tag at byte offset {offset}")
    opened = stack.pop()
    name = match.group(1).lower()
    if name not in ("", opened.tag):
        raise _cannot(
            f'Unmatched end tag at byte offset {offset}, expected "</{opened.tag}>", found "</{name}>"'
        )
    entity = _entity(opened, length, stack)
    if entity is not None:
        entities.append(entity)
    return match.end()


def _entity(opened: _Open, length: int, stack: list[_Open]) -> dict[str, Any] | None:
    size = length - opened.start
    if size == 0:
        return None
    entity: dict[str, Any] = {"offset": opened.start, "length": size, "type": TAGS[opened.tag]}
    attributes = opened.attributes
    if opened.tag == "a":
        if not re.match(r"(https?|tg|mailto|tel):", attributes.get("href", "")):
            return None  # Telegram drops a link it cannot follow and keeps its text
        entity["url"] = attributes["href"]
    elif opened.tag == "tg-emoji":
        entity["custom_emoji_id"] = attributes["emoji-id"]
    elif opened.tag == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    elif opened.tag == "code" and stack and stack[-1].tag == "pre":
        language = attributes.get("class", "").removeprefix("language-")
        stack[-1].attributes["language"] = language
        return None
    elif opened.tag == "pre" and attributes.get("language"):
        entity["language"] = attributes["language"]
    return entity
