from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.dialogue.conversation import Spoken
from bot.dialogue.engine import Do, Ended, Result, Say, See, Waiting, refusal_named, tell
from bot.dialogue.errors import DialogueError, TooManySteps
from bot.dialogue.given import Control, Opening
from bot.dialogue.journal import Answered, Did, Journal, Looked, Spoke
from bot.dialogue.questions import OneOf, Words
from bot.dialogue.talk import Talk, dialogue
from bot.domain.errors import NotYours, Refusal
from tests.dialogue.plays import YES_NO, a_stage, planning
from tests.dialogue.stage import NoRoom, NoRoomToday, OnShelf, Put, Stage


def told(coroutine: Any, journal: Journal, *replies: Any) -> tuple[list[Any], Any]:
    """Tell a dialogue with these replies; give the effects and where it stopped."""
    steps = tell(coroutine, journal)
    effects = []
    waiting = list(replies)
    try:
        effect = next(steps)
        while True:
            effects.append(effect)
            reply = waiting.pop(0) if waiting else None
            effect = steps.throw(reply) if isinstance(reply, Refusal) else steps.send(reply)
    except StopIteration as stop:
        return effects, stop.value


@dialogue
async def inner(talk: Talk) -> str:
    return await talk.ask(Words(key="what"))


@dialogue
async def outer(talk: Talk) -> None:
    for item in ("a", "b"):
        with talk.inside(item):
            await inner(talk)
    await inner(talk)


def test_keys_name_the_dialogues_one_is_inside_of_and_count() -> None:
    journal = Journal()
    keys = []
    for _ in range(3):
        _, stop = told(outer(Talk()), journal)
        keys.append(stop.key)
        journal.answer(Answered(stop.key, "x"))
    assert keys == [
        "outer#1/a#1/inner#1/what#1",
        "outer#1/b#1/inner#1/what#1",
        "outer#1/inner#1/what#1",
    ]
    assert told(outer(Talk()), journal) == ([], Ended(silent=True))


def test_what_has_an_entry_is_not_done_again() -> None:
    @dialogue
    async def once(talk: Talk) -> None:
        seen = await talk.look(OnShelf())
        made = await talk.do(Put("tea"))
        await talk.say("made", seen=seen, made=made)

    journal = Journal()
    effects, stop = told(once(Talk()), journal, ("cup",), Result("t1"))
    assert effects[:2] == [See(OnShelf()), Do(Put("tea"))]
    assert effects[2].said.slots == {"seen": ("cup",), "made": "t1"}
    assert stop == Ended()
    kinds = [type(entry) for entry in journal.entries]
    assert kinds == [Looked, Did, Spoke]
    assert told(once(Talk()), journal) == ([], Ended(silent=True))


@pytest.mark.parametrize("refusal", [NoRoom(), NoRoomToday()])
def test_a_refusal_is_thrown_in_and_again_when_it_is_told_again(refusal: Refusal) -> None:
    heard: list[Refusal] = []

    @dialogue
    async def trying(talk: Talk) -> None:
        try:
            await talk.do(Put("tea"))
        except Refusal as no:
            heard.append(no)
            await talk.say("no")

    journal = Journal()
    effects, _ = told(trying(Talk()), journal, refusal)
    assert [type(effect) for effect in effects] == [Do, Say]
    assert told(trying(Talk()), journal) == ([], Ended(silent=True))
    assert [type(no) for no in heard] == [type(refusal)] * 2


def test_a_refused_look_is_refused_again_when_it_is_told_again() -> None:
    @dialogue
    async def peeking(talk: Talk) -> None:
        try:
            await talk.look(OnShelf())
        except NotYours:
            await talk.say("not-yours")

    journal = Journal()
    told(peeking(Talk()), journal, NotYours())
    assert told(peeking(Talk()), journal) == ([], Ended(silent=True))


def test_a_refusal_that_the_code_no_longer_has_is_still_a_refusal() -> None:
    assert type(refusal_named("NoRoomToday")) is NoRoomToday
    assert type(refusal_named("WasRenamed")) is Refusal


def test_a_refusal_with_details_is_thrown_again_without_them() -> None:
    class TooFull(NoRoom):
        def __init__(self, shelf: str, things: int) -> None:
            super().__init__(shelf, things)

    assert isinstance(refusal_named("TooFull"), TooFull)


def test_a_thousand_steps_without_a_question_are_a_fault() -> None:
    @dialogue
    async def endless(talk: Talk) -> None:
        while True:
            await talk.say("on-and-on")

    with pytest.raises(TooManySteps):
        told(endless(Talk()), Journal())


def test_only_talk_is_awaited() -> None:
    @dialogue
    async def sleeping(talk: Talk) -> None:
        assert talk
        await asyncio.sleep(0)

    with pytest.raises(DialogueError):
        told(sleeping(Talk()), Journal())


def test_what_a_dialogue_gives_another_dialogue_leads_nowhere() -> None:
    journal = Journal([Answered("inner#1/what#1", "x")])
    assert told(inner(Talk()), journal)[1] == Ended(None, silent=True)


def test_a_fault_leaves_the_journal_as_it_was() -> None:
    @dialogue
    async def faulty(talk: Talk) -> None:
        await talk.say("so-far")
        raise LookupError

    journal = Journal([Answered("x", 1)])
    with pytest.raises(LookupError):
        told(faulty(Talk()), journal)
    assert journal.entries == [Answered("x", 1)]


def test_a_dialogue_refuses_arguments_that_it_does_not_take() -> None:
    with pytest.raises(TypeError):
        planning(Talk(), where="x")  # type: ignore[call-arg]


def test_a_dialogue_waits_at_its_question() -> None:
    _, stop = told(planning(Talk()), Journal())
    assert isinstance(stop, Waiting)
    assert (stop.key, stop.question) == ("planning#1/what#1", Words(key="what"))


def test_a_look_is_seen_once_and_again_only_when_another_thing_is_looked_at() -> None:
    @dialogue
    async def looking(talk: Talk) -> None:
        await talk.ask(OneOf(key="sure", choices=YES_NO))
        await talk.say("seen", things=await talk.look(OnShelf()))

    stage = Stage(looking=Spoken(looking))
    stage.begin("looking")
    stage.press("yes")
    stage.world.shelf["x"] = "cup"
    stage.control(Control.CHANGE)
    stage.press("no")
    assert stage.said()[-1].slots == {"things": ()}


def test_a_loop_of_dialogues_is_a_fault() -> None:
    @dialogue
    async def circling(talk: Talk) -> Opening:
        await talk.say("round")
        return Opening("circling")

    stage = Stage(circling=Spoken(circling))
    with pytest.raises(TooManySteps):
        stage.begin("circling")


def test_a_refused_command_is_tried_again_when_a_changed_answer_makes_it_another() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    stage.world.refuse = {Put("jo helps with t1"): NoRoomToday()}
    stage.press("help")
    stage.press("jo")
    assert stage.keys() == ["cannot-ask", "why?"]
    assert stage.said()[0].slots == {"kind": "NoRoomToday"}
    stage.control(Control.CHANGE)
    stage.press("ali")
    assert stage.keys() == ["why?"]
    assert stage.things() == ["ali helps with t1", "swim"]
