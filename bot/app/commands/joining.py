"""The private yes to a link, and the member's yes to a supporter."""

from __future__ import annotations

from dataclasses import replace

from bot.app.commands.own import belongs_to, change_self
from bot.app.doing import Doing, handles
from bot.dialogue.engine import Result
from bot.dialogue.saying import Ref, Said
from bot.dialogues.commands import Accept, AgreeSupporter, EndSupport
from bot.domain.circles import Invite, Membership
from bot.domain.errors import AlreadyDone, Gone, NotYours
from bot.domain.joining import answered, opened
from bot.domain.people import Support


@handles(Accept)
async def accept(command: Accept, doing: Doing) -> Result:
    """Come in, with a yes; a no leaves the link as it is until it is too old."""
    invite = opened(await doing.tx.circles.invite(command.invite), doing.person.id, doing.now)
    if not command.yes:
        return Result()
    if invite.member is not None:
        await _offer_support(doing, invite.member)
    elif invite.circle is not None:
        await _join(doing, invite.circle, invite)
    else:
        await change_self(doing, kind=invite.kind)
    await doing.tx.circles.put_invite(answered(invite, doing.now))
    return Result()


@handles(AgreeSupporter)
async def agree_supporter(command: AgreeSupporter, doing: Doing) -> Result:
    """Say yes or no to somebody who would be one's supporter; they are told."""
    support = await doing.tx.people.support(command.support)
    if support is None or support.ended:
        raise Gone(command.support)
    if support.member != doing.person.id:
        raise NotYours(support.id)
    if support.member_agreed and command.yes:
        raise AlreadyDone(support.id)
    said = replace(support, member_agreed=command.yes, ended=not command.yes)
    await doing.tx.people.put_support(said)
    await doing.redraw(f"support:{support.id}")
    name = {"name": Ref("person", support.member)}
    doing.tell(support.supporter, Said("support-agreed" if command.yes else "support-declined", name))
    return Result(undo=EndSupport(support.supporter) if command.yes else None)


async def _offer_support(doing: Doing, member: str) -> None:
    """Be somebody's supporter as soon as they say yes too."""
    if member == doing.person.id:
        raise NotYours(member)
    known = await doing.tx.people.supported_by(doing.person.id)
    if any(support.member == member and not support.ended for support in known):
        raise AlreadyDone(member)
    support = Support(doing.ids.new(), member, doing.person.id, supporter_agreed=True)
    await doing.tx.people.put_support(support)
    doing.show_card(f"support:{support.id}", member)


async def _join(doing: Doing, circle: str, invite: Invite) -> None:
    if await belongs_to(doing, circle):
        raise AlreadyDone(circle)
    await doing.tx.circles.put_membership(Membership(circle, doing.person.id, invite.kind))
