"""What becomes of messages at a stop, a kill, and a database that does not take them."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from bot.app.messages import Kind, Outgoing, State
from tests.app.rooms import Rooms
from tests.app.test_courier import reply, settle


async def test_what_was_sent_is_noted_again_when_the_database_did_not_take_it(rooms: Rooms):
    await rooms.queue(reply(rooms, "a"))
    await rooms.wired.courier.step()
    await rooms.wired.courier.wait_for_one()
    await rooms.world.break_part("database")
    with suppress(Exception):
        await rooms.wired.courier.step()
    assert rooms.wired.courier.busy
    await rooms.world.mend("database")
    await settle(rooms)
    assert (await rooms.queued("a")).state is State.SENT
    assert rooms.keys("sam") == ["too-long"]


async def test_a_stop_finishes_what_is_in_hand_and_begins_nothing_new(rooms: Rooms):
    await rooms.queue(reply(rooms, "a"), reply(rooms, "b"))
    await rooms.wired.courier.step()
    await rooms.wired.courier.finish()
    assert (await rooms.queued("a")).state is State.SENT
    assert (await rooms.queued("b")).state is State.WAITING


@pytest.mark.parametrize(
    ("kind", "state", "shown"),
    [(Kind.REPLY, State.SENT, 1), (Kind.NUDGE, State.UNKNOWN, 0), (Kind.EDIT, State.DROPPED, 0)],
)
async def test_after_a_kill_only_what_is_harmless_twice_goes_again(
    rooms: Rooms, kind: Kind, state: State, shown: int
):
    await rooms.queue(reply(rooms, "a", kind=kind))
    async with rooms.store.transaction() as tx:
        (one,) = await tx.outbox.claim(rooms.world.clock.at, 10)
        await tx.outbox.sending([one.order], {one.order: ("script", "sam")})
        if kind is Kind.EDIT:
            await tx.outbox.drop(one.order, "too-late")
    await rooms.world.crash()
    await settle(rooms)
    assert (await rooms.queued("a")).state is state
    assert len(rooms.shown("sam")) == shown


async def test_a_kill_while_sending_is_no_outcome(rooms: Rooms):
    await rooms.queue(reply(rooms, "a", kind=Kind.NUDGE))
    rooms.world.die_while_sending()
    with pytest.raises(BaseException, match=r"^$"):
        await settle(rooms)
    await rooms.world.crash()
    await settle(rooms)
    assert (await rooms.queued("a")).state is State.UNKNOWN
    assert len(rooms.shown("sam")) == 1


async def test_abandoning_leaves_what_is_being_sent_as_it_is(rooms: Rooms):
    async def never(_address: str, _message: Outgoing) -> object:
        return await asyncio.Event().wait()

    rooms.channel.send = never  # type: ignore[method-assign,assignment]
    await rooms.queue(reply(rooms, "a"))
    await rooms.wired.courier.step()
    await rooms.wired.courier.abandon()
    assert (await rooms.queued("a")).state is State.SENDING
