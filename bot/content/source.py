"""Reading data/words/<locale>/*.ftl: which messages there are, and where each one is written.

The catalogue renders what is read here; the Easy Read check looks at every way it can be said. Only a small
part of Fluent is accepted, so that a group of members can change the words: text, slots, choosing by a code
value or a number, and terms. One message never hides inside another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CONTROLS = "controls"
"""The message that holds the labels used everywhere."""
PHRASE = "phrase-"
"""How the key of a mere fragment starts: a line of a list, or words put in a slot."""
CHOICE = "choice-"
"""How the attribute of a button's label starts."""

_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_FACE = frozenset({"picture", "alt", "simpler"})


class WordsError(Exception):
    """The words cannot be used as they are written. The text says where, and what would help."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One piece of text of a message, with its slots."""

    pattern: ast.Pattern
    line: int
    slots: frozenset[str]
    codes: frozenset[str]
    """Those slots that a choice between wordings depends on: code values and numbers."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a .ftl file."""

    key: str
    file: Path
    line: int
    text: Wording | None
    attributes: Mapping[str, Wording]

    @property
    def is_phrase(self) -> bool:
        """Whether this is a fragment, which needs no picture and no second wording."""
        return self.key.startswith(PHRASE)

    @property
    def choices(self) -> dict[str, Wording]:
        """The labels of its buttons by choice id, in the order they are written."""
        return {
            name.removeprefix(CHOICE): wording
            for name, wording in self.attributes.items()
            if name.startswith(CHOICE)
        }

    def wordings(self) -> Iterator[Wording]:
        """Every piece of text of the message, in the order it is written."""
        if self.text is not None:
            yield self.text
        yield from self.attributes.values()


@dataclass(frozen=True, slots=True)
class Source:
    """All that is written for one locale."""

    resource: ast.Resource
    entries: Mapping[str, Entry]
    terms: Mapping[str, ast.Pattern]


def read(folder: Path, locale: str) -> Source:
    """Read every .ftl file of `folder`/`locale`. Raises WordsError with the file and line."""
    files = sorted((folder / locale).glob("*.ftl"))
    if not files:
        raise WordsError(f"There are no words in {folder / locale}. Put a file that ends in .ftl there.")
    entries: dict[str, Entry] = {}
    body: list[ast.EntryType] = []
    for file in files:
        text = file.read_text(encoding="utf-8")
        resource = FluentParser().parse(text)
        body.extend(resource.body)
        for item in resource.body:
            line = _line(text, item)
            if isinstance(item, ast.Junk):
                raise WordsError(_cannot_read(file, line, item))
            if isinstance(item, ast.Message):
                entry = _entry(file, text, item)
                if entry.key in entries:
                    first = entries[entry.key]
                    raise WordsError(
                        f"{file} line {line}: '{entry.key}' is already in {first.file.name}"
                        f" line {first.line}. Give one of them another name."
                    )
                entries[entry.key] = entry
    terms = {item.id.name: item.value for item in body if isinstance(item, ast.Term)}
    return Source(ast.Resource(body), entries, terms)


def _cannot_read(file: Path, line: int, junk: ast.Junk) -> str:
    why = " ".join(annotation.message or "" for annotation in junk.annotations)
    return (
        f"{file} line {line}: this part cannot be read. {why}. A message starts at the edge with its name"
        " and =, and each line after it starts with 4 spaces."
    )


def _line(text: str, node: ast.SyntaxNode) -> int:
    return text.count("\n", 0, node.span.start if node.span else 0) + 1


def _entry(file: Path, text: str, message: ast.Message) -> Entry:
    key = message.id.name
    line = _line(text, message.id)
    if not _KEY.fullmatch(key):
        raise WordsError(f"{file} line {line}: the name '{key}' can have small letters, numbers and hyphens.")
    attributes: dict[str, Wording] = {}
    for attribute in message.attributes:
        name, where = attribute.id.name, _line(text, attribute)
        if name not in _FACE and not name.startswith(CHOICE):
            raise WordsError(
                f"{file} line {where}: '.{name}' means nothing here."
                " It can be .picture, .alt, .simpler, or .choice- and a name."
            )
        if name in attributes:
            raise WordsError(f"{file} line {where}: '{key}' has two lines that start with .{name}.")
        attributes[name] = _wording(file, text, attribute.value)
    if message.value is None and key != CONTROLS:
        raise WordsError(f"{file} line {line}: '{key}' has no text of its own after the = sign.")
    value = None if message.value is None else _wording(file, text, message.value)
    return Entry(key, file, line, value, attributes)


def _wording(file: Path, text: str, pattern: ast.Pattern) -> Wording:
    line = _line(text, pattern)
    found = _Slots()
    found.visit(pattern)
    if found.unreadable:
        raise WordsError(
            f"{file} line {line}: say the words in full here. A message cannot use {found.unreadable}."
        )
    return Wording(pattern, line, frozenset(found.slots), frozenset(found.codes))


class _Slots(Visitor):
    """Collects the slots of one pattern."""

    def __init__(self) -> None:
        self.slots: set[str] = set()
        self.codes: set[str] = set()
        self.unreadable = ""

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's visitor names
        self.slots.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - Fluent's visitor names
        if isinstance(node.selector, ast.VariableReference):
            self.codes.add(node.selector.id.name)
        else:
            self.unreadable = "a choice that does not depend on a slot"
        self.generic_visit(node)

    def visit_MessageReference(self, _node: ast.MessageReference) -> None:  # noqa: N802 - Fluent's visitor names
        self.unreadable = "another message"

    def visit_FunctionReference(self, _node: ast.FunctionReference) -> None:  # noqa: N802 - Fluent's visitor names
        self.unreadable = "a function"
