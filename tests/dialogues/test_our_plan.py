from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.dialogues.looks import CirclePlan, LookCirclePlan, Plan, SharedItem
from bot.domain.actions import Ending
from bot.domain.sharing import Thing
from tests.dialogues.people_and_words import BAKERS, CAKES, GANG, TOMATOS, Person, World

TOGETHER = replace(CAKES, circle="gang", others=("Lee", "Priya"))


def item(kind: str, id_: str = "x1", words: str = "words", **more: Any) -> SharedItem:
    return SharedItem(Thing(kind, id_), "lee", "Lee", words, **more)


def circle_with(*actions: Plan, shared: tuple[SharedItem, ...] = (), **here: Any) -> Person:
    seen = CirclePlan(GANG, actions, shared)
    return Person(world=World(sights={LookCirclePlan: seen}), **here)


def test_what_we_will_do_is_said_with_who_joins_in() -> None:
    sam = circle_with(TOGETHER, TOMATOS)
    assert sam.begin("our_plan") == ["our-plan"]
    assert sam.read == [
        "What circle gang will do together:",
        "action c1. On Friday 4 December. Joining in: Lee and Priya.",
        "action t1. On Tuesday 1 December.",
    ]
    assert sam.press_under_words("plan-together") == ["plan-what"]


def test_an_empty_plan_of_a_circle_suggests_nothing() -> None:
    sam = circle_with()
    assert sam.begin("our_plan") == ["our-plan-empty"]
    assert sam.read == ["circle gang has no shared plans yet. You can start one when you want to."]


def test_a_long_list_comes_five_at_a_time_with_the_button_under_the_last() -> None:
    sam = circle_with(*(replace(CAKES, id=f"c{n}") for n in range(7)))
    assert sam.begin("our_plan", argument="gang") == ["our-plan", "our-plan"]
    assert [len(said.lines) for said in sam.said] == [5, 2]
    assert [len(said.buttons) for said in sam.said] == [0, 1]


def test_shared_things_are_said_in_their_owners_words_looked_up_when_sent() -> None:
    told = replace(TOMATOS, open=False, ending=Ending.NOT_TO_PLAN)
    let_go = replace(TOMATOS, open=False)
    shared = (
        item("answer", question="why"),
        item("learning", "k1"),
        item("action", "t1", plan=TOMATOS),
        item("action", "t1", plan=told),
        item("action", "t1", plan=let_go),
        item("answer", words="", media="m1", media_kind="voice"),
        item("answer", words="", media="m2"),
    )
    sam = circle_with(shared=shared)
    keys = sam.begin("our_plan")
    assert keys == ["our-plan-empty", "our-shared", "our-shared", "shared-media", "shared-media"]
    assert sam.read[2:] == [
        "person lee is here because: “answer x1”.",
        "person lee learned: “telling k1”.",
        "person lee has a plan: action t1. On Tuesday 1 December.",
        "person lee had a plan: action t1. It did not go to plan.",
        "person lee had a plan: action t1. person lee let it go.",
        "More that people share with circle gang:",
        "person lee shared a voice message.",
        "person lee shared a photo.",
        "A voice message from person lee.",
        "A photo from person lee.",
    ]
    assert [said.media for said in sam.said[-2:]] == ["m1", "m2"]


def test_which_circle_is_asked_when_there_are_several() -> None:
    sam = circle_with(circles=(GANG, BAKERS))
    assert sam.begin("our_plan") == ["our-which-circle"]
    assert sam.press("gang") == ["our-plan-empty"]


def test_a_facilitator_sees_the_plan_and_has_no_button_to_add_to_it() -> None:
    kit = circle_with(circles=(), holds=(GANG,))
    assert kit.begin("our_plan") == ["our-plan-empty"]
    assert kit.said[-1].buttons == ()


def test_no_circle_and_a_circle_that_is_gone_are_said_kindly() -> None:
    assert Person(circles=()).begin("our_plan") == ["our-no-circle"]
    assert circle_with().begin("our_plan", argument="other") == ["our-no-circle"]
    assert Person(world=World(sights={LookCirclePlan: None})).begin("our_plan") == ["thing-gone"]
