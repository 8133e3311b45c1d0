"""Telegram's limits, enforced: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from typing import TYPE_CHECKING

from tests.fakes.bot_api.refusals import too_many_requests

if TYPE_CHECKING:
    from tests.fakes.bot_api.calls import Call

# Of a second: what two calls a second apart may lose on their way here.
LENIENCY = 0.05


class Window:
    """At most `calls` in any `seconds`."""

    def __init__(self, calls: int, seconds: float) -> None:
        self._calls = calls
        self._seconds = seconds
        self._past: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more call fits; 0 when it does now."""
        while self._past and self._past[0] <= now - self._seconds + LENIENCY:
            self._past.popleft()
        return self._past[0] + self._seconds - now if len(self._past) >= self._calls else 0.0

    def take(self, now: float) -> None:
        self._past.append(now)


class Pacing:
    """One a second to a chat, twenty a minute to a group, thirty a second in all."""

    def __init__(self, *, enforced: bool) -> None:
        self.enforced = enforced
        self._overall = Window(30, 1)
        self._chats: defaultdict[str, Window] = defaultdict(lambda: Window(1, 1))
        self._groups: defaultdict[str, Window] = defaultdict(lambda: Window(20, 60))

    def check(self, call: Call) -> None:
        """Count a message or an edit. Raises 429 when it comes too soon."""
        if not call.method.startswith(("send", "editMessage")) or call.method == "sendChatAction":
            return
        chat = call.params.get("chat_id", "")
        windows = [self._overall, self._chats[chat]]
        if chat.startswith("-"):
            windows.append(self._groups[chat])
        now = time.monotonic()
        wait = max(window.wait(now) for window in windows)
        if wait > 0:
            raise too_many_requests(math.ceil(wait))
        for window in windows:
            window.take(now)
