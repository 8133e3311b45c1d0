"""The loops: what they survive, and how they stop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from bot.app.messages import Kind, MediaIn, Parcel, UnusableIn
from bot.dialogue.saying import Said
from bot.domain.nudging import Nudge, NudgeKind
from tests.app.rooms import Rooms


@asynccontextmanager
async def running(rooms: Rooms) -> AsyncIterator[None]:
    await rooms.wired.assistant.start()
    try:
        yield
    finally:
        await rooms.wired.assistant.stop()


async def until(what: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not what():  # noqa: ASYNC110 - what it waits for is a list of the channel
            await asyncio.sleep(0.01)


async def test_an_update_is_answered_as_soon_as_it_is_stored(rooms: Rooms):
    async with running(rooms):
        await rooms.receive(rooms.raw("sam", UnusableIn("sticker")))
        await until(lambda: rooms.keys("sam"))


async def test_what_waited_before_the_start_is_dealt_with(rooms: Rooms):
    await rooms.receive(rooms.raw("sam", UnusableIn("sticker")))
    await rooms.queue(
        Parcel("a", Kind.REPLY, Said("too-long"), person=rooms.person("lee"), channel="script", address="lee")
    )
    async with running(rooms):
        await until(lambda: rooms.keys("sam") and rooms.keys("lee"))


async def test_the_loops_survive_a_locked_database(rooms: Rooms, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.app.assistant.AFTER_FAULT", 0.02)
    async with running(rooms):
        await rooms.receive(rooms.raw("sam", UnusableIn("sticker")))
        await until(lambda: rooms.keys("sam"))
        await rooms.world.break_part("database")
        rooms.wired.assistant.wake()
        await asyncio.sleep(0.1)
        rooms.world.broken.discard("database")
        assert rooms.world.lock is not None
        rooms.world.lock.close()
        await rooms.receive(rooms.raw("sam", UnusableIn("contact")))
        await until(lambda: len(rooms.keys("sam")) == 2)


async def test_a_nudge_that_falls_due_is_sent_by_itself(rooms: Rooms):
    async with rooms.store.transaction() as tx:
        person = await tx.people.get(rooms.person("sam"))
        await tx.people.save(replace(person, unanswered=2))
        now = rooms.world.clock.at
        await tx.nudges.put(Nudge("n1", NudgeKind.WAIT_OFFER, now, person=person.id, about=person.id))
    async with running(rooms):
        await until(lambda: rooms.keys("sam"))


async def test_a_photo_is_fetched_after_its_turn(rooms: Rooms):
    async with running(rooms):
        await rooms.receive(rooms.raw("sam", MediaIn("photo", "image/png", 10, remote="gone")))
        await until(lambda: "could-not-fetch" in rooms.keys("sam"))


async def test_a_stop_finishes_the_turn_and_what_is_being_sent(rooms: Rooms):
    gate = asyncio.Event()
    honest = rooms.channel.send

    async def slow(address: str, message: object) -> object:
        gate.set()
        await asyncio.sleep(0.05)
        return await honest(address, message)  # type: ignore[arg-type]

    rooms.channel.send = slow  # type: ignore[method-assign,assignment]
    await rooms.wired.assistant.start()
    await rooms.receive(rooms.raw("sam", UnusableIn("sticker")))
    await gate.wait()
    await rooms.wired.assistant.stop()
    assert rooms.keys("sam") == ["cannot-use-sticker"]
    async with rooms.store.reading() as tx:
        assert await tx.outbox.left_sending() == []


async def test_what_is_due_next_is_the_soonest_of_nudges_and_messages(rooms: Rooms):
    assistant = rooms.wired.assistant
    assert await assistant.next_due() is None
    now = rooms.world.clock.at
    async with rooms.store.transaction() as tx:
        await tx.nudges.put(Nudge("n1", NudgeKind.WAIT_OFFER, now, person=rooms.person("sam")))
    assert await assistant.next_due() == now
    assert await assistant.next_due(sending=False) == now
