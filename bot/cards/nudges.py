"""What a clock starts: reminders, 'how did it go?', and the rare questions about them (easy-read.md 17).

A reminder and a 'how did it go?' each cover all of a day's plans; the day stands as yyyymmdd.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Final

from bot.cards.card import Card, Reaction, button
from bot.dialogue.given import Opening
from bot.dialogue.payload import StartPress, write
from bot.dialogue.saying import Button, Phrase, Said
from bot.dialogues.commands import AskHowTomorrow, Fade, WaitForHello
from bot.dialogues.finding import day_of
from bot.dialogues.looks import CirclePlan, DayPlan, Here, LookCirclePlan, LookDay, LookHere, LookPlan, Plan
from bot.dialogues.saying_when import when_of
from bot.domain.actions import Ending, Reminder

MOST_LINES = 5  # of a list, in one message
MOST_BUTTONS = 4  # of plans to choose between; easy-read.md 6
MORNING_ENDS = time(12)
ENDINGS = (Ending.DONE, Ending.SOME, Ending.NOT_TO_PLAN, Ending.CHANGED_MIND)
REMINDER_CHOICES = ("ok", "later", "not-today", "help", "stop")  # 'stop' is the way out


def _day_in(thing: str) -> LookDay:
    return LookDay(day_of(thing) or date.min)


def _reminder(thing: str, seen: DayPlan | None) -> Said:
    """Remind of a day's plans; once the day is over, ask how it went."""
    if seen is None or not seen.plans:
        return Said("reminder-nothing-left")
    if seen.today > seen.day:
        return _how_day(thing, seen)
    return Said(
        "reminder-card",
        {
            "name": seen.name,
            "part": "morning" if seen.time < MORNING_ENDS else "day",
            "which": _which_day(seen),
            "day": seen.day,
        },
        tuple(button("reminder", thing, choice) for choice in REMINDER_CHOICES),
        tuple(_reminded(plan) for plan in _wanted(seen)[:MOST_LINES]),
    )


def _which_day(seen: DayPlan) -> str:
    if seen.day == seen.today:
        return "today"
    return "tomorrow" if seen.day - seen.today == timedelta(days=1) else "other"


def _wanted(seen: DayPlan) -> list[Plan]:
    """Those with a reminder for now: that morning on the day itself, the day before until then."""
    now = Reminder.THAT_MORNING if seen.day == seen.today else Reminder.DAY_BEFORE
    return [plan for plan in seen.plans if plan.reminder is now] or list(seen.plans)


def _reminded(plan: Plan) -> Phrase:
    if plan.helper is not None and plan.helper_name:
        return Phrase("phrase-reminded-helped", {"what": plan.what, "name": plan.helper_name})
    if plan.time is not None:
        return Phrase("phrase-reminded-at", {"what": plan.what, "time": plan.time})
    return Phrase("phrase-reminded", {"what": plan.what})


def _how(thing: str, plan: Plan | None) -> Said:
    """Ask how one plan went, with four equal answers."""
    if plan is None or not plan.open:
        return Said("how-told")
    choices = (*(ending.value for ending in ENDINGS), "ask-tomorrow")
    return Said("how-card", {"what": plan.what}, tuple(button("how", thing, choice) for choice in choices))


def _how_day(thing: str, seen: DayPlan | None) -> Said:
    """Ask how a day's plans went: one plan as itself, several as a list to start from."""
    if seen is None or not seen.plans:
        return Said("how-told")
    if len(seen.plans) == 1:
        return _how(seen.plans[0].id, seen.plans[0])
    shown = seen.plans[:MOST_BUTTONS]
    buttons = tuple(
        Button("plan", write(StartPress("telling", plan.id)), {"what": plan.what}) for plan in shown
    )
    lines = tuple(Phrase("phrase-reminded", {"what": plan.what}) for plan in shown)
    return Said(
        "how-day-card", {"day": seen.day}, (*buttons, button("how-day", thing, "ask-tomorrow")), lines
    )


def _fade(thing: str, plan: Plan | None) -> Said:
    """Ask, once, whether the reminder is still wanted."""
    if plan is None or not plan.open or plan.reminder is Reminder.NONE:
        return Said("fade-settled")
    buttons = tuple(button("fade", thing, choice) for choice in ("keep", "stop", "not-sure"))
    return Said("fade-card", {"what": plan.what}, buttons)


def _wait(thing: str, _seen: Here | None) -> Said:
    """Ask whether to wait until the person says hello."""
    return Said("wait-card", {}, tuple(button("wait", thing, choice) for choice in ("wait", "carry-on")))


def _weekly(thing: str, seen: CirclePlan | None) -> Said:
    """Say what a circle will do together. No names: nobody stands out, and nobody stands back."""
    if seen is None:
        return Said("thing-gone")
    name = seen.circle.name
    look = Button("see-our-plan", write(StartPress("our_plan", thing)))
    if not seen.actions:
        return Said("weekly-empty", {"name": name}, (look,))
    lines = tuple(
        Phrase("phrase-our-plan", {"what": plan.what, "when": when_of(plan)})
        for plan in seen.actions[:MOST_LINES]
    )
    return Said("weekly-card", {"name": name}, (look,), lines)


def _tell(thing: str, ending: Ending) -> Reaction:
    return Reaction(opening=Opening("telling", {"argument": f"{thing}.{ending.value}"}))


def _begin(dialogue: str, thing: str) -> Reaction:
    return Reaction(opening=Opening(dialogue, {"argument": thing}))


NUDGE_CARDS: Final = {
    "reminder": Card(
        _day_in,
        _reminder,
        {
            "ok": lambda _: Reaction(reply=Said("reminder-ok")),
            "later": lambda thing: _begin("later_today", thing),
            "not-today": lambda thing: _begin("not_today", thing),
            "help": lambda thing: _begin("need_help", thing),
            "stop": lambda thing: _begin("stop_reminding", thing),
        },
        once=True,
    ),
    "how": Card(
        LookPlan,
        _how,
        {
            "done": lambda thing: _tell(thing, Ending.DONE),
            "some": lambda thing: _tell(thing, Ending.SOME),
            "not-to-plan": lambda thing: _tell(thing, Ending.NOT_TO_PLAN),
            "changed-mind": lambda thing: _tell(thing, Ending.CHANGED_MIND),
            "ask-tomorrow": lambda thing: Reaction(AskHowTomorrow(thing), reply=Said("how-tomorrow")),
        },
        once=True,
    ),
    "how-day": Card(_day_in, _how_day, {"ask-tomorrow": lambda thing: _begin("ask_tomorrow", thing)}),
    "fade": Card(
        LookPlan,
        _fade,
        {
            "keep": lambda thing: Reaction(Fade(thing, stop=False), reply=Said("fade-kept")),
            "stop": lambda thing: Reaction(Fade(thing, stop=True), reply=Said("fade-stopped")),
            "not-sure": lambda _: Reaction(reply=Said("fade-not-sure")),
        },
        once=True,
    ),
    "wait": Card(
        lambda _: LookHere(),
        _wait,
        {
            "wait": lambda _: Reaction(WaitForHello(wait=True), reply=Said("wait-until-hello")),
            "carry-on": lambda _: Reaction(WaitForHello(wait=False), reply=Said("wait-carry-on")),
        },
        once=True,
    ),
    "weekly": Card(LookCirclePlan, _weekly),
}
