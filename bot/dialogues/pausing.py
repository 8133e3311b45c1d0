"""No reminders for a while, none at all, and reminders again."""

from __future__ import annotations

from datetime import date, timedelta

from bot.dialogue.given import Opening
from bot.dialogue.payload import StartPress, write
from bot.dialogue.questions import Choice, Day, OneOf, Timing
from bot.dialogue.saying import Button
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import PauseUntil, SetReminders
from bot.dialogues.looks import LookHere
from bot.domain.when import When

START_AGAIN = Button("start-again", write(StartPress("starting_again")))
LONGER_PAUSES = (timedelta(days=7), timedelta(days=14), timedelta(days=28))  # after 'tomorrow'


@dialogue
async def pausing(talk: Talk, when: When | None = None, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Wait with everything that a clock starts, until a day. `when` is what the words said of it."""
    here = await talk.look(LookHere())
    day = when.day if when is not None else None
    if day is None or day <= here.today:
        day = await _which_day(talk, here.today)
    if day is None:
        await talk.say("pause-not")
        return
    await talk.do(PauseUntil(day))
    await talk.say("pause-set", buttons=(START_AGAIN,), day=day)


@dialogue
async def stopping(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Stop every reminder; says first what will happen."""
    here = await talk.look(LookHere())
    if not here.reminders:
        await talk.say("stopped-already", buttons=(START_AGAIN,))
        return
    if await talk.ask(OneOf(key="stop-sure", choices=(Choice("yes"), Choice("no")))) == "no":
        await talk.say("stop-not")
        return
    await talk.do(SetReminders(False))
    await talk.say("stopped", buttons=(START_AGAIN,))


@dialogue
async def pausing_or_stopping(talk: Talk, argument: str = "") -> Opening | None:  # noqa: ARG001 - a button may carry one
    """Choose between a pause and a stop."""
    wish = await talk.ask(
        OneOf(key="reminders-what", choices=(Choice("pause"), Choice("stop")), way_out="not-now")
    )
    match wish:
        case "pause":
            return Opening("pausing")
        case "stop":
            return Opening("stopping")
        case _:
            await talk.say("stop-not")
            return None


@dialogue
async def starting_again(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Have reminders again."""
    await talk.do(SetReminders(True))
    await talk.do(PauseUntil(None))
    await talk.say("started-again")


async def _which_day(talk: Talk, today: date) -> date | None:
    """Ask until which day; None when there is to be no pause. A pause ends on a day to come."""
    tomorrow = today + timedelta(days=1)
    later = [today + longer for longer in LONGER_PAUSES]
    choices = (
        Choice(tomorrow.isoformat(), "tomorrow"),
        *(Choice(day.isoformat(), "weeks", {"count": (day - today).days // 7}) for day in later),
    )
    key = "pause-until"
    while True:
        answer = await talk.ask(Day(key=key, choices=choices, way_out="cancel"))
        if not isinstance(answer, Timing):
            return None
        if answer.day > today:
            return answer.day
        key = "pause-until-later"
