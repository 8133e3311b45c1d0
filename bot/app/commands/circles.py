"""Making a circle, and the links by which people come in."""

from __future__ import annotations

from dataclasses import replace

from bot.app.doing import Doing, handles
from bot.dialogue.engine import Result
from bot.dialogues.commands import MakeCircle, MakeInvite
from bot.dialogues.taking_back import WithdrawInvite
from bot.domain.circles import Circle, Invite, Membership
from bot.domain.errors import NotYours
from bot.domain.joining import (
    DEVICE_LINK_LASTS,
    INVITE_LASTS,
    answered,
    hash_of,
    may_choose_supporter,
    may_invite,
)
from bot.domain.people import Kind


@handles(MakeCircle)
async def make_circle(command: MakeCircle, doing: Doing) -> Result:
    """Make a circle with a name and nothing else in it, as its facilitator."""
    if doing.person.kind is not Kind.FACILITATOR:
        raise NotYours(doing.person.id)
    circle = Circle(doing.ids.new(), command.name, made=doing.now)
    await doing.tx.circles.put(circle)
    await doing.tx.circles.put_membership(Membership(circle.id, doing.person.id, Kind.FACILITATOR))
    return Result(circle.id)


@handles(MakeInvite)
async def make_invite(command: MakeInvite, doing: Doing) -> Result:
    """Make a single-use link; only its hash is kept."""
    token = doing.ids.token()
    invite = Invite(
        doing.ids.new(), hash_of(token), command.kind, doing.now + INVITE_LASTS, by=doing.person.id
    )
    invite = await _leading_where(command, doing, invite)
    await doing.tx.circles.put_invite(invite)
    return Result(token, WithdrawInvite(invite.id))


@handles(WithdrawInvite)
async def withdraw_invite(command: WithdrawInvite, doing: Doing) -> Result:
    """Take a link back; nobody can use it now."""
    invite = await doing.tx.circles.invite(command.invite)
    if invite is None or invite.used_by is not None:
        return Result()
    if invite.by != doing.person.id:
        raise NotYours(invite.id)
    await doing.tx.circles.put_invite(answered(invite, doing.now))
    return Result()


async def _leading_where(command: MakeInvite, doing: Doing, invite: Invite) -> Invite:
    """Give the invite with what it is for; refuses NotYours what this person may not invite to."""
    me = doing.person
    belongs = await doing.tx.circles.of_person(me.id)
    if command.device:
        return replace(invite, kind=me.kind, person=me.id, ends=doing.now + DEVICE_LINK_LASTS)
    if command.supporter_of_me:
        if may_choose_supporter(me, belongs):
            return replace(invite, kind=Kind.SUPPORTER, member=me.id)
    elif command.circle is not None and may_invite(belongs, command.circle, command.kind):
        return replace(invite, circle=command.circle)
    raise NotYours(me.id)
