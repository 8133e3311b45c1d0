"""Actions: 'I will' and 'we will', and how they ended (practice.md 6-8)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.plain import plain
from bot.domain.repeating import Repeats

# A repeating action is told about its last day for so long; after that it is history.
TELLABLE_FOR = timedelta(days=7)

# Four times alone, and a reminder asks whether it is still wanted (practice.md 7; issue: 'fading').
ALONE_BEFORE_FADING = 4


@plain
class Reminder(StrEnum):
    """When a person wants to be reminded."""

    THAT_MORNING = "that-morning"
    DAY_BEFORE = "day-before"
    NONE = "none"


@plain
class Ending(StrEnum):
    """Four equal answers to 'how did it go?' (practice.md 8)."""

    DONE = "done"
    SOME = "some"
    NOT_TO_PLAN = "not-to-plan"
    CHANGED_MIND = "changed-mind"


@plain
class Help(StrEnum):
    """Whether help is wanted with an action."""

    ALONE = "alone"
    SOME = "some-help"
    NOT_SURE = "not-sure"


@plain
@dataclass(frozen=True)
class Action:
    """Something that one person, or several in a circle, will do.

    `day` is the next day it is planned for, `time` the time of that day if one was said. `open` until it
    ended or was let go; something that repeats stays open and its `day` moves on. `done_alone` counts the
    times it was done without help in a row. `version` guards against two people changing it at once.
    """

    id: str
    owner: str  # who said it first
    what: str
    day: date | None
    time: time | None = None
    repeats: Repeats | None = None
    help: Help = Help.ALONE
    reminder: Reminder = Reminder.NONE
    circle: str | None = None  # 'we will', in this circle
    open: bool = True
    ending: Ending | None = None
    done_alone: int = 0
    fading_asked: bool = False
    made: datetime | None = None
    version: int = 1
    left_on: date | None = None  # 'not today' was said of this day

    def ended(self, ending: Ending) -> Action:
        """Give the action after this telling: over, or moved on to its next day when it repeats."""
        alone = self.done_alone + 1 if ending is Ending.DONE and self.help is Help.ALONE else 0
        if self.repeats is None or ending is Ending.CHANGED_MIND or self.day is None:
            return replace(self, open=False, ending=ending, done_alone=alone)
        return replace(self, day=self.repeats.next_after(self.day), ending=ending, done_alone=alone)

    def again(self) -> Action:
        """Give the action open once more, to be tried again."""
        return replace(self, open=True, ending=None)

    def moved_on(self, today: date) -> Action:
        """Give a repeating action on its first day from `today` on; any other as it is."""
        if self.repeats is None or self.day is None or self.day >= today:
            return self
        return replace(self, day=self.repeats.next_after(today - timedelta(days=1)))

    def day_to_tell(self, today: date, told: Collection[date | None]) -> date | None:
        """Give the day that a telling today is about.

        That is the planned day, unless it is still to come and the last one has not been told yet.
        """
        if self.repeats is None or self.day is None or self.day <= today:
            return self.day
        last = _last_day(self.repeats, today - TELLABLE_FOR, self.day)
        return self.day if last is None or last > today or last in told else last

    @property
    def may_fade(self) -> bool:
        """Whether it is time to ask, once, if the reminder is still wanted."""
        return (
            self.done_alone >= ALONE_BEFORE_FADING
            and self.reminder is not Reminder.NONE
            and not self.fading_asked
        )


@dataclass(frozen=True)
class Part:
    """One person's part in a 'we will' action: asked, and counted only after their own yes."""

    action: str
    person: str
    agreed: bool | None = None  # None until they have answered


def goes_on_without(person: str, parts: Collection[Part]) -> bool:
    """Say whether somebody else has said yes to a 'we will', so that it goes on when one person stops."""
    return any(part.agreed and part.person != person for part in parts)


@plain
@dataclass(frozen=True)
class Telling:
    """How something went, in a person's own words.

    A plan that did not work out is as welcome as one that did.
    """

    id: str
    action: str
    person: str
    day: date | None
    ending: Ending
    happened: str = ""
    learned: str = ""
    next: str = ""  # try-again, change, ask-help or let-go
    at: datetime | None = None


def _last_day(repeats: Repeats, earliest: date, before: date) -> date | None:
    """Give the last day before another on which something came, no earlier than `earliest`."""
    last, day = None, repeats.next_after(earliest - timedelta(days=1))
    while day < before:
        last, day = day, repeats.next_after(day)
    return last
