"""The courier: takes parcels from the outbox to the channels, in order, at a pace each channel can take.

Checking (sharing, blocks, quiet hours) and marking `sending` is one transaction, because no chat platform
has an idempotency key. What became of a parcel is noted with the next round (architecture.md, 'Outbox').
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.app.checking import Checker, Drop, Ready, Verdict, Wait
from bot.app.faults import report
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
MOST_ATTEMPTS = 150  # then a parcel is dropped; about a day of trying
MOST_REPEATS = 3  # of what may be there already
FIRST_WAIT = 2.0  # seconds, doubled at each attempt
LONGEST_WAIT = 600.0  # seconds between two attempts
DOUBLINGS = 9  # more would be longer than the longest wait

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
        self._killed_by: BaseException | None = None

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
        """Note what became of earlier parcels, and start sending what may go now.

        Gives how many were dealt with: those that began, and those that are put off or dropped.
        """
        self._raise_kill()
        room = AT_ONCE - len(self._under_way)
        async with self._noting() as tx:
            claimed = await tx.outbox.claim(self._clock.now(), room) if room > 0 else []
            # For speed alone: one look for all, and not one for each.
            await tx.people.named(list({one.parcel.person for one in claimed if one.parcel.person}))
            ready = await self._choose(tx, claimed)
        for good in ready:
            task = asyncio.create_task(self._deliver(good))
            self._under_way.add(task)
            task.add_done_callback(self._ended)
        return len(claimed)

    @asynccontextmanager
    async def _noting(self) -> AsyncIterator[Transaction]:
        """Note what became of parcels in one transaction; if it cannot commit, they are noted by the next."""
        delivered, self._delivered = self._delivered, []
        try:
            async with self._store.transaction() as tx:
                for one in delivered:
                    await self._note(tx, one)
                yield tx
        except BaseException:
            self._delivered = delivered + self._delivered
            raise

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            self._killed_by = task.exception() or self._killed_by

    def _raise_kill(self) -> None:
        """Let a kill that hit while something was being sent go on its way up."""
        killed_by, self._killed_by = self._killed_by, None
        if killed_by is not None:
            raise killed_by

    async def _choose(self, tx: Transaction, claimed: Sequence[Queued]) -> list[Ready]:
        now = self._clock.now()
        ready: list[Ready] = []
        for queued in claimed:
            match await self._check(tx, queued, now):
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

    async def _check(self, tx: Transaction, queued: Queued, now: datetime) -> Verdict:
        try:
            return await self._checker.check(tx, queued, now)
        except Exception as error:  # noqa: BLE001 - one message that cannot be made holds nobody else's up
            report(log, "parcel-broke", error, kind=queued.parcel.kind, card=_card_kind(queued))
            return Drop("broken")

    async def _deliver(self, one: Ready) -> None:
        await self._paces[one.channel].turn(one.address, group=one.queued.parcel.circle is not None)
        try:
            outcome = await self._send(one)
        except Exception as error:  # noqa: BLE001 - a channel at fault must not leave its chat stuck
            report(log, "channel-broke", error, channel=one.channel)
            outcome = Unknown()
        self._delivered.append(Delivered(one.queued, one.channel, one.address, outcome))

    async def _send(self, one: Ready) -> Outcome:
        channel = self._channels[one.channel]
        if one.message is None:
            return await channel.strip(one.address, one.ref or "")
        if one.ref is not None:
            return await channel.edit(one.address, one.ref, one.message)
        return await channel.send(one.address, one.message)

    async def _note(self, tx: Transaction, one: Delivered) -> None:
        order, attempts = one.queued.order, one.queued.attempts
        now = self._clock.now()
        match one.outcome:
            case Sent(ref):
                await tx.outbox.sent(order, ref)
            case TryAgain(after) if attempts < MOST_ATTEMPTS:
                wait = timedelta(seconds=after) if after > 0 else _longer_each_time(attempts)
                await tx.outbox.again(order, now + wait)
            case Unknown() if one.queued.parcel.kind in TWICE_IS_HARMLESS and attempts < MOST_REPEATS:
                await tx.outbox.again(order, now + _longer_each_time(attempts))
            case Unknown():
                await tx.outbox.unknown(order)
            case Moved(to) if attempts < MOST_ATTEMPTS:
                await tx.circles.move_place(one.channel, one.address, to)
                await tx.outbox.again(order, now)
            case Blocked():
                await self._blocked(tx, one)
            case PlaceGone():
                await self._gone(tx, one)
            case TryAgain() | Moved() | Refused():
                log.warning("not-delivered", kind=one.queued.parcel.kind, outcome=type(one.outcome).__name__)
                await tx.outbox.drop(order, "refused")

    async def _blocked(self, tx: Transaction, one: Delivered) -> None:
        account = await tx.people.account(one.channel, one.address)
        if account is not None:
            await tx.people.put_account(replace(account, reachable=False))
        if one.queued.parcel.channel is None and account is not None:
            await tx.outbox.again(one.queued.order, self._clock.now())  # to another device of theirs, if any
        else:
            await tx.outbox.drop(one.queued.order, "blocked")

    async def _gone(self, tx: Transaction, one: Delivered) -> None:
        place = await tx.circles.place(one.channel, one.address)
        if place is not None:
            await tx.circles.put_place(replace(place, gone=True))
        await tx.outbox.drop(one.queued.order, "place-gone")

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
        self._raise_kill()

    async def finish(self) -> None:
        """Finish what is in hand and note it; begin nothing new."""
        if self._under_way:
            await asyncio.wait(self._under_way)
        async with self._noting():
            pass

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


def _longer_each_time(attempts: int) -> timedelta:
    return timedelta(seconds=min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(attempts, DOUBLINGS)))


def _card_kind(queued: Queued) -> str | None:
    return queued.parcel.card.partition(":")[0] if queued.parcel.card else None
