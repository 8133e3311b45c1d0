"""The queue of updates, given by long polling: https://core.telegram.org/bots/api#getupdates."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from tests.fakes.bot_api.refusals import conflict

if TYPE_CHECKING:
    from collections.abc import Iterable

# Left out unless asked for by name.
ONLY_WHEN_ASKED = {"chat_member", "message_reaction", "message_reaction_count"}
# The real server slows a caller that asks again from where it already asked, without acknowledging:
# one update at a time within half a second.
SAME_OFFSET_SECONDS = 0.5
LONGEST_POLL = 50


@dataclass(frozen=True, slots=True)
class Update:
    """One update: its id, and the bytes that are given for it."""

    update_id: int
    kind: str
    body: bytes


class Updates:
    """Kept until a later getUpdates acknowledges them with its offset; given again until then."""

    def __init__(self, first_update_id: int) -> None:
        self._next_id = first_update_id
        self._queue: deque[Update] = deque()
        self._again: list[Update] = []
        self._past: deque[Update] = deque(maxlen=1000)
        self._allowed: frozenset[str] | None = None
        self._waiting: asyncio.Future[None] | None = None
        self._ended: set[asyncio.Future[None]] = set()
        self._asked: tuple[int, float] = (0, 0.0)
        self._in_order = True

    def __len__(self) -> int:
        return len(self._queue) + len(self._again)

    def add(self, kind: str, content: dict[str, Any]) -> int | None:
        """Queue an update; None when the bot's allowed_updates leave this kind out."""
        allowed = kind in self._allowed if self._allowed is not None else kind not in ONLY_WHEN_ASKED
        if not allowed:
            return None
        update_id = self._next_id
        self._next_id += 1
        update = Update(update_id, kind, orjson.dumps({"update_id": update_id, kind: content}))
        self._queue.append(update)
        self._past.append(update)
        self._wake()
        return update_id

    def allow(self, kinds: Iterable[str]) -> None:
        """Remember `allowed_updates`; an empty list means the default. Earlier updates stay."""
        self._allowed = frozenset(kinds) or None

    def repeat(self, update_id: int | None) -> int:
        """Give an update (the newest when None) once more, as after a lost acknowledgement."""
        found = [u for u in self._past if update_id in (None, u.update_id)]
        self._again.append(found[-1])
        self._wake()
        return found[-1].update_id

    def reverse(self) -> None:
        """Turn round the order of what waits, as a relay on the way may."""
        self._queue.reverse()
        self._in_order = False

    def forget(self) -> None:
        """Drop all that waits, as deleteWebhook may ask."""
        self._queue.clear()
        self._again.clear()

    def ids(self) -> list[int]:
        """The ids that wait, in the order in which they will be given."""
        return [update.update_id for update in (*self._again, *self._queue)]

    async def give(self, offset: int, limit: int, wait_seconds: float) -> bytes:
        """The answer's result as JSON. Acknowledges all before `offset`; waits `wait_seconds` at most."""
        now = time.monotonic()
        asked, at = self._asked
        if offset == asked and now < at + SAME_OFFSET_SECONDS and self._queue:
            limit = 1
        self._asked = (offset, now)
        self._acknowledge(offset)
        self._end_other()
        if not self and wait_seconds > 0:
            await self._wait(wait_seconds)
        given = self._again[:limit]
        del self._again[: len(given)]
        for update in self._queue:
            if len(given) >= limit:
                break
            given.append(update)
        return b"[" + b",".join(update.body for update in given) + b"]"

    def _acknowledge(self, offset: int) -> None:
        if offset < 0:  # the last -offset updates; all earlier ones are forgotten
            while len(self._queue) > -offset:
                self._queue.popleft()
        elif self._in_order:
            while self._queue and self._queue[0].update_id < offset:
                self._queue.popleft()
        else:
            self._queue = deque(u for u in self._queue if u.update_id >= offset)
            self._in_order = not self._queue

    def _end_other(self) -> None:
        """One poll at a time: a new one ends the one that waits."""
        if self._waiting is not None and not self._waiting.done():
            self._ended.add(self._waiting)
            self._waiting.set_result(None)

    async def _wait(self, seconds: float) -> None:
        waiting = self._waiting = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await waiting
        except TimeoutError:
            return
        finally:
            if self._waiting is waiting:
                self._waiting = None
        if waiting in self._ended:
            self._ended.discard(waiting)
            raise conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running"
            )

    def _wake(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)
