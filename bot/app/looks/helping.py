"""A request for help, for the one who asks and those who are asked."""

from __future__ import annotations

from bot.app.doing import Doing, sees
from bot.app.looks.seeing import action_seen, name_of, viewer_of
from bot.dialogues.looks import HelpAsked, LookHelp
from bot.domain.helping import HelpRequest, HelpState
from bot.domain.sharing import Viewer


@sees(LookHelp)
async def see_help(look: LookHelp, doing: Doing) -> HelpAsked | None:
    """Give a request; what was asked back is for the two of them."""
    request = await doing.tx.practice.help(look.request)
    if request is None or not concerns(request, await viewer_of(doing)):
        return None
    action = await action_seen(doing, request.action)
    over = request.state is HelpState.WITHDRAWN or (action is not None and not action.open)
    if action is None or (over and request.asker != doing.person.id):
        return None
    ours = doing.person.id in (request.asker, request.asked_back_by)
    back_by = request.asked_back_by if ours else None
    return HelpAsked(
        id=request.id,
        action=action.id,
        asker=request.asker,
        asker_name=await name_of(doing, request.asker),
        kind=request.kind,
        words=request.words,
        state=request.state,
        offered_by=request.offered_by,
        offered_name=await name_of(doing, request.offered_by),
        what=action.what,
        day=action.day,
        time=action.time,
        asked_back=request.asked_back if ours else "",
        asked_back_by=back_by,
        asked_back_name=await name_of(doing, back_by),
        reply=request.reply if ours else "",
        offered_by_me=request.offered_by == doing.person.id,
        asked_name=await _asked_name(doing, request),
    )


async def _asked_name(doing: Doing, request: HelpRequest) -> str:
    """Give the name of the person or the circle that was asked."""
    if request.circle is None:
        return await name_of(doing, request.asked)
    circle = await doing.tx.circles.get(request.circle)
    return circle.name if circle else ""


def concerns(request: HelpRequest, viewer: Viewer) -> bool:
    """Say whether somebody asked, was asked, offered, or belongs to the circle that was asked."""
    if request.circle is not None and request.circle in viewer.circles:
        return True
    return viewer.person in (request.asker, request.asked, request.offered_by)
