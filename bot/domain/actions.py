"""Actions: 'I will' and 'we will', and how they ended (practice.md 6-8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.plain import plain
from bot.domain.repeating import Repeats

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

    def ended(self, ending: Ending) -> Action:
        """Give the action after this telling: over, or moved on to its next day when it repeats."""
        alone = self.done_alone + 1 if ending is Ending.DONE and self.help is Help.ALONE else 0
        if self.repeats is None or ending is Ending.CHANGED_MIND or self.day is None:
            return replace(self, open=False, ending=ending, done_alone=alone)
        return replace(self, day=self.repeats.next_after(self.day), ending=ending, done_alone=alone)

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
