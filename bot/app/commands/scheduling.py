"""When a person is reminded of an action and asked how it went: rows that follow the action's day."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.app.doing import Doing
from bot.domain.actions import Action
from bot.domain.nudging import Nudge, NudgeKind, ask_how_at, remind_at


async def schedule(doing: Doing, action: Action) -> None:
    """Plan the nudges of an action anew; none for one that is over or has no day."""
    await unschedule(doing, action.id)
    await plan_nudges(doing, action)


async def unschedule(doing: Doing, action_id: str) -> None:
    """Drop the reminder and the 'how did it go?' of an action."""
    await doing.tx.nudges.drop_about(action_id, NudgeKind.REMINDER)
    await doing.tx.nudges.drop_about(action_id, NudgeKind.HOW)


async def plan_nudges(doing: Doing, action: Action) -> None:
    """Put the nudges of the action's day that are still to come."""
    if not action.open or action.day is None:
        return
    zone = doing.house.zone
    await _put(doing, NudgeKind.REMINDER, remind_at(action.day, action.reminder, action.time, zone), action)
    await _put(doing, NudgeKind.HOW, ask_how_at(action.day, zone), action)


async def move_on(doing: Doing, action: Action) -> Action:
    """Move a repeating action on when its day has gone by, and plan the nudges of the new day.

    What waits for the old day ('how did it go?', once more) stays. What is to be done tomorrow again moves
    on in the evening, so that tomorrow has its reminder.
    """
    moved = action.moved_on(doing.today)
    tomorrow = doing.today + timedelta(days=1)
    if moved.day == doing.today and ask_how_at(moved.day, doing.house.zone) <= doing.now:
        ahead = moved.moved_on(tomorrow)
        moved = ahead if ahead.day == tomorrow else moved
    if moved != action:
        await doing.tx.practice.put_action(moved)
        await plan_nudges(doing, moved)
    return moved


async def _put(doing: Doing, kind: NudgeKind, due: datetime | None, action: Action) -> None:
    if due is not None and due > doing.now:
        await doing.tx.nudges.put(
            Nudge(doing.ids.new(), kind, due, person=action.owner, about=action.id, day=action.day)
        )
