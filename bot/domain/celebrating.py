"""Celebrations: the person chooses how; others join in by a tap and leave by another (practice.md 9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Celebration:
    """Good news in a person's own words. `action` when it is about one. No totals are kept of who joins."""

    id: str
    person: str
    words: str
    made_by: str  # me, us or someone-else
    action: str | None = None
    circle: str | None = None  # where its card is
    taken_back: bool = False
    at: datetime | None = None


@dataclass(frozen=True)
class Hooray:
    """That somebody joins a celebration. `words` when they said something."""

    celebration: str
    person: str
    words: str = ""
