"""The whole assistant on real files, with chats that can be as moody as a platform."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.app.messages import Content, Outcome, Outgoing, Parcel, PressIn, Queued, TextIn
from bot.app.receive import Raw
from bot.channels.script.channel import ScriptChannel, Shown
from bot.channels.script.script_parts import CircleIn, PersonIn, Script
from bot.channels.script.world import World
from bot.wiring import Wired

PEOPLE = {
    "sam": PersonIn(),
    "lee": PersonIn(),
    "jo": PersonIn(kind="supporter", of=["sam"]),
    "kit": PersonIn(kind="facilitator"),
}
CIRCLES = {"Garden Gang": CircleIn(members=["sam", "lee"], facilitators=["kit"])}
GROUP = "group:Garden Gang"


@dataclass
class MoodyChannel(ScriptChannel):
    """A script's channel that can answer what a platform answers. An exception among them is raised."""

    moods: dict[str, list[Outcome | Exception]] = field(default_factory=dict)
    tried: list[str] = field(default_factory=list)

    async def send(self, address: str, message: Outgoing) -> Outcome:
        return self._mood(address) or await super().send(address, message)

    async def edit(self, address: str, ref: str, message: Outgoing) -> Outcome:
        return self._mood(address) or await super().edit(address, ref, message)

    def _mood(self, address: str) -> Outcome | None:
        self.tried.append(address)
        mood = self.moods[address].pop(0) if self.moods.get(address) else None
        if isinstance(mood, Exception):
            raise mood
        return mood


@dataclass
class Rooms:
    """A world with its moody channel, and short ways to act in it."""

    world: World
    channel: MoodyChannel

    @property
    def wired(self) -> Wired:
        assert self.world.wired is not None
        return self.world.wired

    @property
    def store(self) -> Any:
        return self.wired.store

    def raw(self, who: str, content: Content | str, *, circle: str | None = None, on: str = "script") -> Raw:
        content = TextIn(content) if isinstance(content, str) else content
        return self.world.raw(content, who, on, circle)

    async def receive(self, *raws: Raw, channel: str = "script") -> int:
        return await self.wired.assistant.receive(channel, raws)

    async def says(self, who: str, content: Content | str, **how: Any) -> list[str]:
        """Let somebody send something, and give the keys of what came back to them."""
        before = len(self.shown(who))
        await self.receive(self.raw(who, content, **how), channel=how.get("on", "script"))
        await self.world.settle()
        return [shown.message.key for shown in self.shown(who)[before:]]

    def shown(self, address: str, channel: str = "script") -> list[Shown]:
        return self.world.channels[channel].chats.get(address, [])

    def texts(self, address: str, channel: str = "script") -> list[str]:
        return [shown.message.text for shown in self.shown(address, channel)]

    def keys(self, address: str, channel: str = "script") -> list[str]:
        return [shown.message.key for shown in self.shown(address, channel)]

    def payload(self, address: str, choice: str) -> str:
        """Give the payload of the newest button with that id."""
        found = [
            button.payload
            for shown in self.shown(address)
            for row in shown.message.rows
            for button in row
            if button.id == choice
        ]
        assert found, f"{choice} is not among {self.choices(address)}"
        return found[-1]

    def choices(self, address: str) -> list[str]:
        """Give the ids of the buttons of the newest message."""
        shown = self.shown(address)
        return [button.id for row in shown[-1].message.rows for button in row] if shown else []

    async def presses(self, who: str, choice: str, *, circle: str | None = None) -> list[str]:
        """Press the newest button with that id, and give the keys of what came back privately."""
        payload = self.payload(f"group:{circle}" if circle else who, choice)
        return await self.says(who, PressIn(payload, ""), circle=circle)

    async def queue(self, *parcels: Parcel) -> None:
        async with self.store.transaction() as tx:
            await tx.outbox.add(parcels)

    async def queued(self, parcel: str) -> Queued:
        async with self.store.reading() as tx:
            found: Queued | None = await tx.outbox.get(parcel)
        assert found is not None
        return found

    async def waiting(self) -> list[Any]:
        async with self.store.reading() as tx:
            return list(await tx.inbox.waiting(1000))

    def later(self, **amount: float) -> None:
        self.world.clock.at += timedelta(**amount)

    def person(self, name: str) -> str:
        return self.world.people[name]


@asynccontextmanager
async def open_rooms(folder: Path, *, engine: Any = None, **script: Any) -> AsyncIterator[Rooms]:
    """Give rooms with Sam and Lee in the Garden Gang, Jo who supports Sam, and Kit."""
    parts: dict[str, Any] = {"people": PEOPLE, "circles": CIRCLES, "engine": "none", **script}
    world = await World.begin(Script(**parts), folder, engine)
    channel = MoodyChannel("script", world.clock.now, links=world.channels["script"].links)
    world.channels["script"] = channel
    try:
        yield Rooms(world, channel)
    finally:
        await world.close()
