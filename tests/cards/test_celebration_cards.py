from __future__ import annotations

from dataclasses import replace

import pytest

from bot.cards.card import Reaction
from bot.dialogue.given import Opening
from bot.dialogues.commands import Cheer
from bot.dialogues.looks import Celebrated, Joined
from tests.cards.drawn_cards import draw, drawn, every_press

ID = "abcdefgh01234567"
CAKES = Celebrated(ID, "sam", "Sam", "we sold 40 cakes!!!!", "us", ())


def joined(*names: str, words: str = "") -> tuple[Joined, ...]:
    return tuple(Joined(name.lower(), name, words) for name in names)


def test_the_card_has_the_persons_own_words_and_two_buttons() -> None:
    text, labels = drawn("celebration", ID, CAKES)
    assert text == ["Good news from Sam and others: “we sold 40 cakes!!!!”."]
    assert labels == ["Hooray 🎉", "Say something"]
    assert every_press(draw("celebration", ID, CAKES)) == {
        "hooray": Reaction(Cheer(ID)),
        "say": Reaction(opening=Opening("say_to_celebration", {"argument": ID})),
    }


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (("Lee",), "Lee says hooray."),
        (("Lee", "Priya"), "Lee and Priya say hooray."),
        (("Lee", "Priya", "Max"), "Lee, Priya and others say hooray."),
        (("Lee", "Priya", "Max", "Ann", "Kit"), "Lee, Priya and others say hooray."),
    ],
)
def test_who_joins_is_named_without_a_total(names: tuple[str, ...], line: str) -> None:
    assert drawn("celebration", ID, replace(CAKES, joined=joined(*names)))[0][1:] == [line]


def test_what_people_said_stands_under_it_the_newest_five() -> None:
    said = joined("Lee", "Priya", "Max", "Ann", "Kit", "Jo", words="well done")
    text = drawn("celebration", ID, replace(CAKES, joined=said))[0]
    assert text[2:] == [f"{name}: “well done”." for name in ("Priya", "Max", "Ann", "Kit", "Jo")]


@pytest.mark.parametrize(
    ("by", "text"),
    [
        ("me", "Good news from Sam: “we sold 40 cakes!!!!”."),
        ("", "Good news from Sam: “we sold 40 cakes!!!!”."),
        ("someone-else", "Sam has good news about somebody: “we sold 40 cakes!!!!”."),
    ],
)
def test_who_made_it_happen_is_said(by: str, text: str) -> None:
    assert drawn("celebration", ID, replace(CAKES, made_by=by))[0] == [text]


def test_a_celebration_that_was_taken_back_says_nothing_of_it() -> None:
    assert drawn("celebration", ID, None) == (["This good news is not here any more."], [])
