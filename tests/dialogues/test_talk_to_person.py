from __future__ import annotations

from dataclasses import replace

from bot.dialogues.commands import AskForPerson
from bot.dialogues.looks import HumanHelp, LookHumanHelp
from bot.dialogues.talk_to_person import days_in_words
from bot.domain.errors import AlreadyDone, Gone, Refusal
from tests.dialogues.people_and_words import ANNA_IN_HOURS, Person, World


def asking(human: HumanHelp = ANNA_IN_HOURS, refuses: Refusal | None = None) -> Person:
    world = World(sights={LookHumanHelp: human})
    if refuses is not None:
        world.refuses = {AskForPerson: refuses}
    return Person(world=world)


def test_in_hours_a_named_person_is_asked_and_no_more_is_said_than_that() -> None:
    sam = asking()
    assert sam.begin("talk_to_person") == ["person-asking"]
    assert sam.read == ["I am asking Anna to talk to you. I will tell you when Anna has said yes."]
    assert sam.done == [AskForPerson()]


def test_asking_twice_asks_once() -> None:
    assert asking(refuses=AlreadyDone("c1")).begin("talk_to_person") == ["person-asked-already"]


def test_outside_the_hours_it_says_the_hours_the_number_and_999() -> None:
    sam = asking(replace(ANNA_IN_HOURS, in_hours=False))
    assert sam.begin("talk_to_person") == ["person-hours", "person-number", "person-danger"]
    assert sam.read[0] == "You can talk to Anna on Monday to Friday. The hours are 9am to 5pm."
    assert sam.read[1] == "The phone number is 01234 567890."
    assert sam.done == []


def test_named_people_without_an_account_are_reached_by_the_number() -> None:
    assert asking(refuses=Gone("anna")).begin("talk_to_person") == [
        "person-not-here",
        "person-number",
        "person-danger",
    ]


def test_with_nobody_set_it_says_so_plainly() -> None:
    nobody = replace(ANNA_IN_HOURS, names=(), phone="")
    assert asking(nobody).begin("talk_to_person") == ["person-nobody", "person-danger"]


def test_days_are_said_as_people_say_them() -> None:
    def said(*days: int) -> str:
        sam = asking(replace(ANNA_IN_HOURS, in_hours=False, weekdays=days))
        sam.begin("talk_to_person")
        return sam.read[0].split(" on ")[1].removesuffix(". The hours are 9am to 5pm.")

    assert said(2, 1, 0) == "Monday to Wednesday"
    assert said(0, 1) == "Monday and Tuesday"
    assert said(0, 2, 4) == "Monday, Wednesday and Friday"
    assert days_in_words(()) == ()
