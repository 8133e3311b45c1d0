"""A turn is a savepoint: what breaks it takes back its own part, and nothing else."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from bot.app.messages import Received
from bot.dialogue.conversation import Conversation
from bot.domain.circles import Circle
from bot.domain.people import Account, Person
from bot.store import SqlStore
from tests.store import samples as s


class Broke(Exception):
    pass


async def handle(store: SqlStore, *, breaks_at: int, writes_at_once: bool) -> None:
    """Three turns in one transaction, of which one breaks at its end."""
    async with store.transaction() as tx:
        for nr, received in enumerate(await tx.inbox.waiting(10)):
            try:
                async with tx.turn():
                    await tx.conversations.put(f"p{nr}", Conversation(shown=nr + 1))
                    await tx.outbox.add([replace(s.PARCEL, id=f"{nr}", person=f"p{nr}", needs=None)])
                    if writes_at_once:
                        await tx.circles.put(Circle(f"c{nr}", "ours"))
                    await tx.inbox.done(received)
                    if nr == breaks_at:
                        raise Broke  # noqa: TRY301 - as anything in a turn may
            except Broke:
                pass


@pytest.mark.parametrize("writes_at_once", [False, True])
@pytest.mark.parametrize("breaks_at", [0, 1, 2])
async def test_a_broken_turn_takes_back_only_its_own_part(
    store: SqlStore, breaks_at: int, *, writes_at_once: bool
) -> None:
    async with store.transaction() as tx:
        await tx.inbox.add([Received(0, "web", str(nr), "a", b"{}", s.NOW) for nr in range(3)])
    await handle(store, breaks_at=breaks_at, writes_at_once=writes_at_once)
    async with store.reading() as tx:
        assert [int(one.update) for one in await tx.inbox.waiting(5)] == [breaks_at]
        sent = {one.parcel.id for one in await tx.outbox.claim(s.NOW, 10)}
        assert sent == {"0", "1", "2"} - {str(breaks_at)}
        for nr in range(3):
            conversation = await tx.conversations.get(f"p{nr}")
            assert conversation.shown == (0 if nr == breaks_at else nr + 1)
            assert (await tx.circles.get(f"c{nr}") is not None) == (writes_at_once and nr != breaks_at)


async def test_a_turn_sees_what_it_and_earlier_turns_wrote(store: SqlStore) -> None:
    async with store.transaction() as tx:
        async with tx.turn():
            await tx.outbox.add([replace(s.PARCEL, id="1")])
            await tx.conversations.put("mo", Conversation(shown=4))
        async with tx.turn():
            assert await tx.outbox.get("1") is not None
            assert (await tx.conversations.get("mo")).shown == 4
        with pytest.raises(Broke):  # noqa: PT012 - the whole turn breaks
            async with tx.turn():
                await tx.conversations.put("mo", Conversation(shown=5))
                assert await tx.outbox.get("1") is not None
                raise Broke
        assert (await tx.conversations.get("mo")).shown == 4
        assert await tx.outbox.get("1") is not None


async def test_people_saved_in_a_broken_turn_are_as_before(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
    async with store.transaction() as tx:
        async with tx.turn():
            await tx.people.save(replace(s.MO, unanswered=1))
        with pytest.raises(Broke):  # noqa: PT012 - the whole turn breaks
            async with tx.turn():
                await tx.people.account("web", "person:mo")
                await tx.people.save(replace(s.MO, unanswered=2))
                await tx.people.put_account(replace(s.MO_WEB, reachable=False))
                raise Broke
        found = await tx.people.get("mo")
        assert found is not None
        assert found.unanswered == 1
        assert await tx.people.account("web", "person:mo") == s.MO_WEB


async def test_an_error_of_the_database_inside_a_turn_leaves_the_others(store: SqlStore) -> None:
    async with store.transaction() as tx:
        async with tx.turn():
            await tx.people.add(Person("one"))
        with pytest.raises(IntegrityError) as raised:
            async with tx.turn():
                await tx.people.add(Person("one", "secret words"))
        assert "secret words" not in str(raised.value)
        async with tx.turn():
            await tx.people.add(Person("two"))
    async with store.reading() as tx:
        assert set(await tx.people.named(["one", "two"])) == {"one", "two"}


async def test_an_error_outside_a_turn_takes_back_everything(store: SqlStore) -> None:
    with pytest.raises(Broke):  # noqa: PT012 - the whole turn breaks
        async with store.transaction() as tx:
            async with tx.turn():
                await tx.people.add(Person("one"))
            await tx.conversations.put("one", Conversation(shown=1))
            raise Broke
    async with store.reading() as tx:
        assert await tx.people.get("one") is None
        assert (await tx.conversations.get("one")).shown == 0


async def test_a_cancelled_transaction_takes_back_everything_and_lets_others_in(store: SqlStore) -> None:
    started = asyncio.Event()

    async def never_ends() -> None:
        async with store.transaction() as tx:
            await tx.people.add(Person("one"))
            started.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.transaction() as tx:
        assert await tx.people.get("one") is None
        await tx.people.add(Person("one"))


async def test_transactions_that_write_do_so_one_after_the_other(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.people.add(Person("one"))

    async def count_up() -> None:
        async with store.transaction() as tx:
            person = await tx.people.get("one")
            assert person is not None
            await asyncio.sleep(0)
            await tx.people.save(replace(person, unanswered=person.unanswered + 1))

    await asyncio.gather(*(count_up() for _ in range(20)))
    async with store.reading() as tx:
        found = await tx.people.get("one")
        assert found is not None
        assert found.unanswered == 20


async def test_reading_sees_one_moment_beside_a_writer_and_cannot_write(store: SqlStore) -> None:
    async with store.reading() as reader:
        assert await reader.people.get("one") is None
        async with store.transaction() as tx:
            await tx.people.add(Person("one"))
        assert await reader.people.get("one") is None
        with pytest.raises(RuntimeError):
            await reader.people.add(Person("two"))
        with pytest.raises(RuntimeError):
            await reader.conversations.put("one", Conversation())
    async with store.reading() as reader:
        assert await reader.people.get("one") is not None


async def test_a_turn_in_a_turn_is_refused(store: SqlStore) -> None:
    async with store.transaction() as tx, tx.turn():
        with pytest.raises(RuntimeError):
            async with tx.turn():
                pass


async def test_an_account_of_somebody_unknown_is_refused_at_once(store: SqlStore) -> None:
    async with store.transaction() as tx:
        with pytest.raises(IntegrityError):
            async with tx.turn():
                await tx.people.put_account(Account("web", "x", "nobody"))
