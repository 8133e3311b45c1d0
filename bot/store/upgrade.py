"""Migrations, run when the store is opened. Alembic is loaded only when there is one to run."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

HEAD = "0001"  # the newest file in migrations/versions; a test compares
FOLDER = Path(__file__).parent / "migrations"


class NewerData(Exception):
    """The data was written by a newer version of the assistant. Install that one."""


async def upgrade(engine: AsyncEngine) -> None:
    """Bring the tables to the present form. Cheap when they are. Raises `NewerData`."""
    async with engine.connect() as connection:
        if await connection.run_sync(_stored_revision) == HEAD:
            return
    async with engine.execution_options(writes=True).connect() as connection:
        await connection.run_sync(_upgrade)
        await connection.commit()


def _stored_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - slow to load, and seldom needed
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise NewerData(str(error)) from error
