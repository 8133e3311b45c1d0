"""Joining by a link: who invites, to what, what that means; and the private yes or no."""

from __future__ import annotations

from typing import Any

from bot.dialogue.given import Opening
from bot.dialogue.payload import StartPress, write
from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.saying import Button, Phrase, Ref, SlotValue
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import Accept
from bot.dialogues.looks import Here, Invited, LookHere, LookInvite
from bot.dialogues.preferences import ask_name
from bot.domain.errors import Refusal
from bot.domain.people import Kind

JOINED = "joined"  # the argument of a hello that follows joining
MAKE_CIRCLE = Button("making-circle", write(StartPress("making_circle")))


@dialogue
async def joining(talk: Talk, argument: str = "") -> Opening | None:
    """Ask for the private yes. `argument` is the id of the invite that the link was for.

    The name comes before anybody is told of the yes: a member is asked about a supporter by name.
    """
    here = await talk.look(LookHere())
    invited = await talk.look(LookInvite(argument))
    if invited is None:
        await talk.say("link-not-good")
        return None
    if invited.circle is not None and _is_there(here, invited):
        await talk.say("joining-already", circle=Ref("circle", invited.circle.id))
        return None
    if not here.greeted:
        await talk.say("joining-computer")
    key, slots = _question(invited)
    await talk.say(f"{key}-means", **slots)
    yes = await talk.ask(OneOf(key=key, choices=(Choice("yes"), Choice("no")), slots=slots)) == "yes"
    if yes and not here.name:
        await say_name(talk)
    try:
        await talk.do(Accept(argument, yes))
    except Refusal:
        await talk.say("link-not-good")
        return None
    if not yes:
        await talk.say("joining-not")
        return None
    return await _welcome(talk, here, invited)


async def say_name(talk: Talk) -> None:
    """Ask what to call the person."""
    name = await ask_name(talk, "hello-name")
    await talk.say("hello-nice", name=name)


async def your_part(talk: Talk, kind: Kind) -> None:
    """Say in a few words what somebody's part is here (practice.md, 'The people')."""
    match kind:
        case Kind.SUPPORTER:
            await talk.say("part-supporter")
            await talk.say("part-supporter-waits")
        case Kind.FACILITATOR:
            await talk.say("part-facilitator")
            await talk.say("part-facilitator-starts", buttons=(MAKE_CIRCLE,))
        case _:
            await talk.say("part-other")


async def _welcome(talk: Talk, here: Here, invited: Invited) -> Opening | None:
    if invited.circle is not None:
        await talk.say("joining-welcome", circle=Ref("circle", invited.circle.id))
    if not here.greeted:
        return Opening("hello", {"argument": JOINED})
    if invited.kind is not Kind.MEMBER:
        await your_part(talk, invited.kind)
    return None


def _is_there(here: Here, invited: Invited) -> bool:
    there = here.circles if invited.kind is Kind.MEMBER else here.holds
    return invited.circle in there


def _question(invited: Invited) -> tuple[str, dict[str, Any]]:
    """Give the question to ask: it says who invites, and to what."""
    by: SlotValue = invited.by_name or Phrase("phrase-somebody")
    if invited.member is not None:
        return "joining-supporter", {"by": by}
    if invited.circle is not None and invited.kind is Kind.MEMBER:
        return "joining-circle", {"by": by, "circle": invited.circle.name}
    if invited.circle is not None:
        return "joining-hold", {"by": by, "circle": invited.circle.name}
    return "joining-facilitator", {}
