"""Nudges: quiet, kind reminders, and when they are due (practice.md 7; easy-read.md 17). Pure rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.domain.actions import Reminder
from bot.domain.people import QuietHours
from bot.domain.plain import plain

MORNING = time(9, 30)  # when a reminder 'that morning' comes
EVENING_BEFORE = time(17)  # when a reminder 'the day before' comes
ASK_HOW_AT = time(18)  # when 'how did it go?' comes
LATER_TODAY = timedelta(hours=3)
BEFORE_QUIET = timedelta(minutes=30)  # 'later today' comes at least so long before the quiet hours
HOW_ASKED_AT_MOST = 2  # asked once more on another day, then never again (conversations.md 4)
UNANSWERED_BEFORE_WAITING = 3  # then: 'Shall I wait until you say hello?'


@plain
class NudgeKind(StrEnum):
    """What a clock may start. REMINDER and HOW each come once a day (easy-read.md 17)."""

    REMINDER = "reminder"
    HOW = "how"
    NO_ANSWER = "no-answer"
    WAIT_OFFER = "wait-offer"
    WEEKLY = "weekly"
    CALL_NEXT = "call-next"


@dataclass(frozen=True)
class Nudge:
    """Something that is due at a time, as a row and not as a timer.

    `person` or `circle` gets it. `about` is the action, help request or call; `day` the action's day.
    `asked` counts how often 'how did it go' was asked for that day.
    """

    id: str
    kind: NudgeKind
    due: datetime
    person: str | None = None
    circle: str | None = None
    about: str | None = None
    day: date | None = None
    asked: int = 0
    again: bool = False  # the person pressed 'Later today'


def remind_at(day: date, reminder: Reminder, at: time | None, zone: ZoneInfo) -> datetime | None:
    """Give when to remind of something on a day; None when no reminder is wanted.

    'That morning' comes at 9:30, or an hour before something earlier; all in the person's zone.
    """
    match reminder:
        case Reminder.NONE:
            return None
        case Reminder.DAY_BEFORE:
            return datetime.combine(day - timedelta(days=1), EVENING_BEFORE, zone)
        case Reminder.THAT_MORNING:
            morning = datetime.combine(day, MORNING, zone)
            if at is not None and at <= MORNING:
                return min(morning, datetime.combine(day, at, zone) - timedelta(hours=1))
            return morning
        case _:
            assert_never(reminder)


def ask_how_at(day: date, zone: ZoneInfo) -> datetime:
    """Give when to ask how something on a day went."""
    return datetime.combine(day, ASK_HOW_AT, zone)


def later_today(now: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime | None:
    """Give when to come again after [Later today]: three hours on, or just before the quiet hours.

    None when this day has no such moment left.
    """
    local = now.astimezone(zone)
    start = datetime.combine(local.date(), quiet.start, zone)
    later = min(local + LATER_TODAY, start - BEFORE_QUIET) if start > local else local + LATER_TODAY
    fits = later > local and later.date() == local.date() and not quiet.cover(later.time())
    return later if fits else None


def after_quiet(at: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    """Give the first moment from `at` on that is not in the person's quiet hours."""
    local = at.astimezone(zone)
    if not quiet.cover(local.time()):
        return at
    end = datetime.combine(local.date(), quiet.end, zone)
    return end if end > local else datetime.combine(local.date() + timedelta(days=1), quiet.end, zone)
