from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import bot.dialogues
from bot.cards.book import CARDS
from bot.cards.card import button
from bot.dialogue.given import Control, Text
from bot.dialogue.payload import StartPress, write
from bot.dialogues.book import BOOK
from bot.dialogues.commands import CheckIn
from bot.dialogues.looks import Known, LookMembers
from bot.domain.when import When
from tests.dialogues.people_and_words import (
    BAKERS,
    CAKES,
    CHOIR,
    FRIDAY,
    GANG,
    JO,
    MAX,
    TOMATOS,
    WORDS_HERE,
    Person,
    World,
)

ROOMS = [Path(bot.dialogues.__file__).parent, Path(bot.dialogues.__file__).parent.parent / "cards"]
ID = "abcdefgh01234567"  # as long as ids are


def begun_by_buttons() -> set[str]:
    """Every dialogue that a button or a card names in code."""
    names: set[str] = set()
    for file in (file for room in ROOMS for file in room.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="StartPress" | "Opening"), args=[ast.Constant(value=name), *_]
                ):
                    names.add(str(name))
    return names


def test_every_dialogue_that_is_begun_is_in_the_book_and_fits_a_button() -> None:
    assert begun_by_buttons() <= set(BOOK)
    for name in BOOK:
        write(StartPress(name, ID))


def test_every_dialogue_says_what_it_is_about() -> None:
    for spoken in BOOK.values():
        assert spoken.about in WORDS_HERE.keys()  # noqa: SIM118 - a method of the catalogue


def test_every_cards_choices_fit_a_button() -> None:
    for kind, card in CARDS.items():
        for choice in card.choices:
            button(kind, ID, choice)


def world() -> World:
    some = World(plans=(TOMATOS, CHOIR, CAKES), due=(TOMATOS,), made=1)
    some.sights[LookMembers] = (Known("lee", "Lee"), Known("priya", "Priya"))
    some.gives[CheckIn] = ()
    return some


WALKED = ["planning", "we_will", "one_plan", "changing", "need_help", "telling", "celebrating", "reminding"]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(WALKED),
    st.lists(st.integers(0, 9), max_size=25),
)
def test_whatever_is_answered_and_taken_back_each_question_is_readable(name: str, ways: list[int]) -> None:
    sam = Person(world=world(), circles=(GANG, BAKERS), supporters=(JO, MAX))
    arguments: dict[str, Any] = {} if name in {"planning", "we_will", "celebrating"} else {"argument": "t1"}
    sam.begin(name, **arguments)
    for way in ways:
        if sam.shown is None:
            break
        match way:
            case 9:
                sam.gives(Text("back", control=Control.BACK))
            case 8:
                sam.gives(Text("on friday", when=When(FRIDAY)))
            case _ if sam.shown.choices:
                sam.press(sam.shown.choices[way % len(sam.shown.choices)].id)
            case _:
                sam.types("some words")
