"""The receive step: safety first, then store, then acknowledge (architecture.md, 'Nothing is lost').

The safety reply goes out before anything is stored and needs no database. Everything else waits for its
turn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import structlog

from bot.app.groups import JOIN, fresh_link
from bot.app.messages import Incoming, Kind, MediaIn, Parcel, PressIn, Received, TextIn
from bot.app.ports import Channel, Clock, Ids, Store, Transaction
from bot.app.safety import Checked, FirstReply
from bot.dialogue.payload import CardPress, read

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Raw:
    """One update as a channel got it: its id within the channel, and its body."""

    update: str
    body: bytes


class Receiver:
    """Takes what the channels got. `take` returns once it is stored, so that it may be acknowledged."""

    def __init__(
        self, store: Store, channels: Mapping[str, Channel], first_reply: FirstReply, clock: Clock, ids: Ids
    ) -> None:
        self._store = store
        self._channels = channels
        self._first_reply = first_reply
        self._clock = clock
        self._ids = ids

    async def take(self, channel: str, raws: Sequence[Raw], mark: int | None = None) -> int:
        """Store updates of a channel, and the offset that acknowledges them. Gives how many were new.

        An update that cannot be read is stored all the same: it is parked by its turn, never lost.
        """
        received: list[Received] = []
        presses: list[Incoming] = []
        late: list[Parcel] = []
        now = self._clock.now()
        for raw in raws:
            incoming = self._read(channel, raw)
            checked = await self._check(incoming)
            if incoming is not None:
                late += _safety_parcels(incoming, checked)
                if isinstance(incoming.content, PressIn):
                    presses.append(incoming)
            account = incoming.account if incoming else ""
            received.append(Received(0, channel, raw.update, account, raw.body, now, warned=checked.danger))
        async with self._store.transaction() as tx:
            new = await tx.inbox.add(received)
            await tx.outbox.add(late)
            tokens = [await self._door(tx, press) for press in presses]
            if mark is not None:
                await tx.inbox.set_mark(channel, mark)
        for press, token in zip(presses, tokens, strict=True):
            await self._acknowledge(press, token)
        return new

    async def _check(self, incoming: Incoming | None) -> Checked:
        match incoming.content if incoming else None:
            case TextIn(text=text) | MediaIn(caption=text) if incoming is not None:
                return await self._first_reply.check(incoming, text)
            case _:
                return Checked(danger=False)

    async def _acknowledge(self, press: Incoming, token: str | None) -> None:
        try:
            await self._channels[press.channel].acknowledge(press, token)
        except Exception as error:  # noqa: BLE001 - the press is stored; only its little sign is missing
            log.warning("not-acknowledged", channel=press.channel, error=type(error).__name__)

    async def _door(self, tx: Transaction, incoming: Incoming) -> str | None:
        """A press on a circle's door is answered with a link of its own for whoever pressed."""
        press = read(incoming.content.payload) if isinstance(incoming.content, PressIn) else None
        if not isinstance(press, CardPress) or press.kind != JOIN or incoming.private:
            return None
        place = await tx.circles.place(incoming.channel, incoming.place)
        if place is None or place.circle != press.object:
            return None
        return await fresh_link(tx, self._ids, self._clock.now(), press.object)

    def _read(self, channel: str, raw: Raw) -> Incoming | None:
        try:
            return self._channels[channel].parse(raw.body)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, it is stored
            log.warning("update-unreadable", channel=channel, error=type(error).__name__)
            return None


def _safety_parcels(incoming: Incoming, checked: Checked) -> list[Parcel]:
    """Give what the channel did not take at once to the courier, which goes on trying."""
    cause = f"{incoming.channel}:{incoming.update}.safety"
    return [
        Parcel(f"{cause}{place}", Kind.SAFETY, said, channel=incoming.channel, address=incoming.account)
        for place, said in enumerate(checked.unsent)
    ]
