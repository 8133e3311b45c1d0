"""Making a plan: what I will do, when, where I want support, and when to remind me (conversations.md 3)."""

from __future__ import annotations

from datetime import time, timedelta

from bot.dialogue.questions import OneOf, Timing
from bot.dialogue.saying import Ref
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import AddAction, SetHelp, SetReminder, ShowTo
from bot.dialogues.helping import Asked, asking_for_help
from bot.dialogues.kindly import kindly
from bot.dialogues.looks import Here, LookHere, LookPlansMade
from bot.dialogues.picking import by_name, pick, these
from bot.dialogues.saying_when import INSIDE, when_meant
from bot.dialogues.we_will import we_will
from bot.dialogues.what_and_when import Heard, what_and_when
from bot.domain.actions import Help, Reminder
from bot.domain.nudging import EVENING_BEFORE, MORNING
from bot.domain.sharing import Audience, Thing


@dialogue
@kindly
async def planning(
    talk: Talk,
    argument: str = "",
    what: str = "",
    when: Heard = None,
    circle: str = "",
    *,
    together: bool = False,
    verb: bool = False,
    wants_help: bool = False,
) -> None:
    """Make a plan. `argument` or `circle` is a circle's id; `together` says that the words were 'we will'.

    `verb` says that `what` followed 'to' or 'will'; `wants_help` that help was asked for already.
    """
    here = await talk.look(LookHere())
    if argument or circle or together:
        shared_with = await _for_whom(talk, here, argument or circle)
        if shared_with:
            await we_will(talk, argument=shared_with, what=what, when=when, verb=verb)
            return
    meant = await what_and_when(talk, here, what, when, verb=verb)
    if meant is None:
        return
    action = await talk.do(AddAction(meant.what, meant.timing))
    asked = await _help(talk, here, action, wanted=wants_help)
    if meant.timing is not None:
        await ask_reminder(talk, here, action, meant.timing)
    await talk.say(
        "plan-saved",
        said=meant.said,
        what=meant.what,
        when=when_meant(meant.timing, INSIDE),
        help=asked.kind if asked else "none",
        name=asked.name if asked else "",
    )
    if here.supporters and await talk.look(LookPlansMade()) == 1:
        await _who_sees_plans(talk, here, action, asked)


async def _for_whom(talk: Talk, here: Here, circle: str) -> str:
    """Ask whether it is for oneself or a circle together; '' for oneself."""
    mine = tuple(known for known in here.circles if circle in ("", known.id))
    if not mine:
        return ""
    picked = await pick(talk, "plan-for-whom", by_name(mine), also=these("just-me"))
    return "" if picked == "just-me" else picked


async def _help(talk: Talk, here: Here, action: str, *, wanted: bool) -> Asked | None:
    answer: str = Help.SOME
    if not wanted:
        answer = await talk.ask(
            OneOf(
                key="plan-help",
                choices=these("alone", "some-help"),
                way_out="not-sure",
                yes="some-help",
                no="alone",
            )
        )
    await talk.do(SetHelp(action, Help(answer)))
    return await asking_for_help(talk, here, action) if answer == Help.SOME else None


@dialogue
async def ask_reminder(talk: Talk, here: Here, action: str, timing: Timing) -> bool:
    """Ask when to remind of an action, among the times that are still to come; no one is asked after 'stop'.

    Gives whether there was something to ask.
    """
    again = timing.repeats is not None
    offered: list[str] = []
    if again or _is_to_come(here, timing, MORNING, days_before=0):
        offered.append(Reminder.THAT_MORNING.value)
    if again or _is_to_come(here, timing, EVENING_BEFORE, days_before=1):
        offered.append(Reminder.DAY_BEFORE.value)
    if not offered or not here.reminders:
        return False
    answer = await talk.ask(
        OneOf(
            key="plan-remind",
            choices=these(*offered),
            way_out="no-thanks",
            yes=offered[0],
            no="no-thanks",
        )
    )
    await talk.do(SetReminder(action, Reminder.NONE if answer == "no-thanks" else Reminder(answer)))
    return True


def _is_to_come(here: Here, timing: Timing, at: time, *, days_before: int) -> bool:
    day = timing.day - timedelta(days=days_before)
    return (day, at) > (here.today, here.time)


@dialogue
async def _who_sees_plans(talk: Talk, here: Here, action: str, asked: Asked | None) -> None:
    """After a first plan, once: each supporter may see this one, all plans, or none. None is the default."""
    this_one = [asked.audience] if asked else []
    all_plans: list[Audience] = []
    chosen: list[Ref] = []
    for supporter in here.supporters:
        with talk.inside(supporter.id):
            answer = await talk.ask(
                OneOf(
                    key="plan-who-sees",
                    choices=these("this-one", "all-plans", "no"),
                    way_out="not-sure",
                    slots={"name": supporter.name},
                    yes="this-one",
                )
            )
        audience = Audience("person", supporter.id)
        if answer in ("this-one", "all-plans"):
            chosen.append(Ref("person", supporter.id))
        if answer == "this-one" and audience not in this_one:
            this_one.append(audience)
        if answer == "all-plans":
            all_plans.append(audience)
    if this_one != ([asked.audience] if asked else []):
        await talk.do(ShowTo(Thing("action", action), tuple(this_one)))
    if all_plans:
        await talk.do(ShowTo(Thing("plans", here.person), tuple(all_plans)))
    if chosen:
        await talk.say("plan-shown", names=tuple(chosen))
    elif asked:
        await talk.say("plan-only-asked", name=asked.name)
    else:
        await talk.say("plan-private")
