"""What is checked at the moment of sending: may it still go, to whom, when, and how does it look now?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.app.doing import SEERS, Doing, House
from bot.app.looks.seeing import viewer as seeing
from bot.app.messages import KEEPS_QUIET_HOURS, WAITS_FOR_TALK, Kind, Needs, Outgoing, Parcel, Queued, State
from bot.app.ports import Ids, Transaction
from bot.app.rendering import NotThere, Reader, Renderer
from bot.cards.card import Card
from bot.dialogue.saying import Said
from bot.domain.nudging import after_quiet
from bot.domain.people import Account, Person
from bot.domain.sharing import may_see

UNTIL_IT_IS_THERE = timedelta(seconds=1)  # an edit waits so long for the message that it changes


@dataclass(frozen=True)
class Ready:
    """It may go now. `message` is None when only buttons come off; `ref` is set for an edit."""

    queued: Queued
    channel: str
    address: str
    message: Outgoing | None
    ref: str | None = None


@dataclass(frozen=True)
class Wait:
    """Not before then."""

    until: datetime


@dataclass(frozen=True)
class Drop:
    """It does not go, and why: not-shared, left, nowhere, too-late or gone."""

    why: str


Verdict = Ready | Wait | Drop


class Checker:
    """Checks a parcel against the present state of things, and renders it."""

    def __init__(self, renderer: Renderer, cards: Mapping[str, Card], house: House, ids: Ids) -> None:
        self._renderer = renderer
        self._cards = cards
        self._house = house
        self._ids = ids

    async def check(self, tx: Transaction, queued: Queued, now: datetime) -> Verdict:
        """Say whether a parcel may go now, and how it looks."""
        parcel = queued.parcel
        person = await tx.people.get(parcel.person) if parcel.person else None
        if person is not None and parcel.edits is None:
            until = await self._waits(tx, parcel, person, now)
            if until is not None:
                return Wait(until)
        place = await self._place(tx, parcel)
        if place is None:
            return Drop("nowhere")
        ref = None
        if parcel.edits is not None:
            edited = await tx.outbox.get(parcel.edits)
            if edited is not None and edited.state is State.SENDING:
                return Wait(now + UNTIL_IT_IS_THERE)
            if edited is None or edited.state is not State.SENT or edited.ref is None:
                return Drop("too-late")
            ref = edited.ref
        return await self._drawn(tx, queued, now, place, ref)

    async def _drawn(
        self, tx: Transaction, queued: Queued, now: datetime, place: tuple[str, str], ref: str | None
    ) -> Verdict:
        parcel = queued.parcel
        if ref is not None and parcel.said is None and parcel.card is None:
            return Ready(queued, *place, None, ref)
        person = await tx.people.get(parcel.person) if parcel.person else None
        viewer = person or Person(f"circle:{parcel.circle}" if parcel.circle else "")
        if parcel.needs is not None and not await self._shown(tx, parcel.needs, viewer):
            return Drop("not-shared")
        said = await self._said(tx, parcel, viewer, now)
        if said is None:
            return Drop("gone")
        try:
            reader = Reader(now.astimezone(self._house.zone).date(), pictures=viewer.pictures)
            message = await self._renderer.render(tx, parcel, said, reader, place[0])
        except NotThere:
            return Drop("gone")
        return Ready(queued, *place, message, ref)

    async def _waits(self, tx: Transaction, parcel: Parcel, person: Person, now: datetime) -> datetime | None:
        """Quiet hours hold what a clock or another person starts; so does a talk that is going on."""
        if parcel.kind in KEEPS_QUIET_HOURS:
            until = after_quiet(now, person.quiet, self._house.zone)
            if until > now:
                return until
        if parcel.kind in WAITS_FOR_TALK:
            busy = (await tx.conversations.get(person.id)).busy_until()
            if busy is not None and busy > now:
                return busy
        return None

    async def _place(self, tx: Transaction, parcel: Parcel) -> tuple[str, str] | None:
        if parcel.channel is not None and parcel.address is not None:
            if parcel.circle is not None:
                place = await tx.circles.place(parcel.channel, parcel.address)
                if place is None or place.gone:
                    return None
            return parcel.channel, parcel.address
        account = await self._newest_account(tx, parcel.person) if parcel.person else None
        return (account.channel, account.address) if account else None

    async def _newest_account(self, tx: Transaction, person: str) -> Account | None:
        accounts = await tx.people.accounts(person)
        return next((account for account in accounts if account.reachable), None)

    async def _shown(self, tx: Transaction, needs: Needs, recipient: Person) -> bool:
        shares = await tx.sharing.of_owner(needs.owner)
        return may_see(await seeing(tx, recipient.id), needs.owner, needs.things, shares)

    async def _said(self, tx: Transaction, parcel: Parcel, viewer: Person, now: datetime) -> Said | None:
        if parcel.card is None:
            return parcel.said
        kind, _, thing = parcel.card.partition(":")
        card = self._cards.get(kind)
        if card is None:
            return None
        look = card.look(thing)
        seen = await SEERS[type(look)](look, Doing(tx, viewer, now, self._house, self._ids, parcel.id))
        if seen is None and parcel.edits is None and parcel.kind is not Kind.EDIT:
            return None
        return card.draw(thing, seen)
