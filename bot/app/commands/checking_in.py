"""Looking at what a member shares; the member can always see who looked (conversations.md 8)."""

from __future__ import annotations

from bot.app.doing import Doing, handles
from bot.app.looks.checking_in import items_shown
from bot.dialogue.engine import Result
from bot.dialogues.commands import CheckIn
from bot.domain.errors import NotShared
from bot.domain.sharing import LookedAt


@handles(CheckIn)
async def check_in(command: CheckIn, doing: Doing) -> Result:
    """Give what this person may see, and note that they looked.

    Nothing shown, nobody linked and nobody there are refused alike: no hint tells them apart.
    """
    me = doing.person.id
    items = [] if command.member == me else await items_shown(doing, command.member)
    if not items:
        raise NotShared(command.member)
    await doing.tx.sharing.add_look(LookedAt(doing.ids.new(), command.member, me, doing.now))
    return Result(tuple(items))
