"""Talk to a person: a human can be reached from anywhere, and nothing is said before it has happened."""

from __future__ import annotations

from bot.dialogue.saying import Phrase, SlotValue
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import AskForPerson
from bot.dialogues.looks import HumanHelp, LookHumanHelp
from bot.domain.errors import AlreadyDone, Refusal

FEWEST_IN_A_ROW = 3  # 'Monday to Wednesday'; two days are said as 'Monday and Tuesday'


@dialogue
async def talk_to_person(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Ask a named person, or say when and how they can be reached."""
    human = await talk.look(LookHumanHelp())
    if not human.names:
        await talk.say("person-nobody")
    elif not human.in_hours:
        days = days_in_words(human.weekdays)
        await talk.say("person-hours", who=human.names, days=days, start=human.start, end=human.end)
    elif await _asked(talk, human):
        return
    if human.phone:
        await talk.say("person-number", phone=human.phone)
    await talk.say("person-danger")


async def _asked(talk: Talk, human: HumanHelp) -> bool:
    """Ask; False when nobody can be asked here, so that the number is what helps."""
    try:
        name = await talk.do(AskForPerson())
    except AlreadyDone:
        await talk.say("person-asked-already")
    except Refusal:
        await talk.say("person-not-here", who=human.names)
        return False
    else:
        await talk.say("person-asking", name=name)
    return True


def days_in_words(weekdays: tuple[int, ...]) -> SlotValue:
    """Give days of the week (0 is Monday) as 'Monday to Friday' where they follow each other."""
    days = sorted(weekdays)
    in_a_row = bool(days) and days == list(range(days[0], days[0] + len(days)))
    if in_a_row and len(days) >= FEWEST_IN_A_ROW:
        return Phrase("phrase-days-from-to", {"first": weekday(days[0]), "last": weekday(days[-1])})
    return tuple(weekday(day) for day in days)


def weekday(day: int) -> Phrase:
    """Give the name of a day of the week; 0 is Monday."""
    return Phrase("phrase-weekday", {"number": day + 1})
