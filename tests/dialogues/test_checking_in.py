from __future__ import annotations

from typing import Any

import pytest

from bot.dialogues.commands import CheckIn
from bot.dialogues.looks import Known, SharedItem
from bot.domain.errors import NotShared
from bot.domain.people import Kind
from bot.domain.sharing import Thing
from tests.dialogues.people_and_words import TOMATOS, Person, World

SAM, SAMIRA = Known("sam", "Sam"), Known("samira", "Samira Khan")
PLAN = SharedItem(Thing("action", "t1"), "sam", "Sam", "water the tomatos", plan=TOMATOS)


def jo(*supports: Known, **world: Any) -> Person:
    world.setdefault("gives", {CheckIn: (PLAN,)})
    return Person(
        world=World(**world),
        person="jo",
        name="Jo",
        kind=Kind.SUPPORTER,
        supports=supports,
        supporters=(),
        circles=(),
    )


def test_a_supporter_sees_what_is_shared_and_that_the_person_knows() -> None:
    me = jo(SAM)
    assert me.begin("checking_in", who="sam") == ["check-shared", "check-seen"]
    assert me.read == [
        "person sam shares these with you:",
        "person sam has a plan: action t1. On Tuesday 1 December.",
        "person sam can see that you looked.",
    ]
    assert me.done == [CheckIn("sam")]


@pytest.mark.parametrize("shares", [True, False])
def test_nothing_shared_and_nobody_of_that_name_are_answered_alike(*, shares: bool) -> None:
    me = jo(SAM, refuses={CheckIn: NotShared("sam")})
    assert me.begin("checking_in", who="Sam" if shares else "lee") == ["check-not-shared"]
    name = "person sam" if shares else "lee"
    assert me.read == [f"{name} has not shared that with you. You could ask {name}."]


def test_who_is_meant_is_asked_when_it_could_be_several() -> None:
    me = jo(SAM, SAMIRA)
    assert me.begin("checking_in") == ["check-which"]
    assert me.press("samira") == ["check-shared", "check-seen"]
    assert me.done == [CheckIn("samira")]
    assert jo(SAM, SAMIRA).begin("checking_in", who="samira") == ["check-shared", "check-seen"]
    assert jo(SAM, SAMIRA).begin("checking_in", who="my friend Sam") == ["check-shared", "check-seen"]
    assert jo(SAM, SAMIRA).begin("checking_in", argument="sam") == ["check-shared", "check-seen"]


def test_somebody_who_supports_nobody_is_told_how_it_comes_about() -> None:
    assert jo().begin("checking_in") == ["check-nobody"]
