"""What the code names is written in the words: every message it says, and every slot that the message has."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from bot.content.pictures import Pictures
from bot.content.source import read
from bot.content.where import DATA, PICTURES, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENTRIES = read(WORDS, "en-GB").entries
SAYING = frozenset({"Said", "say", "Phrase"})
"""Calls whose first argument is a message key."""

LABELLED = frozenset({"Button"})
"""Calls whose first argument is the id of a label."""


def calls(file: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name, node


def constant(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def named(call: ast.Call, name: str) -> str | None:
    """The message key that a call names: its first argument when it says something, or its `key=`."""
    if name in SAYING and call.args:
        return constant(call.args[0])
    return next((constant(word.value) for word in call.keywords if word.arg == "key"), None)


def needed(key: str) -> frozenset[str]:
    """The slots of the text, the second wording and the alternative text; buttons may bring their own."""
    entry = ENTRIES[key]
    wordings = (entry.text, entry.attributes.get("simpler"), entry.attributes.get("alt"))
    return frozenset().union(*(wording.slots for wording in wordings if wording))


@pytest.mark.parametrize("room", ["dialogue", "dialogues", "cards"])
def test_every_message_named_in_code_is_written_with_its_slots(room: str) -> None:
    wrong: list[str] = []
    for file in sorted((DATA.parent / "bot" / room).rglob("*.py")):
        for name, call in calls(file):
            key = named(call, name)
            if key is None:
                continue
            where = f"{file.name}:{call.lineno}: {key}"
            given = {word.arg for word in call.keywords}
            if key not in ENTRIES:
                wrong.append(f"{where} is not in data/words")
            elif name == "say" and None not in given and (missing := needed(key) - given):
                wrong.append(f"{where} is said without {', '.join(sorted(missing))}")
    assert wrong == []


@pytest.mark.parametrize("room", ["dialogue", "dialogues", "cards", "app"])
def test_every_picture_and_label_named_in_code_is_there(room: str) -> None:
    labels = {name for entry in ENTRIES.values() for name in entry.choices}
    pictures = Pictures.load(PICTURES)
    wrong: list[str] = []
    for file in sorted((DATA.parent / "bot" / room).rglob("*.py")):
        for name, call in calls(file):
            given = {word.arg: constant(word.value) for word in call.keywords}
            if (picture := given.get("picture")) is not None and picture not in pictures:
                wrong.append(f"{file.name}:{call.lineno}: there is no picture {picture}")
            if name in LABELLED and call.args:
                label = given.get("label") or constant(call.args[0])
                if label is not None and label not in labels:
                    wrong.append(f"{file.name}:{call.lineno}: no message has a label {label}")
    assert wrong == []
