from __future__ import annotations

from typing import Any

from bot.dialogue.questions import Timing
from bot.dialogues.commands import AddAction
from bot.dialogues.looks import Known, LookMembers
from tests.dialogues.people_and_words import BAKERS, GANG, TUESDAY, Person, World

LEE, PRIYA = Known("lee", "Lee"), Known("priya", "Priya")
ON_TUESDAY = Timing(TUESDAY)


def in_a_circle(*members: Known, **here: Any) -> Person:
    return Person(world=World(sights={LookMembers: members}), **here)


def begun(sam: Person) -> Person:
    assert sam.begin("we_will", argument="gang", what="sell cakes", when=ON_TUESDAY) == ["plan-right"]
    assert sam.press("right") == ["we-who"]
    return sam


def test_everyone_in_the_circle_can_be_asked_and_each_says_their_own_yes() -> None:
    sam = begun(in_a_circle(LEE, PRIYA))
    assert sam.offered == ["Ask everyone", "Let me choose", "Do not ask now"]
    assert sam.press("everyone") == ["we-saved"]
    assert sam.done == [AddAction("sell cakes", ON_TUESDAY, "gang", ())]
    assert sam.read == [
        "Saved: sell cakes, on Tuesday 1 December. I asked circle gang. Each person says their own yes or no."
    ]


def test_people_are_chosen_one_at_a_time() -> None:
    sam = begun(in_a_circle(LEE, PRIYA))
    assert sam.press("choose") == ["we-choose"]
    assert sam.offered == ["Lee", "Priya"]
    assert sam.press("priya") == ["we-choose"]
    assert sam.offered == ["Lee", "That is everyone"]
    assert sam.press("that-is-all") == ["we-saved"]
    assert sam.done == [AddAction("sell cakes", ON_TUESDAY, "gang", ("priya",))]


def test_choosing_ends_when_nobody_is_left_to_choose() -> None:
    sam = begun(in_a_circle(LEE))
    sam.press("choose")
    assert sam.press("lee") == ["we-saved"]


def test_nobody_is_asked_and_nothing_kept_without_a_yes() -> None:
    sam = begun(in_a_circle())
    assert sam.offered == ["Ask everyone", "Do not ask now"]
    assert sam.press("not-now") == ["we-not-asked"]
    assert sam.done == []


def test_just_chatting_asks_nobody() -> None:
    sam = in_a_circle(LEE)
    sam.begin("we_will", argument="gang", what="sell cakes", when=ON_TUESDAY)
    assert sam.press("just-chatting") == ["plan-chatting"]


def test_which_circle_is_asked_when_there_are_several() -> None:
    sam = in_a_circle(LEE, circles=(GANG, BAKERS))
    assert sam.begin("we_will") == ["we-which-circle"]
    assert sam.press("bakers") == ["plan-what"]
    assert in_a_circle(circles=()).begin("we_will") == ["we-no-circle"]
