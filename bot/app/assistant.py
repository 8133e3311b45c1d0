"""The assistant at work: loops that give turns, deliver, nudge and fetch.

Its stop finishes what is in hand.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import structlog

from bot.app.courier import Courier
from bot.app.faults import report
from bot.app.fetcher import Fetcher
from bot.app.nudger import Nudger
from bot.app.ports import Clock
from bot.app.receive import Raw, Receiver
from bot.app.turn import Turns

LONGEST_SLEEP = 30.0  # seconds; a clock that was moved is noticed within this
SHORTEST_SLEEP = 0.05  # seconds before a loop looks again at what is due
AFTER_FAULT = 1.0  # seconds before a loop goes on after the store failed it

log = structlog.get_logger(__name__)


class Assistant:
    """All that happens between a channel's update and its messages."""

    def __init__(
        self,
        receiver: Receiver,
        turns: Turns,
        courier: Courier,
        nudger: Nudger,
        fetcher: Fetcher,
        *,
        clock: Clock,
    ) -> None:
        self._receiver = receiver
        self._turns = turns
        self._courier = courier
        self._nudger = nudger
        self._fetcher = fetcher
        self._clock = clock
        self._news = asyncio.Event()
        self._parcels = asyncio.Event()
        self._media = asyncio.Event()
        self._stopping = False
        self._loops: list[asyncio.Task[None]] = []

    async def receive(self, channel: str, raws: Sequence[Raw], mark: int | None = None) -> int:
        """Take updates; they are stored when this returns. Gives how many were new."""
        new = await self._receiver.take(channel, raws, mark)
        self._news.set()
        return new

    def wake(self) -> None:
        """Look at everything again: the clock was moved."""
        self._news.set()
        self._parcels.set()

    async def settle(self) -> None:
        """Do all that can be done now, and return. For scripts and tests, where no loop runs."""
        while True:
            worked = await self._turns.run()
            worked += await self._nudger.tick()
            worked += await self._fetcher.run()
            await self._courier.settle()
            if not worked:
                return

    async def nudge(self) -> int:
        """Turn what is due into messages, and send none. Gives how many nudges were dealt with."""
        return await self._nudger.tick()

    async def next_due(self, *, sending: bool = True) -> datetime | None:
        """When something falls due next, to be said and (`sending`) to be sent."""
        parcel = await self._courier.next_due() if sending else None
        return min([due for due in (await self._nudger.next_due(), parcel) if due], default=None)

    async def start(self) -> None:
        """Recover what a crash left, and begin."""
        await self._courier.recover()
        self._loops = [
            asyncio.create_task(self._loop(self._answer, self._news), name="turns"),
            asyncio.create_task(self._loop(self._deliver, self._parcels), name="courier"),
            asyncio.create_task(self._loop(self._nudge, None), name="nudger"),
            asyncio.create_task(self._loop(self._fetch, self._media), name="fetcher"),
        ]

    async def stop(self) -> None:
        """Finish what is in hand: the turn that runs, and what is being sent."""
        self._stopping = True
        self.wake()
        for loop in self._loops:
            if loop.get_name() in {"nudger", "fetcher"}:
                loop.cancel()  # both take up what they left
        await asyncio.gather(*self._loops, return_exceptions=True)
        await self._courier.finish()

    async def _loop(self, work: Callable[[], Awaitable[float]], wake: asyncio.Event | None) -> None:
        while not self._stopping:
            try:
                sleep = await work()
            except Exception as error:  # noqa: BLE001 - a database that is locked now may not be in a second
                report(log, "loop-fault", error, loop=work.__name__)
                sleep = AFTER_FAULT
            if self._stopping:
                return
            if wake is None:
                await asyncio.sleep(sleep)
            elif sleep > 0:
                await _until(wake, sleep)

    async def _answer(self) -> float:
        self._news.clear()
        finished = await self._turns.run()
        if finished:
            self._parcels.set()
            self._media.set()
            return 0
        return LONGEST_SLEEP

    async def _deliver(self) -> float:
        self._parcels.clear()
        started = await self._courier.step()
        if started:
            return 0
        if self._courier.busy:
            await self._courier.wait_for_one(0.5)
            return 0
        return await self._until_due(await self._courier.next_due())

    async def _nudge(self) -> float:
        if await self._nudger.tick():
            self._parcels.set()
        return min(1.0, await self._until_due(await self._nudger.next_due()))

    async def _fetch(self) -> float:
        self._media.clear()
        if not await self._fetcher.run():
            return LONGEST_SLEEP
        self._parcels.set()
        return 0

    async def _until_due(self, due: datetime | None) -> float:
        if due is None:
            return LONGEST_SLEEP
        return min(LONGEST_SLEEP, max(SHORTEST_SLEEP, (due - self._clock.now()).total_seconds()))


async def _until(wake: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(wake.wait(), seconds)
    except TimeoutError:
        return
