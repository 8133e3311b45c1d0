"""The fake Bot API server for each test, and python-telegram-bot's Bot speaking to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest_asyncio

from tests.fakes.bot_api.client import FakeTelegram, fake_telegram

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest_asyncio.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with fake_telegram() as server:
        yield server
