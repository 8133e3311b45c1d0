"""A wish to talk to a person, as the named people see it."""

from __future__ import annotations

from bot.app.doing import Doing, sees
from bot.app.looks.seeing import name_of
from bot.dialogues.looks import Calling, LookCall
from bot.domain.calling import CallState


@sees(LookCall)
async def see_call(look: LookCall, doing: Doing) -> Calling | None:
    """Give who wants to talk, and who took it on, to a named person only."""
    call = await doing.tx.practice.call(look.call)
    if call is None or call.state is CallState.WITHDRAWN or doing.person.id not in doing.house.named:
        return None
    asker, taker = await name_of(doing, call.asker), await name_of(doing, call.taken_by)
    return Calling(call.id, call.asker, asker, call.taken_by, taker)
