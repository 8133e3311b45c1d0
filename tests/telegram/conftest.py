"""The fake Bot API server, and python-telegram-bot's Bot speaking to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from telegram import Bot

from bot.channels.telegram.request import AiohttpRequest
from tests.fakes.bot_api.client import FakeTelegram, Person, server_process, talking_to

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


@pytest.fixture(scope="session")
def bot_api_url() -> Iterator[str]:
    """One server process for all tests; each begins with an empty world."""
    with server_process() as running:
        yield running.url


@pytest_asyncio.fixture
async def telegram(bot_api_url: str) -> AsyncIterator[FakeTelegram]:
    async with talking_to(bot_api_url) as server:
        yield server


@pytest_asyncio.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    """A Bot over the product's own request layer."""
    speaking = Bot(
        telegram.token,
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(),
    )
    async with speaking:
        yield speaking


@pytest_asyncio.fixture
async def sam(telegram: FakeTelegram) -> Person:
    """Somebody who has started the bot."""
    return await telegram.person("Sam", started=True)
