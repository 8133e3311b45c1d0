from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import SqlStore, open_store
from tests.store.samples import MASTER


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data" / "alongside.db"


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "keys.db"


@pytest.fixture
async def store(data: Path, keys: Path) -> AsyncIterator[SqlStore]:
    data.parent.mkdir()
    keys.parent.mkdir()
    opened = await open_store(f"sqlite+aiosqlite:///{data}", f"sqlite:///{keys}", MASTER)
    yield opened
    await opened.close()
