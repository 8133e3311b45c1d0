"""Who can see what, changed at any time; and who looked."""

from __future__ import annotations

from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.saying import Phrase
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.looks import Answers, LookAnswers, LookHere, LookShowing, LookWhoLooked, Showing
from bot.dialogues.own_words import beginning
from bot.dialogues.picking import pick
from bot.dialogues.sharing import choose_audience, names
from bot.domain.answers import WANT, WHY


@dialogue
async def who_can_see(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Go through one's own things, one at a time, and choose anew who sees each."""
    while True:
        showing = await talk.look(LookShowing())
        if not showing:
            await talk.say("who-can-see-nothing")
            return
        answers = await talk.look(LookAnswers())
        mine = {f"{one.thing.kind}-{one.thing.id}": (one, _kind(one, answers)) for one in showing}
        choices = tuple(_choice(name, one, kind) for name, (one, kind) in mine.items())
        picked = await pick(talk, "who-can-see-which", choices, way_out="not-now")
        if picked == "not-now":
            break
        await one_thing(talk, *mine[picked])
        if await talk.ask(OneOf(key="who-can-see-more", choices=(Choice("yes"), Choice("no")))) == "no":
            break
    await talk.say("who-can-see-any-time")


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


@dialogue
async def one_thing(talk: Talk, one: Showing, kind: str) -> None:
    """Say who can see a thing, then ask who is to see it."""
    what: Phrase = Phrase("phrase-kind-of-thing", {"kind": kind})
    if one.words:
        what = Phrase("phrase-quoted", {"words": beginning(one.words)})
    if one.audiences:
        await talk.say("who-can-see-them", who=names(one.audiences), what=what)
    else:
        await talk.say("who-can-see-just-me", what=what)
    here = await talk.look(LookHere())
    if one.audiences or here.supporters or here.circles:
        await choose_audience(talk, one.thing, one.words, one.audiences)
    else:
        await talk.say("who-can-see-private")


def _choice(name: str, one: Showing, kind: str) -> Choice:
    """Name a thing by its owner's own words; a photo or all plans by what they are."""
    if one.words:
        return Choice(name, "words", {"words": one.words})
    return Choice(name, "thing", {"thing": Phrase("phrase-thing-of-mine", {"kind": kind})})


def _kind(one: Showing, answers: Answers) -> str:
    """Give what a thing is; of an answer, to which of the two questions."""
    questions = {answers.why_id: WHY, answers.want_id: WANT}
    return questions.get(one.thing.id, one.thing.kind)
