"""Talking to a person: a human can always be reached (easy-read.md 13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.plain import plain

NEXT_AFTER = timedelta(hours=1)  # then the next named person is asked, in hours


@plain
class CallState(StrEnum):
    """Where a wish to talk stands."""

    WAITING = "waiting"
    TAKEN = "taken"
    NOBODY = "nobody"  # everyone was asked; the asker has the number
    WITHDRAWN = "withdrawn"  # the asker does not want it any more


@dataclass(frozen=True)
class Call:
    """That somebody wants to talk to a person. `asked` is how many of the named people were asked."""

    id: str
    asker: str
    asked: int
    state: CallState
    at: datetime
    taken_by: str | None = None
    version: int = 1


@dataclass(frozen=True)
class Hours:
    """When the named people can be reached: weekdays (0 is Monday) between two times."""

    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    start: time = time(9)
    end: time = time(17)

    def cover(self, at: datetime, zone: ZoneInfo) -> bool:
        """Say whether a moment is within the hours."""
        local = at.astimezone(zone)
        return local.weekday() in self.weekdays and self.start <= local.time() < self.end


def asking_next(call: Call, reachable: Sequence[bool]) -> Call:
    """Give the call with the next named person asked, of those who can be reached here; else NOBODY.

    `reachable` says it of each named person in turn. The one asked is at `asked - 1`.
    """
    for place in range(call.asked, len(reachable)):
        if reachable[place]:
            return replace(call, asked=place + 1)
    return replace(call, state=CallState.NOBODY)
