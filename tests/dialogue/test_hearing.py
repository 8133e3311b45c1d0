from __future__ import annotations

from bot.dialogue.conversation import Spoken
from bot.dialogue.questions import OneOf, Words
from bot.dialogue.talk import Talk, dialogue
from stage import Put, Stage


@dialogue
async def planning(talk: Talk) -> None:
    what = await talk.ask(Words(key="what"))
    where = await talk.ask(OneOf(key="where", choices=()))
    await talk.do(Put(f"{what} {where}"))
    await talk.say("planned", what=what)


def test_a_dialogue_is_asked_and_begun() -> None:
    stage = Stage(planning=Spoken(planning))
    stage.begin("planning")
    assert stage.keys() == ["what?"]
