"""All that is special to SQLite: pragmas, how a transaction begins, and 'insert unless it is there'.

For another database this is the file that gets a second half; see docs/decisions/0005-store.md.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, StaticPool, Table, create_engine, event, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.sql.dml import Insert

from bot.store.driver import connect

BUSY_FOR = 10_000  # milliseconds that a writer waits for another process, such as a command beside the server
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_FOR}",
    "PRAGMA cache_size=-16000",
)
_ONE_CONNECTION: dict[str, Any] = {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}


def open_engine(url: str) -> AsyncEngine:
    """Give an engine whose writing transactions begin IMMEDIATE and whose reading ones are deferred."""
    _keep_private(url)
    engine = create_async_engine(url, hide_parameters=True, connect_args={"async_creator_fn": connect})
    _prepare(engine.sync_engine)
    return engine


def open_keys_engine(url: str) -> Engine:
    """Give the key database's engine, with the same promises as the data's."""
    _keep_private(url)
    engine = create_engine(url, hide_parameters=True, **(_ONE_CONNECTION if in_memory(url) else {}))
    _prepare(engine)
    return engine


def in_memory(url: str) -> bool:
    """Whether a database lives in memory, on one connection that all share."""
    return make_url(url).database in (None, "", ":memory:")


def where(condition: str) -> dict[str, Any]:
    """Give the arguments that make an index partial."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


def insert_once(table: Table) -> Insert:
    """Give an insert that does nothing when the row is known."""
    return insert(table).on_conflict_do_nothing()


def put(table: Table, keys: Sequence[str] = (), replace: Sequence[str] | None = None) -> Insert:
    """Give an insert that replaces the row with the same keys (the primary key unless named).

    `replace` names the columns to replace, when not all that are no keys.
    """
    statement = insert(table)
    by = list(keys) or [column.name for column in table.primary_key]
    names = replace or [column.name for column in table.columns if column.name not in by]
    return statement.on_conflict_do_update(
        index_elements=by, set_={name: statement.excluded[name] for name in names}
    )


def add_up(table: Table, count: Column[int]) -> Insert:
    """Give an insert that adds its count to that of the row with the same primary key."""
    statement = insert(table)
    by = [column.name for column in table.primary_key]
    return statement.on_conflict_do_update(
        index_elements=by, set_={count.name: count + statement.excluded[count.name]}
    )


def _keep_private(url: str) -> None:
    """Make the file so that only this account of the machine can read it; its log takes after it."""
    if not in_memory(url):
        os.close(os.open(make_url(url).database or "", os.O_CREAT | os.O_RDWR, 0o600))


def _prepare(engine: Engine) -> None:
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begin)


def _connected(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
