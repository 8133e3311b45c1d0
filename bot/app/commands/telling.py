"""Telling how it went: four equal endings, and what was learned (practice.md 8)."""

from __future__ import annotations

from dataclasses import replace

from bot.app.commands.own import own_telling, shared_action
from bot.app.commands.plans import put_changed, restore
from bot.app.commands.showing import show_exactly
from bot.app.doing import Doing, handles
from bot.dialogue.engine import Result
from bot.dialogues.commands import AddToTelling, TellHow
from bot.dialogues.taking_back import RestoreTelling, Untell
from bot.domain.actions import Action, Ending, Part, Telling, goes_on_without
from bot.domain.nudging import NudgeKind
from bot.domain.sharing import Thing


@handles(TellHow)
async def tell_how(command: TellHow, doing: Doing) -> Result:
    """Keep how it went; the action is over, or moves on to its next day when it repeats."""
    was = await shared_action(doing, command.action)
    me = doing.person.id
    told = [t.day for t in await doing.tx.practice.tellings_of(was.id) if t.person == me]
    day = was.day_to_tell(doing.today, told)
    telling = Telling(doing.ids.new(), was.id, me, day, command.ending, at=doing.now)
    await doing.tx.practice.put_telling(telling)
    if was.circle is not None and command.ending is Ending.CHANGED_MIND:
        await _stop_taking_part(doing, was)
    elif day == was.day:
        await put_changed(doing, was.ended(command.ending))
    else:
        await _told_afterwards(doing, was, telling)
    return Result(telling.id, Untell(telling.id, was))


@handles(AddToTelling)
async def add_to_telling(command: AddToTelling, doing: Doing) -> Result:
    """Add what happened, what was learned and what comes next; what is not said now stays."""
    was = await own_telling(doing, command.telling)
    added = replace(
        was,
        happened=command.happened or was.happened,
        learned=command.learned or was.learned,
        next=command.next or was.next,
    )
    await doing.tx.practice.put_telling(added)
    return Result(undo=RestoreTelling(was))


@handles(RestoreTelling)
async def restore_telling(command: RestoreTelling, doing: Doing) -> Result:
    """Put a telling back as it was."""
    if await doing.tx.practice.telling(command.was.id) is not None:
        await own_telling(doing, command.was.id)
        await doing.tx.practice.put_telling(command.was)
    return Result()


@handles(Untell)
async def untell(command: Untell, doing: Doing) -> Result:
    """Take a telling back, from everybody who could see it."""
    if await doing.tx.practice.telling(command.telling) is None:
        return Result()
    telling = await own_telling(doing, command.telling)
    for kind in ("telling", "learning"):
        await show_exactly(doing, Thing(kind, telling.id), ())
    await doing.tx.practice.forget_telling(telling.id)
    action = await doing.tx.practice.action(telling.action)
    if action is None or command.was.id != action.id:
        return Result()
    if action.circle is not None:
        # Only somebody who had said yes could tell how it went.
        await doing.tx.practice.put_part(Part(action.id, doing.person.id, agreed=True))
    await restore(doing, command.was, action)
    return Result()


async def _stop_taking_part(doing: Doing, action: Action) -> None:
    """One person changing their mind takes only their own part out of a 'we will' that others do."""
    parts = await doing.tx.practice.parts(action.id)
    await doing.tx.practice.put_part(Part(action.id, doing.person.id, agreed=False))
    goes_on = goes_on_without(doing.person.id, parts)
    await put_changed(doing, action if goes_on else action.ended(Ending.CHANGED_MIND))


async def _told_afterwards(doing: Doing, action: Action, telling: Telling) -> None:
    """A repeating action that has moved on stays on its new day; nobody asks about the old one again."""
    if telling.ending is Ending.CHANGED_MIND:
        await put_changed(doing, action.ended(telling.ending))
        return
    for nudge in await doing.tx.nudges.about(action.id):
        if nudge.kind is NudgeKind.HOW and nudge.day == telling.day:
            await doing.tx.nudges.drop(nudge.id)
    await doing.tx.practice.put_action(replace(action, done_alone=action.ended(telling.ending).done_alone))
