"""Hello again: goes on where somebody left, or asks what they would like to do."""

from __future__ import annotations

from bot.dialogue.given import Opening
from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.looks import Here, LookAnswers, LookHere
from bot.domain.people import Kind

# What is offered first, by what somebody is here. Each choice is the dialogue it leads to.
FOR_MEMBERS = ("my_plan", "planning", "telling")
FOR_SUPPORTERS = ("checking_in", "my_plan", "who_looked")
FOR_FACILITATORS = ("our_plan", "inviting", "making_circle")

LATER = "later"  # the argument of somebody who has just skipped one of the two questions


@dialogue
async def greeting(talk: Talk, argument: str = "") -> Opening:
    """Say hello to whoever comes, at any time of their journey."""
    here = await talk.look(LookHere())
    if not here.greeted:
        return Opening("hello")
    if takes_part(here) and argument != LATER:
        answers = await talk.look(LookAnswers())
        if answers.why is None or answers.want is None:
            return Opening("opening", {"argument": "again"})
    key, leads_to = _offer(here)
    wish = await talk.ask(
        OneOf(
            key=key,
            choices=tuple(Choice(name, name.replace("_", "-")) for name in leads_to),
            way_out="something-else",
            slots={"name": here.name},
        )
    )
    return Opening("what_can_you_do" if wish == "something-else" else wish)


def takes_part(here: Here) -> bool:
    """Say whether the two questions are for this person: somebody can be a member in one circle and a
    supporter elsewhere (practice.md, 'The people')."""
    return here.kind is Kind.MEMBER or bool(here.circles)


def _offer(here: Here) -> tuple[str, tuple[str, ...]]:
    if takes_part(here):
        return "greeting-member", FOR_MEMBERS
    if here.kind is Kind.FACILITATOR:
        return "greeting-facilitator", FOR_FACILITATORS
    return "greeting-supporter", FOR_SUPPORTERS
