"""Days and times as people type them are read, asked about, or left alone."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.repeating import Freq
from bot.understanding.dates import find_day, find_time, find_until, find_when

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("im gonna water the tomatos on tuesday", date(2026, 11, 24)),
        ("on tues", date(2026, 11, 24)),
        ("wensday", date(2026, 11, 25)),
        ("on thurs", date(2026, 11, 26)),
        ("thursdy i go to art", date(2026, 11, 26)),
        ("this friday", date(2026, 11, 27)),
        ("by sat", date(2026, 11, 28)),
        ("sun", date(2026, 11, 29)),
        ("tomorow", date(2026, 11, 24)),
        ("2moro", date(2026, 11, 24)),
        ("tmrw pls", date(2026, 11, 24)),
        ("tommorrow morning", date(2026, 11, 24)),
        ("day after tomorrow", date(2026, 11, 25)),
        ("2day", date(2026, 11, 23)),
        ("tonite", date(2026, 11, 23)),
        ("this afternoon", date(2026, 11, 23)),
        ("1 december", date(2026, 12, 1)),
        ("1st of dec", date(2026, 12, 1)),
        ("december 1st", date(2026, 12, 1)),
        ("tuesday 1 december", date(2026, 12, 1)),
        ("1/12", date(2026, 12, 1)),
        ("on 1/12/26", date(2026, 12, 1)),
        ("1.12.2026", date(2026, 12, 1)),
        ("2026-12-01", date(2026, 12, 1)),
        ("3 febuary", date(2027, 2, 3)),
        ("the 3rd", date(2026, 12, 3)),
        ("on the 31st", date(2026, 12, 31)),
        ("in 3 days", date(2026, 11, 26)),
        ("in two weeks", date(2026, 12, 7)),
        ("in a week", date(2026, 11, 30)),
        ("in a fortnight", date(2026, 12, 7)),
        ("a week on friday", date(2026, 12, 4)),
        ("friday week", date(2026, 12, 4)),
        ("a week today", date(2026, 11, 30)),
        ("christmas day", date(2026, 12, 25)),
        ("easter sunday", date(2027, 3, 28)),
        ("29 february", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_however_it_is_spelt(text, day):
    when = find_when(text, MONDAY)
    assert when is not None
    assert (when.day, when.unclear, when.in_past) == (day, (), False)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("next tuesday", (date(2026, 11, 24), date(2026, 12, 1))),
        ("nxt tues", (date(2026, 11, 24), date(2026, 12, 1))),
        ("on monday", (date(2026, 11, 23), date(2026, 11, 30))),
        ("tuesday or wednesday", (date(2026, 11, 24), date(2026, 11, 25))),
        ("at the weekend", (date(2026, 11, 28), date(2026, 11, 29))),
    ],
)
def test_a_day_that_can_mean_two_is_left_to_a_question(text, days):
    when = find_when(text, MONDAY)
    assert when is not None
    assert (when.day, when.unclear) == (None, days)


@pytest.mark.parametrize(
    "text",
    [
        *("we may sit on the sun chair", "i sat down", "i have 2 cats", "she wed him", "31 feb", "30/2"),
        *("i ate half 1/2 the cake", "my birthday", "every now and then", "", "the second one", "yes"),
        *("a 3 course dinner", "25:00", "at 2 shops", "call 999", "at 10 downing street", "12/13/14/15"),
    ],
)
def test_words_that_are_no_time_are_left_alone(text):
    assert find_when(text, MONDAY) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2pm", time(14)),
        ("at 2.30pm", time(14, 30)),
        ("2 pm", time(14)),
        ("11 a.m.", time(11)),
        ("14:30", time(14, 30)),
        ("09:15", time(9, 15)),
        ("half past 2 in the afternoon", time(14, 30)),
        ("quarter to 4 this afternoon", time(15, 45)),
        ("9 oclock in the morning", time(9)),
        ("tomorrow morning at 9", time(9)),
        ("9 tomorrow morning", time(9)),
        ("midday", time(12)),
        ("noon", time(12)),
        ("midnight", time(0)),
        ("12pm", time(12)),
        ("12am", time(0)),
        ("seven at night", time(19)),
        ("1430 hours", time(14, 30)),
        ("20 past 8 in the evening", time(20, 20)),
    ],
)
def test_a_clear_time_is_read(text, at):
    when = find_when(text, MONDAY)
    assert when is not None
    assert (when.time, when.unclear_times) == (at, ())


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at 2", (time(14), time(2))),
        ("tuesday at 9", (time(9), time(21))),
        ("half 3", (time(15, 30), time(3, 30))),
        ("half past 2", (time(14, 30), time(2, 30))),
        ("quarter to 1", (time(12, 45), time(0, 45))),
        ("9 o clock", (time(9), time(21))),
        ("10 to 3", (time(14, 50), time(2, 50))),
        ("2:30", (time(14, 30), time(2, 30))),
        ("at 12", (time(12), time(0))),
    ],
)
def test_a_time_that_may_be_morning_or_afternoon_is_left_to_a_question_likeliest_first(text, times):
    when = find_when(text, MONDAY)
    assert when is not None
    assert (when.time, when.unclear_times) == (None, times)


@pytest.mark.parametrize(
    ("text", "freq", "interval", "weekdays", "first"),
    [
        ("every Tuesday", Freq.WEEK, 1, (1,), date(2026, 11, 24)),
        ("i swim on tuesdays", Freq.WEEK, 1, (1,), date(2026, 11, 24)),
        ("evry tues and thurs", Freq.WEEK, 1, (1, 3), date(2026, 11, 24)),
        ("mondays and fridays", Freq.WEEK, 1, (0, 4), date(2026, 11, 23)),
        ("every day", Freq.DAY, 1, (), date(2026, 11, 23)),
        ("everyday", Freq.DAY, 1, (), date(2026, 11, 23)),
        ("every other friday", Freq.WEEK, 2, (4,), date(2026, 11, 27)),
        ("every 2 weeks", Freq.WEEK, 2, (), None),
        ("once a week", Freq.WEEK, 1, (), None),
        ("fortnightly", Freq.WEEK, 2, (), None),
        ("every 3 days", Freq.DAY, 3, (), date(2026, 11, 23)),
        ("every weekday", Freq.WEEK, 1, (0, 1, 2, 3, 4), date(2026, 11, 23)),
        ("every weekend", Freq.WEEK, 1, (5, 6), date(2026, 11, 28)),
        ("every morning", Freq.DAY, 1, (), date(2026, 11, 23)),
    ],
)
def test_a_rhythm_is_read(text, freq, interval, weekdays, first):
    when = find_when(text, MONDAY)
    assert when is not None
    assert when.repeats is not None
    assert (when.repeats.freq, when.repeats.interval, when.repeats.weekdays) == (freq, interval, weekdays)
    assert when.day == first


def test_a_rhythm_can_have_a_time():
    when = find_when("every tuesday at 2pm", MONDAY)
    assert when is not None
    assert (when.time, when.day) == (time(14), date(2026, 11, 24))


@pytest.mark.parametrize("text", ["yesterday", "last tuesday", "1 nov 2026", "today at 9am", "1/1/20"])
def test_what_is_over_says_so(text):
    when = find_when(text, MONDAY)
    assert when is not None
    assert when.in_past


def test_the_span_points_into_the_persons_own_words():
    text = "ok, im gonna water the tomatos ON TUES, pls"
    when = find_when(text, MONDAY)
    assert when is not None
    assert text[slice(*when.span)] == "ON TUES"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("3rd", date(2026, 12, 3)), ("the 25th pls", date(2026, 11, 25)), ("sat", date(2026, 11, 28))),
        ("tuesday", date(2026, 11, 24)),
    ],
)
def test_an_answer_about_the_day_may_be_short(text, day):
    when = find_day(text, MONDAY)
    assert when is not None
    assert when.day == day


@pytest.mark.parametrize("text", ["9", "14:30", "dunno", "32nd", ""])
def test_an_answer_without_a_day_is_none(text):
    assert find_day(text, MONDAY) is None


def test_an_answer_about_the_time_may_be_short():
    assert getattr(find_time("14"), "time", None) == time(14)
    assert getattr(find_time("9"), "unclear_times", None) == (time(9), time(21))
    assert getattr(find_time("about three"), "unclear_times", None) == (time(15), time(3))
    assert getattr(find_time("half past 2 in the afternoon"), "time", None) == time(14, 30)
    assert find_time("25") is None
    assert find_time("dunno") is None


def test_quiet_until_a_day_can_be_said_as_a_length():
    assert getattr(find_until("for two weeks", MONDAY), "day", None) == date(2026, 12, 7)
    assert getattr(find_until("until friday", MONDAY), "day", None) == date(2026, 11, 27)
    assert find_until("please stop", MONDAY) is None


def test_hours_from_now_are_real_hours_on_the_night_the_clocks_go_back():
    saturday = datetime(2026, 10, 25, 0, 30, tzinfo=LONDON)
    assert getattr(find_when("in 3 hours", saturday), "time", None) == time(2, 30)


def test_days_are_calendar_days_across_the_clock_change():
    before = datetime(2027, 3, 27, 23, 30, tzinfo=LONDON)
    assert getattr(find_when("tomorrow at 2am", before), "day", None) == date(2027, 3, 28)
    assert getattr(find_when("in 2 days", before), "day", None) == date(2027, 3, 29)


def test_today_is_the_persons_own_day_and_not_the_servers():
    late_in_auckland = datetime(2026, 11, 24, 1, 0, tzinfo=ZoneInfo("Pacific/Auckland"))
    assert getattr(find_when("today", late_in_auckland), "day", None) == date(2026, 11, 24)


@given(st.text(max_size=200))
def test_nothing_typed_breaks_the_reading_of_dates(text):
    for found in (find_when(text, MONDAY), find_day(text, MONDAY), find_time(text), find_until(text, MONDAY)):
        assert found is None or 0 <= found.span[0] <= found.span[1] <= len(text)


_WORDS = (
    "every other next last on the 1st 31st 30/2 29/2 2moro at 2 0 99 half past pm tuesday week in a of dec"
)


@given(st.lists(st.sampled_from(_WORDS.split(" ")), max_size=8))
def test_no_mix_of_words_for_times_breaks_the_reading(words):
    find_when(" ".join(words), MONDAY)
    find_day(" ".join(words), MONDAY)
