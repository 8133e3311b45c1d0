"""'We will': several people in a circle, each with their own yes; and a circle's weekly message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.app.doing import Doing, handles
from bot.dialogue.engine import Result
from bot.dialogues.commands import AnswerPart, SetWeekly
from bot.dialogues.taking_back import RestorePart
from bot.domain.actions import Action, Part
from bot.domain.due import next_weekly
from bot.domain.errors import AlreadyDone, Gone, NotYours
from bot.domain.nudging import Nudge, NudgeKind
from bot.domain.people import Kind


async def people_to_ask(doing: Doing, circle: str, named: Sequence[str]) -> list[str]:
    """Give who is asked to join in: those named, or every other member; raises NotYours for outsiders."""
    there = {m.person: m.kind for m in await doing.tx.circles.members(circle)}
    if not {doing.person.id, *named} <= there.keys():
        raise NotYours(circle)
    members = [person for person, kind in there.items() if kind is Kind.MEMBER]
    return [person for person in dict.fromkeys(named or members) if person != doing.person.id]


async def ask_to_join(doing: Doing, action: Action, people: Sequence[str]) -> None:
    """Ask people to join in a 'we will'; whoever said it has said yes."""
    await doing.tx.practice.put_part(Part(action.id, doing.person.id, agreed=True))
    for person in people:
        await doing.tx.practice.put_part(Part(action.id, person))
        doing.show_card(f"we-will:{action.id}", person)


@handles(AnswerPart)
async def answer_part(command: AnswerPart, doing: Doing) -> Result:
    """Say yes or no to one's own part; it can be said differently later."""
    part = await _own_part(doing, command.action)
    if part.agreed == command.agreed:
        raise AlreadyDone(command.action)
    await _put_part(doing, replace(part, agreed=command.agreed))
    return Result(undo=RestorePart(command.action, part.agreed))


@handles(RestorePart)
async def restore_part(command: RestorePart, doing: Doing) -> Result:
    """Put one's own part back as it was."""
    part = await _own_part(doing, command.action)
    await _put_part(doing, replace(part, agreed=command.agreed))
    return Result()


@handles(SetWeekly)
async def set_weekly(command: SetWeekly, doing: Doing) -> Result:
    """Choose when a circle's one weekly message comes, as one of its members."""
    belongs = await doing.tx.circles.of_person(doing.person.id)
    circle = next((c for c, m in belongs if c.id == command.circle and m.kind is Kind.MEMBER), None)
    if circle is None:
        raise NotYours(command.circle)
    wanted = command.weekday is not None and command.at is not None
    weekday, at = (command.weekday, command.at) if wanted else (None, None)
    await doing.tx.circles.put(replace(circle, nudge_weekday=weekday, nudge_time=at))
    await doing.tx.nudges.drop_about(circle.id, NudgeKind.WEEKLY)
    if weekday is not None and at is not None:
        due = next_weekly(weekday, at, doing.now, doing.house.zone)
        await doing.tx.nudges.put(
            Nudge(doing.ids.new(), NudgeKind.WEEKLY, due, circle=circle.id, about=circle.id)
        )
    return Result(undo=SetWeekly(circle.id, circle.nudge_weekday, circle.nudge_time))


async def _own_part(doing: Doing, action_id: str) -> Part:
    action = await doing.tx.practice.action(action_id)
    if action is None or not action.open:
        raise Gone(action_id)
    parts = await doing.tx.practice.parts(action_id)
    part = next((part for part in parts if part.person == doing.person.id), None)
    there = {m.person for m in await doing.tx.circles.members(action.circle or "")}
    if part is None or part.person not in there:
        raise NotYours(action_id)
    return part


async def _put_part(doing: Doing, part: Part) -> None:
    await doing.tx.practice.put_part(part)
    await doing.redraw(f"we-will:{part.action}")
