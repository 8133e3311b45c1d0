"""Tells open pages that something in a chat is new. It holds no words, only who waits for which chat."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator
from contextlib import contextmanager


class Newsroom:
    """The pages that wait, by the address of the chat they show."""

    def __init__(self) -> None:
        self._waiting: dict[str, set[asyncio.Event]] = {}
        self._closed = asyncio.Event()

    @property
    def closed(self) -> bool:
        """Whether the server is stopping: open pages shall let go."""
        return self._closed.is_set()

    def tell(self, address: str) -> None:
        """Wake every page that shows this chat."""
        for news in self._waiting.get(address, ()):
            news.set()

    def close(self) -> None:
        """Let all pages go."""
        self._closed.set()
        for waiting in self._waiting.values():
            for news in waiting:
                news.set()

    @contextmanager
    def listening(self, addresses: Collection[str]) -> Iterator[asyncio.Event]:
        """Give an event that is set when something in one of these chats is new."""
        news = asyncio.Event()
        for address in addresses:
            self._waiting.setdefault(address, set()).add(news)
        try:
            yield news
        finally:
            for address in addresses:
                left = self._waiting[address]
                left.discard(news)
                if not left:
                    del self._waiting[address]


async def news_within(news: asyncio.Event, seconds: float) -> bool:
    """Wait for news, at most so long. Says whether there was any, and takes it."""
    try:
        await asyncio.wait_for(news.wait(), seconds)
    except TimeoutError:
        return False
    news.clear()
    return True
