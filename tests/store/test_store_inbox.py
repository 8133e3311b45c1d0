"""The inbox: stored before it is acknowledged, known when it comes again, erased when it is done."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from bot.app.messages import Received
from bot.store import SqlStore
from bot.store.tables_post import inbox
from tests.store import samples as s


def update(nr: int, channel: str = "telegram") -> Received:
    return Received(0, channel, str(nr), "77", f"body {nr}".encode(), s.NOW)


async def test_updates_wait_in_the_order_they_came(store: SqlStore) -> None:
    async with store.transaction() as tx:
        assert await tx.inbox.add([]) == 0
        assert await tx.inbox.add([update(3), update(1)]) == 2
        assert await tx.inbox.add([update(2)]) == 1
    async with store.reading() as tx:
        assert [one.update for one in await tx.inbox.waiting(5)] == ["3", "1", "2"]
        assert [one.update for one in await tx.inbox.waiting(2)] == ["3", "1"]


async def test_an_update_delivered_twice_is_stored_once(store: SqlStore) -> None:
    async with store.transaction() as tx:
        assert await tx.inbox.add([update(1), update(2), update(1)]) == 2
        assert await tx.inbox.add([update(2), update(3)]) == 1
        assert await tx.inbox.add([update(1, "web")]) == 1


async def test_an_update_that_was_done_is_still_known_and_its_body_is_gone(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.inbox.add([update(1)])
        [received] = await tx.inbox.waiting(5)
        await tx.inbox.done(received)
        assert await tx.inbox.waiting(5) == []
    async with store.transaction() as tx:
        assert await tx.inbox.add([update(1)]) == 0
        assert await tx.inbox.waiting(5) == []
    async with store.engine.connect() as connection:
        assert (await connection.execute(select(inbox.c.body, inbox.c.update))).all() == [(None, "1")]


async def test_an_update_that_broke_three_times_is_parked_and_the_next_goes_on(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.inbox.add([update(1), update(2)])
    for attempt in range(3):
        async with store.transaction() as tx:
            received = (await tx.inbox.waiting(1))[0]
            assert received.attempts == attempt
            await tx.inbox.tried(received)
    async with store.transaction() as tx:
        await tx.inbox.park((await tx.inbox.waiting(1))[0])
        assert [one.update for one in await tx.inbox.waiting(5)] == ["2"]


async def test_that_somebody_was_warned_already_is_kept(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.inbox.add([replace(update(1), warned=True)])
        assert [one.warned for one in await tx.inbox.waiting(1)] == [True]


async def test_each_channel_has_its_own_mark(store: SqlStore) -> None:
    async with store.transaction() as tx:
        assert await tx.inbox.mark("telegram") is None
        await tx.inbox.set_mark("telegram", 7)
        await tx.inbox.set_mark("telegram", 4_000_000_000)
        assert await tx.inbox.mark("telegram") == 4_000_000_000
        assert await tx.inbox.mark("web") is None
