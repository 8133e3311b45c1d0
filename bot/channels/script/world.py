"""What a script plays in: the whole assistant on fresh files, without a network, and a clock that moves."""

from __future__ import annotations

import base64
import hashlib
import sqlite3
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.app.messages import BlockedIn, Content, Incoming, MediaIn, UnusableIn
from bot.app.receive import Raw
from bot.channels.script.channel import ScriptChannel, body_of
from bot.channels.script.populating import populate
from bot.channels.script.script_parts import Script
from bot.domain.circles import Invite
from bot.domain.joining import INVITE_LASTS, hash_of
from bot.domain.people import Kind
from bot.settings import Settings, load_settings
from bot.understanding.meaning import IntentEngine, Meaning
from bot.wiring import Wired, load_engine, load_words, open_named_store, put_together

BIG_FILE = 20_000_000  # bytes; what a chat platform lets us fetch


class Crashed(BaseException):
    """The process is killed here. Not an Exception, so that nothing in the assistant can catch it."""


@dataclass
class MovableClock:
    """A clock that stands until it is moved."""

    at: datetime

    def now(self) -> datetime:
        """Give the time."""
        return self.at


@dataclass
class CountedIds:
    """Ids that come out the same every time a script is played."""

    seed: str = ""
    count: int = 0

    def new(self) -> str:
        """Give the next id."""
        self.count += 1
        digest = hashlib.sha256(f"{self.seed}{self.count}".encode()).digest()
        return base64.b32encode(digest).decode().lower()[:16]

    def token(self) -> str:
        """Give the next token."""
        return self.new() * 2


@dataclass
class Breakable:
    """An engine of understanding that a script can break."""

    engine: IntentEngine | None
    broken: bool = False

    async def parse(self, text: str) -> Meaning:
        """Pass on, or be away."""
        if self.broken or self.engine is None:
            raise ConnectionError
        return await self.engine.parse(text)


@dataclass
class World:
    """Everything that outlives a crash, and the assistant that does not."""

    script: Script
    folder: Path
    settings: Settings
    clock: MovableClock
    ids: CountedIds
    engine: Breakable
    channels: dict[str, ScriptChannel]
    people: dict[str, str] = field(default_factory=dict)
    circles: dict[str, str] = field(default_factory=dict)
    wired: Wired | None = None
    updates: int = 0
    last: tuple[str, Raw] | None = None
    held: list[tuple[str, Raw]] = field(default_factory=list)
    lock: sqlite3.Connection | None = None
    broken: set[str] = field(default_factory=set)

    @classmethod
    async def begin(
        cls, script: Script, folder: Path, engine: IntentEngine | None = None, *, ids: int = 0
    ) -> World:
        """Make the people and circles of a script, and start the assistant."""
        start = script.start.replace(tzinfo=script.zone)
        settings = load_settings(
            _env_file=None,
            data=folder,
            keys=folder / "keys",
            master_key=base64.b64encode(hashlib.sha256(b"fictional").digest()).decode(),
            timezone=script.timezone,
            **script.settings,
        )
        clock = MovableClock(start)
        names = ("script", "web")
        links: list[str] = []  # one list, so that the newest link is known whichever channel gave it
        channels = {name: ScriptChannel(name, clock.now, links=links) for name in names}
        if engine is None and script.engine == "embedded":
            engine = load_engine(settings, cache=_cache(), clock=clock)
        world = cls(script, folder, settings, clock, CountedIds(count=ids), Breakable(engine), channels)
        store = await open_named_store(settings)
        await populate(world, store)
        await store.close()
        await world.start()
        return world

    async def start(self) -> None:
        """Start the assistant on the same files, as after a crash."""
        store = await open_named_store(self.settings)
        await _be_impatient(store)
        nlu = None if self.engine.engine is None else self.engine
        self.wired = await put_together(
            self.settings,
            self.channels,
            store=store,
            nlu=nlu,
            words=self.wired.words if self.wired else load_words(self.settings),
            clock=self.clock,
            ids=self.ids,
        )
        await self.wired.courier.recover()

    async def crash(self) -> None:
        """Kill the assistant and start it again."""
        if self.wired is not None:
            await self.wired.courier.abandon()
            await self.wired.close()
        await self.start()

    def raw(self, content: Content, who: str, channel: str = "script", circle: str | None = None) -> Raw:
        """Make the update by which something comes in."""
        self.updates += 1
        place = f"group:{circle}" if circle else who
        incoming = Incoming(channel, f"{self.updates}", who, place, circle is None, self.clock.at, content)
        return Raw(incoming.update, body_of(incoming))

    async def deliver(self, channel: str, raw: Raw) -> None:
        """Hand an update to the assistant; it comes again later when it could not be stored."""
        self.last = (channel, raw)
        if self.wired is None:
            return
        try:
            await self.wired.assistant.receive(channel, [raw])
        except Exception:  # noqa: BLE001 - a platform delivers again what was not acknowledged
            self.held.append((channel, raw))

    async def settle(self) -> None:
        """Let the assistant do all it can now."""
        if self.wired is None or "database" in self.broken:
            return
        if "outbox" in self.broken:
            await self.work_without_sending()
            return
        await self.wired.assistant.settle()

    async def work_without_sending(self) -> None:
        """Do what is committed before anything is sent: turns, and what falls due."""
        if self.wired is not None:
            while await self.wired.turns.run():
                pass
            await self.wired.assistant.nudge()

    async def next_due(self) -> datetime | None:
        """When something falls due next."""
        return await self.wired.assistant.next_due() if self.wired else None

    def die_while_sending(self) -> None:
        """Kill the process when it has sent one message more, before it can note so."""
        for channel in self.channels.values():
            channel.after_send = self._die

    def _die(self) -> None:
        for channel in self.channels.values():
            channel.after_send = lambda: None
        raise Crashed

    async def move_to(self, until: datetime) -> None:
        """Move the clock; what falls due is delivered at its time."""
        while self.wired is not None and "database" not in self.broken:
            due = await self.wired.assistant.next_due(sending="outbox" not in self.broken)
            if due is None or due > until:
                break
            self.clock.at = max(self.clock.at + timedelta(milliseconds=1), due)
            await self.settle()
        self.clock.at = max(self.clock.at, until)
        await self.settle()

    async def break_part(self, part: str) -> None:
        """Make a part fail."""
        self.broken.add(part)
        match part:
            case "nlu":
                self.engine.broken = True
            case "database":
                self.lock = sqlite3.connect(self.folder / "alongside.db", isolation_level=None)
                self.lock.execute("BEGIN EXCLUSIVE")
            case "disk":
                _replace_by_folder(self.folder / "safety.spool")
            case _:
                pass

    async def mend(self, part: str) -> None:
        """Make it work again; a platform then delivers what was not acknowledged."""
        self.broken.discard(part)
        match part:
            case "nlu":
                self.engine.broken = False
            case "database" if self.lock is not None:
                self.lock.close()
                self.lock = None
            case "disk":
                _bring_back(self.folder / "safety.spool")
            case _:
                pass
        held, self.held = self.held, []
        for channel, raw in held:
            await self.deliver(channel, raw)
        await self.settle()

    async def block(self, who: str, *, blocked: bool) -> None:
        """Let somebody block the assistant, or take that back."""
        chats = self.channels["script"].blocked
        (chats.add if blocked else chats.discard)(who)
        await self.deliver("script", self.raw(BlockedIn(blocked), who))

    async def make_link(self, kind: str) -> None:
        """Do what `alongside invite KIND` does."""
        token = self.ids.token()
        store = self.wired.store if self.wired else await open_named_store(self.settings)
        async with store.transaction() as tx:
            ends = self.clock.at + INVITE_LASTS
            await tx.circles.put_invite(Invite(self.ids.new(), hash_of(token), Kind(kind), ends))
        self.channels["script"].links.append(token)

    async def close(self) -> None:
        """End."""
        if self.wired is not None:
            await self.wired.close()


def sent(kind: str, size: int | None, remote: str, caption: str) -> Content:
    """Give the content of something sent that is not text."""
    if kind in {"photo", "voice"}:
        if size is not None and size > BIG_FILE:
            return UnusableIn("too-big")
        mime = "image/jpeg" if kind == "photo" else "audio/ogg"
        return MediaIn(kind, mime, size or 0, remote=remote, caption=caption)
    return UnusableIn("too-big" if size is not None and size > BIG_FILE else kind)


async def _be_impatient(store: Any) -> None:
    """Find a locked database at once: a script's clock stands while a real one would wait."""

    def set_patience(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout=20")
        cursor.close()

    await store.engine.dispose()
    event.listen(store.engine.sync_engine, "connect", set_patience)


def _replace_by_folder(path: Path) -> None:
    """Make a file one that nothing can be written to, also for somebody who may write everywhere."""
    if path.exists():
        path.rename(path.with_suffix(".away"))
    path.mkdir()


def _bring_back(path: Path) -> None:
    path.rmdir()
    if path.with_suffix(".away").exists():
        path.with_suffix(".away").rename(path)


def _cache() -> Path:
    """Where a trained model is kept between scripts."""
    return Path.home() / ".cache" / "alongside" / "nlu"
