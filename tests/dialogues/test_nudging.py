from __future__ import annotations

from dataclasses import replace

from bot.dialogue.questions import Timing
from bot.dialogues.commands import (
    AskHowTomorrow,
    ChangeAction,
    NotToday,
    RemindLater,
    SetReminder,
    SetReminders,
)
from bot.domain.actions import Reminder
from tests.dialogues.people_and_words import CAKES, CHOIR, FRIDAY, TOMATOS, Person

DAY = "20261201"
NO_DAY = replace(CAKES, day=None)


def test_later_today_is_for_all_of_the_days_plans() -> None:
    sam = Person(TOMATOS, CHOIR, CAKES)
    assert sam.begin("later_today", argument=DAY) == ["reminder-later"]
    assert sam.done == [RemindLater("t1"), RemindLater("q1")]
    assert Person().begin("later_today", argument=DAY) == ["thing-gone"]
    assert Person(TOMATOS).begin("later_today", argument="forged!!") == ["thing-gone"]


def test_not_today_is_for_the_one_thing_there_is() -> None:
    sam = Person(TOMATOS)
    assert sam.begin("not_today", argument=DAY) == ["reminder-not-today"]
    assert sam.done == [NotToday("t1")]
    assert Person().begin("not_today", argument=DAY) == ["thing-gone"]


def test_not_today_asks_which_when_there_are_several() -> None:
    sam = Person(TOMATOS, CHOIR)
    assert sam.begin("not_today", argument=DAY) == ["reminder-which"]
    assert sam.offered == ["water the tomat…", "go to choir", "All of them"]
    sam.press("q1")
    assert sam.done == [NotToday("q1")]
    sam = Person(TOMATOS, CHOIR)
    sam.begin("not_today", argument=DAY)
    sam.press("all-of-them")
    assert sam.done == [NotToday("t1"), NotToday("q1")]


def test_asking_tomorrow_is_for_all_of_the_days_plans() -> None:
    sam = Person(TOMATOS, CHOIR)
    assert sam.begin("ask_tomorrow", argument=DAY) == ["how-tomorrow"]
    assert sam.done == [AskHowTomorrow("t1"), AskHowTomorrow("q1")]
    assert Person().begin("ask_tomorrow", argument=DAY) == ["thing-gone"]


def test_stopping_says_what_will_stop_and_waits_for_a_choice() -> None:
    sam = Person(TOMATOS, CHOIR)
    assert sam.begin("stop_reminding", argument=DAY) == ["reminder-stop"]
    assert sam.offered == ["The ones for these", "All reminders", "Keep my reminders"]
    assert sam.press("these") == ["reminder-stopped-these"]
    assert sam.done == [SetReminder("t1", Reminder.NONE), SetReminder("q1", Reminder.NONE)]
    sam = Person()
    sam.begin("stop_reminding", argument=DAY)
    assert sam.offered == ["All reminders", "Keep my reminders"]
    assert sam.press("all") == ["reminder-stopped-all"]
    assert sam.done == [SetReminders(wanted=False)]
    sam.begin("stop_reminding", argument=DAY)
    assert sam.press("none") == ["reminder-carry-on"]


def test_remind_me_sets_the_reminder_of_a_plan_that_is_there() -> None:
    sam = Person(TOMATOS, CAKES)
    assert sam.begin("reminding", what="the tomatos") == ["plan-remind"]
    assert sam.press("that-morning") == ["remind-saved"]
    assert sam.done == [SetReminder("t1", Reminder.THAT_MORNING)]
    assert Person(TOMATOS, CAKES).begin("reminding") == ["remind-which"]
    assert Person(TOMATOS).begin("reminding", argument="gone") == ["thing-gone"]


def test_remind_me_of_something_new_makes_a_plan_of_it() -> None:
    assert Person(TOMATOS).begin("reminding", what="ring mum") == ["plan-when"]
    assert Person().begin("reminding") == ["plan-what"]
    assert Person().begin("reminding", when=Timing(FRIDAY)) == ["plan-what"]


def test_remind_me_gives_a_plan_without_a_day_the_day_that_was_said() -> None:
    sam = Person(NO_DAY)
    assert sam.begin("reminding", argument="c1", when=Timing(FRIDAY)) == ["plan-remind"]
    assert sam.done == [ChangeAction("c1", timing=Timing(FRIDAY))]
    assert Person(NO_DAY).begin("reminding", argument="c1") == ["remind-needs-day"]


def test_after_stop_the_person_says_first_whether_reminders_may_come_again() -> None:
    sam = Person(TOMATOS, reminders=False)
    assert sam.begin("reminding", argument="t1") == ["remind-again"]
    sam.world.here = replace(sam.world.here, reminders=True)
    assert sam.press("yes") == ["plan-remind"]
    assert sam.done == [SetReminders(wanted=True)]
    sam = Person(TOMATOS, reminders=False)
    sam.begin("reminding", argument="t1")
    assert sam.press("no") == ["plan-stays"]


def test_a_reminders_buttons_touch_only_ones_own_plans() -> None:
    sam = Person(TOMATOS, replace(TOMATOS, id="l1", owner="lee", circle="gang"))
    assert sam.begin("later_today", argument="20261201") == ["reminder-later"]
    assert sam.done == [RemindLater("t1")]
