"""Letting exactly these see a thing of one's own."""

from __future__ import annotations

from bot.app.commands.showing import check_audiences, check_own, show_exactly
from bot.app.doing import Doing, handles
from bot.app.looks.sharing import audiences_now
from bot.dialogue.engine import Result
from bot.dialogues.commands import ShowTo
from bot.dialogues.taking_back import ShowAgain


@handles(ShowTo)
async def show_to(command: ShowTo, doing: Doing) -> Result:
    """Show a thing to one's own supporters and circles; refuses NotYours for anyone else."""
    await check_own(doing, command.thing)
    await check_audiences(doing, command.audiences)
    before = await show_exactly(doing, command.thing, command.audiences)
    return Result(undo=ShowAgain(command.thing, before))


@handles(ShowAgain)
async def show_again(command: ShowAgain, doing: Doing) -> Result:
    """Show a thing to those who could see it before and are still one's own."""
    await check_own(doing, command.thing)
    now = await audiences_now(doing)
    await show_exactly(doing, command.thing, [one for one in command.audiences if one in now])
    return Result()
