"""What a reminder's buttons lead to: later, not today, ask me tomorrow, no more of these (practice.md 7)."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.given import Opening
from bot.dialogue.questions import OneOf
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.changing import set_reminder
from bot.dialogues.commands import (
    AskHowTomorrow,
    ChangeAction,
    NotToday,
    RemindLater,
    SetReminder,
    SetReminders,
)
from bot.dialogues.finding import day_of, find_plan, is_about
from bot.dialogues.kindly import kindly
from bot.dialogues.looks import LookDay, LookHere, LookMyPlan, Plan
from bot.dialogues.picking import by_what, pick, these
from bot.dialogues.what_and_when import Heard, known_timing
from bot.domain.actions import Reminder


@dialogue
@kindly
async def later_today(talk: Talk, argument: str = "") -> None:
    """Come again later today with a day's (yyyymmdd) reminder."""
    plans = await _plans_of(talk, argument)
    for plan in plans:
        with talk.inside(plan.id):
            await talk.do(RemindLater(plan.id))
    await talk.say("reminder-later" if plans else "thing-gone")


@dialogue
@kindly
async def not_today(talk: Talk, argument: str = "") -> None:
    """Leave something of a day (yyyymmdd) for that day: the one thing there is, one of them, or all."""
    plans = await _plans_of(talk, argument)
    left = plans
    if len(plans) > 1:
        picked = await pick(talk, "reminder-which", by_what(plans), also=these("all-of-them"))
        left = tuple(plan for plan in plans if picked in ("all-of-them", plan.id))
    for plan in left:
        with talk.inside(plan.id):
            await talk.do(NotToday(plan.id))
    await talk.say("reminder-not-today" if left else "thing-gone")


@dialogue
@kindly
async def ask_tomorrow(talk: Talk, argument: str = "") -> None:
    """Ask tomorrow how a day's (yyyymmdd) plans went."""
    plans = await _plans_of(talk, argument)
    for plan in plans:
        with talk.inside(plan.id):
            await talk.do(AskHowTomorrow(plan.id))
    await talk.say("how-tomorrow" if plans else "thing-gone")


@dialogue
@kindly
async def stop_reminding(talk: Talk, argument: str = "") -> None:
    """No more reminders of what is planned on a day (yyyymmdd), or none at all; after a clear choice."""
    plans = await _plans_of(talk, argument)
    answer = await talk.ask(
        OneOf(
            key="reminder-stop",
            choices=these("these", "all") if plans else these("all"),
            way_out="none",
        )
    )
    match answer:
        case "these":
            for plan in plans:
                with talk.inside(plan.id):
                    await talk.do(SetReminder(plan.id, Reminder.NONE))
            await talk.say("reminder-stopped-these")
        case "all":
            await talk.do(SetReminders(wanted=False))
            await talk.say("reminder-stopped-all")
        case _:
            await talk.say("reminder-carry-on")


@dialogue
@kindly
async def reminding(talk: Talk, argument: str = "", what: str = "", when: Heard = None) -> Opening | None:
    """'Remind me to ...': sets the reminder of a plan, or begins a plan when there is none like it."""
    here = await talk.look(LookHere())
    if not here.reminders:
        answer = await talk.ask(OneOf(key="remind-again", choices=these("yes", "no")))
        if answer == "no":
            await talk.say("plan-stays")
            return None
        await talk.do(SetReminders(wanted=True))
        here = await talk.look(LookHere())
    mine = [plan for plan in await talk.look(LookMyPlan()) if plan.open and plan.owner == here.person]
    if what and not any(is_about(plan, what) for plan in mine):
        return Opening("planning", {"what": what, "when": when})
    if not mine:
        return Opening("planning", {"when": when} if when else {})
    plan = await find_plan(talk, "remind-which", argument, what)
    if plan is None:
        await talk.say("thing-gone")
        return None
    day = known_timing(when)
    if day is not None and plan.day is None:
        await talk.do(ChangeAction(plan.id, timing=day))
        plan = replace(plan, day=day.day, time=day.time, repeats=day.repeats)
    await set_reminder(talk, here, plan)
    return None


async def _plans_of(talk: Talk, argument: str) -> tuple[Plan, ...]:
    """Give one's own plans of a day: what others started together has their reminder, not this person's."""
    day = day_of(argument)
    if day is None:
        return ()
    here = await talk.look(LookHere())
    return tuple(plan for plan in (await talk.look(LookDay(day))).plans if plan.owner == here.person)
