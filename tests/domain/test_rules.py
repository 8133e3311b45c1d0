"""The smaller rules: people, times of day, help, calls, links."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actions import Reminder
from bot.domain.calling import Call, CallState, Hours, asking_next
from bot.domain.circles import Circle, Invite, Membership
from bot.domain.errors import LinkNotGood
from bot.domain.helping import HelpRequest, HelpState, tell_no_answer_at
from bot.domain.joining import (
    answered,
    good,
    hash_of,
    may_choose_supporter,
    may_invite,
    opened,
    to_confirm,
)
from bot.domain.nudging import after_quiet, later_today, remind_at
from bot.domain.people import Kind, Person, QuietHours, Support

LONDON = ZoneInfo("Europe/London")
TUESDAY = date(2026, 12, 1)
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
QUIET = QuietHours()
GARDEN = Circle("garden", "Garden Gang")


def test_quiet_hours_may_go_over_midnight_or_not_be_at_all():
    assert QUIET.cover(time(23))
    assert QUIET.cover(time(8, 59))
    assert not QUIET.cover(time(9))
    assert QuietHours(time(13), time(14)).cover(time(13, 30))
    assert not QuietHours(time(9), time(9)).cover(time(9))


@pytest.mark.parametrize(
    ("support", "holds"),
    [
        (Support("s", "sam", "jo", True, True), True),
        (Support("s", "sam", "jo", member_agreed=True), False),
        (Support("s", "sam", "jo", supporter_agreed=True), False),
        (Support("s", "sam", "jo", True, True, True), False),
    ],
)
def test_support_holds_only_while_both_say_yes(support, holds):
    assert support.holds is holds


@pytest.mark.parametrize(
    ("reminder", "at", "due"),
    [
        (Reminder.NONE, None, None),
        (Reminder.DAY_BEFORE, None, datetime(2026, 11, 30, 17, tzinfo=LONDON)),
        (Reminder.THAT_MORNING, None, datetime(2026, 12, 1, 9, 30, tzinfo=LONDON)),
        (Reminder.THAT_MORNING, time(15), datetime(2026, 12, 1, 9, 30, tzinfo=LONDON)),
        (Reminder.THAT_MORNING, time(8), datetime(2026, 12, 1, 7, tzinfo=LONDON)),
    ],
)
def test_a_reminder_comes_when_the_person_chose(reminder, at, due):
    assert remind_at(TUESDAY, reminder, at, LONDON) == due


@pytest.mark.parametrize(
    ("now", "later"),
    [
        (time(9, 30), time(12, 30)),
        (time(18), time(19, 30)),
        (time(19, 45), None),
        (time(22), None),
        (time(6), time(9)),
        (time(5), None),
    ],
)
def test_later_today_comes_before_the_quiet_hours_or_not_at_all(now, later):
    due = later_today(datetime.combine(TUESDAY, now, LONDON), QUIET, LONDON)
    assert (due and due.time()) == later


def test_later_today_is_today_also_without_quiet_hours():
    none = QuietHours(time(0), time(0))
    assert later_today(datetime(2026, 12, 1, 22, tzinfo=LONDON), none, LONDON) is None
    assert later_today(datetime(2026, 12, 1, 12, tzinfo=LONDON), none, LONDON).hour == 15


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.times(),
    st.times(),
)
def test_later_today_never_comes_on_another_day_or_in_quiet_hours(now, start, end):
    due = later_today(now, QuietHours(start, end), LONDON)
    if due is not None:
        assert due > now
        assert due.astimezone(LONDON).date() == now.astimezone(LONDON).date()
        assert not QuietHours(start, end).cover(due.astimezone(LONDON).time())


def test_what_comes_in_quiet_hours_waits_for_their_end():
    evening = datetime(2026, 12, 1, 21, tzinfo=LONDON)
    assert after_quiet(evening, QUIET, LONDON) == datetime(2026, 12, 2, 9, tzinfo=LONDON)
    early = datetime(2026, 12, 1, 3, tzinfo=LONDON)
    assert after_quiet(early, QUIET, LONDON) == datetime(2026, 12, 1, 9, tzinfo=LONDON)
    assert after_quiet(NOON, QUIET, LONDON) == NOON


def test_no_answer_is_told_in_time_to_ask_someone_else():
    tomorrow = NOON + timedelta(days=1)
    assert tell_no_answer_at(NOON, None) == tomorrow
    assert tell_no_answer_at(NOON, NOON + timedelta(days=9)) == tomorrow
    assert tell_no_answer_at(NOON, NOON + timedelta(hours=30)) == NOON + timedelta(hours=6)
    # for tomorrow, in time to ask someone else; for today, after an hour
    assert tell_no_answer_at(NOON, NOON + timedelta(hours=12)) == NOON + timedelta(hours=4)
    assert tell_no_answer_at(NOON, NOON - timedelta(hours=12)) == NOON + timedelta(hours=1)


@pytest.mark.parametrize("state", list(HelpState))
def test_a_late_yes_is_as_good_as_an_early_one(state):
    request = HelpRequest("r", "a", "sam", "with-me", state=state)
    assert request.open is (state in {HelpState.ASKED, HelpState.NO_ANSWER})
    assert request.stands is (state not in {HelpState.DECLINED, HelpState.WITHDRAWN})


def test_named_people_are_asked_in_turn_until_nobody_is_left():
    call = Call("c", "sam", 0, CallState.WAITING, NOON)
    first = asking_next(call, [False, True, True])
    assert first.asked == 2
    assert asking_next(first, [False, True, True]).asked == 3
    assert asking_next(replace(first, asked=3), [True] * 3).state is CallState.NOBODY


def test_the_hours_are_by_the_clock_on_the_wall():
    hours = Hours()
    assert hours.cover(datetime(2026, 7, 1, 8, tzinfo=UTC), LONDON)  # 9 in summer
    assert not hours.cover(datetime(2026, 12, 1, 8, tzinfo=UTC), LONDON)
    assert not hours.cover(datetime(2026, 12, 5, 12, tzinfo=UTC), LONDON)  # a Saturday


def test_a_link_is_good_once_and_for_its_days():
    invite = Invite("i", hash_of("token"), Kind.MEMBER, NOON + timedelta(days=1), circle="garden")
    used = replace(invite, used_by="kit")
    assert good(invite, NOON) == invite
    assert opened(used, "kit", NOON) == used
    for bad in (None, used, answered(invite, NOON)):
        with pytest.raises(LinkNotGood):
            good(bad, NOON)
    for bad in (None, invite, answered(used, NOON), replace(used, person="sam")):
        with pytest.raises(LinkNotGood):
            opened(bad, "kit", NOON)
    with pytest.raises(LinkNotGood):
        opened(used, "jo", NOON)


def test_a_device_waits_under_its_channel_and_address():
    invite = Invite("i", "h", Kind.MEMBER, NOON + timedelta(hours=1), person="sam", used_by="telegram 4711")
    assert to_confirm(invite, NOON) == (invite, "telegram", "4711")
    for bad in (None, replace(invite, person=None), replace(invite, used_by=None), answered(invite, NOON)):
        with pytest.raises(LinkNotGood):
            to_confirm(bad, NOON)


def test_supporters_are_chosen_by_members_alone():
    holds = [(GARDEN, Membership("garden", "p", Kind.FACILITATOR))]
    joins = [(GARDEN, Membership("garden", "p", Kind.MEMBER))]
    assert may_invite(holds, "garden", Kind.FACILITATOR)
    assert not may_invite(holds, "garden", Kind.SUPPORTER)
    assert not may_invite(holds, "bakery", Kind.MEMBER)
    assert not may_invite(joins, "garden", Kind.MEMBER)
    assert may_choose_supporter(Person("p"), ())
    assert may_choose_supporter(Person("p", kind=Kind.SUPPORTER), joins)
    assert not may_choose_supporter(Person("p", kind=Kind.SUPPORTER), holds)
