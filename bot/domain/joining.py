"""Joining by a link: who may make which, and how long it lasts (safety.md, 'Attackers and accidents')."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.circles import Circle, Invite, Membership
from bot.domain.errors import LinkNotGood
from bot.domain.people import Kind, Person

INVITE_LASTS = timedelta(days=14)  # long enough to be handed over on paper
DEVICE_LINK_LASTS = timedelta(hours=1)  # somebody is holding both devices

# What a facilitator may invite people to a circle as. Supporters are chosen by the member alone.
INVITED_TO_A_CIRCLE = frozenset({Kind.MEMBER, Kind.FACILITATOR})


def hash_of(token: str) -> str:
    """Give what is kept of a link's token: from it nobody can make the link again."""
    return hashlib.sha256(token.encode()).hexdigest()


def good(invite: Invite | None, now: datetime) -> Invite:
    """Give an invite that can still be used; raises LinkNotGood."""
    if invite is None or invite.used_by is not None or invite.ends <= now:
        raise LinkNotGood("this link is unknown, used or too old")
    return invite


def opened(invite: Invite | None, person: str, now: datetime) -> Invite:
    """Give an invite that this person has opened and not answered yet; raises LinkNotGood."""
    if invite is None or invite.used_by != person or invite.person is not None or invite.ends <= now:
        raise LinkNotGood("this link is unknown, somebody else's, used or too old")
    return invite


def to_confirm(invite: Invite | None, now: datetime) -> tuple[Invite, str, str]:
    """Give a further device's link with the channel and address that wait; raises LinkNotGood.

    Who opens such a link is no person yet: `used_by` is then '<channel> <address>'.
    """
    if invite is None or invite.person is None or invite.used_by is None or invite.ends <= now:
        raise LinkNotGood("no device waits for a yes")
    channel, _, address = invite.used_by.partition(" ")
    return invite, channel, address


def answered(invite: Invite, now: datetime) -> Invite:
    """Give a link that has been answered: nobody can answer it again."""
    return replace(invite, ends=now)


def may_invite(belongs: Collection[tuple[Circle, Membership]], circle: str, kind: Kind) -> bool:
    """Say whether somebody who belongs to these circles may invite to one of them, as what."""
    return kind in INVITED_TO_A_CIRCLE and any(
        there.id == circle and membership.kind is Kind.FACILITATOR for there, membership in belongs
    )


def may_choose_supporter(person: Person, belongs: Collection[tuple[Circle, Membership]]) -> bool:
    """Say whether somebody may invite a supporter: whoever is a member, here or in a circle."""
    return person.kind is Kind.MEMBER or any(membership.kind is Kind.MEMBER for _, membership in belongs)
