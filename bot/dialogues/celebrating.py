"""Celebrating: in one's own words, and the way one likes (practice.md 9; conversations.md 5)."""

from __future__ import annotations

from bot.dialogue.questions import OneOf, Words
from bot.dialogue.saying import Ref
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import Celebrate, SayToCelebration
from bot.dialogues.kindly import kindly
from bot.dialogues.looks import LookCelebration, LookHere, LookPlan
from bot.dialogues.picking import by_name, pick, these

LONGEST_NEWS = 500  # characters


@dialogue
@kindly
async def celebrating(talk: Talk, argument: str = "", words: str = "") -> None:
    """Celebrate good news: `words`, as the person said them, or an action (its id)."""
    here = await talk.look(LookHere())
    plan = await talk.look(LookPlan(argument)) if argument else None
    news = words or (plan.what if plan else "")
    if not news:
        news = await talk.ask(Words(key="celebrate-what", longest=LONGEST_NEWS))
    made_by = await talk.ask(
        OneOf(key="celebrate-who", choices=these("me", "us", "someone-else"), slots={"words": news})
    )
    tell = (*by_name(here.supporters, "tell"), *by_name(here.circles, "tell"))
    how = await pick(talk, "celebrate-how", (*these("just-us"), *tell), way_out="no-fuss")
    action = plan.id if plan else None
    match how:
        case "no-fuss":
            await talk.say("celebrate-no-fuss")
        case "just-us":
            await talk.do(Celebrate(news, made_by, action))
            await talk.say("celebrate-just-us", words=news)
        case circle if any(known.id == circle for known in here.circles):
            await talk.do(Celebrate(news, made_by, action, circle=circle))
            await talk.say("celebrate-told", words=news, name=Ref("circle", circle))
        case person:
            await talk.do(Celebrate(news, made_by, action, person=person))
            await talk.say("celebrate-told", words=news, name=Ref("person", person))


@dialogue
@kindly
async def say_to_celebration(talk: Talk, argument: str = "") -> None:
    """Join a celebration (its id) with words of one's own."""
    seen = await talk.look(LookCelebration(argument))
    if seen is None:
        await talk.say("thing-gone")
        return
    words = await talk.ask(
        Words(
            key="celebrate-say",
            longest=LONGEST_NEWS,
            way_out="not-now",
            slots={"name": Ref("person", seen.owner)},
        )
    )
    if words == "not-now":
        await talk.say("celebrate-say-not-now")
        return
    await talk.do(SayToCelebration(argument, words))
    await talk.say("celebrate-said")
