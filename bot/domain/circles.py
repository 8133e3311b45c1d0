"""Circles: the groups in which people do things together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from bot.domain.people import Kind


@dataclass(frozen=True)
class Circle:
    """A group with a name. It starts with nothing in it (practice.md 1).

    Its one weekly message comes on `nudge_weekday` (0 is Monday) at `nudge_time`, once it chose them.
    """

    id: str
    name: str
    nudge_weekday: int | None = None
    nudge_time: time | None = None
    made: datetime | None = None


@dataclass(frozen=True)
class Membership:
    """That a person belongs to a circle, as what."""

    circle: str
    person: str
    kind: Kind
    left: bool = False


@dataclass(frozen=True)
class Place:
    """A group chat that belongs to a circle, on one channel. `gone` when the assistant was removed."""

    channel: str
    address: str
    circle: str | None
    gone: bool = False


@dataclass(frozen=True)
class Invite:
    """A joining link, used once. Only its hash is kept.

    `kind` is what the person will be; `circle` where; `member` whom a supporter was asked by; `person`
    the one whose further device joins. `by` is who made it (None for the operator). `used_by` is the person
    who opened it, or '<channel> <address>' of a device that waits for its person's yes.
    """

    id: str
    token_hash: str
    kind: Kind
    ends: datetime
    circle: str | None = None
    member: str | None = None
    person: str | None = None
    by: str | None = None
    used_by: str | None = None


@dataclass(frozen=True)
class Post:
    """Something a person wrote in a circle's chat on the web. It belongs to the circle."""

    id: str
    circle: str
    person: str
    words: str
    at: datetime
    media: str | None = None
