"""What a link is for, who would be a supporter, and which device waits."""

from __future__ import annotations

from bot.app.doing import Doing, sees
from bot.app.looks.seeing import known, name_of
from bot.dialogues.looks import (
    Device,
    Invited,
    Known,
    LookDevice,
    LookInvite,
    LookSupport,
    Supporting,
)
from bot.domain.errors import LinkNotGood
from bot.domain.joining import opened, to_confirm


@sees(LookInvite)
async def see_invite(look: LookInvite, doing: Doing) -> Invited | None:
    """Give what a link is for, while it can be used."""
    try:
        invite = opened(await doing.tx.circles.invite(look.invite), doing.person.id, doing.now)
    except LinkNotGood:
        return None
    circle = await doing.tx.circles.get(invite.circle) if invite.circle else None
    member = await known(doing, [invite.member] if invite.member else [])
    return Invited(
        invite.id,
        invite.kind,
        Known(circle.id, circle.name) if circle else None,
        member[0] if member else None,
        await name_of(doing, invite.by),
        device=invite.person is not None,
    )


@sees(LookSupport)
async def see_support(look: LookSupport, doing: Doing) -> Supporting | None:
    """Give who would support whom, to the two of them."""
    support = await doing.tx.people.support(look.support)
    if support is None or support.ended or doing.person.id not in (support.member, support.supporter):
        return None
    return Supporting(
        support.id,
        support.member,
        await name_of(doing, support.member),
        support.supporter,
        await name_of(doing, support.supporter),
        agreed=support.member_agreed,
    )


@sees(LookDevice)
async def see_device(look: LookDevice, doing: Doing) -> Device | None:
    """Give the device that waits for this person's yes."""
    try:
        invite, channel, _ = to_confirm(await doing.tx.circles.invite(look.invite), doing.now)
    except LinkNotGood:
        return None
    return Device(invite.id, channel) if invite.person == doing.person.id else None
