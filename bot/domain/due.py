"""Whether a nudge that is due goes out: easy-read.md 17 and practice.md 7. Pure rules.

A person gets at most one reminder (again only after 'Later today'), one 'how did it go?' and one other
message a day that a clock started; none about what is done or answered; none in quiet hours or a pause.
After three unanswered the assistant asks once whether to wait. A circle gets at most one a day.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias, assert_never
from zoneinfo import ZoneInfo

from bot.domain.actions import Action
from bot.domain.helping import HelpRequest, HelpState
from bot.domain.nudging import (
    ASK_HOW_AT,
    HOW_ASKED_AT_MOST,
    MORNING,
    UNANSWERED_BEFORE_WAITING,
    Nudge,
    NudgeKind,
    after_quiet,
    ask_how_at,
)
from bot.domain.people import Person


class Why(StrEnum):
    """Why a nudge is not wanted any more."""

    DONE = "done"  # it ended, was told or was answered
    PASSED = "passed"  # its day or its time is over
    COVERED = "covered"  # today's message was about all of today's actions
    STOPPED = "stopped"  # the person wants no reminders
    ENOUGH = "enough"  # asked once more on another day: never again
    WAITING = "waiting"  # until the person says hello


@dataclass(frozen=True)
class Send:
    """It goes out now."""


@dataclass(frozen=True)
class OfferToWait:
    """Instead of it: 'Shall I wait until you say hello?'."""


@dataclass(frozen=True)
class Wait:
    """It is looked at again then."""

    until: datetime


@dataclass(frozen=True)
class Drop:
    """It never goes out."""

    why: Why


Decision: TypeAlias = "Send | OfferToWait | Wait | Drop"


@dataclass(frozen=True)
class About:
    """What a nudge is about, as it stands now. `told` are the days of the action that were told."""

    action: Action | None = None
    told: Collection[date | None] = ()
    request: HelpRequest | None = None


def slot_of(kind: NudgeKind) -> str:
    """Give the name under which a day's messages are counted: reminder, how, other or group."""
    match kind:
        case NudgeKind.REMINDER:
            return "reminder"
        case NudgeKind.HOW:
            return "how"
        case NudgeKind.NO_ANSWER | NudgeKind.WAIT_OFFER | NudgeKind.CALL_NEXT:
            return "other"
        case NudgeKind.WEEKLY:
            return "group"
        case _:
            assert_never(kind)


def decide(
    nudge: Nudge, *, person: Person, about: About, sent_today: int, now: datetime, zone: ZoneInfo
) -> Decision:
    """Say what becomes of a person's nudge that is due. `sent_today` counts its slot (`slot_of`)."""
    if nudge.kind is NudgeKind.CALL_NEXT:
        return Send()  # a wish to talk to a person is held by nothing
    today = now.astimezone(zone).date()
    gone = _not_wanted(nudge, person, about, now, zone)
    if gone is not None:
        return Drop(gone)
    if person.paused_until is not None and today < person.paused_until:
        return Wait(_morning(person.paused_until, person, zone))
    awake = after_quiet(now, person.quiet, zone)
    if awake > now:
        return Wait(awake)
    if nudge.kind is not NudgeKind.WAIT_OFFER and person.unanswered >= UNANSWERED_BEFORE_WAITING:
        return OfferToWait()
    if sent_today and not nudge.again:
        return _another_day(nudge, person, today, zone)
    return Send()


def decide_weekly(*, open_actions: int, sent_today: int) -> Decision:
    """Say what becomes of a circle's weekly message: nothing to do together, nothing is said."""
    if not open_actions:
        return Drop(Why.DONE)
    return Drop(Why.COVERED) if sent_today else Send()


def once_more(nudge: Nudge, now: datetime, zone: ZoneInfo) -> Nudge | None:
    """Give the second asking of 'how did it go?', on the next day; None after that one."""
    if nudge.asked + 1 >= HOW_ASKED_AT_MOST:
        return None
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return replace(nudge, due=ask_how_at(tomorrow, zone), asked=nudge.asked + 1, again=False)


def next_weekly(weekday: int, at: time, after: datetime, zone: ZoneInfo) -> datetime:
    """Give a circle's next weekly moment after another (0 is Monday), by the clock on the wall."""
    local = after.astimezone(zone)
    day = local.date() + timedelta(days=(weekday - local.weekday()) % 7)
    due = datetime.combine(day, at, zone)
    return due if due > local else datetime.combine(day + timedelta(days=7), at, zone)


def _not_wanted(nudge: Nudge, person: Person, about: About, now: datetime, zone: ZoneInfo) -> Why | None:
    match nudge.kind:
        case NudgeKind.REMINDER | NudgeKind.HOW:
            return _held_off(person) or _about_action(nudge, about, now, zone)
        case NudgeKind.NO_ANSWER:
            asked = about.request is not None and about.request.state is HelpState.ASKED
            return None if asked else Why.DONE
        case NudgeKind.WAIT_OFFER | NudgeKind.CALL_NEXT | NudgeKind.WEEKLY:
            return _held_off(person)
        case _:
            assert_never(nudge.kind)


def _held_off(person: Person) -> Why | None:
    if not person.reminders:
        return Why.STOPPED
    return Why.WAITING if person.waiting else None


def _about_action(nudge: Nudge, about: About, now: datetime, zone: ZoneInfo) -> Why | None:
    action, local = about.action, now.astimezone(zone)
    if action is None or not action.open or nudge.day in about.told:
        return Why.DONE
    if nudge.kind is NudgeKind.HOW:
        return Why.ENOUGH if nudge.asked >= HOW_ASKED_AT_MOST else None
    if nudge.day is None or nudge.day < local.date() or action.day != nudge.day:
        return Why.PASSED
    today = nudge.day == local.date()
    return Why.PASSED if today and action.time is not None and action.time <= local.time() else None


def _another_day(nudge: Nudge, person: Person, today: date, zone: ZoneInfo) -> Decision:
    """Hold what would be a second message of its slot today, unless today's covered it."""
    tomorrow = today + timedelta(days=1)
    if nudge.kind is NudgeKind.REMINDER and nudge.day == today:
        return Drop(Why.COVERED)
    if nudge.kind is NudgeKind.HOW:
        return Wait(after_quiet(datetime.combine(tomorrow, ASK_HOW_AT, zone), person.quiet, zone))
    return Wait(_morning(tomorrow, person, zone))


def _morning(day: date, person: Person, zone: ZoneInfo) -> datetime:
    return after_quiet(datetime.combine(day, MORNING, zone), person.quiet, zone)
