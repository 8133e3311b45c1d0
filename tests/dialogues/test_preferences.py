from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from bot.dialogues.commands import PauseUntil, SetName, SetPictures, SetQuiet, SetReminders
from bot.domain.people import QuietHours
from bot.domain.when import When
from tests.dialogues.people_and_words import SAM, TODAY, Person, World

TUESDAY = TODAY + timedelta(days=1)


def changing(what: str) -> Person:
    sam = Person()
    assert sam.begin("preferences") == ["preferences-what"]
    sam.press(what)
    return sam


def test_each_preference_changes_in_two_taps() -> None:
    sam = changing("pictures")
    assert sam.press("words") == ["preferences-kept"]
    assert sam.done == [SetPictures(False)]


def test_a_new_name_is_used_from_now_on() -> None:
    sam = changing("name")
    assert sam.types("Sammy") == ["preferences-name-kept"]
    assert sam.done == [SetName("Sammy")]


def test_changing_nothing_is_fine() -> None:
    sam = Person()
    sam.begin("preferences")
    assert sam.press("not-now") == ["preferences-as-before"]


def test_quiet_hours_can_be_typed() -> None:
    sam = changing("quiet")
    assert sam.types("half 9", when=When(time=time(21, 30))) == ["quiet-until"]
    assert sam.types("6am", when=When(time=time(6))) == ["quiet-kept"]
    assert sam.done == [SetQuiet(QuietHours(time(21, 30), time(6)))]


def test_no_quiet_hours_is_a_choice_and_so_is_the_same_time_twice() -> None:
    sam = changing("quiet")
    assert sam.press("none") == ["quiet-never"]
    again = changing("quiet")
    again.types("9am", when=When(time=time(9)))
    assert again.press("0900") == ["quiet-never"]
    assert sam.done == again.done == [SetQuiet(QuietHours(time(0), time(0)))]


def test_reminders_can_pause_or_stop() -> None:
    sam = changing("reminders")
    assert sam.press("pause") == ["pause-until"]
    sam = changing("reminders")
    assert sam.press("stop") == ["stop-sure"]
    sam = changing("reminders")
    assert sam.press("not-now") == ["stop-not"]


def test_reminders_that_rest_start_again_from_the_same_button() -> None:
    for here in (replace(SAM, reminders=False), replace(SAM, paused_until=TUESDAY)):
        sam = Person(world=World(here))
        sam.begin("preferences")
        assert sam.press("reminders") == ["started-again"]
        assert sam.done == [SetReminders(True), PauseUntil(None)]


def test_a_pause_until_a_day_that_was_said_starts_at_once_and_can_be_undone() -> None:
    sam = Person()
    assert sam.begin("pausing", when=When(day=TUESDAY)) == ["pause-set"]
    assert sam.read == ["I send no reminders until Tuesday 1 December. I still answer when you write."]
    assert sam.done == [PauseUntil(TUESDAY)]
    assert sam.press_under_words("start-again") == ["started-again"]


def test_a_pause_without_a_day_asks_for_one() -> None:
    sam = Person()
    assert sam.begin("pausing") == ["pause-until"]
    assert sam.offered == ["Until tomorrow", "For 1 week", "For 2 weeks", "For 4 weeks", "No pause"]
    sam.press("2026-12-07")
    assert sam.done == [PauseUntil(date(2026, 12, 7))]


def test_a_pause_until_today_is_asked_again_in_other_words() -> None:
    sam = Person()
    assert sam.begin("pausing", when=When(day=TODAY)) == ["pause-until"]
    assert sam.types("today", when=When(day=TODAY)) == ["pause-until-later"]
    assert sam.types("friday", when=When(day=date(2026, 12, 4))) == ["pause-set"]


def test_no_pause_after_all() -> None:
    sam = Person()
    sam.begin("pausing")
    assert sam.press("cancel") == ["pause-not"]
    assert sam.done == []


def test_stopping_says_what_will_happen_first() -> None:
    sam = Person()
    assert sam.begin("stopping") == ["stop-sure"]
    assert sam.done == []
    assert sam.press("yes") == ["stopped"]
    assert sam.done == [SetReminders(False)]


def test_stopping_can_be_refused_and_is_not_asked_when_they_are_off() -> None:
    sam = Person()
    sam.begin("stopping")
    assert sam.press("no") == ["stop-not"]
    assert Person(reminders=False).begin("stopping") == ["stopped-already"]
