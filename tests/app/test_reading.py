"""Typed words at an open question: what a yes or no stands for, and what is kept of words not understood."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.app.reading import Understanding
from bot.understanding.meaning import Meaning
from tests.dialogues.people_and_words import BOOK, TOMATOS, WORDS_HERE, Person

NOW = datetime(2026, 11, 30, 10, tzinfo=ZoneInfo("Europe/London"))
READER = Understanding(None, WORDS_HERE, BOOK)


def meant(text: str, intent: str, confidence: float) -> Meaning:
    ranking = (("add_action", confidence),)
    return Meaning(text, intent, confidence, "the pub", None, None, "embedded", ranking)


def typed(sam: Person, text: str) -> str | None:
    given = READER.text(text, None, sam.conversation, NOW)
    return getattr(given, "choice", None)


@pytest.mark.parametrize(
    ("presses", "yes", "no"),
    [
        ([], "right", None),
        (["right"], "some-help", "alone"),
        (["right", "alone"], "that-morning", "no-thanks"),
        (["right", "some-help", "with-me", "jo"], "ask", "not-now"),
    ],
)
def test_a_typed_yes_or_no_is_the_choice_that_it_means(presses: list[str], yes: str, no: str | None) -> None:
    sam = Person()
    sam.begin("planning", what="x", when=None)
    sam.press("2026-12-01")
    for choice in presses:
        sam.press(choice)
    assert typed(sam, "yes") == typed(sam, "ok") == yes
    assert typed(sam, "no") == no


def test_a_yes_to_a_plain_question_is_yes() -> None:
    sam = Person(TOMATOS)
    sam.begin("stopping")
    assert typed(sam, "yes please") == "yes"
    assert typed(sam, "nope") == "no"


def test_what_was_said_is_not_asked_again_when_a_near_meaning_is_pressed() -> None:
    sam = Person()
    given = READER.text("the pub fri", meant("the pub fri", "out_of_scope", 0.3), sam.conversation, NOW)
    assert sam.gives(given) == ["unsure-nearest"]
    assert sam.press("planning") == ["plan-right"]
    assert sam.read == ["Your plan: the pub. On Friday 4 December."]


def test_a_plain_wish_is_heard_where_it_was_asked_what_was_meant() -> None:
    sam = Person()
    sam.begin("unsure")
    given = READER.text("the pub fri", meant("the pub fri", "add_action", 0.6), sam.conversation, NOW)
    assert sam.gives(given) == ["plan-right"]


@pytest.mark.parametrize("intent", ["yes", "no", "not_sure"])
def test_an_ok_when_nothing_was_asked_is_taken_kindly_and_never_interrupts_a_question(intent: str) -> None:
    sam = Person()
    said = READER.text("okey dokey", meant("okey dokey", intent, 0.9), sam.conversation, NOW)
    assert sam.gives(said) == ["that-is-fine"]
    sam.begin("planning", what="x", when=None)
    asked = READER.text("okey dokey", meant("okey dokey", intent, 0.9), sam.conversation, NOW)
    assert getattr(asked, "intent", None) is None
