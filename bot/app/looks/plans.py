"""One's own plan, one action, what waits to be told, and a circle's plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.app.doing import Doing, sees
from bot.app.looks.seeing import action_seen, name_of, viewer_of
from bot.dialogues.looks import (
    DayPlan,
    LookDay,
    LookMyPlan,
    LookPlan,
    LookPlansMade,
    LookToTell,
    Plan,
)
from bot.domain.actions import Action, Reminder
from bot.domain.helping import HelpRequest, HelpState

ENDED_SHOWN_FOR = timedelta(days=7)


@sees(LookPlan)
async def see_plan(look: LookPlan, doing: Doing) -> Plan | None:
    """Give one action as this person may see it."""
    action = await action_seen(doing, look.action)
    return await plan_of(doing, action) if action else None


@sees(LookMyPlan)
async def see_my_plan(_look: LookMyPlan, doing: Doing) -> tuple[Plan, ...]:
    """Give this person's open actions, soonest first, then those that ended in the last 7 days."""
    mine = await actions_of(doing, doing.person.id)
    going = sorted((action for action in mine if action.open), key=soonest)
    ended = [action for action in mine if await lately_ended(doing, action)]
    return tuple([await plan_of(doing, action) for action in (*going, *ended)])


@sees(LookToTell)
async def see_to_tell(_look: LookToTell, doing: Doing) -> tuple[Plan, ...]:
    """Give this person's actions whose day has come and was not told yet, newest day first."""
    waiting: list[tuple[date, Action]] = []
    for action in await actions_of(doing, doing.person.id):
        day = await untold_day(doing, action)
        if action.open and day is not None and day <= doing.today:
            waiting.append((day, action))
    waiting.sort(key=lambda pair: pair[0], reverse=True)
    return tuple([replace(await plan_of(doing, action), day=day) for day, action in waiting])


@sees(LookPlansMade)
async def see_plans_made(_look: LookPlansMade, doing: Doing) -> int:
    """Give how many actions of their own this person has ever said."""
    return sum(action.circle is None for action in await doing.tx.practice.actions(doing.person.id))


@sees(LookDay)
async def see_day(look: LookDay, doing: Doing) -> DayPlan:
    """Give this person's open actions of a day, without those they left for the day."""
    plans = []
    for action in await actions_of(doing, doing.person.id):
        day = action.day if look.day > doing.today else await untold_day(doing, action)
        if action.open and day == look.day and action.left_on != look.day:
            plans.append(replace(await plan_of(doing, action), day=day))
    return DayPlan(look.day, doing.today, doing.clock, doing.person.name, tuple(plans))


async def actions_of(doing: Doing, person: str) -> list[Action]:
    """Give a person's own actions, newest first, and the 'we will' ones they said yes to."""
    own = await doing.tx.practice.actions(person)
    joined = [part.action for part in await doing.tx.practice.parts_of(person) if part.agreed]
    others = [await doing.tx.practice.action(action) for action in joined]
    return [*own, *(action for action in others if action is not None and action.owner != person)]


async def untold_day(doing: Doing, action: Action) -> date | None:
    """Give the day that this person's next telling of an action is about; None when it has been told."""
    tellings = await doing.tx.practice.tellings_of(action.id)
    told = [telling.day for telling in tellings if telling.person == doing.person.id]
    day = action.day_to_tell(doing.today, told)
    return None if day in told else day


async def lately_ended(doing: Doing, action: Action) -> bool:
    """Say whether an action ended, with a telling, in the last 7 days."""
    tellings = await doing.tx.practice.tellings_of(action.id)
    since = doing.now - ENDED_SHOWN_FOR
    return not action.open and any(telling.at is not None and telling.at > since for telling in tellings)


async def plan_of(doing: Doing, action: Action) -> Plan:
    """Give an action as the one whose turn it is may see it; who helps is for the owner and the helper."""
    me = doing.person.id
    mine = action.owner == me
    request = _latest(await doing.tx.practice.helps(action.id), None if mine else me)
    helper = request.offered_by if request and request.state is HelpState.ACCEPTED else None
    return Plan(
        id=action.id,
        owner=action.owner,
        owner_name=await name_of(doing, action.owner),
        what=action.what,
        day=action.day,
        time=action.time,
        repeats=action.repeats,
        help=action.help,
        reminder=action.reminder if mine else Reminder.NONE,
        circle=action.circle,
        open=action.open,
        ending=action.ending,
        helper=helper,
        helper_name=await name_of(doing, helper),
        help_state=request.state if request else None,
        may_fade=mine and action.may_fade,
        others=await _others(doing, action),
    )


def _latest(requests: Sequence[HelpRequest], only_with: str | None) -> HelpRequest | None:
    """Give the request that says most: the accepted one, else the newest that was not taken back."""
    seen = [
        request
        for request in requests
        if request.state is not HelpState.WITHDRAWN
        and (only_with is None or only_with in (request.asked, request.offered_by))
    ]
    accepted = [request for request in seen if request.state is HelpState.ACCEPTED]
    return next(iter(accepted or seen), None)


async def _others(doing: Doing, action: Action) -> tuple[str, ...]:
    """Give the names of the others who said yes to a 'we will', to those who are in its circle now."""
    if action.circle is None or action.circle not in (await viewer_of(doing)).circles:
        return ()
    there = {membership.person for membership in await doing.tx.circles.members(action.circle)}
    parts = await doing.tx.practice.parts(action.id)
    agreed = [part.person for part in parts if part.agreed and part.person != doing.person.id]
    return tuple([await name_of(doing, person) for person in agreed if person in there])


def soonest(action: Action) -> tuple[bool, date]:
    """Sort key: by day, those without a day last."""
    return (action.day is None, action.day or date.max)
