"""The cards of how people come in and reach a person: what they show, and what a press leads to."""

from __future__ import annotations

import pytest

from bot.cards.book import CARDS
from bot.content.catalogue import Catalogue
from bot.content.where import WORDS
from bot.dialogue.payload import CardPress, read
from bot.dialogue.saying import Said
from bot.dialogues.commands import AgreeSupporter, ConfirmDevice, TakeCall
from bot.dialogues.looks import Calling, Device, LookCall, LookDevice, LookSupport, Supporting

WORDS_HERE = Catalogue.load(WORDS, "en-GB")
OPEN_CALL = Calling("c1", "sam", "Sam", None, "")
TAKEN_CALL = Calling("c1", "sam", "Sam", "anna", "Anna")
ASKING = Supporting("s1", "sam", "Sam", "jo", "Jo", agreed=False)
AGREED = Supporting("s1", "sam", "Sam", "jo", "Jo", agreed=True)


@pytest.mark.parametrize(
    ("kind", "seen", "key", "choices"),
    [
        ("call", OPEN_CALL, "call-asked", ["i-will"]),
        ("call", TAKEN_CALL, "call-asked-taken", []),
        ("call", None, "no-longer-shown", []),
        ("support", ASKING, "support-ask", ["yes", "no"]),
        ("support", AGREED, "support-holds", []),
        ("support", None, "support-over", []),
        ("device", Device("x1", "web"), "device-ask", ["yes", "no"]),
        ("device", None, "device-over", []),
    ],
)
def test_a_card_shows_how_things_stand_and_only_what_can_still_be_pressed(
    kind: str, seen: object, key: str, choices: list[str]
) -> None:
    said = CARDS[kind].draw("x1", seen)
    assert said.key == key
    assert [button.label for button in said.buttons] == choices
    assert all(read(each.payload) == CardPress(kind, "x1", each.label) for each in said.buttons)
    fits_the_words(said)


def fits_the_words(said: Said) -> None:
    names = dict.fromkeys(said.slots, "Sam")
    assert set(names) == WORDS_HERE.slots(said.key)
    for button in said.buttons:
        assert WORDS_HERE.label(said.key, button.label, names)


@pytest.mark.parametrize(
    ("kind", "choice", "command"),
    [
        ("call", "i-will", TakeCall("x1")),
        ("support", "yes", AgreeSupporter("x1", yes=True)),
        ("support", "no", AgreeSupporter("x1", yes=False)),
        ("device", "yes", ConfirmDevice("x1", yes=True)),
        ("device", "no", ConfirmDevice("x1", yes=False)),
    ],
)
def test_a_press_asks_for_one_thing_whose_rights_are_checked_there(
    kind: str, choice: str, command: object
) -> None:
    reaction = CARDS[kind].choices[choice]("x1")
    assert reaction.command == command
    assert reaction.opening is None


def test_who_takes_a_call_is_thanked_and_told_what_happens_now() -> None:
    reply = CARDS["call"].choices["i-will"]("x1").reply
    assert reply == Said("call-thanks")
    fits_the_words(reply)


def test_what_is_looked_at_is_the_object_of_the_card() -> None:
    looks = {kind: card.look("x1") for kind, card in CARDS.items() if kind in {"call", "support", "device"}}
    assert looks == {"call": LookCall("x1"), "support": LookSupport("x1"), "device": LookDevice("x1")}
