"""The loop that asks Telegram for updates. Each is stored before the next call acknowledges it.

python-telegram-bot's own loop acknowledges first, and a crash then loses what was fetched (measured:
docs/benchmarks.md). Its Bot.get_updates stops at one update that it cannot read, and logs its words.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, Final, Protocol, TypeVar

import orjson
import structlog
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from tenacity import AsyncRetrying, RetryCallState, retry_if_not_exception_type, stop_when_event_set
from tenacity.wait import wait_exponential_jitter

from bot.app.ports import Store
from bot.app.receive import Raw
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.outcomes import seconds_of
from bot.channels.telegram.render import Draft
from bot.settings import SettingsWrong

KINDS: Final = ("message", "callback_query", "my_chat_member")
"""Updates that are asked for. Edited messages are not: an answer is changed by [Change it]."""
LONGEST_WAIT: Final = 50
"""Seconds that Telegram may keep a call open until there is news."""
ANSWER_WITHIN: Final = 15
"""Seconds more than that until a call counts as lost."""
ONE_BATCH: Final = 100
OTHER_READER_WAIT: Final = 10.0
"""Seconds before asking again while somebody else reads this bot's updates."""

log = structlog.get_logger(__name__)
T = TypeVar("T")


class Takes(Protocol):
    """Who updates are handed to: once `receive` returns they are stored, and the mark with them."""

    async def receive(self, channel: str, raws: Sequence[Raw], mark: int | None = None) -> int:
        """Take updates. Gives how many were new."""
        ...


class Polling:
    """Hands what comes in to the assistant, until it is told to stop."""

    def __init__(self, telegram: TelegramChannel, assistant: Takes, store: Store) -> None:
        self._telegram = telegram
        self._assistant = assistant
        self._store = store
        self._backoff = wait_exponential_jitter(multiplier=0.5, max=30)

    async def run(self, stop: asyncio.Event) -> None:
        """Ask for updates until `stop`. Raises SettingsWrong when Telegram takes the token no more.

        Begins where the store says: after a crash Telegram gives the last batch again, and what is known
        is refused by the inbox.
        """
        async with self._store.reading() as tx:
            offset = await tx.inbox.mark(self._telegram.name)
        await self._insist(stop, self._take_over)
        while not stop.is_set():
            got = await self._insist(stop, partial(self._round, offset, stop))
            offset = got if got is not None else offset

    async def _take_over(self) -> None:
        """A webhook that was set once would keep every update from us."""
        await self._telegram.api.call(Draft("deleteWebhook", {"drop_pending_updates": False}))

    async def _round(self, offset: int | None, stop: asyncio.Event) -> int | None:
        """One call, and everything it gave stored. Gives the new offset."""
        updates = await self._ask(offset, stop)
        if not updates:
            return offset
        known = sorted(updates, key=lambda update: int(update["update_id"]))
        mark = int(known[-1]["update_id"]) + 1
        raws = [Raw(str(update["update_id"]), orjson.dumps(update)) for update in known]
        await self._assistant.receive(self._telegram.name, raws, mark)
        return mark

    async def _ask(self, offset: int | None, stop: asyncio.Event) -> list[dict[str, Any]]:
        """Wait for news. A stop ends the call: what was not stored, Telegram keeps."""
        params: dict[str, Any] = {
            "timeout": LONGEST_WAIT,
            "limit": ONE_BATCH,
            "allowed_updates": list(KINDS),
            "offset": offset,
        }
        draft = Draft("getUpdates", params)
        asking = asyncio.create_task(
            self._telegram.api.call(draft, read_timeout=LONGEST_WAIT + ANSWER_WITHIN)
        )
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({asking, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not asking.done():
                return []
            result = asking.result()
        finally:
            for task in (asking, stopping):
                task.cancel()
            await asyncio.gather(asking, stopping, return_exceptions=True)
        return [update for update in result if isinstance(update, dict) and "update_id" in update]

    async def _insist(self, stop: asyncio.Event, work: Callable[[], Awaitable[T]]) -> T | None:
        """Do it, again and again while Telegram or the store is away; None when told to stop meanwhile."""

        async def sleep(seconds: float) -> None:
            try:
                await asyncio.wait_for(stop.wait(), seconds)
            except TimeoutError:
                return

        try:
            async for attempt in AsyncRetrying(
                retry=retry_if_not_exception_type((InvalidToken, asyncio.CancelledError)),
                stop=stop_when_event_set(stop),  # type: ignore[arg-type]  # only asked whether it is set
                wait=self._wait,
                sleep=sleep,
                before_sleep=_say_why,
                reraise=True,
            ):
                with attempt:
                    return await work()
        except InvalidToken:
            raise SettingsWrong(
                "Telegram does not take ALONGSIDE_TELEGRAM_TOKEN any more. Get a new one from @BotFather."
            ) from None
        except Exception:
            if not stop.is_set():
                raise
        return None

    def _wait(self, state: RetryCallState) -> float:
        match _error(state):
            case RetryAfter() as flood:
                return seconds_of(flood)
            case Conflict():
                return OTHER_READER_WAIT
            case _:
                return self._backoff(state)


def _error(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


def _say_why(state: RetryCallState) -> None:
    match _error(state):
        case Conflict():
            log.warning(
                "another-reader", what="Somebody else runs with this Telegram token. Only one of the two can."
            )
        case NetworkError() | RetryAfter() as error:
            log.info("telegram-away", error=type(error).__name__, attempt=state.attempt_number)
        case TelegramError() as error:
            log.warning("telegram-refused", error=type(error).__name__)
        case error:
            log.error("updates-not-stored", error=type(error).__name__)
