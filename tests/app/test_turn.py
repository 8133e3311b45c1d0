"""What architecture.md promises of a turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.app import turn as turns
from bot.app.messages import Kind, PressIn, StartIn, UnusableIn
from bot.app.ports import VersionConflict
from bot.app.receive import Raw
from bot.dialogue.conversation import Book, Conversation
from bot.dialogue.given import Given, Text
from bot.dialogue.hearing import Steps, hear
from tests.app.rooms import Rooms


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> list[Exception]:
    """Faults with which the next turns of typed words end, after all else was done."""
    faults: list[Exception] = []

    def hear_and_break(conversation: Conversation, given: Given, now: datetime, book: Book) -> Steps:
        yield from hear(conversation, given, now, book)
        if faults and isinstance(given, Text):
            raise faults.pop(0)

    monkeypatch.setattr("bot.app.turn.hear", hear_and_break)
    return faults


async def test_turns_of_one_person_run_in_the_order_they_came(rooms: Rooms):
    await rooms.receive(*(rooms.raw("sam", UnusableIn(kind)) for kind in ("sticker", "location", "contact")))
    await rooms.world.settle()
    assert rooms.keys("sam") == ["cannot-use-sticker", "cannot-use-location", "cannot-use-contact"]


async def test_a_batch_of_many_people_is_answered_whole(rooms: Rooms):
    raws = [rooms.raw(who, UnusableIn("sticker")) for who in ("sam", "lee", "jo", "kit") for _ in range(20)]
    await rooms.receive(*raws)
    assert await rooms.wired.turns.run() == turns.BATCH
    assert await rooms.wired.turns.run() == 80 - turns.BATCH
    await rooms.world.settle()
    assert [len(rooms.shown(who)) for who in ("sam", "lee", "jo", "kit")] == [20] * 4


async def test_a_broken_turn_leaves_nothing_behind_and_is_tried_again(
    rooms: Rooms, breaking: list[Exception]
):
    breaking.append(RuntimeError())
    await rooms.receive(rooms.raw("sam", "blah"), rooms.raw("lee", UnusableIn("sticker")))
    assert await rooms.wired.turns.run() == 2
    await rooms.wired.courier.settle()
    assert rooms.keys("sam") == []
    assert rooms.keys("lee") == ["cannot-use-sticker"]
    await rooms.world.settle()
    assert rooms.keys("sam") == ["unclear-first"]
    assert await rooms.waiting() == []


async def test_what_breaks_three_times_is_parked_with_an_apology_and_the_conversation_goes_on(
    rooms: Rooms, breaking: list[Exception]
):
    breaking += [RuntimeError(), RuntimeError(), RuntimeError()]
    assert await rooms.says("sam", "blah") == ["apology"]
    assert await rooms.waiting() == []
    assert await rooms.says("sam", "blah") == ["unclear-first"]


async def test_nothing_newer_of_a_person_overtakes_their_broken_turn_whatever_the_device(
    rooms: Rooms, breaking: list[Exception]
):
    breaking.append(RuntimeError())
    await rooms.receive(rooms.raw("sam", "blah"), rooms.raw("lee", UnusableIn("contact")))
    await rooms.receive(rooms.raw("sam", UnusableIn("sticker"), on="web"), channel="web")
    await rooms.wired.turns.run()
    assert [one.account for one in await rooms.waiting()] == ["sam", "sam"]
    await rooms.world.settle()
    assert rooms.keys("sam") == ["unclear-first"]
    assert len(rooms.keys("sam", "web")) == 1


async def test_a_conflict_runs_the_turn_again_without_an_apology(rooms: Rooms, breaking: list[Exception]):
    breaking += [VersionConflict()] * (turns.MOST_TRIES + 1)
    assert await rooms.says("sam", "blah") == ["unclear-first"]


async def test_a_turn_that_only_conflicts_does_not_run_for_ever(rooms: Rooms, breaking: list[Exception]):
    breaking += [VersionConflict()] * turns.MOST_CONFLICTS
    assert await rooms.says("sam", "blah") == ["apology"]


async def test_a_press_that_breaks_leaves_the_open_question_where_it_is(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
):
    await rooms.says("sam", "blah")

    async def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("bot.app.speaking.Speaking.press", broken)
    assert await rooms.says("sam", PressIn("c:help:x:yes", "")) == ["apology"]
    monkeypatch.undo()
    assert await rooms.says("sam", PressIn(rooms.payload("sam", "unclear-first.will-do"), "")) != []


async def test_an_update_that_cannot_be_read_is_parked_and_holds_nobody_up(rooms: Rooms):
    await rooms.receive(
        Raw("1001", b"{not json"), Raw("1002", b"{}"), rooms.raw("sam", UnusableIn("sticker"))
    )
    await rooms.world.settle()
    assert rooms.keys("sam") == ["cannot-use-sticker"]
    assert await rooms.waiting() == []


async def test_a_turn_that_ran_is_not_run_again_when_the_update_comes_again(rooms: Rooms):
    raw = rooms.raw("sam", UnusableIn("sticker"))
    await rooms.receive(raw)
    await rooms.world.settle()
    assert await rooms.receive(raw) == 0
    await rooms.world.settle()
    assert rooms.keys("sam") == ["cannot-use-sticker"]


async def test_a_stranger_whose_update_breaks_is_told_nothing(rooms: Rooms, monkeypatch: pytest.MonkeyPatch):
    async def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("bot.app.joining.newcomer", broken)
    assert await rooms.says("nobody", StartIn()) == []
    assert await rooms.waiting() == []


async def test_an_apology_that_cannot_be_said_holds_nobody_up(
    rooms: Rooms, breaking: list[Exception], monkeypatch: pytest.MonkeyPatch
):
    async def broken(*_: object) -> None:
        raise RuntimeError

    breaking += [RuntimeError()] * 3
    monkeypatch.setattr("bot.app.turn.Turns._apologise", broken)
    assert await rooms.says("sam", "blah") == []
    assert await rooms.says("lee", UnusableIn("sticker")) == ["cannot-use-sticker"]


async def test_without_understanding_buttons_and_controls_still_work(rooms: Rooms):
    rooms.world.engine.broken = True
    assert await rooms.says("sam", "blah blah") == ["unclear-first"]
    assert await rooms.says("sam", "help") == ["help-menu"]


async def test_a_person_who_writes_again_is_not_waited_for(rooms: Rooms):
    async with rooms.store.transaction() as tx:
        person = await tx.people.get(rooms.person("sam"))
        await tx.people.save(replace(person, unanswered=3, waiting=True))
    await rooms.says("sam", UnusableIn("sticker"))
    async with rooms.store.reading() as tx:
        person = await tx.people.get(rooms.person("sam"))
    assert (person.unanswered, person.waiting) == (0, False)


async def test_what_is_said_has_the_same_id_when_a_turn_is_told_twice(rooms: Rooms):
    await rooms.says("sam", UnusableIn("sticker"))
    assert (await rooms.queued("script:1.0")).parcel.kind is Kind.REPLY
