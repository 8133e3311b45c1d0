"""Saying what one will do, changing it, and letting it go."""

from __future__ import annotations

from dataclasses import replace

from bot.app.commands.asking import withdraw_all
from bot.app.commands.own import own_action, own_open_action
from bot.app.commands.parts import ask_to_join, people_to_ask
from bot.app.commands.scheduling import schedule, unschedule
from bot.app.commands.showing import show_exactly
from bot.app.doing import Doing, handles
from bot.dialogue.engine import Result
from bot.dialogue.questions import Timing
from bot.dialogues.commands import AddAction, ChangeAction, LetGo, SetHelp, SetReminder
from bot.dialogues.taking_back import ForgetAction, RestoreAction
from bot.domain.actions import Action, Help
from bot.domain.sharing import Thing


@handles(AddAction)
async def add_action(command: AddAction, doing: Doing) -> Result:
    """Put an action on the plan; of a 'we will', ask the others to join in."""
    asked = await people_to_ask(doing, command.circle, command.people) if command.circle else []
    action = Action(
        doing.ids.new(),
        doing.person.id,
        command.what,
        day=None,
        circle=command.circle,
        made=doing.now,
    )
    action = at_timing(action, command.timing)
    await doing.tx.practice.put_action(action)
    await schedule(doing, action)
    if action.circle is not None:
        await ask_to_join(doing, action, asked)
    return Result(action.id, ForgetAction(action.id))


@handles(ChangeAction)
async def change_action(command: ChangeAction, doing: Doing) -> Result:
    """Change what it is or when; a new day opens again what had ended."""
    was = await own_action(doing, command.action)
    action = was if command.what is None else replace(was, what=command.what)
    if command.timing is not None:
        action = at_timing(action.again(), command.timing)
    await put_changed(doing, action)
    return Result(undo=RestoreAction(was))


@handles(SetHelp)
async def set_help(command: SetHelp, doing: Doing) -> Result:
    """Say whether help is wanted; 'alone' takes back what was asked, and whoever said yes is told."""
    was = await own_open_action(doing, command.action)
    await doing.tx.practice.put_action(replace(was, help=command.help))
    told = await withdraw_all(doing, was) if command.help is Help.ALONE else False
    return Result(undo=None if told else RestoreAction(was))


@handles(SetReminder)
async def set_reminder(command: SetReminder, doing: Doing) -> Result:
    """Remind of an action at the chosen time."""
    was = await own_open_action(doing, command.action)
    action = replace(was, reminder=command.reminder)
    await doing.tx.practice.put_action(action)
    await schedule(doing, action)
    return Result(undo=RestoreAction(was))


@handles(LetGo)
async def let_go(command: LetGo, doing: Doing) -> Result:
    """Take an action off the plan; whoever was going to help is told."""
    was = await own_open_action(doing, command.action)
    await put_changed(doing, replace(was, open=False))
    told = await withdraw_all(doing, was)
    return Result(undo=None if told else RestoreAction(was))


@handles(ForgetAction)
async def forget_action(command: ForgetAction, doing: Doing) -> Result:
    """Take back that an action was ever said."""
    if await doing.tx.practice.action(command.action) is None:
        return Result()
    action = await own_action(doing, command.action)
    await withdraw_all(doing, action)
    await show_exactly(doing, Thing("action", action.id), ())
    await unschedule(doing, action.id)
    await doing.tx.practice.forget_action(action.id)
    await doing.redraw(f"we-will:{action.id}")
    return Result()


@handles(RestoreAction)
async def restore_action(command: RestoreAction, doing: Doing) -> Result:
    """Put an action back as it was, with its nudges."""
    if await doing.tx.practice.action(command.was.id) is not None:
        await restore(doing, command.was, await own_action(doing, command.was.id))
    return Result()


async def restore(doing: Doing, was: Action, now: Action) -> None:
    """Put back what an action was, over what it is."""
    await put_changed(doing, replace(was, version=now.version))


async def put_changed(doing: Doing, action: Action) -> None:
    """Save an action that changed, with its nudges and the cards that show it."""
    await doing.tx.practice.put_action(action)
    await schedule(doing, action)
    for request in await doing.tx.practice.helps(action.id):
        await doing.redraw(f"help:{request.id}")
    if action.circle is not None:
        await doing.redraw(f"we-will:{action.id}")


def at_timing(action: Action, timing: Timing | None) -> Action:
    """Give the action on its first day; something that repeats begins on the first day that fits."""
    if timing is None:
        return action
    repeats = timing.repeats.starting(timing.day) if timing.repeats else None
    day = repeats.since if repeats else timing.day
    return replace(action, day=day, time=timing.time, repeats=repeats, left_on=None)
