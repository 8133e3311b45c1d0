"""Small dialogues that the tests speak."""

from __future__ import annotations

from bot.dialogue.conversation import Spoken
from bot.dialogue.given import Opening
from bot.dialogue.questions import Choice, Guess, OneOf, Words
from bot.dialogue.saying import Phrase
from bot.dialogue.talk import Talk, dialogue
from tests.dialogue.stage import NoRoom, Put, PutMendable, Ring, Stage

ALONE_OR_NOT = (Choice("alone"), Choice("help"))
YES_NO = (Choice("yes"), Choice("no"))


@dialogue
async def planning(talk: Talk) -> None:
    """One open question, a mendable command, a closed question, two branches, an open question, words."""
    what = await talk.ask(Words(key="what"))
    thing = await talk.do(PutMendable(what))
    support = await talk.ask(OneOf(key="support", choices=ALONE_OR_NOT, way_out="not-sure"))
    if support == "help":
        await asking(talk, thing)
    why = await talk.ask(Words(key="why"))
    await talk.say("planned", thing=thing, why=why)


@dialogue
async def asking(talk: Talk, thing: str) -> None:
    who = await talk.ask(OneOf(key="who", choices=(Choice("jo"), Choice("ali"))))
    try:
        await talk.do(Put(f"{who} helps with {thing}"))
    except NoRoom as refusal:
        await talk.say("cannot-ask", kind=type(refusal).__name__)


@dialogue
async def telling(talk: Talk, argument: str = "") -> None:
    await talk.say("tell-me", about=argument)
    how = await talk.ask(OneOf(key="how", choices=YES_NO))
    await talk.ask(OneOf(key="more", choices=YES_NO))
    await talk.say("told", how=how)


@dialogue
async def ringing(talk: Talk) -> Opening:
    loud = await talk.ask(OneOf(key="ring", choices=YES_NO))
    await talk.do(Ring(loud))
    await talk.say("rung")
    await talk.ask(OneOf(key="sure", choices=YES_NO))
    await talk.say("rung-twice")
    return Opening("telling", {"argument": "ringing"})


@dialogue
async def greeting(talk: Talk) -> None:
    await talk.say("hello")


@dialogue
async def unsure(talk: Talk, nearest: tuple[Opening, ...], words: str) -> Opening | None:
    picked = await talk.ask(Guess(key="unsure", choices=YES_NO, slots={"words": words}))
    return nearest[0] if picked == "yes" and nearest else None


@dialogue
async def do_this_now(talk: Talk, opening: Opening, about: Phrase) -> Opening | None:
    now = await talk.ask(OneOf(key="do-this-now", choices=YES_NO, slots={"about": about}))
    return opening if now == "yes" else None


@dialogue
async def talk_to_person(talk: Talk) -> None:
    await talk.ask(OneOf(key="which-person", choices=YES_NO))
    await talk.say("i-asked")


def a_stage() -> Stage:
    """A stage with all of them."""
    return Stage(
        planning=Spoken(planning, "phrase-planning"),
        telling=Spoken(telling, "phrase-telling"),
        ringing=Spoken(ringing, "phrase-ringing"),
        greeting=Spoken(greeting, light=True),
        unsure=Spoken(unsure, light=True),
        do_this_now=Spoken(do_this_now),
        talk_to_person=Spoken(talk_to_person, "phrase-person"),
    )
