"""One transaction at work: reads, writes, writes kept for later, and the savepoint of a turn.

Writes that nobody reads back are kept and sent together: several turns' parcels are one statement. A read of
a table that has such writes sends them first, so that a transaction always sees its own writes. A savepoint
is begun only when something is really written within the turn: most turns cost none.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import Select
from sqlalchemy.sql.util import find_tables

Params = Mapping[str, Any]
_SAVEPOINT = "turn"


class Read:
    """A select that is built once, and the names of the tables that it looks at."""

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        self.statement = statement
        found = find_tables(statement, check_columns=True, include_joins=True, include_selects=True)
        self.tables = frozenset(str(table) for table in found)


class Write:
    """An insert, update or delete that is built once, and the name of its table."""

    def __init__(self, statement: UpdateBase) -> None:
        self.statement = statement
        self.table = str(statement.table)


class Work:
    """What the repositories of one transaction share. Not for use by two tasks at once."""

    def __init__(self, connection: AsyncConnection, *, writes: bool) -> None:
        self._connection = connection
        self._writes = writes
        self._later: list[tuple[Write, Params]] = []
        self._tables: set[str] = set()  # of self._later
        self._turn_from: int | None = None  # where in self._later the present turn begins
        self._savepoint = False
        self.seen: dict[tuple[str, ...], Any] = {}  # what was read or written here, by kind and key

    async def rows(self, read: Read, params: Params | None = None) -> Sequence[Row[*tuple[Any, ...]]]:
        """Read rows, after sending what was kept for these tables."""
        if not self._tables.isdisjoint(read.tables):
            await self.send()
        return (await self._connection.execute(read.statement, params)).all()

    async def row(self, read: Read, params: Params | None = None) -> Row[*tuple[Any, ...]] | None:
        """Read the first row, after sending what was kept for these tables."""
        rows = await self.rows(read, params)
        return rows[0] if rows else None

    async def unseen(self, read: Read, params: Params) -> Row[*tuple[Any, ...]] | None:
        """Read a row that is not among `seen`: what was kept for its table is about others."""
        return (await self._connection.execute(read.statement, params)).first()

    async def write(self, write: Write, params: Params | Sequence[Params]) -> int:
        """Write now; gives how many rows were changed."""
        self._may_write()
        if write.table in self._tables:
            await self.send()
        else:
            await self._protect()
        return (await self._connection.execute(write.statement, params)).rowcount

    def later(self, write: Write, params: Params) -> None:
        """Write before the transaction ends, or before the table is read."""
        self._may_write()
        self._later.append((write, params))
        self._tables.add(write.table)

    async def send(self) -> None:
        """Write all that was kept, in order within each table."""
        await self._protect()
        kept, self._later, self._tables = self._later, [], set()
        if self._turn_from is not None:
            self._turn_from = 0
        await self._execute(kept)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """A savepoint: an error inside takes back only what was done inside."""
        if self._turn_from is not None:
            raise RuntimeError("a turn is open already")
        self._turn_from = len(self._later)
        try:
            yield
        except BaseException:
            await self._take_back(self._turn_from)
            raise
        finally:
            self._turn_from = None
            if self._savepoint:
                self._savepoint = False
                await self._connection.exec_driver_sql(f"RELEASE SAVEPOINT {_SAVEPOINT}")

    async def _take_back(self, start: int) -> None:
        earlier, self._later, self._tables = self._later[:start], [], set()
        self.seen.clear()
        if self._savepoint:
            await self._connection.exec_driver_sql(f"ROLLBACK TO SAVEPOINT {_SAVEPOINT}")
        await self._execute(earlier)  # `seen` knows them no more, so they have to be read

    def _may_write(self) -> None:
        if not self._writes:
            raise RuntimeError("this transaction only reads")

    async def _protect(self) -> None:
        """Begin the turn's savepoint before its first write, with earlier turns' writes outside it."""
        if self._turn_from is None or self._savepoint:
            return
        before, self._later = self._later[: self._turn_from], self._later[self._turn_from :]
        self._tables = {write.table for write, _ in self._later}
        self._turn_from = 0
        await self._execute(before)
        await self._connection.exec_driver_sql(f"SAVEPOINT {_SAVEPOINT}")
        self._savepoint = True

    async def _execute(self, kept: Sequence[tuple[Write, Params]]) -> None:
        runs: dict[str, list[tuple[Write, list[Params]]]] = {}
        for write, params in kept:
            of_table = runs.setdefault(write.table, [])
            if of_table and of_table[-1][0] is write:
                of_table[-1][1].append(params)
            else:
                of_table.append((write, [params]))
        for of_table in runs.values():
            for write, many in of_table:
                await self._connection.execute(write.statement, many)
