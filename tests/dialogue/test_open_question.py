from __future__ import annotations

from bot.dialogue.conversation import Spoken
from bot.dialogue.given import Control
from bot.dialogue.open_question import open_question
from bot.dialogue.questions import OneOf
from bot.dialogue.talk import Talk, dialogue
from tests.dialogue.plays import YES_NO, a_stage


def test_the_open_question_is_seen_as_it_was_shown() -> None:
    stage = a_stage()
    stage.begin("planning")
    assert open_question(stage.conversation, stage.book) == stage.shown()[-1]
    stage.wait(hours=13)
    stage.type("swim")
    assert open_question(stage.conversation, stage.book) == stage.shown()[-1]
    stage.press("yes")
    stage.control(Control.CHANGE)
    assert open_question(stage.conversation, stage.book) == stage.shown()[-1]
    assert stage.asked == "what"


def test_with_nothing_open_there_is_no_question() -> None:
    stage = a_stage()
    assert open_question(stage.conversation, stage.book) is None


def test_looking_at_the_question_of_changed_code_breaks_and_changes_nothing() -> None:
    @dialogue
    async def saying_more(talk: Talk, argument: str = "") -> None:
        await talk.say("new-words", about=argument)

    @dialogue
    async def breaking(talk: Talk, argument: str = "") -> None:
        raise LookupError(talk, argument)

    @dialogue
    async def asking_else(talk: Talk, argument: str = "") -> None:
        await talk.ask(OneOf(key=argument or "else", choices=YES_NO))

    @dialogue
    async def ending(talk: Talk, argument: str = "") -> None:
        assert talk
        assert not argument

    stage = a_stage()
    stage.begin("telling")
    before = stage.conversation.to_plain()
    for written in (saying_more, breaking, asking_else, ending):
        stage.book["telling"] = Spoken(written)
        assert open_question(stage.conversation, stage.book) is None
    del stage.book["telling"]
    assert open_question(stage.conversation, stage.book) is None
    assert stage.conversation.to_plain() == before
