from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actions import Action, Ending, Help, Part, Reminder, goes_on_without
from bot.domain.repeating import Freq, Repeats

TUESDAY = date(2026, 12, 1)
WEEKLY = Repeats(Freq.WEEK, weekdays=(1,)).starting(TUESDAY)
ONCE = Action("a", "sam", "water", TUESDAY)
EVERY_WEEK = replace(ONCE, repeats=WEEKLY)


@pytest.mark.parametrize("ending", list(Ending))
def test_what_is_done_once_is_over_however_it_went(ending):
    ended = ONCE.ended(ending)
    assert (ended.open, ended.ending, ended.day) == (False, ending, TUESDAY)
    assert ended.again() == replace(ended, open=True, ending=None)


@pytest.mark.parametrize("ending", [Ending.DONE, Ending.SOME, Ending.NOT_TO_PLAN])
def test_what_repeats_goes_on_until_somebody_changes_their_mind(ending):
    assert (EVERY_WEEK.ended(ending).open, EVERY_WEEK.ended(ending).day) == (True, date(2026, 12, 8))
    assert not EVERY_WEEK.ended(Ending.CHANGED_MIND).open


def test_only_what_is_done_alone_in_a_row_fades_and_is_asked_once():
    action = replace(EVERY_WEEK, reminder=Reminder.THAT_MORNING)
    for _ in range(4):
        assert not action.may_fade
        action = action.ended(Ending.DONE)
    assert action.may_fade
    assert not replace(action, reminder=Reminder.NONE).may_fade
    assert not replace(action, fading_asked=True).may_fade
    assert not action.ended(Ending.SOME).may_fade
    assert not replace(action, help=Help.SOME).ended(Ending.DONE).may_fade


def test_what_repeats_moves_on_to_a_day_that_is_not_over():
    assert EVERY_WEEK.moved_on(date(2026, 12, 2)).day == date(2026, 12, 8)
    assert EVERY_WEEK.moved_on(date(2026, 12, 15)).day == date(2026, 12, 15)
    assert EVERY_WEEK.moved_on(TUESDAY) == EVERY_WEEK
    assert ONCE.moved_on(date(2027, 1, 1)) == ONCE
    assert replace(EVERY_WEEK, day=None).moved_on(TUESDAY).day is None


def test_a_telling_is_about_the_last_day_that_was_not_told():
    moved = EVERY_WEEK.moved_on(date(2026, 12, 3))
    assert EVERY_WEEK.day_to_tell(TUESDAY, ()) == TUESDAY
    assert moved.day_to_tell(date(2026, 12, 3), ()) == TUESDAY
    assert moved.day_to_tell(date(2026, 12, 3), (TUESDAY,)) == date(2026, 12, 8)
    assert ONCE.day_to_tell(date(2026, 11, 1), ()) == TUESDAY
    assert EVERY_WEEK.day_to_tell(date(2026, 11, 30), ()) == TUESDAY  # told early
    far = replace(EVERY_WEEK, day=date(2026, 12, 29))
    assert far.day_to_tell(date(2026, 12, 3), ()) == date(2026, 12, 29)  # the last one is still to come


@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from([Freq.DAY, Freq.WEEK]), st.integers(1, 3))
def test_a_telling_is_never_about_a_day_that_was_told_before(start, later, freq, interval):
    day = TUESDAY + timedelta(days=start)
    repeats = Repeats(freq, interval).starting(day)
    today = day + timedelta(days=later)
    action = replace(ONCE, day=day, repeats=repeats).moved_on(today)
    first = action.day_to_tell(today, ())
    second = action.day_to_tell(today, (first,))
    assert second != first or action.day == first


def test_a_we_will_goes_on_while_somebody_else_said_yes():
    parts = [Part("a", "sam", agreed=True), Part("a", "lee"), Part("a", "kit", agreed=False)]
    assert not goes_on_without("sam", parts)
    assert goes_on_without("lee", parts)
