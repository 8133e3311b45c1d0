"""Supporters: choosing one, and ending it. A member chooses; both say yes."""

from __future__ import annotations

from bot.dialogue.given import Opening
from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.saying import Phrase, Ref
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import EndSupport, MakeInvite
from bot.dialogues.greeting import takes_part
from bot.dialogues.looks import Here, LookHere
from bot.dialogues.picking import by_name, pick
from bot.domain.errors import Refusal
from bot.domain.people import Kind


@dialogue
async def supporters(talk: Talk, argument: str = "") -> Opening | None:  # noqa: ARG001 - a button may carry one
    """Say who supports one and whom one supports, and what can be done about it."""
    here = await talk.look(LookHere())
    for key, people in (("supporters-mine", here.supporters), ("supporters-of-others", here.supports)):
        if people:
            lines = tuple(Phrase("phrase-one-person", {"name": Ref("person", one.id)}) for one in people)
            await talk.say(key, lines=lines)
    wishes = ["inviting_supporter"] if takes_part(here) else []
    if here.supporters or here.supports:
        wishes.append("ending_support")
    if not wishes:
        await talk.say("supporters-nobody-yet")
        return None
    choices = tuple(Choice(name, name.replace("_", "-")) for name in wishes)
    wish = await talk.ask(OneOf(key="supporters-what", choices=choices, way_out="not-now"))
    if wish == "not-now":
        await talk.say("that-is-fine")
        return None
    return Opening(wish)


@dialogue
async def inviting_supporter(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Make a link for somebody whom a member chooses."""
    await talk.say("supporter-means")
    if (
        await talk.ask(OneOf(key="supporter-link", choices=(Choice("yes"),), way_out="not-now", no="not-now"))
        != "yes"
    ):
        await talk.say("supporter-not")
        return
    try:
        token = await talk.do(MakeInvite(Kind.SUPPORTER, supporter_of_me=True))
    except Refusal:
        await talk.say("supporter-for-members")
        return
    await talk.say("supporter-link-made", link=Ref("link", token))


@dialogue
async def ending_support(talk: Talk, argument: str = "") -> None:
    """End that somebody supports one, or that one supports somebody; says first what that means."""
    here = await talk.look(LookHere())
    if not here.supporters and not here.supports:
        await talk.say("supporters-nobody-yet")
        return
    person = await _who(talk, here, argument)
    if person == "not-now":
        await talk.say("end-support-not")
        return
    slots = {"name": Ref("person", person)}
    sure = await talk.ask(OneOf(key="end-support-sure", choices=(Choice("yes"), Choice("no")), slots=slots))
    if sure == "no":
        await talk.say("end-support-not")
        return
    try:
        await talk.do(EndSupport(person))
    except Refusal:
        await talk.say("end-support-gone")
        return
    await talk.say("support-ended-now")


async def _who(talk: Talk, here: Here, argument: str) -> str:
    """Give the person that a button named, if it is one of these, or the only one; else ask."""
    people = {one.id: one for one in (*here.supporters, *here.supports)}
    if argument in people:
        return argument
    if len(people) == 1:
        return next(iter(people))
    return await pick(talk, "end-support-which", by_name(people.values(), "person"), way_out="not-now")
