"""What a person says to a nudge: later, not today, tomorrow, or that it is not needed any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.app.commands.own import own_open_action
from bot.app.commands.scheduling import plan_nudges, schedule, unschedule
from bot.app.doing import Doing, handles
from bot.dialogue.engine import Result
from bot.dialogues.commands import AskHowTomorrow, Fade, NotToday, RemindLater
from bot.dialogues.taking_back import RestoreAction
from bot.domain.actions import Reminder
from bot.domain.errors import Gone
from bot.domain.nudging import HOW_ASKED_AT_MOST, Nudge, NudgeKind, ask_how_at, later_today


@handles(RemindLater)
async def remind_later(command: RemindLater, doing: Doing) -> Result:
    """Come again later today; refuses with Gone when this day has no such moment left."""
    action = await own_open_action(doing, command.action)
    due = later_today(doing.now, doing.person.quiet, doing.house.zone)
    if due is None:
        raise Gone(action.id)
    await doing.tx.nudges.drop_about(action.id, NudgeKind.REMINDER)
    await doing.tx.nudges.put(
        Nudge(
            doing.ids.new(),
            NudgeKind.REMINDER,
            due,
            person=doing.person.id,
            about=action.id,
            day=action.day,
            again=True,
        )
    )
    return Result(undo=RestoreAction(action))


@handles(NotToday)
async def not_today(command: NotToday, doing: Doing) -> Result:
    """Leave an action for today; one that repeats comes on its next day."""
    was = await own_open_action(doing, command.action)
    moved = was.moved_on(doing.today + timedelta(days=1))
    left = replace(moved, left_on=doing.today)
    await doing.tx.practice.put_action(left)
    await unschedule(doing, was.id)
    if moved.day is not None and moved.day > doing.today:
        await plan_nudges(doing, left)
    return Result(undo=RestoreAction(was))


@handles(AskHowTomorrow)
async def ask_how_tomorrow(command: AskHowTomorrow, doing: Doing) -> Result:
    """Ask how it went tomorrow instead: once, and then never again about that day."""
    action = await own_open_action(doing, command.action)
    tellings = await doing.tx.practice.tellings_of(action.id)
    day = action.day_to_tell(doing.today, [telling.day for telling in tellings])
    for nudge in await doing.tx.nudges.about(action.id):
        if nudge.kind is NudgeKind.HOW and nudge.day == day:
            await doing.tx.nudges.drop(nudge.id)
    tomorrow = doing.today + timedelta(days=1)
    await doing.tx.nudges.put(
        Nudge(
            doing.ids.new(),
            NudgeKind.HOW,
            ask_how_at(tomorrow, doing.house.zone),
            person=doing.person.id,
            about=action.id,
            day=day,
            asked=HOW_ASKED_AT_MOST - 1,
        )
    )
    return Result(undo=RestoreAction(action))


@handles(Fade)
async def fade(command: Fade, doing: Doing) -> Result:
    """Stop the reminder of what a person does alone, with their yes; it is asked only once."""
    was = await own_open_action(doing, command.action)
    reminder = Reminder.NONE if command.stop else was.reminder
    action = replace(was, reminder=reminder, fading_asked=True)
    await doing.tx.practice.put_action(action)
    await schedule(doing, action)
    return Result(undo=RestoreAction(was))
