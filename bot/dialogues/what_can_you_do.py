"""What the assistant can do, 4 things at a time."""

from __future__ import annotations

from bot.dialogue.given import Opening
from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.greeting import takes_part
from bot.dialogues.looks import Here, LookHere
from bot.domain.people import Kind

DOING = ("can-do", ("planning", "telling", "celebrating", "need_help"))
SEEING = ("can-see", ("my_plan", "our_plan", "my_answers", "who_can_see"))
SUPPORTING = ("can-support", ("checking_in", "my_plan", "planning", "who_looked"))
CHANGING = ("can-change", ("preferences", "pausing_or_stopping", "changing", "another_device"))
BELONGING = ("can-belong", ("circles", "supporters", "who_looked", "talk_to_person"))


@dialogue
async def what_can_you_do(talk: Talk, argument: str = "") -> Opening:  # noqa: ARG001 - a button may carry one
    """Show the pages in turn, round and round, until something is chosen."""
    here = await talk.look(LookHere())
    pages = _pages(here)
    page = 0
    while True:
        key, leads_to = pages[page % len(pages)]
        choices = tuple(Choice(name, name.replace("_", "-")) for name in leads_to)
        wish = await talk.ask(OneOf(key=key, choices=choices, way_out="something-else"))
        if wish != "something-else":
            return Opening(wish)
        page += 1


def _pages(here: Here) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the pages for what somebody is here, what they most likely want first."""
    if takes_part(here):
        return DOING, SEEING, BELONGING, CHANGING
    if here.kind is Kind.FACILITATOR:
        return BELONGING, SEEING, CHANGING
    return SUPPORTING, BELONGING, CHANGING
