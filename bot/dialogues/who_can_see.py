"""Who can see what, changed at any time; and who looked."""

from __future__ import annotations

from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.saying import Phrase
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.looks import LookShowing, LookWhoLooked, Showing
from bot.dialogues.own_words import beginning
from bot.dialogues.picking import pick
from bot.dialogues.sharing import choose_audience, names


@dialogue
async def who_can_see(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Go through one's own things, one at a time, and choose anew who sees each."""
    while True:
        showing = await talk.look(LookShowing())
        if not showing:
            await talk.say("who-can-see-nothing")
            return
        things = {_id(each): each for each in showing}
        choices = tuple(_choice(name, each) for name, each in things.items())
        picked = await pick(talk, "who-can-see-which", choices, way_out="not-now")
        if picked == "not-now":
            await talk.say("who-can-see-any-time")
            return
        await _one_thing(talk, things[picked])
        if await talk.ask(OneOf(key="who-can-see-more", choices=(Choice("yes"), Choice("no")))) == "no":
            await talk.say("who-can-see-any-time")
            return


@dialogue
async def who_looked(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Say who looked at what one shares."""
    visits = await talk.look(LookWhoLooked())
    if not visits:
        await talk.say("who-looked-nobody")
        return
    lines = tuple(
        Phrase("phrase-visit", {"name": visit.name, "day": visit.day, "time": visit.time}) for visit in visits
    )
    await talk.say("who-looked", lines=lines)


async def _one_thing(talk: Talk, one: Showing) -> None:
    if one.audiences:
        await talk.say("who-can-see-them", who=names(one.audiences), what=_what(one))
    else:
        await talk.say("who-can-see-just-me", what=_what(one))
    chosen = await choose_audience(talk, one.thing, one.words, one.audiences)
    if not chosen and not one.audiences:
        await talk.say("who-can-see-private")


def _id(one: Showing) -> str:
    return f"{one.thing.kind}-{one.thing.id}"


def _choice(name: str, one: Showing) -> Choice:
    if one.words:
        return Choice(name, "words", {"words": one.words})
    return Choice(name, "thing", {"thing": _kind(one)})


def _what(one: Showing) -> str | Phrase:
    """Name a thing by its owner's own words; a photo or all plans by what they are."""
    return Phrase("phrase-quoted", {"words": beginning(one.words)}) if one.words else _kind(one)


def _kind(one: Showing) -> Phrase:
    return Phrase("phrase-kind-of-thing", {"kind": one.thing.kind})
