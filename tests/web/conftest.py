from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.content.catalogue import Catalogue
from bot.content.where import WORDS
from tests.web.town import Town, make_store, open_town


@pytest.fixture(scope="session")
def words() -> Catalogue:
    return Catalogue.load(WORDS, "en-GB")


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store") / "data"
    asyncio.run(make_store(folder))
    return folder


@pytest.fixture
async def town(tmp_path: Path, empty_store: Path, words: Catalogue) -> AsyncIterator[Town]:
    folder = tmp_path / "data"
    shutil.copytree(empty_store, folder)
    async with open_town(folder, words) as made:
        yield made
