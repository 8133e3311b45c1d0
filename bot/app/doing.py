"""What a handler of a command has at hand: the transaction, whose turn it is, and ways to tell others.

A handler is a short function named by a verb: it loads, lets the domain decide, saves, and gives a
`Result` with the command that takes it back. It never commits and never sends.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.app.messages import Kind, Needs, Parcel, State
from bot.app.ports import Ids, Transaction
from bot.dialogue.engine import Result
from bot.dialogue.saying import Said
from bot.dialogue.talk import Command, Look
from bot.domain.calling import Hours
from bot.domain.people import Person

C = TypeVar("C", bound=Command[Any])
L = TypeVar("L", bound=Look[Any])


@dataclass(frozen=True)
class House:
    """What the operator has set: the zone everybody lives in, and how to reach a human.

    `named` are the ids of the people to ask, first one first; `named_names` what they are called (also
    those who have no account here yet); `phone` is shown outside the hours.
    """

    zone: ZoneInfo
    named: tuple[str, ...] = ()
    named_names: tuple[str, ...] = ()
    phone: str = ""
    hours: Hours = field(default_factory=Hours)


@dataclass
class Doing:
    """One turn: for `person`, at `now`. `cause` names what made it, so that its parcels get the same ids."""

    tx: Transaction
    person: Person
    now: datetime
    house: House
    ids: Ids
    cause: str
    parcels: list[Parcel] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The person's day."""
        return self.now.astimezone(self.house.zone).date()

    @property
    def clock(self) -> time:
        """The person's time of day."""
        return self.now.astimezone(self.house.zone).time()

    def at(self, day: date, when: time) -> datetime:
        """Give a moment in the person's zone."""
        return datetime.combine(day, when, self.house.zone)

    def send(self, kind: Kind, said: Said | None, **to: Any) -> str:
        """Put a parcel in the outbox; `to` are fields of `Parcel`. Gives its id."""
        parcel = Parcel(f"{self.cause}.{len(self.parcels)}", kind, said, **to)
        self.parcels.append(parcel)
        return parcel.id

    def tell(
        self, person: str, said: Said, *, kind: Kind = Kind.FROM_PERSON, needs: Needs | None = None
    ) -> None:
        """Say something to another person, where they wrote last, outside their quiet hours."""
        self.send(kind, said, person=person, needs=needs)

    def show_card(self, card: str, person: str, *, needs: Needs | None = None) -> None:
        """Show a card ('kind:object') to one person."""
        self.send(Kind.CARD, None, person=person, card=card, needs=needs)

    async def show_card_in(self, card: str, circle: str, *, kind: Kind = Kind.CARD) -> None:
        """Show a card in every chat of a circle."""
        for place in await self.tx.circles.places(circle):
            self.send(kind, None, circle=circle, card=card, channel=place.channel, address=place.address)

    async def redraw(self, card: str) -> None:
        """Have every shown copy of a card drawn anew from present state: at most one edit of each waits.

        One that still waits itself is drawn when it goes out; one whose outcome is unknown is posted anew.
        """
        if any(other.card == card for other in self.parcels):
            return  # this turn has it drawn already
        for shown in await self.tx.outbox.showing_card(card):
            parcel = shown.parcel
            if shown.state is State.WAITING or await self.tx.outbox.waiting_edit(parcel.id) is not None:
                continue
            if shown.state is State.UNKNOWN:
                self._post_anew(parcel)
                continue
            self.send(
                Kind.EDIT,
                None,
                person=parcel.person,
                circle=parcel.circle,
                channel=parcel.channel,
                address=parcel.address,
                card=card,
                edits=parcel.id,
            )

    def _post_anew(self, parcel: Parcel) -> None:
        where: dict[str, Any] = {"person": parcel.person}
        if parcel.circle is not None:
            where = {"circle": parcel.circle, "channel": parcel.channel, "address": parcel.address}
        self.send(parcel.kind, None, card=parcel.card, needs=parcel.needs, **where)


Handler = Callable[[Any, Doing], Awaitable[Result]]
Seer = Callable[[Any, Doing], Awaitable[Any]]

HANDLERS: dict[type[Command[Any]], Handler] = {}
SEERS: dict[type[Look[Any]], Seer] = {}


def handles(
    kind: type[C],
) -> Callable[[Callable[[C, Doing], Awaitable[Result]]], Callable[[C, Doing], Awaitable[Result]]]:
    """Make a function the handler of a command."""

    def register(handler: Callable[[C, Doing], Awaitable[Result]]) -> Callable[[C, Doing], Awaitable[Result]]:
        HANDLERS[kind] = handler
        return handler

    return register


def sees(
    kind: type[L],
) -> Callable[[Callable[[L, Doing], Awaitable[Any]]], Callable[[L, Doing], Awaitable[Any]]]:
    """Make a function the one that answers a look."""

    def register(seer: Callable[[L, Doing], Awaitable[Any]]) -> Callable[[L, Doing], Awaitable[Any]]:
        SEERS[kind] = seer
        return seer

    return register
