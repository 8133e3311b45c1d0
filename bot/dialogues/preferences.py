"""How somebody likes to be spoken to. Each can be changed in 2 taps (easy-read.md 16)."""

from __future__ import annotations

from datetime import time

from bot.dialogue.given import Opening
from bot.dialogue.questions import Choice, Name, OneOf, TimeOfDay
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import SetName, SetPictures, SetQuiet
from bot.dialogues.looks import LookHere
from bot.domain.people import QuietHours, called

QUIET_STARTS = (time(19), time(20), time(21), time(22))
QUIET_ENDS = (time(7), time(8), time(9), time(10))
NEVER_QUIET = QuietHours(time(0), time(0))


@dialogue
async def preferences(talk: Talk, argument: str = "") -> Opening | None:  # noqa: ARG001 - a button may carry one
    """Change one of them."""
    wish = await talk.ask(
        OneOf(
            key="preferences-what",
            choices=(Choice("name"), Choice("pictures"), Choice("quiet"), Choice("reminders")),
            way_out="not-now",
        )
    )
    match wish:
        case "name":
            name = await ask_name(talk, "preferences-name")
            await talk.say("preferences-name-kept", name=name)
        case "pictures":
            await ask_pictures(talk, "preferences-pictures")
            await talk.say("preferences-kept")
        case "quiet":
            await ask_quiet(talk)
        case "reminders":
            here = await talk.look(LookHere())
            resting = not here.reminders or here.paused_until is not None
            return Opening("starting_again" if resting else "pausing_or_stopping")
        case _:
            await talk.say("preferences-as-before")
    return None


async def ask_name(talk: Talk, key: str) -> str:
    """Ask what to call the person, and call them that."""
    name = called(await talk.ask(Name(key=key)))
    await talk.do(SetName(name))
    return name


async def ask_pictures(talk: Talk, key: str) -> None:
    """Ask for words, or words and pictures."""
    likes = await talk.ask(OneOf(key=key, choices=(Choice("both"), Choice("words"))))
    await talk.do(SetPictures(likes == "both"))


async def ask_quiet(talk: Talk) -> None:
    """Ask from when until when to be quiet."""
    start = await talk.ask(TimeOfDay(key="quiet-from", choices=_times(QUIET_STARTS), way_out="none"))
    if not isinstance(start, time):
        await talk.do(SetQuiet(NEVER_QUIET))
        await talk.say("quiet-never")
        return
    end = await talk.ask(TimeOfDay(key="quiet-until", choices=_times(QUIET_ENDS), slots={"start": start}))
    if not isinstance(end, time) or start == end:
        await talk.do(SetQuiet(NEVER_QUIET))
        await talk.say("quiet-never")
        return
    await talk.do(SetQuiet(QuietHours(start, end)))
    await talk.say("quiet-kept", start=start, end=end)


def _times(times: tuple[time, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(at.strftime("%H%M"), "time", {"time": at}) for at in times)
