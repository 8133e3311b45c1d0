"""Between a domain dataclass and its row, where the columns are its fields in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

from sqlalchemy import Row, Table, bindparam, delete, select, update
from sqlalchemy.sql import ColumnElement

from bot.app.ports import VersionConflict
from bot.store.dialect import insert_once
from bot.store.sealed import Private
from bot.store.work import Read, Work, Write

T = TypeVar("T")


class Rows(Generic[T]):
    """How one kind of object is kept. `owners` says for each sealed field whose words they are."""

    def __init__(
        self, kind: Callable[..., T], table: Table, owners: Mapping[str, Callable[[T], str]] | None = None
    ) -> None:
        self.table = table
        self._kind = kind
        self._owners = owners or {}
        self._names = tuple(field.name for field in fields(kind))  # type: ignore[arg-type]
        self.columns = tuple(table.c[name] for name in self._names)

    def where(self, *conditions: ColumnElement[bool], order: Sequence[Any] = ()) -> Read:
        """Give a select of whole objects."""
        return Read(select(*self.columns).where(*conditions).order_by(*order))

    def params(self, thing: T) -> dict[str, Any]:
        """Give the values of a row, people's words with their owner."""
        values = {name: getattr(thing, name) for name in self._names}
        for name, owner in self._owners.items():
            values[name] = Private(owner(thing), values[name])
        return values

    def one(self, row: Row[*tuple[Any, ...]] | None) -> T | None:
        """Give the object of a row, if there is one."""
        return None if row is None else self._kind(*row)

    def all(self, rows: Sequence[Row[*tuple[Any, ...]]]) -> list[T]:
        """Give the objects of rows."""
        return [self._kind(*row) for row in rows]


class Versioned(Rows[T]):
    """Objects that several people change: saving one that somebody else saved meanwhile is refused."""

    def __init__(
        self, kind: Callable[..., T], table: Table, owners: Mapping[str, Callable[[T], str]]
    ) -> None:
        super().__init__(kind, table, owners)
        self._update = Write(
            update(table).where(table.c.id == bindparam("b_id"), table.c.version == bindparam("b_version"))
        )
        self._insert = Write(insert_once(table))

    async def save(self, work: Work, thing: T) -> None:
        """Save the object; a known row then has the next version. Raises `VersionConflict`."""
        values = self.params(thing)
        version = values["version"]
        named = {"b_id": values["id"], "b_version": version, **values, "version": version + 1}
        if await work.write(self._update, named):
            return
        if version != 1 or not await work.write(self._insert, values):
            raise VersionConflict(f"{self.table.name} {values['id']}")


def forget(table: Table) -> Write:
    """Give the delete of one object by `b_id`."""
    return Write(delete(table).where(table.c.id == bindparam("b_id")))
