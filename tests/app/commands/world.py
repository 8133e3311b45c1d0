"""A small world for handlers and looks: a real store in memory, a clock that is set, and people who act."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import bot.app.commands
import bot.app.looks  # noqa: F401 - handlers and seers register themselves
from bot.app.doing import HANDLERS, SEERS, Doing, House
from bot.app.messages import Parcel, Queued
from bot.dialogue.engine import Result
from bot.dialogue.talk import Command, Look
from bot.domain.circles import Circle, Membership, Place
from bot.domain.nudging import Nudge
from bot.domain.people import Account, Kind, Person, QuietHours, Support
from bot.domain.plain import dump, load
from bot.store import open_store

MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)  # 9:00 in London too


class Counting:
    """Ids that count up, so that a test always sees the same."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self) -> str:
        return f"id{next(self._numbers):014d}"

    def token(self) -> str:
        return f"token{next(self._numbers):038d}"


@dataclass
class World:
    """Sam is a member whom Jo supports; Sam and Lee are in the Garden Gang, which Priya holds."""

    store: Any
    house: House = field(
        default_factory=lambda: House(
            zone=ZoneInfo("Europe/London"), named=("anna", "ben"), named_names=("Anna", "Ben")
        )
    )
    now: datetime = MONDAY
    ids: Counting = field(default_factory=Counting)
    turns: int = 0
    said: list[Parcel] = field(default_factory=list)

    async def people(self) -> None:
        async with self.store.transaction() as tx:
            for name, kind in (
                ("sam", Kind.MEMBER),
                ("lee", Kind.MEMBER),
                ("jo", Kind.SUPPORTER),
                ("kit", Kind.SUPPORTER),
                ("priya", Kind.FACILITATOR),
                ("anna", Kind.SUPPORTER),
                ("ben", Kind.SUPPORTER),
            ):
                await tx.people.add(Person(name, name.title(), kind, quiet=QuietHours(), joined=self.now))
                await tx.people.put_account(Account("web", f"web-{name}", name, last_used=self.now))
            await tx.people.put_support(Support("sam-jo", "sam", "jo", True, True))
            await tx.circles.put(Circle("garden", "Garden Gang", made=self.now))
            for name, kind in (
                ("sam", Kind.MEMBER),
                ("lee", Kind.MEMBER),
                ("priya", Kind.FACILITATOR),
            ):
                await tx.circles.put_membership(Membership("garden", name, kind))
            await tx.circles.put_place(Place("web", "web-garden", "garden"))

    async def run(self, who: str, command: Command[Any]) -> Result:
        """Run a command as a turn does; it and its undo go through the journal's form."""
        self.turns += 1
        command = load(dump(command))
        async with self.store.transaction() as tx:
            person = await tx.people.get(who)
            doing = Doing(tx, person, self.now, self.house, self.ids, f"turn{self.turns}")
            result = await HANDLERS[type(command)](command, doing)
            await tx.outbox.add(doing.parcels)
            self.said += doing.parcels
        return Result(load(dump(result.value)), load(dump(result.undo)))

    async def do(self, who: str, command: Command[Any]) -> Any:
        """Run a command and give its value."""
        return (await self.run(who, command)).value

    async def undo(self, who: str, result: Result) -> None:
        """Take back what a command did."""
        assert result.undo is not None
        await self.run(who, result.undo)

    async def look(self, who: str, look: Look[Any]) -> Any:
        """Answer somebody's look; 'circle:<id>' looks as a card in a group chat does."""
        async with self.store.reading() as tx:
            person = await tx.people.get(who) or Person(who)
            doing = Doing(tx, person, self.now, self.house, self.ids, "look")
            return load(dump(await SEERS[type(look)](look, doing)))

    async def deliver(self) -> list[Queued]:
        """Send everything that waits. Gives what went out."""
        out: list[Queued] = []
        async with self.store.transaction() as tx:
            while waiting := await tx.outbox.claim(self.now, 100):
                places = {
                    one.order: ("web", one.parcel.address or f"web-{one.parcel.person}") for one in waiting
                }
                await tx.outbox.sending([one.order for one in waiting], places)
                for one in waiting:
                    await tx.outbox.sent(one.order, f"ref{one.order}")
                out += waiting
        return out

    async def parcel(self, parcel: str) -> Queued:
        async with self.store.reading() as tx:
            found = await tx.outbox.get(parcel)
        assert found is not None
        return found

    async def nudges(self, about: str) -> list[Nudge]:
        async with self.store.reading() as tx:
            return sorted(await tx.nudges.about(about), key=lambda nudge: nudge.due)

    async def change(self, who: str, **changes: Any) -> None:
        async with self.store.transaction() as tx:
            await tx.people.save(replace(await tx.people.get(who), **changes))

    def cards(self, to: str) -> list[str]:
        """Give the cards that went to a person, or to a circle's chats, oldest first."""
        return [p.card for p in self.said if p.card and p.edits is None and to in (p.person, p.circle)]

    def told(self, to: str) -> list[str]:
        """Give the keys of the words that went to a person."""
        return [p.said.key for p in self.said if p.said and p.edits is None and p.person == to]

    def redrawn(self) -> list[str]:
        """Give the cards that were drawn anew."""
        return [p.card for p in self.said if p.card and p.edits is not None]

    def pass_time(self, **amount: float) -> None:
        self.now += timedelta(**amount)


@asynccontextmanager
async def a_world() -> AsyncIterator[World]:
    """Give a world with its people in it."""
    store = await open_store("sqlite+aiosqlite:///:memory:", "sqlite:///:memory:", bytes(32))
    try:
        world = World(store)
        await world.people()
        yield world
    finally:
        await store.close()
