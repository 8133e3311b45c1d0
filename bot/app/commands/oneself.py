"""How one is called and spoken to, and when."""

from __future__ import annotations

from bot.app.commands.own import change_self
from bot.app.commands.scheduling import schedule
from bot.app.doing import Doing, handles
from bot.dialogue.engine import Result
from bot.dialogues.commands import (
    FinishHello,
    PauseUntil,
    SetName,
    SetPictures,
    SetQuiet,
    SetReminders,
    WaitForHello,
)
from bot.dialogues.taking_back import BeginHelloAgain


@handles(SetName)
async def set_name(command: SetName, doing: Doing) -> Result:
    """Call this person so from now on."""
    before = doing.person.name
    await change_self(doing, name=command.name)
    return Result(undo=SetName(before))


@handles(SetPictures)
async def set_pictures(command: SetPictures, doing: Doing) -> Result:
    """Show words and pictures, or words."""
    before = doing.person.pictures
    await change_self(doing, pictures=command.pictures)
    return Result(undo=SetPictures(before))


@handles(SetQuiet)
async def set_quiet(command: SetQuiet, doing: Doing) -> Result:
    """Keep these quiet hours."""
    before = doing.person.quiet
    await change_self(doing, quiet=command.quiet)
    return Result(undo=SetQuiet(before))


@handles(FinishHello)
async def finish_hello(_command: FinishHello, doing: Doing) -> Result:
    """Hello has been said."""
    await change_self(doing, greeted=True)
    return Result(undo=BeginHelloAgain())


@handles(BeginHelloAgain)
async def begin_hello_again(_command: BeginHelloAgain, doing: Doing) -> Result:
    """Hello has not been said to the end."""
    await change_self(doing, greeted=False)
    return Result()


@handles(SetReminders)
async def set_reminders(command: SetReminders, doing: Doing) -> Result:
    """Remind, or not at all; reminders that were held off are planned again."""
    before = doing.person.reminders
    await change_self(doing, reminders=command.wanted)
    if command.wanted and not before:
        await _plan_all(doing)
    return Result(undo=SetReminders(before))


@handles(PauseUntil)
async def pause_until(command: PauseUntil, doing: Doing) -> Result:
    """Hold everything that a clock starts until that day."""
    before = doing.person.paused_until
    await change_self(doing, paused_until=command.day)
    return Result(undo=PauseUntil(before))


@handles(WaitForHello)
async def wait_for_hello(command: WaitForHello, doing: Doing) -> Result:
    """Start nothing until this person writes, or carry on."""
    before = doing.person.waiting
    await change_self(doing, waiting=command.wait, unanswered=0)
    if before and not command.wait:
        await _plan_all(doing)
    return Result(undo=WaitForHello(before))


async def _plan_all(doing: Doing) -> None:
    for action in await doing.tx.practice.actions(doing.person.id):
        if action.open:
            moved = action.moved_on(doing.today)
            if moved != action:
                await doing.tx.practice.put_action(moved)
            await schedule(doing, moved)
