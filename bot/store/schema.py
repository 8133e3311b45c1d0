"""All tables of the data together."""

from __future__ import annotations

from bot.store import tables_post, tables_practice
from bot.store.tables import metadata

__all__ = ["metadata", "tables_post", "tables_practice"]
