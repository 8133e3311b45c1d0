"""The tables are made by migrations alone, and are then what the code says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.store import NewerData, SqlStore, migrate, open_store
from bot.store.dialect import open_engine
from bot.store.schema import metadata
from bot.store.upgrade import FOLDER, HEAD
from tests.store import samples as s


def _kept(kind: TypeEngine[object]) -> TypeEngine[object]:
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


def _type_differs(
    _c: object, _i: object, _m: object, found: TypeEngine[object], ours: TypeEngine[object]
) -> bool:
    ours = _kept(ours)
    return type(found)._type_affinity is not type(ours)._type_affinity or getattr(  # noqa: SLF001
        found, "length", None
    ) != (getattr(ours, "length", None) if type(ours).__name__ != "LargeBinary" else None)


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": _type_differs})
    return [one for one in compare_metadata(context, metadata) if one[0] != "remove_table"]


async def test_migrations_from_empty_make_the_tables_that_the_code_says(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'a.db'}"
    await migrate(url)
    await migrate(url)
    engine = open_engine(url)
    async with engine.connect() as connection:
        assert await connection.run_sync(_differences) == []
        assert await connection.scalar(text("SELECT version_num FROM alembic_version")) == HEAD
        made = await connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL"))
        by_migrations = {name: _words(sql) for name, sql in made if name != "alembic_version"}
    await engine.dispose()
    other = open_engine("sqlite+aiosqlite:///:memory:")
    async with other.begin() as connection:
        await connection.run_sync(metadata.create_all)
        made = await connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL"))
        assert by_migrations == {name: _words(sql) for name, sql in made}
    await other.dispose()


def _words(sql: str) -> list[str]:
    """A table may be written with its parts in another order."""
    return sorted(sql.replace(",", " ").replace("(", " ( ").replace(")", " ) ").split())


def test_the_newest_migration_is_the_one_that_opening_looks_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


async def test_data_of_a_newer_version_are_left_alone(store: SqlStore, data: Path, keys: Path) -> None:
    async with store.engine.execution_options(writes=True).begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await store.close()
    with pytest.raises(NewerData):
        await open_store(f"sqlite+aiosqlite:///{data}", f"sqlite:///{keys}", s.MASTER)


async def test_a_store_in_memory_works_like_one_on_disk() -> None:
    store = await open_store("sqlite+aiosqlite:///:memory:", "sqlite:///:memory:", s.MASTER)
    async with store.transaction() as tx:
        await s.put_everything(tx)
    async with store.reading() as tx:
        assert await tx.people.get("mo") == s.MO
    await store.close()


async def test_the_database_is_written_through_to_the_disk(store: SqlStore) -> None:
    async with store.engine.connect() as connection:
        for pragma, value in {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}.items():
            assert await connection.scalar(text(f"PRAGMA {pragma}")) == value


@pytest.mark.slow
async def test_opening_known_tables_does_not_load_the_migration_tool(
    store: SqlStore, data: Path, keys: Path
) -> None:
    await store.close()
    program = (
        "import asyncio, sys\n"
        "from bot.store import open_store\n"
        "async def main():\n"
        f"    store = await open_store('sqlite+aiosqlite:///{data}', 'sqlite:///{keys}', bytes(range(32)))\n"
        "    await store.close()\n"
        "asyncio.run(main())\n"
        "sys.exit('alembic' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
