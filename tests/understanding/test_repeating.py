"""What comes again does so on days of the calendar."""

from datetime import date

import pytest

from bot.domain.plain import dump, load
from bot.domain.repeating import Freq, Repeats


def test_every_other_friday_is_counted_from_the_first_one():
    repeats = Repeats(Freq.WEEK, 2, (4,)).starting(date(2026, 11, 23))
    assert repeats.since == date(2026, 11, 27)
    assert repeats.next_after(date(2026, 11, 1)) == date(2026, 11, 27)
    assert repeats.next_after(date(2026, 11, 27)) == date(2026, 12, 11)
    assert repeats.next_after(date(2026, 12, 4)) == date(2026, 12, 11)


def test_a_day_that_fits_is_the_first_one():
    assert Repeats(Freq.WEEK, 1, (1,)).starting(date(2026, 11, 24)).since == date(2026, 11, 24)


def test_a_week_without_a_day_keeps_the_day_it_starts_on():
    assert Repeats(Freq.WEEK).starting(date(2026, 11, 25)).next_after(date(2026, 11, 25)) == date(2026, 12, 2)


def test_every_day_goes_on_through_the_clock_change():
    assert Repeats(Freq.DAY).next_after(date(2027, 3, 27)) == date(2027, 3, 28)


def test_a_rhythm_that_no_calendar_has_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        Repeats(Freq.DAY, 0)
    with pytest.raises(ValueError, match="weekday"):
        Repeats(Freq.WEEK, 1, (7,))


def test_a_rhythm_can_be_kept_in_a_journal():
    repeats = Repeats(Freq.WEEK, 2, (1, 3)).starting(date(2026, 11, 23))
    assert load(dump(repeats)) == repeats
