"""Leaving a circle, and ending that somebody supports somebody: what was shown by it ends at once."""

from __future__ import annotations

from dataclasses import replace

from bot.app.commands.asking import put_request, withdraw
from bot.app.commands.plans import put_changed
from bot.app.commands.showing import cover
from bot.app.doing import Doing, handles
from bot.dialogue.engine import Result
from bot.dialogue.saying import Ref, Said
from bot.dialogues.commands import EndSupport, LeaveCircle
from bot.domain.actions import Part, goes_on_without
from bot.domain.errors import Gone, NotYours
from bot.domain.helping import HelpRequest, HelpState
from bot.domain.people import Support
from bot.domain.sharing import Audience


@handles(LeaveCircle)
async def leave_circle(command: LeaveCircle, doing: Doing) -> Result:
    """Leave: nothing of this person's is shown there any more, and they see nothing of it."""
    belongs = await doing.tx.circles.of_person(doing.person.id)
    membership = next((m for circle, m in belongs if circle.id == command.circle), None)
    if membership is None:
        raise NotYours(command.circle)
    await doing.tx.circles.put_membership(replace(membership, left=True))
    await end_shares(doing, doing.person.id, Audience("circle", command.circle))
    for request in await _requests_between(doing, command.circle):
        await _end_request(doing, request)
    await _leave_actions(doing, command.circle)
    return Result()


@handles(EndSupport)
async def end_support(command: EndSupport, doing: Doing) -> Result:
    """End it from either side; a member who loses a supporter is told, so that they can ask others."""
    me = doing.person.id
    known = [*await doing.tx.people.supports_of(me), *await doing.tx.people.supported_by(me)]
    ending = [s for s in known if not s.ended and command.person in (s.member, s.supporter)]
    if not ending:
        raise Gone(command.person)
    for support in ending:
        await _end(doing, support)
    return Result()


async def end_shares(doing: Doing, owner: str, audience: Audience) -> None:
    """End everything that an owner shows to an audience, also where it was shown already."""
    shares = await doing.tx.sharing.of_owner(owner)
    await doing.tx.sharing.end_for(owner, audience)
    for share in shares:
        if share.audience == audience:
            await cover(doing, owner, share.thing, audience)


async def _end(doing: Doing, support: Support) -> None:
    await doing.tx.people.put_support(replace(support, ended=True))
    await end_shares(doing, support.member, Audience("person", support.supporter))
    for request in await doing.tx.practice.helps_with(support.supporter):
        if request.asker == support.member and request.circle is None and request.stands:
            await _end_request(doing, request)
    await doing.redraw(f"support:{support.id}")
    if support.supporter == doing.person.id and support.holds:
        doing.tell(support.member, Said("supporter-left", {"name": Ref("person", support.supporter)}))


async def _requests_between(doing: Doing, circle: str) -> list[HelpRequest]:
    """Give the requests in a circle that this person made, or offered to help with."""
    found = [r for r in await doing.tx.practice.helps_with(doing.person.id) if r.circle == circle]
    for action in await doing.tx.practice.actions(doing.person.id):
        found += [r for r in await doing.tx.practice.helps(action.id) if r.circle == circle]
    return [request for request in found if request.stands]


async def _end_request(doing: Doing, request: HelpRequest) -> None:
    """Take one's own request back; of another's, say that this help does not come, so that they ask anew."""
    if request.asker == doing.person.id:
        await withdraw(doing, request)
        return
    await doing.tx.nudges.drop_about(request.id)
    await put_request(doing, replace(request, state=HelpState.DECLINED))
    doing.show_card(f"helped:{request.id}", request.asker)


async def _leave_actions(doing: Doing, circle: str) -> None:
    """Take one's part out of the circle's 'we will'; what nobody else does is over."""
    me = doing.person.id
    for action in await doing.tx.practice.circle_actions(circle):
        parts = await doing.tx.practice.parts(action.id)
        if not any(part.person == me for part in parts):
            continue
        await doing.tx.practice.put_part(Part(action.id, me, agreed=False))
        goes_on = goes_on_without(me, parts)
        await put_changed(doing, action if goes_on else replace(action, open=False))
