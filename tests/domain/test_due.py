from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actions import Action
from bot.domain.due import (
    About,
    Drop,
    OfferToWait,
    Send,
    Wait,
    Why,
    decide,
    decide_weekly,
    next_weekly,
    once_more,
    slot_of,
)
from bot.domain.helping import HelpRequest, HelpState
from bot.domain.nudging import Nudge, NudgeKind
from bot.domain.people import Person, QuietHours

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 12, 1)
TOMORROW = TODAY + timedelta(days=1)
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
SAM = Person("sam")
WATER = Action("a", "sam", "water", TODAY)
REMINDER = Nudge("n", NudgeKind.REMINDER, NOON, "sam", about="a", day=TODAY)
HOW = Nudge("n", NudgeKind.HOW, NOON, "sam", about="a", day=TODAY)
NO_ANSWER = Nudge("n", NudgeKind.NO_ANSWER, NOON, "sam", about="r")
OFFER = Nudge("n", NudgeKind.WAIT_OFFER, NOON, "sam")
ASKED = About(request=HelpRequest("r", "a", "sam", "with-me", asked="jo"))


def decided(nudge, *, person=SAM, about=None, sent=0, now=NOON):
    about = about or (ASKED if nudge.kind is NudgeKind.NO_ANSWER else About(WATER))
    return decide(nudge, person=person, about=about, sent_today=sent, now=now, zone=LONDON)


@pytest.mark.parametrize("nudge", [REMINDER, HOW, NO_ANSWER, OFFER])
def test_what_is_due_goes_out(nudge):
    assert decided(nudge) == Send()


@pytest.mark.parametrize("nudge", [REMINDER, HOW])
@pytest.mark.parametrize(
    "about",
    [About(), About(replace(WATER, open=False)), About(WATER, told=(TODAY,))],
)
def test_nothing_is_sent_about_what_is_done(nudge, about):
    assert decided(nudge, about=about) == Drop(Why.DONE)


@pytest.mark.parametrize("state", [state for state in HelpState if state is not HelpState.ASKED])
def test_nothing_is_sent_about_what_is_answered(state):
    request = replace(ASKED.request, state=state)
    assert decided(NO_ANSWER, about=About(request=request)) == Drop(Why.DONE)
    assert decided(NO_ANSWER, about=About()) == Drop(Why.DONE)


def test_one_reminder_a_day_covers_all_of_that_days_plans():
    assert decided(REMINDER, sent=1) == Drop(Why.COVERED)
    assert decided(replace(REMINDER, again=True), sent=1) == Send()


def test_a_reminder_for_tomorrow_waits_until_the_morning_when_one_was_sent_today():
    nudge = replace(REMINDER, day=TOMORROW)
    about = About(replace(WATER, day=TOMORROW))
    assert decided(nudge, about=about, sent=1) == Wait(datetime(2026, 12, 2, 9, 30, tzinfo=LONDON))


def test_one_how_and_one_other_message_a_day():
    assert decided(HOW, sent=1) == Wait(datetime(2026, 12, 2, 18, tzinfo=LONDON))
    assert decided(NO_ANSWER, sent=1) == Wait(datetime(2026, 12, 2, 9, 30, tzinfo=LONDON))


@pytest.mark.parametrize(
    ("nudge", "action"),
    [
        (replace(REMINDER, day=TODAY - timedelta(days=1)), WATER),
        (replace(REMINDER, day=None), WATER),
        (REMINDER, replace(WATER, day=TOMORROW)),
        (REMINDER, replace(WATER, time=time(11))),
    ],
)
def test_a_reminder_whose_time_is_over_is_dropped(nudge, action):
    assert decided(nudge, about=About(action)) == Drop(Why.PASSED)


def test_how_it_went_is_asked_twice_at_most():
    first = once_more(HOW, NOON, LONDON)
    assert first == replace(HOW, due=datetime(2026, 12, 2, 18, tzinfo=LONDON), asked=1)
    assert once_more(first, NOON, LONDON) is None
    assert decided(replace(HOW, asked=2)) == Drop(Why.ENOUGH)


def test_stop_means_stop_but_an_own_question_is_still_answered():
    person = replace(SAM, reminders=False)
    for nudge in (REMINDER, HOW, OFFER):
        assert decided(nudge, person=person) == Drop(Why.STOPPED)
    assert decided(NO_ANSWER, person=person) == Send()


def test_a_pause_holds_everything_until_its_day():
    person = replace(SAM, paused_until=date(2026, 12, 24))
    morning = Wait(datetime(2026, 12, 24, 9, 30, tzinfo=LONDON))
    assert [decided(nudge, person=person) for nudge in (REMINDER, HOW, NO_ANSWER)] == [morning] * 3
    assert decided(REMINDER, person=replace(SAM, paused_until=TODAY)) == Send()


def test_quiet_hours_are_kept():
    night = datetime(2026, 12, 1, 21, tzinfo=UTC)
    assert decided(HOW, now=night) == Wait(datetime(2026, 12, 2, 9, tzinfo=LONDON))


def test_after_three_unanswered_it_asks_once_whether_to_wait_and_then_waits():
    silent = replace(SAM, unanswered=3)
    assert decided(REMINDER, person=silent) == OfferToWait()
    assert decided(OFFER, person=silent) == Send()
    assert decided(REMINDER, person=replace(silent, waiting=True)) == Drop(Why.WAITING)


def test_a_wish_to_talk_to_a_person_is_held_by_nothing():
    person = replace(SAM, paused_until=date(2027, 1, 1), reminders=False, waiting=True)
    assert decided(Nudge("n", NudgeKind.CALL_NEXT, NOON, "sam"), person=person, sent=9) == Send()


def test_a_circle_gets_at_most_one_a_day_and_none_about_nothing():
    assert decide_weekly(open_actions=2, sent_today=0) == Send()
    assert decide_weekly(open_actions=2, sent_today=1) == Drop(Why.COVERED)
    assert decide_weekly(open_actions=0, sent_today=0) == Drop(Why.DONE)


def test_the_weekly_moment_stays_by_the_clock_on_the_wall():
    before = datetime(2027, 3, 24, 11, tzinfo=LONDON)  # a Wednesday; the clocks change on the Sunday
    assert next_weekly(2, time(11), before, LONDON) == datetime(2027, 3, 31, 11, tzinfo=LONDON)
    assert next_weekly(2, time(12), before, LONDON) == datetime(2027, 3, 24, 12, tzinfo=LONDON)


def test_each_kind_is_counted_in_its_own_slot():
    assert {kind: slot_of(kind) for kind in NudgeKind} == {
        NudgeKind.REMINDER: "reminder",
        NudgeKind.HOW: "how",
        NudgeKind.NO_ANSWER: "other",
        NudgeKind.WAIT_OFFER: "other",
        NudgeKind.CALL_NEXT: "other",
        NudgeKind.WEEKLY: "group",
    }


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
persons = st.builds(
    Person,
    st.just("sam"),
    quiet=st.builds(QuietHours, times, times),
    reminders=st.booleans(),
    paused_until=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 1)),
    unanswered=st.integers(0, 5),
    waiting=st.booleans(),
)
kinds = st.sampled_from([NudgeKind.REMINDER, NudgeKind.HOW, NudgeKind.NO_ANSWER, NudgeKind.WAIT_OFFER])


facts = st.sampled_from([(True, False), (True, False), (False, False), (True, True)])


@st.composite
def nudges(draw):
    now = draw(moments)
    day = draw(st.none() | st.sampled_from([now.date() + timedelta(days=n) for n in range(-3, 4)]))
    return now, Nudge(
        "n",
        draw(kinds),
        now,
        "sam",
        about="a",
        day=day,
        asked=draw(st.integers(0, 3)),
        again=draw(st.booleans()),
    )


@given(nudges(), persons, st.integers(0, 1), st.sampled_from(list(HelpState)), facts)
def test_nothing_goes_out_that_the_rules_forbid(drawn, person, sent, state, fact):
    now, nudge = drawn
    is_open, told = fact
    action = Action("a", "sam", "water", nudge.day, open=is_open)
    about = About(action, (nudge.day,) if told else (), replace(ASKED.request, state=state))
    said = decide(nudge, person=person, about=about, sent_today=sent, now=now, zone=LONDON)
    local = now.astimezone(LONDON)
    if isinstance(said, Wait):
        assert said.until > now
        assert not person.quiet.cover(said.until.astimezone(LONDON).time())
    if not isinstance(said, Send):
        return
    assert not person.quiet.cover(local.time())
    assert person.paused_until is None or person.paused_until <= local.date()
    assert not sent or nudge.again
    assert nudge.kind is NudgeKind.WAIT_OFFER or person.unanswered < 3
    if nudge.kind in (NudgeKind.REMINDER, NudgeKind.HOW):
        assert (person.reminders, person.waiting, is_open, told) == (True, False, True, False)
    if nudge.kind is NudgeKind.REMINDER:
        assert nudge.day is not None
        assert nudge.day >= local.date()
    if nudge.kind is NudgeKind.NO_ANSWER:
        assert state is HelpState.ASKED
