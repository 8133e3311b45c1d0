from __future__ import annotations

import ast
import re
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.content.catalogue import Catalogue, SlotValue
from bot.content.check import check
from bot.content.pictures import Pictures
from bot.content.where import DATA, PICTURES, WORDS
from bot.dialogue.keys import ENGINE_KEYS, ENGINE_LABELS
from tests.content.pseudo import LOCALE, write_pseudo_locale

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2026, 11, 30)
OUR_LETTERS = re.compile(r"[A-Za-z]")


@pytest.fixture
def pseudo(tmp_path: Path) -> Path:
    write_pseudo_locale(WORDS, "en-GB", tmp_path)
    return tmp_path


def test_every_word_comes_from_the_words_files(pseudo: Path) -> None:
    catalogue = Catalogue.load(pseudo, LOCALE)
    values: list[SlotValue] = ["1", 1, 7, datetime(2027, 3, 12, 14, 30), ["1", "2", "3"], []]  # noqa: DTZ001
    for key in catalogue.keys():  # noqa: SIM118 - a catalogue is no dictionary
        for value in values:
            slots = dict.fromkeys(catalogue.slots(key), value)
            for choice in catalogue.choices(key):
                assert not OUR_LETTERS.search(catalogue.label(key, choice, slots, today=TODAY))
            if key != "controls":
                face = catalogue.render(key, slots, today=TODAY)
                again = catalogue.render(key, slots, today=TODAY, simpler=True)
                assert not OUR_LETTERS.search(face.text + face.alt + again.text)


def test_the_pseudo_locale_has_every_message_slot_and_choice(pseudo: Path) -> None:
    (pseudo / "en-GB").mkdir()
    for file in (WORDS / "en-GB").iterdir():
        (pseudo / "en-GB" / file.name).write_bytes(file.read_bytes())
        if file.suffix == ".txt":
            (pseudo / LOCALE / file.name).write_bytes(file.read_bytes())
    found = [str(one) for one in check(pseudo, Pictures.load(PICTURES)) if one.problem.rule == 9]
    assert found == []


def sentences(file: Path) -> Iterator[str]:
    """Texts in code that could reach a person: more than one word, and no docstring, error or annotation."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    not_said = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise | ast.AnnAssign)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in not_said:
            continue
        if isinstance(node.value, str) and re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", node.value):
            yield f"{file.name}:{node.lineno}: {node.value}"


@pytest.mark.parametrize("room", ["dialogue", "dialogues", "cards", "domain"])
def test_no_sentence_is_written_in_code_that_talks(room: str) -> None:
    files = (DATA.parent / "bot" / room).rglob("*.py")
    assert [sentence for file in files for sentence in sentences(file)] == []


def test_the_engine_has_all_its_words() -> None:
    catalogue = Catalogue.load(WORDS, "en-GB")
    assert set(catalogue.keys()) >= ENGINE_KEYS
    assert set(catalogue.choices("controls")) >= ENGINE_LABELS
