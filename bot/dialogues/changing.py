"""Changing a plan: what, when, the help or the reminder; by a button or in words (practice.md 6)."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.given import Opening
from bot.dialogue.questions import OneOf, Timing
from bot.dialogue.saying import Phrase
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import ChangeAction
from bot.dialogues.finding import find_plan
from bot.dialogues.kindly import kindly
from bot.dialogues.looks import Here, LookHere, Plan
from bot.dialogues.picking import these
from bot.dialogues.planning import ask_reminder
from bot.dialogues.saying_when import INSIDE, when_meant, when_of
from bot.dialogues.what_and_when import Heard, ask_what, ask_when, known_timing
from bot.domain.repeating import Freq, Repeats


@dialogue
@kindly
async def changing(talk: Talk, argument: str = "", what: str = "", when: Heard = None) -> Opening | None:
    """Change a plan: `argument` is its id, `what` the words it was named by, `when` the new day."""
    here = await talk.look(LookHere())
    plan = await find_plan(talk, "change-which", argument, what)
    if plan is None or not plan.open:
        await talk.say("thing-gone" if argument else "change-no-plan")
        return None
    if plan.owner != here.person:
        await talk.say("change-not-mine")
        return None
    day = known_timing(when)
    if day is not None:
        await _move(talk, here, plan, day)
        return None
    answer = await talk.ask(
        OneOf(
            key="change-part",
            choices=these("change-what", "change-when", "ask-help", "reminder"),
            way_out="none",
            slots={"what": plan.what},
        )
    )
    match answer:
        case "change-what":
            changed = await ask_what(talk)
            await talk.do(ChangeAction(plan.id, what=changed))
            await talk.say("change-saved", what=changed, when=when_of(plan, INSIDE))
        case "change-when":
            await _to_day(talk, plan, await ask_when(talk, here))
        case "ask-help":
            return Opening("need_help", {"argument": plan.id})
        case "reminder":
            await set_reminder(talk, here, plan)
        case _:
            await talk.say("plan-stays")
    return None


@dialogue
async def _move(talk: Talk, here: Here, plan: Plan, when: Timing) -> None:
    """The new day was only heard, so it waits for a yes."""
    answer = await talk.ask(
        OneOf(
            key="change-move",
            choices=these("yes", "another-day"),
            way_out="none",
            slots={"what": plan.what, "when": when_meant(when, INSIDE)},
            no="none",
        )
    )
    match answer:
        case "yes":
            await _to_day(talk, plan, when)
        case "another-day":
            await _to_day(talk, plan, await ask_when(talk, here))
        case _:
            await talk.say("plan-stays")


async def _to_day(talk: Talk, plan: Plan, timing: Timing | None) -> None:
    if timing is not None and _is_weekly(plan) and timing.repeats is None:
        timing = await _every_week(talk, plan, timing)
    if timing is None:
        await talk.say("plan-stays")
        return
    await talk.do(ChangeAction(plan.id, timing=timing))
    await talk.say("change-saved", what=plan.what, when=when_meant(timing, INSIDE))


def _is_weekly(plan: Plan) -> bool:
    return plan.repeats is not None and plan.repeats.freq is Freq.WEEK


async def _every_week(talk: Talk, plan: Plan, timing: Timing) -> Timing | None:
    """A plan that comes again is moved for good, or stands once on the new day; None leaves it."""
    weekday = timing.day.weekday()
    answer = await talk.ask(
        OneOf(
            key="change-every",
            choices=these("every", "once"),
            way_out="none",
            slots={
                "what": plan.what,
                "day": timing.day,
                "weekday": Phrase("phrase-weekday", {"number": weekday + 1}),
            },
            yes="every",
            no="once",
        )
    )
    match answer:
        case "every":
            return replace(timing, repeats=Repeats(Freq.WEEK, weekdays=(weekday,)))
        case "once":
            return timing
        case _:
            return None


@dialogue
async def set_reminder(talk: Talk, here: Here, plan: Plan) -> None:
    """Choose when to be reminded of a plan, where that makes sense."""
    if plan.day is None:
        await talk.say("remind-needs-day")
        return
    chosen = await ask_reminder(talk, here, plan.id, Timing(plan.day, plan.time, plan.repeats))
    await talk.say("remind-saved" if chosen else "remind-not-possible", what=plan.what)
