from __future__ import annotations

from dataclasses import replace

from bot.cards.card import Reaction
from bot.dialogue.saying import Said
from bot.dialogues.commands import AnswerPart
from tests.cards.drawn_cards import draw, drawn, every_press
from tests.dialogues.people_and_words import CAKES

ID = "abcdefgh01234567"
TOGETHER = replace(CAKES, id=ID, owner_name="Lee", circle="gang")


def test_each_person_says_their_own_yes_or_no() -> None:
    text, labels = drawn("we-will", ID, TOGETHER)
    assert text == ["Lee asks: will you do this together? bake cakes. On Friday 4 December."]
    assert labels == ["Yes, I will", "Not this time", "Not sure yet"]
    assert every_press(draw("we-will", ID, TOGETHER)) == {
        "yes": Reaction(AnswerPart(ID, agreed=True), reply=Said("we-will-yes")),
        "no": Reaction(AnswerPart(ID, agreed=False), reply=Said("we-will-no")),
        "not-sure": Reaction(reply=Said("we-will-not-sure")),
    }


def test_only_those_who_said_yes_are_named() -> None:
    assert drawn("we-will", ID, replace(TOGETHER, others=("Lee", "Priya")))[0][1:] == [
        "Joining in: Lee and Priya."
    ]


def test_a_plan_that_is_over_asks_nobody() -> None:
    for seen in (None, replace(TOGETHER, open=False)):
        assert drawn("we-will", ID, seen)[1] == []
