"""The unit of work: transactions on an open store."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.app.messages import Received
from bot.store.circles import CirclesRows
from bot.store.conversations import ConversationsRows
from bot.store.dialect import in_memory
from bot.store.inbox import InboxRows
from bot.store.keys import Keyring
from bot.store.nudges import NudgesRows
from bot.store.outbox import OutboxRows
from bot.store.people import PeopleRows
from bot.store.practice import PracticeRows
from bot.store.sharing import SharingRows
from bot.store.web import WebRows
from bot.store.work import Work


class StoreTransaction:
    """The repositories within one transaction. None of them commits."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.people = PeopleRows(work)
        self.circles = CirclesRows(work)
        self.practice = PracticeRows(work)
        self.sharing = SharingRows(work)
        self.nudges = NudgesRows(work)
        self.conversations = ConversationsRows(work)
        self.inbox = InboxRows(work)
        self.outbox = OutboxRows(work)
        self.web = WebRows(work)

    async def expect(self, received: Sequence[Received]) -> None:
        """Read at once what the turns of these updates will look up: account, person and conversation.

        Not needed for anything but speed: two statements, and not two a turn.
        """
        persons = await self.people.expect({(one.channel, one.account) for one in received})
        await self.conversations.expect(persons)

    def turn(self) -> AbstractAsyncContextManager[None]:
        """A savepoint: an error inside takes back only what was done inside."""
        return self._work.turn()


class SqlStore:
    """A store on a database and a keyring. One transaction writes at a time; others read beside it."""

    def __init__(self, engine: AsyncEngine, keys: Keyring) -> None:
        self.engine = engine
        self.keys = keys
        self._writing = engine.execution_options(writes=True)
        self._one_writer = asyncio.Lock()
        self._shared = in_memory(str(engine.url))

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[StoreTransaction]:
        """Write and read; commits when left without an error.

        New owner keys are on disk before the data that they seal.
        """
        async with self._one_writer, self._writing.connect() as connection, connection.begin():
            work = Work(connection, writes=True)
            yield StoreTransaction(work)
            await work.send()
            if self.keys.has_new:
                await asyncio.to_thread(self.keys.keep)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[StoreTransaction]:
        """Read one state of everything, beside a writer. Writing raises RuntimeError."""
        if self._shared:
            async with self._one_writer, self._read() as transaction:
                yield transaction
        else:
            async with self._read() as transaction:
                yield transaction

    async def destroy_key(self, owner: str) -> None:
        """Make all words sealed for this owner unreadable, for good (safety.md, 'Rights')."""
        async with self._one_writer:
            await asyncio.to_thread(self.keys.destroy, owner)

    async def close(self) -> None:
        """Wait for the writer, then let go of both files."""
        async with self._one_writer:
            await self.engine.dispose()
            self.keys.close()

    @asynccontextmanager
    async def _read(self) -> AsyncIterator[StoreTransaction]:
        connection: AsyncConnection
        async with self.engine.connect() as connection, connection.begin():
            yield StoreTransaction(Work(connection, writes=False))
