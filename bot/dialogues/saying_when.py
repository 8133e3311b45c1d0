"""When something will be, as a piece of a sentence: 'on Tuesday 1 December', 'every Tuesday'."""

from __future__ import annotations

from datetime import date, time

from bot.dialogue.questions import Timing
from bot.dialogue.saying import Phrase, SlotValue
from bot.dialogues.looks import Plan
from bot.domain.repeating import Freq, Repeats

START, INSIDE = "start", "inside"  # of a sentence: whether it begins with a capital letter


def when_of(plan: Plan, place: str = START) -> Phrase:
    """Say when a plan is for."""
    return said_when(plan.day, plan.time, plan.repeats, place)


def when_meant(timing: Timing | None, place: str = START) -> Phrase:
    """Say what a person answered to 'when?'; None when they do not know yet."""
    if timing is None:
        return said_when(None, None, None, place)
    return said_when(timing.day, timing.time, timing.repeats, place)


def said_when(day: date | None, at: time | None, repeats: Repeats | None, place: str = START) -> Phrase:
    """Say a day with all that is known of it."""
    if day is None:
        return Phrase("phrase-when-open", {"place": place})
    slots: dict[str, SlotValue] = {"place": place, "day": day}
    key = "phrase-when-day"
    if repeats is not None:
        key, slots["rhythm"] = "phrase-when-again", _rhythm(repeats, place)
    if at is not None:
        key, slots["time"] = f"{key}-at", at
    return Phrase(key, slots)


def _rhythm(repeats: Repeats, place: str) -> Phrase:
    count = "one" if repeats.interval == 1 else "more"
    slots: dict[str, SlotValue] = {"place": place, "count": count, "number": repeats.interval}
    if repeats.freq is Freq.DAY:
        return Phrase("phrase-each-day", slots)
    if not repeats.weekdays:
        return Phrase("phrase-each-week", slots)
    days = tuple(Phrase("phrase-weekday", {"number": weekday + 1}) for weekday in repeats.weekdays)
    return Phrase("phrase-each-weekday", {**slots, "days": days})
