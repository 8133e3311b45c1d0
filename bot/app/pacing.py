"""How fast a channel may be written to. Limits are the platform's; a 429 tells the truth (platforms.md)."""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol

from aiolimiter import AsyncLimiter

MOST_CHATS = 10_000  # limiters kept at once; the least used is forgotten, which only forgets a pause


class Pace(Protocol):
    """Waits until one more message may go to a chat."""

    async def turn(self, address: str, *, group: bool) -> None:
        """Wait for this chat's turn, and for the whole channel's."""
        ...


class NoPace:
    """A channel without limits: the web chat, a script."""

    async def turn(self, address: str, *, group: bool) -> None:
        """Go at once."""


class PerChatPace:
    """So many messages a second in all, and so many to one chat and to one group."""

    def __init__(self, *, per_second: float, chat_seconds: float, group_per_minute: float) -> None:
        self._all = AsyncLimiter(per_second, 1)
        self._chat_seconds = chat_seconds
        self._group_per_minute = group_per_minute
        self._chats: OrderedDict[str, AsyncLimiter] = OrderedDict()

    async def turn(self, address: str, *, group: bool) -> None:
        """Wait for this chat's turn first, so that a slow chat holds nobody else up."""
        limiter = self._chats.pop(address, None) or self._new(group=group)
        self._chats[address] = limiter
        if len(self._chats) > MOST_CHATS:
            self._chats.popitem(last=False)
        await limiter.acquire()
        await self._all.acquire()

    def _new(self, *, group: bool) -> AsyncLimiter:
        return AsyncLimiter(self._group_per_minute, 60) if group else AsyncLimiter(1, self._chat_seconds)
