"""SQLite's connection, with a thread for what may wait: beginning, committing, going back.

SQLAlchemy over stock aiosqlite goes to the thread and back four times for a select: for the cursor, the
statement, its rows, and closing the cursor. Each trip costs more than SQLite's own work, so a statement
within a transaction makes none (docs/benchmarks.md).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Self

import aiosqlite

_MAY_WAIT = ("BEGIN", "PRAGMA")
"""Statements that may wait for another process. All others find what they need in memory or in a page of the
file, in less time than a trip to a thread and back takes."""
_ANY_THREAD: dict[str, Any] = {"check_same_thread": False}
"""The loop's thread and the connection's own take turns: a task awaits each statement before the next."""
_READ_AHEAD = 64  # rows; asked for by aiosqlite, and not used here


class OneTripCursor:
    """A cursor that brings all rows with the statement, and is closed when they are there."""

    arraysize = 1

    def __init__(self, connection: OneTripConnection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> OneTripCursor:
        """Run a statement and bring its rows."""
        if sql.startswith(_MAY_WAIT):
            await self._connection.in_thread(partial(self._run, sql, parameters))
        else:
            self._run(sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> OneTripCursor:
        """Run a statement once for each set of parameters."""
        self._run_many(sql, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        """Give the rows that came with the statement."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Nothing is open any more."""

    def _run(self, sql: str, parameters: Sequence[Any]) -> None:
        cursor = self._connection.bare.execute(sql, parameters)
        self._rows = cursor.fetchall()
        self._keep(cursor)

    def _run_many(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        self._keep(self._connection.bare.executemany(sql, parameters))

    def _keep(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        self.rowcount = cursor.rowcount
        self.lastrowid = cursor.lastrowid
        cursor.close()


class OneTripConnection(aiosqlite.Connection):
    """An aiosqlite connection with such cursors, which makes no trip to roll back nothing."""

    @property
    def bare(self) -> sqlite3.Connection:
        """The connection itself; to be used in its thread."""
        return self._conn

    async def in_thread(self, work: Any) -> None:
        """Do something in the connection's thread."""
        await self._execute(work)  # type: ignore[no-untyped-call]

    def cursor(self) -> OneTripCursor:  # type: ignore[override]
        """Give a cursor, without a trip."""
        return OneTripCursor(self)

    async def rollback(self) -> None:
        """Roll back, if a transaction is open."""
        if self.in_transaction:
            await super().rollback()


async def connect(database: str, **options: Any) -> OneTripConnection:
    """Connect to a database file, as `aiosqlite.connect` does."""
    connection = OneTripConnection(partial(sqlite3.connect, database, **options | _ANY_THREAD), _READ_AHEAD)
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does: a stop must not wait for it
    await connection
    return connection
