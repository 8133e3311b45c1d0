"""What becomes of a request for help when the person, or their circle, has other plans."""

from __future__ import annotations

from dataclasses import replace

from bot.app.doing import Doing
from bot.app.messages import Needs
from bot.dialogue.saying import Ref, Said
from bot.domain.actions import Action
from bot.domain.helping import HelpRequest, HelpState
from bot.domain.seeing import things_of_action


def needs_of(action: Action) -> Needs | None:
    """Give what a message about an action needs; a 'we will' is its circle's and needs nothing."""
    return Needs(action.owner, things_of_action(action)) if action.circle is None else None


async def put_request(doing: Doing, request: HelpRequest) -> None:
    """Save a request and have every card of it drawn anew."""
    await doing.tx.practice.put_help(request)
    for card in ("help", "helped", "asked-back"):
        await doing.redraw(f"{card}:{request.id}")


async def withdraw_all(doing: Doing, action: Action) -> bool:
    """Take back every request about an action that stands. Says whether somebody had to be told."""
    told = False
    for request in await doing.tx.practice.helps(action.id):
        if request.stands:
            told = await withdraw(doing, request) or told
    return told


async def withdraw(doing: Doing, request: HelpRequest) -> bool:
    """Take one request back; whoever said yes is told kindly. Says whether somebody was."""
    await doing.tx.nudges.drop_about(request.id)
    await put_request(doing, replace(request, state=HelpState.WITHDRAWN))
    return tell_not_needed(doing, request)


def tell_not_needed(doing: Doing, request: HelpRequest) -> bool:
    """Tell whoever said yes to a request that the person has other plans now. Says whether somebody did."""
    if request.state not in (HelpState.OFFERED, HelpState.ACCEPTED) or request.offered_by is None:
        return False
    doing.tell(request.offered_by, Said("help-not-needed", {"name": Ref("person", request.asker)}))
    return True
