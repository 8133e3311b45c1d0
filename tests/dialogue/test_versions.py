"""New code under old journals: what was answered stays, and nobody meets an error."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.dialogue.conversation import Conversation, Spoken
from bot.dialogue.given import Control, Opening, Pressed
from bot.dialogue.payload import ChangePress
from bot.dialogue.questions import Choice, OneOf, Words
from bot.dialogue.talk import Dialogue, Talk, dialogue
from tests.dialogue.plays import YES_NO, a_stage
from tests.dialogue.stage import Put, Ring, Stage, Take


def swap(stage: Stage, written: Dialogue, name: str = "planning") -> None:
    stage.book[name] = Spoken(written, "phrase-planning")


async def with_who_first(talk: Talk) -> None:
    await talk.ask(OneOf(key="who", choices=YES_NO))
    await talk.ask(Words(key="what"))
    await talk.ask(OneOf(key="support", choices=(Choice("alone"),)))
    await talk.say("planned")


async def without_questions(talk: Talk) -> None:
    await talk.say("nothing-to-plan")


async def one_more(talk: Talk, *, how: str) -> None:
    await talk.ask(Words(key=how))


async def faulty(talk: Talk) -> None:
    await talk.say("so-far")
    raise LookupError("planning was never here")


def named(written: Any) -> Dialogue:
    written.__name__ = "planning"
    return dialogue(written)


def a_begun_stage() -> Stage:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    return stage


def test_a_question_that_is_new_is_asked_and_the_answer_given_meanwhile_is_not_its_answer() -> None:
    stage = a_begun_stage()
    swap(stage, named(with_who_first))
    stage.press("alone")
    assert stage.keys() == ["old-question", "who?"]
    stage.press("yes")
    assert stage.keys() == ["support?"]
    stage.press("alone")
    assert stage.keys() == ["planned"]
    assert stage.did() == [Take("t1")]


def test_a_question_that_is_gone_lets_the_dialogue_end() -> None:
    stage = a_begun_stage()
    swap(stage, named(without_questions))
    stage.press("alone")
    assert stage.keys() == ["nothing-to-plan"]
    assert stage.things() == ["swim"]
    assert stage.conversation.asked is None


def test_an_answer_that_is_no_longer_offered_is_asked_again() -> None:
    stage = a_begun_stage()
    stage.press("help")
    swap(stage, named(with_who_first))
    stage.hi()
    stage.press("yes")
    assert stage.keys() == ["support?"]


@pytest.mark.parametrize("written", [faulty, one_more])
def test_what_was_told_before_and_breaks_now_ends_with_a_kind_message(written: Any) -> None:
    stage = a_begun_stage()
    swap(stage, named(written))
    stage.press("alone")
    assert stage.keys()[-1] == "dialogue-changed"
    assert (stage.conversation.frames, stage.conversation.asked) == ([], None)


def test_a_fault_in_what_is_new_is_raised() -> None:
    @dialogue
    async def breaking(talk: Talk) -> None:
        await talk.ask(OneOf(key="sure", choices=YES_NO))
        raise LookupError

    stage = Stage(breaking=Spoken(breaking))
    stage.begin("breaking")
    with pytest.raises(LookupError):
        stage.press("yes")
    swap(stage, named(faulty))
    with pytest.raises(LookupError):
        stage.begin("planning")


def test_the_lower_dialogue_goes_on_when_the_one_on_top_cannot() -> None:
    stage = a_begun_stage()
    stage.begin("telling")
    del stage.book["telling"]
    stage.press("yes")
    assert stage.keys() == ["dialogue-changed", "support?"]


@pytest.mark.parametrize("control", list(Control))
def test_every_control_is_kind_about_a_dialogue_that_is_gone(control: Control) -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.press("yes")
    del stage.book["telling"]
    stage.control(control)
    assert stage.keys()
    stage.hi()
    assert stage.keys()


def test_below_the_one_that_ends_a_dialogue_may_be_gone() -> None:
    stage = a_begun_stage()
    stage.begin("telling")
    del stage.book["planning"]
    stage.press("yes")
    stage.press("yes")
    assert stage.keys() == ["told", "dialogue-changed"]


def test_a_dialogue_that_was_put_off_may_be_gone() -> None:
    stage = a_begun_stage()
    stage.control(Control.NOT_NOW)
    del stage.book["planning"]
    stage.hi()
    assert stage.keys() == ["dialogue-changed"]
    stage.hi()
    assert stage.keys() == ["hello"]


def test_a_change_of_an_answer_whose_question_is_gone_says_the_last_words_again() -> None:
    stage = a_stage()
    stage.begin("telling")
    first = stage.asked_id
    stage.press("yes")
    stage.press("yes")

    async def shorter(talk: Talk, argument: str = "") -> None:
        await talk.say("told", how=argument)

    shorter.__name__ = "telling"
    stage.book["telling"] = Spoken(dialogue(shorter))
    stage.give(Pressed(ChangePress(first)))
    assert stage.keys() == ["told"]


def test_a_command_that_cannot_be_undone_is_never_run_twice() -> None:
    stage = a_stage()
    stage.begin("ringing")
    stage.press("yes")

    async def louder(talk: Talk) -> None:
        await talk.ask(OneOf(key="how-loud", choices=YES_NO))
        await talk.do(Ring("very loud"))
        await talk.ask(OneOf(key="sure", choices=YES_NO))

    louder.__name__ = "ringing"
    stage.book["ringing"] = Spoken(dialogue(louder))
    stage.hi()
    stage.press("yes")
    assert stage.keys() == ["how-loud?"] or stage.keys() == ["sure?"]
    if stage.asked == "how-loud":
        stage.press("yes")
    assert stage.world.rung == ["yes"]


def test_a_command_of_an_old_branch_that_refuses_its_undo_stays_done() -> None:
    stage = a_begun_stage()
    support = stage.asked_id
    stage.press("help")
    stage.press("jo")
    from tests.dialogue.stage import NoRoom  # noqa: PLC0415

    stage.world.refuse = {Take: NoRoom()}
    stage.give(Pressed(ChangePress(support)))
    stage.press("alone")
    stage.type("fun")
    assert stage.things() == ["jo helps with t1", "swim"]


def test_a_differing_command_that_refuses_its_undo_stays_as_it_was_done() -> None:
    stage = a_begun_stage()
    stage.press("help")
    who = stage.asked_id
    stage.press("jo")
    from tests.dialogue.stage import NoRoom  # noqa: PLC0415

    stage.world.refuse = {Take: NoRoom()}
    stage.give(Pressed(ChangePress(who)))
    stage.press("ali")
    assert stage.asked == "why"
    assert stage.things() == ["jo helps with t1", "swim"]


# What is kept


def test_the_conversation_comes_back_equal() -> None:
    stage = a_begun_stage()
    stage.press("help")
    stage.wish("telling")
    talk = stage.conversation
    assert Conversation.from_plain(json.loads(json.dumps(talk.to_plain()))) == talk


def reshaped(stage: Stage, old: str, new: str) -> None:
    """Keep the conversation as if a class had another name when it was written."""
    assert old in stage.form
    stage.form = stage.form.replace(old, new)


def test_a_journal_that_cannot_be_read_is_dropped_with_a_kind_message() -> None:
    stage = a_begun_stage()
    reshaped(stage, '"PutMendable"', '"WasRenamed"')
    stage.press("alone")
    assert stage.keys()[0] == "dialogue-changed"
    assert stage.conversation.frames == []
    stage.hi()
    assert stage.keys() == ["hello"]


def test_when_a_lower_dialogue_cannot_be_read_the_one_on_top_goes_on() -> None:
    stage = a_begun_stage()
    stage.begin("telling")
    reshaped(stage, '"PutMendable"', '"WasRenamed"')
    stage.press("yes")
    assert stage.keys() == ["dialogue-changed", "more?"]


def test_when_the_one_on_top_cannot_be_read_the_lower_one_asks_again() -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.begin("planning")
    stage.type("swim")
    reshaped(stage, '"PutMendable"', '"WasRenamed"')
    stage.press("alone")
    assert stage.keys() == ["dialogue-changed", "how?"]


def test_a_narrower_question_that_cannot_be_read_is_asked_anew() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.wait(hours=13)
    stage.type("swim")
    reshaped(stage, '"NotAnAnswer"', '"WasRenamed"')
    stage.press("yes", 1)
    assert stage.keys() == ["dialogue-changed", "what?"]


def test_what_was_meant_is_forgotten_when_it_cannot_be_read() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.wish("telling", about=Choice("x"))
    kept = stage.said()[0]
    reshaped(stage, '"Choice"', '"WasRenamed"')
    stage.press_button("meant", kept)
    assert stage.keys() == ["change-not-possible", "support?"]


def test_last_words_that_cannot_be_read_are_not_said_again() -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.press("yes")
    stage.press("yes")
    reshaped(stage, '\\"$\\": \\"Said\\"', '\\"$\\": \\"WasRenamed\\"')
    stage.control(Control.AGAIN)
    assert stage.keys() == ["hello"]


def test_a_dialogue_that_broke_three_times_is_given_up_and_the_rest_goes_on() -> None:
    stage = a_begun_stage()
    stage.begin("telling")
    stage.turn(lambda talk: iter((talk.give_up(),)[:0]))  # type: ignore[arg-type,return-value]
    assert stage.open_dialogues() == ["planning"]
    stage.hi()
    assert stage.keys() == ["support?"]


def test_giving_up_keeps_what_was_put_off() -> None:
    talk = Conversation()
    talk.give_up()
    stage = a_begun_stage()
    stage.control(Control.NOT_NOW)
    stage.conversation.give_up()
    assert stage.parked_dialogues() == ["planning"]


def test_an_opening_of_the_book_is_known_by_name_and_arguments() -> None:
    assert Opening("a", {"x": 1}) != Opening("a")
    assert Put("a") != Put("b")
