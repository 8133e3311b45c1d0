"""Parcels on their way. Adding one whose id is known does nothing.

Order is kept within a chat: by its channel and address when a parcel names them, else by the person. Only
the head of a chat may be claimed. A parcel whose time has not come holds up nothing behind it, unless it was
tried and has to be sent again: then what follows waits for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import orjson

from bot.app.messages import IMPORTANCE, Kind, Needs, Parcel, Queued, State
from bot.domain.plain import CannotReplay, dump, load
from bot.domain.sharing import Audience, Thing
from bot.store import outbox_statements as s
from bot.store.columns import micros, moment
from bot.store.sealed import Private
from bot.store.work import Read, Work

_SAID, _NEEDS, _NOT_BEFORE, _FIELDS = 2, 10, 11, 12  # places in a row
WITHDRAWN = "withdrawn"


class OutboxRows:
    """The outbox of one transaction.

    The moment of a `claim` is kept, so that `sending` in the same transaction notes when.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._now: datetime | None = None

    async def add(self, parcels: Sequence[Parcel]) -> None:
        for parcel in parcels:
            self._work.later(s.add, _params(parcel))
            if parcel.needs is not None:
                for thing in parcel.needs.things:
                    self._work.later(s.add_needs, _needs(parcel.id, parcel.needs.owner, thing))

    async def claim(self, now: datetime, limit: int) -> list[Queued]:
        self._now = now
        return await self._read(s.claim, now=micros(now), most=limit)

    async def sending(self, orders: Sequence[int], places: dict[int, tuple[str, str]]) -> None:
        marks = [
            {
                "b_order": order,
                "to_channel": places[order][0],
                "to_address": places[order][1],
                "at": self._now,
            }
            for order in orders
        ]
        if marks:
            await self._work.write(s.sending, marks)

    async def sent(self, order: int, ref: str) -> None:
        self._work.later(s.sent, {"b_order": order, "to_ref": ref})

    async def again(self, order: int, not_before: datetime) -> None:
        self._work.later(s.again, {"b_order": order, "later": micros(not_before)})

    async def drop(self, order: int, why: str) -> None:
        self._work.later(s.drop, {"b_order": order, "why": why})

    async def unknown(self, order: int) -> None:
        self._work.later(s.unknown, {"b_order": order})

    async def left_sending(self) -> list[Queued]:
        return await self._read(s.left_sending)

    async def get(self, parcel: str) -> Queued | None:
        return _first(await self._read(s.get, b_id=parcel))

    async def showing_question(self, person: str, question: int) -> list[Queued]:
        return await self._read(s.showing_question, b_person=person, b_question=question)

    async def showing_card(self, card: str) -> list[Queued]:
        return await self._read(s.showing_card, b_card=card)

    async def by_ref(self, channel: str, address: str, ref: str) -> Queued | None:
        return _first(await self._read(s.by_ref, b_channel=channel, b_address=address, b_ref=ref))

    async def waiting_edit(self, parcel: str) -> Queued | None:
        """Give the edit of a sent parcel that still waits, if one does."""
        return _first(await self._read(s.waiting_edit, b_id=parcel))

    async def withdraw(self, owner: str, thing: Thing, audience: Audience | None = None) -> list[Queued]:
        """Drop what waits and shows this thing, and give what was sent or is being sent.

        With an audience, only of the parcels that go to it: the person, or the circle's chat.
        """
        found = await self._read(s.needing, b_owner=owner, b_kind=thing.kind, b_id=thing.id)
        if audience is not None:
            found = [one for one in found if audience.id == _recipient(one.parcel, audience.kind)]
        for queued in found:
            if queued.state is State.WAITING:
                await self.drop(queued.order, WITHDRAWN)
        return [queued for queued in found if queued.state is not State.WAITING]

    async def next_due(self) -> datetime | None:
        """Give when the next parcel may be claimed; 1970 for at once. None when nothing waits for a time."""
        row = await self._work.row(s.next_due)
        return None if row is None else moment(row[0])

    async def count(self, person: str, kind: Kind, since: datetime) -> int:
        """Give how many of a kind were sent to a person, or are being sent, since a moment."""
        row = await self._work.row(s.count, {"b_person": person, "b_kind": kind, "since": since})
        return 0 if row is None else int(row[0])

    async def _read(self, read: Read, **params: Any) -> list[Queued]:
        return [_queued(row) for row in await self._work.rows(read, params)]


def _first(found: list[Queued]) -> Queued | None:
    return found[0] if found else None


def _recipient(parcel: Parcel, kind: str) -> str | None:
    return parcel.person if kind == "person" else parcel.circle


def _queued(row: Sequence[Any]) -> Queued:
    said, needs, not_before = row[_SAID], row[_NEEDS], row[_NOT_BEFORE]
    person, circle, channel, address, question, card, edits = row[_SAID + 1 : _NEEDS]
    parcel = Parcel(
        id=row[0],
        kind=row[1],
        said=None if said is None else _said(said),
        person=person,
        circle=circle,
        channel=channel,
        address=address,
        question=question,
        card=card,
        edits=edits,
        needs=None if needs is None else Needs(*needs),
        not_before=None if not_before == s.AT_ONCE else moment(not_before),
    )
    return Queued(parcel, *row[_FIELDS:])


def _said(kept: bytes) -> Any:
    try:
        return load(orjson.loads(kept))
    except CannotReplay:
        return None  # said by an older version in a form that is not known any more


def _owner(parcel: Parcel) -> str:
    return parcel.person or (f"circle:{parcel.circle}" if parcel.circle else "org")


def _params(parcel: Parcel) -> dict[str, Any]:
    values = dict(vars(parcel))
    if parcel.said is not None:
        values["said"] = Private(_owner(parcel), orjson.dumps(dump(parcel.said)))
    values["not_before"] = s.AT_ONCE if parcel.not_before is None else micros(parcel.not_before)
    values["needs"] = None if parcel.needs is None else (parcel.needs.owner, parcel.needs.things)
    return {
        **values,
        "state": State.WAITING,
        "attempts": 0,
        "chat": s.chat_of(parcel.person, parcel.channel, parcel.address),
        "importance": int(IMPORTANCE[parcel.kind]),
        "holds": False,
    }


def _needs(parcel: str, owner: str, thing: Thing) -> dict[str, Any]:
    return {"parcel": parcel, "owner": owner, "thing_kind": thing.kind, "thing_id": thing.id}
