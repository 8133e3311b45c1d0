"""The courier: takes parcels from the outbox to the channels, in order, at a pace each channel can take.

Checking (sharing, blocks, quiet hours) and marking `sending` is one transaction, because no chat platform
has an idempotency key. What became of a parcel is noted with the next round (architecture.md, 'Outbox').
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.app.checking import Checker, Drop, Ready, Wait
from bot.app.messages import (
    TWICE_IS_HARMLESS,
    Blocked,
    Moved,
    Outcome,
    PlaceGone,
    Queued,
    Refused,
    Sent,
    TryAgain,
    Unknown,
)
from bot.app.pacing import Pace
from bot.app.ports import Channel, Clock, Store, Transaction

AT_ONCE = 64  # parcels being sent at the same time, each to another chat
MOST_ATTEMPTS = 8  # then a parcel is dropped; about an hour of trying
FIRST_WAIT = 2.0  # seconds, doubled at each attempt

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Delivered:
    """What became of one parcel."""

    queued: Queued
    channel: str
    address: str
    outcome: Outcome


class Courier:
    """Delivers what is waiting. `step` is one round; `run` goes on until it is told to stop."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        checker: Checker,
        clock: Clock,
        paces: Mapping[str, Pace],
    ) -> None:
        self._store = store
        self._channels = channels
        self._checker = checker
        self._clock = clock
        self._paces = paces
        self._delivered: list[Delivered] = []
        self._under_way: set[asyncio.Task[None]] = set()

    async def recover(self) -> None:
        """After a stop: send again what may come twice, and leave alone what may not."""
        async with self._store.transaction() as tx:
            for queued in await tx.outbox.left_sending():
                if queued.parcel.kind in TWICE_IS_HARMLESS:
                    await tx.outbox.again(queued.order, self._clock.now())
                else:
                    await tx.outbox.unknown(queued.order)
                    log.info("outcome-unknown", kind=queued.parcel.kind)

    async def step(self) -> int:
        """Note what became of earlier parcels, and start sending what may go now. Gives how many began."""
        room = AT_ONCE - len(self._under_way)
        async with self._store.transaction() as tx:
            delivered, self._delivered = self._delivered, []
            try:
                for one in delivered:
                    await self._note(tx, one)
                ready = await self._choose(tx, room)
            except BaseException:
                self._delivered = delivered + self._delivered
                raise
        for good in ready:
            task = asyncio.create_task(self._deliver(good))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        return len(ready)

    async def _choose(self, tx: Transaction, room: int) -> list[Ready]:
        now = self._clock.now()
        ready: list[Ready] = []
        for queued in await tx.outbox.claim(now, room) if room > 0 else ():
            match await self._checker.check(tx, queued, now):
                case Ready() as good:
                    ready.append(good)
                case Wait(until):
                    await tx.outbox.again(queued.order, until)
                case Drop(why):
                    await tx.outbox.drop(queued.order, why)
        await tx.outbox.sending(
            [one.queued.order for one in ready],
            {one.queued.order: (one.channel, one.address) for one in ready},
        )
        return ready

    async def _deliver(self, one: Ready) -> None:
        channel = self._channels[one.channel]
        await self._paces[one.channel].turn(one.address, group=one.queued.parcel.circle is not None)
        if one.message is None:
            outcome = await channel.strip(one.address, one.ref or "")
        elif one.ref is not None:
            outcome = await channel.edit(one.address, one.ref, one.message)
        else:
            outcome = await channel.send(one.address, one.message)
        self._delivered.append(Delivered(one.queued, one.channel, one.address, outcome))

    async def _note(self, tx: Transaction, one: Delivered) -> None:
        order = one.queued.order
        now = self._clock.now()
        match one.outcome:
            case Sent(ref):
                await tx.outbox.sent(order, ref)
            case TryAgain(after) if one.queued.attempts < MOST_ATTEMPTS:
                wait = max(after, FIRST_WAIT * 2**one.queued.attempts if after <= 0 else after)
                await tx.outbox.again(order, now + timedelta(seconds=wait))
            case Unknown() if (
                one.queued.parcel.kind in TWICE_IS_HARMLESS and one.queued.attempts < MOST_ATTEMPTS
            ):
                await tx.outbox.again(order, now + timedelta(seconds=FIRST_WAIT))
            case Unknown():
                await tx.outbox.unknown(order)
            case Moved(to):
                await tx.circles.move_place(one.channel, one.address, to)
                await tx.outbox.again(order, now)
            case Blocked():
                await self._unreachable(tx, one)
                await tx.outbox.drop(order, "blocked")
            case PlaceGone():
                place = await tx.circles.place(one.channel, one.address)
                if place is not None:
                    await tx.circles.put_place(replace(place, gone=True))
                await tx.outbox.drop(order, "place-gone")
            case TryAgain() | Refused():
                log.warning("not-delivered", kind=one.queued.parcel.kind, outcome=type(one.outcome).__name__)
                await tx.outbox.drop(order, "refused")

    async def _unreachable(self, tx: Transaction, one: Delivered) -> None:
        account = await tx.people.account(one.channel, one.address)
        if account is not None:
            await tx.people.put_account(replace(account, reachable=False))

    @property
    def busy(self) -> bool:
        """Whether something is being sent, or an outcome is not noted yet."""
        return bool(self._under_way or self._delivered)

    async def settle(self) -> None:
        """Go on until nothing that may go now is left."""
        while await self.step() or self.busy:
            await self.wait_for_one()

    async def wait_for_one(self, seconds: float | None = None) -> None:
        """Wait until something that is being sent has come to its end, or for so many seconds."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)

    async def finish(self) -> None:
        """Finish what is in hand and note it; begin nothing new."""
        if self._under_way:
            await asyncio.wait(self._under_way)
        async with self._store.transaction() as tx:
            delivered, self._delivered = self._delivered, []
            for one in delivered:
                await self._note(tx, one)

    async def abandon(self) -> None:
        """Leave everything as it is, as a kill does. For tests of what a crash leaves behind."""
        for task in list(self._under_way):
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        self._delivered.clear()

    async def next_due(self) -> datetime | None:
        """When the next waiting parcel may go."""
        async with self._store.reading() as tx:
            return await tx.outbox.next_due()
