"""Opening a store: migrate when needed, then check that the data and the keys belong together."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.backup import Place
from bot.store.dialect import in_memory, open_engine
from bot.store.keys import Keyring, KeysRefused
from bot.store.schema import metadata
from bot.store.sealed import use_keys
from bot.store.tables import store_info
from bot.store.unit import SqlStore
from bot.store.upgrade import upgrade


async def open_store(url: str, keys_url: str, master_key: bytes) -> SqlStore:
    """Open the store, making or migrating its tables first.

    `url` is of an async driver (`sqlite+aiosqlite:///...`), `keys_url` of a plain one (`sqlite:///...`),
    `master_key` is 32 bytes. Raises `KeysRefused` when the keys are not this data's.
    """
    _refuse_one_file(url, keys_url)
    _refuse_half_restored(url)
    engine = open_engine(url)
    try:
        if in_memory(url):
            async with engine.begin() as connection:
                await connection.run_sync(metadata.create_all)
        else:
            await upgrade(engine)
        keys = Keyring(keys_url, master_key)
        use_keys(engine.sync_engine.dialect, keys)
        try:
            await _belong_together(engine, keys)
        except BaseException:
            keys.close()
            raise
    except BaseException:
        await engine.dispose()
        raise
    return SqlStore(engine, keys)


async def migrate(url: str) -> None:
    """Bring the tables of a database to the present form, without opening it."""
    engine = open_engine(url)
    try:
        await upgrade(engine)
    finally:
        await engine.dispose()


async def _belong_together(engine: AsyncEngine, keys: Keyring) -> None:
    connection: AsyncConnection
    async with engine.execution_options(writes=True).begin() as connection:
        pair = await connection.scalar(select(store_info.c.pair))
        if pair is None:
            await connection.execute(insert(store_info), {"pair": keys.pair})
        elif pair != keys.pair:
            raise KeysRefused(
                "The keys are missing: this data has others. Put its key database back, or restore both."
                if keys.is_new
                else "These keys belong to other data. Restore data and keys of the same backup."
            )


def _refuse_one_file(url: str, keys_url: str) -> None:
    data, keys = make_url(url).database, make_url(keys_url).database
    if data and keys and data != ":memory:" and Path(data).absolute() == Path(keys).absolute():
        raise KeysRefused("Keys must not be kept in the data's own file.")


def _refuse_half_restored(url: str) -> None:
    if not in_memory(url) and Place(Path(make_url(url).database or ""), Path()).mark.exists():
        raise KeysRefused("A restore was cut short. Run `alongside restore` again with the same backup.")
