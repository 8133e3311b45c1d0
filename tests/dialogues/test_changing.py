from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.dialogue.questions import Timing
from bot.dialogues.commands import ChangeAction, SetReminder
from bot.domain.actions import Reminder
from bot.domain.repeating import Freq, Repeats
from bot.domain.when import When
from tests.dialogues.people_and_words import CAKES, CHOIR, FRIDAY, TOMATOS, Person

ON_FRIDAY = Timing(FRIDAY)


def test_words_move_the_plan_they_name_after_a_yes() -> None:
    sam = Person(TOMATOS, CAKES)
    assert sam.begin("changing", what="the tomatos", when=ON_FRIDAY) == ["change-move"]
    assert sam.read == ["Shall I move “water the tomatos”? It will be on Friday 4 December."]
    assert sam.press("yes") == ["change-saved"]
    assert sam.done == [ChangeAction("t1", timing=ON_FRIDAY)]


def test_another_day_or_leaving_it_are_as_easy() -> None:
    sam = Person(TOMATOS)
    sam.begin("changing", argument="t1", when=ON_FRIDAY)
    assert sam.press("another-day") == ["plan-when"]
    assert sam.types("saturday", when=When(date(2026, 12, 5))) == ["change-saved"]
    sam.begin("changing", argument="t1", when=ON_FRIDAY)
    assert sam.press("none") == ["plan-stays"]


def test_which_plan_is_asked_when_the_words_name_none_or_several() -> None:
    sam = Person(TOMATOS, CAKES, CHOIR)
    assert sam.begin("changing") == ["change-which"]
    assert sam.press("c1") == ["change-part"]
    sam = Person(CAKES, replace(CAKES, id="c2", what="eat cakes"), CHOIR)
    assert sam.begin("changing", what="the cakes", when=ON_FRIDAY) == ["change-which"]
    assert sam.offered == ["bake cakes", "eat cakes"]
    assert Person(TOMATOS).begin("changing", what="swimming") == ["change-which"]


def part(choice: str, *plans: object, **here: object) -> tuple[Person, list[str]]:
    sam = Person(*(plans or (TOMATOS,)), **here)
    assert sam.begin("changing", argument="t1") == ["change-part"]
    return sam, sam.press(choice)


def test_what_can_be_changed_in_own_words() -> None:
    sam, got = part("change-what")
    assert got == ["plan-what"]
    assert sam.types("water the beans") == ["kept", "change-saved"]
    assert sam.done == [ChangeAction("t1", what="water the beans")]


def test_when_can_be_changed_and_not_sure_changes_nothing() -> None:
    sam, got = part("change-when")
    assert got == ["plan-when"]
    assert sam.press("not-sure") == ["plan-stays"]
    assert sam.done == []


def test_help_and_the_reminder_can_be_changed() -> None:
    assert part("ask-help")[1] == ["help-kind"]
    sam, got = part("reminder")
    assert got == ["plan-remind"]
    assert sam.press("day-before") == ["remind-saved"]
    assert sam.done == [SetReminder("t1", Reminder.DAY_BEFORE)]
    assert part("none")[1] == ["plan-stays"]


def test_a_reminder_that_cannot_be_is_said_so() -> None:
    assert part("reminder", replace(TOMATOS, day=None))[1] == ["remind-needs-day"]
    assert part("reminder", reminders=False)[1] == ["remind-not-possible"]


def test_only_ones_own_open_plans_can_be_changed() -> None:
    assert Person().begin("changing") == ["change-no-plan"]
    assert Person().begin("changing", argument="t1") == ["thing-gone"]
    assert Person(replace(TOMATOS, open=False)).begin("changing", argument="t1") == ["thing-gone"]
    assert Person(replace(TOMATOS, owner="lee")).begin("changing", argument="t1") == ["change-not-mine"]


def test_moving_what_comes_every_week_is_for_every_week_or_once_as_the_person_says() -> None:
    every_friday = Timing(FRIDAY, None, Repeats(Freq.WEEK, weekdays=(4,)))
    for answer, done in (("every", [every_friday]), ("once", [ON_FRIDAY]), ("none", [])):
        sam = Person(CHOIR)
        sam.begin("changing", argument="q1", when=ON_FRIDAY)
        assert sam.press("yes") == ["change-every"]
        assert sam.offered == ["Every Friday", "Only 1 time", "Leave it as it is"]
        sam.press(answer)
        assert sam.done == [ChangeAction("q1", timing=timing) for timing in done]
    sam = Person(CHOIR)
    sam.begin("changing", argument="q1", when=every_friday)
    assert sam.press("yes") == ["change-saved"]
