from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogues.commands import AnswerPart, LetGo, ShowTo
from bot.dialogues.looks import LookShowing, Showing
from bot.domain.actions import Ending
from bot.domain.errors import NotYours
from bot.domain.helping import HelpState
from bot.domain.sharing import Audience, Thing
from tests.dialogues.people_and_words import CAKES, CHOIR, TOMATOS, Person, World

HELPED = replace(TOMATOS, helper="jo", helper_name="Jo", help_state=HelpState.ACCEPTED)
TOGETHER = replace(CAKES, owner="lee", owner_name="Lee", circle="gang", others=("Lee", "Priya"))
DONE = replace(CAKES, id="d1", open=False, ending=Ending.DONE)
LET_GO = replace(CAKES, id="d2", what="paint", open=False)


def test_plans_are_said_with_when_and_who_comes_along() -> None:
    sam = Person(HELPED, TOGETHER, CHOIR)
    assert sam.begin("my_plan") == ["my-plan"]
    assert sam.read == [
        "You have 3 plans:",
        "water the tomatos. On Tuesday 1 December. Jo will help you.",
        "bake cakes. On Friday 4 December. Together with Lee and Priya.",
        "go to choir. Every Tuesday at 2pm, from Tuesday 1 December.",
    ]


def test_an_empty_plan_is_fine_and_suggests_nothing_to_do() -> None:
    sam = Person()
    assert sam.begin("my_plan") == ["my-plan-empty"]
    assert sam.read == ["You have no plans now. That is fine."]
    assert sam.press_under_words("new-plan") == ["plan-what"]


def test_what_was_told_is_there_too_each_ending_alike() -> None:
    sam = Person(TOMATOS, DONE, LET_GO)
    assert sam.begin("my_plan") == ["my-plan", "my-plan-told"]
    assert sam.read[0] == "You have 1 plan:"
    assert sam.read[-2:] == ["bake cakes. It is done.", "paint. You let it go."]


def test_many_plans_come_a_few_at_a_time() -> None:
    sam = Person(*(replace(CAKES, id=f"c{n}", what=f"plan {n}") for n in range(5)), DONE)
    assert sam.begin("my_plan") == ["my-plan", "my-plan-told"]
    first = sam.said[0]
    assert [button.label for button in first.buttons] == ["plan", "plan", "plan", "more"]
    assert sam.begin("my_plan", argument="3") == ["my-plan"]
    assert [button.label for button in sam.said[0].buttons] == ["plan", "plan", "from-the-start"]
    for forged in ("99", "x", "12345"):
        sam.begin("my_plan", argument=forged)
        assert len(sam.said[0].buttons) == 4


def looking_at(plan: str = "t1") -> Person:
    sam = Person(TOMATOS, TOGETHER, DONE)
    sam.begin("my_plan")
    assert sam.begin("one_plan", argument=plan)[0].startswith("plan-one")
    return sam


def test_one_plan_can_be_told_about_changed_or_left_as_it_is() -> None:
    sam = looking_at()
    assert sam.offered == [
        "Say how it went",
        "Change it",
        "Let it go",
        "Who can see it",
        "Leave it as it is",
    ]
    assert sam.press("how-it-went") == ["telling-how"]
    assert looking_at().press("change") == ["change-part"]
    assert looking_at().press("none") == ["plan-stays"]


def test_letting_go_waits_for_a_yes() -> None:
    sam = looking_at()
    assert sam.press("let-go") == ["plan-let-go"]
    assert sam.press("let-go") == ["plan-let-gone"]
    assert sam.done == [LetGo("t1")]
    for kept in ("keep", "not-sure"):
        sam = Person(TOMATOS)
        sam.begin("letting_go", argument="t1")
        assert sam.press(kept) == ["plan-stays"]
        assert sam.done == []
    assert Person(DONE).begin("letting_go", argument="d1") == ["thing-gone"]
    assert Person().begin("letting_go", argument="t1") == ["thing-gone"]


@pytest.mark.parametrize("seen", [True, False])
def test_who_can_see_a_plan_is_chosen_from_it(*, seen: bool) -> None:
    sam = looking_at()
    thing = Thing("action", "t1")
    showing = Showing(thing, "water the tomatos", (Audience("person", "jo"),), ("Jo",))
    sam.world.sights[LookShowing] = (showing,) if seen else ()
    before = "who-can-see-them" if seen else "who-can-see-just-me"
    assert sam.press("who-can-see") == [before, "share-who-words"]
    sam.press("just-me")
    assert sam.done == [ShowTo(thing, ())]


def test_who_can_see_a_plan_has_an_answer_where_nobody_is_there_to_show_it_to() -> None:
    sam = Person(TOMATOS, supporters=(), circles=())
    sam.begin("one_plan", argument="t1")
    assert sam.press("who-can-see") == ["who-can-see-just-me", "who-can-see-private"]


def test_a_plan_that_is_gone_or_over_is_not_opened() -> None:
    assert Person().begin("one_plan", argument="t1") == ["thing-gone"]
    assert Person(DONE).begin("one_plan", argument="d1") == ["thing-gone"]


def test_in_somebody_elses_plan_one_can_tell_or_leave_but_not_change() -> None:
    sam = looking_at("c1")
    assert sam.offered == ["Say how it went", "I will not join in", "Leave it as it is"]
    assert sam.press("leave-it") == ["plan-part-left"]
    assert sam.done == [AnswerPart("c1", agreed=False)]
    assert looking_at("c1").press("how-it-went") == ["telling-how"]
    assert looking_at("c1").press("none") == ["plan-stays"]


def test_a_refusal_says_gone_without_saying_why() -> None:
    sam = Person(world=World(plans=(TOMATOS,), refuses={LetGo: NotYours("t1")}))
    sam.begin("letting_go", argument="t1")
    assert sam.press("let-go") == ["thing-gone"]
