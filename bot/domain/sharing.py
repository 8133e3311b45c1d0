"""Sharing: who may see what. Nothing of a person's is seen by anyone they did not choose (practice.md)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.domain.plain import plain


@plain
@dataclass(frozen=True)
class Thing:
    """Something of a person's that can be shown.

    `kind` is answer, action, plans (all of a person's plans; `id` is the person), telling, learning (what
    was learned, of a telling) or celebration.
    """

    kind: str
    id: str


@plain
@dataclass(frozen=True)
class Audience:
    """One supporter or one circle: `kind` is person or circle."""

    kind: str
    id: str


@dataclass(frozen=True)
class Share:
    """That `owner` shows a thing to an audience, until it is taken back."""

    id: str
    owner: str
    thing: Thing
    audience: Audience
    since: datetime


@dataclass(frozen=True)
class LookedAt:
    """That somebody looked at what a person shares; the person can always see it ('who looked')."""

    id: str
    owner: str
    viewer: str
    at: datetime


@dataclass(frozen=True)
class Viewer:
    """Someone who wants to see: who they are, the circles they belong to now, and whom they support now."""

    person: str
    circles: frozenset[str]
    supports: frozenset[str]


def may_see(viewer: Viewer, owner: str, things: Collection[Thing], shares: Collection[Share]) -> bool:
    """Say whether a viewer may see something of `owner`'s, which goes under any of these things.

    An action goes under itself and under its owner's plans. A share with a supporter counts while the
    support holds, a share with a circle while the viewer belongs to it (safety.md, 'Who sees what').
    """
    if viewer.person == owner:
        return True
    return any(
        share.owner == owner and share.thing in things and reaches(share.audience, viewer, owner)
        for share in shares
    )


def reaches(audience: Audience, viewer: Viewer, owner: str) -> bool:
    """Say whether a viewer belongs to an audience of `owner`'s now."""
    if audience.kind == "person":
        return audience.id == viewer.person and owner in viewer.supports
    return audience.id in viewer.circles
