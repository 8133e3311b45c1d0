"""What somebody will do, and when: the beginning of every plan (conversations.md 3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal, TypeAlias

from bot.dialogue.questions import Choice, Day, OneOf, Timing, Words
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.looks import Here
from bot.dialogues.picking import these
from bot.dialogues.saying_when import when_meant
from bot.domain.when import When

Heard: TypeAlias = Timing | When | None  # what the words of a message said about when
TWO_DAYS = 2  # 'next Friday' can mean two; a week or more of them is better asked openly
LONGEST_WHAT = 200  # characters; a plan stands in lists, reminders and on buttons


@dataclass(frozen=True)
class Meant:
    """What somebody means to do. `said` tells how it can stand in a sentence.

    Heard words follow 'You will', a person's own typed words stand by themselves.
    """

    what: str
    timing: Timing | None
    said: Literal["heard", "own"]


@dialogue
async def what_and_when(
    talk: Talk, here: Here, what: str = "", when: Heard = None, *, verb: bool = False
) -> Meant | None:
    """Ask what is not known yet. What was only heard waits for a yes; None when it was just chatting.

    `verb` says that the words followed 'to' or 'will', so that they can follow 'You will' too.
    """
    heard = bool(what.strip())
    if not heard:
        what = await ask_what(talk)
    timing = known_timing(when) or await _ask_day(talk, here, when)
    meant = Meant(what, timing, "heard" if heard and verb else "own")
    while heard:
        answer = await talk.ask(
            OneOf(
                key="plan-right",
                choices=these("right", "change-what", "change-when", "just-chatting"),
                slots={"what": meant.what, "said": meant.said, "when": when_meant(meant.timing)},
                yes="right",
            )
        )
        match answer:
            case "change-what":
                meant = replace(meant, what=await ask_what(talk), said="own")
            case "change-when":
                meant = replace(meant, timing=await ask_when(talk, here))
            case "just-chatting":
                await talk.say("plan-chatting")
                return None
            case _:
                break
    return meant


async def _ask_day(talk: Talk, here: Here, heard: Heard) -> Timing | None:
    """Ask which of the days it is that the words could mean, or else when."""
    if not isinstance(heard, When) or len(heard.unclear) not in (TWO_DAYS, TWO_DAYS + 1):
        return await ask_when(talk, here)
    days = tuple(Choice(day.isoformat(), "day", {"day": day}) for day in heard.unclear)
    answer = await talk.ask(Day(key="which-day", choices=days, way_out="not-sure"))
    if not isinstance(answer, Timing):
        return None
    return replace(answer, time=answer.time or heard.time)


async def ask_what(talk: Talk) -> str:
    """Ask what somebody will do, in their own words."""
    return await talk.ask(Words(key="plan-what", longest=LONGEST_WHAT))


async def ask_when(talk: Talk, here: Here, key: str = "plan-when") -> Timing | None:
    """Ask for a day, once or again and again. 'Not sure yet' is a good answer: it gives None."""
    days = (
        Choice(here.today.isoformat(), "today"),
        Choice((here.today + timedelta(days=1)).isoformat(), "tomorrow"),
    )
    answer = await talk.ask(Day(key=key, choices=days, way_out="not-sure"))
    return answer if isinstance(answer, Timing) else None


def known_timing(heard: Heard) -> Timing | None:
    """Give the day that words said; None for none, several, or one that is past: then it is asked."""
    if not isinstance(heard, When):
        return heard
    if heard.day is None or heard.in_past or heard.unclear:
        return None
    return Timing(heard.day, heard.time, heard.repeats)
