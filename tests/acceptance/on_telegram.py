"""The real assistant over the fake Bot API server, with a clock that a test moves."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.polling import Polling
from bot.domain.circles import Invite
from bot.domain.joining import INVITE_LASTS, hash_of
from bot.domain.people import Kind
from bot.settings import Settings, load_settings
from bot.wiring import RandomIds, Wired, load_engine, open_named_store, put_together
from tests.fakes.bot_api.client import TOKEN, FakeTelegram, Group, Person
from tests.fakes.bot_api.seen import Seen

MONDAY = datetime(2026, 11, 30, 10, tzinfo=UTC)


@dataclass
class MovedClock:
    """Stands still until it is moved."""

    at: datetime = MONDAY

    def now(self) -> datetime:
        return self.at


@dataclass
class Alongside:
    """The assistant at work, and what has been read of each chat."""

    telegram: FakeTelegram
    wired: Wired
    clock: MovedClock
    read: dict[int, int] = field(default_factory=dict)

    async def invite(self, kind: Kind) -> str:
        """What `alongside invite KIND` makes: the token of a link."""
        ids = RandomIds()
        token = ids.token()
        async with self.wired.store.transaction() as tx:
            await tx.circles.put_invite(Invite(ids.new(), hash_of(token), kind, self.clock.at + INVITE_LASTS))
        return token

    async def move(self, until: datetime) -> None:
        """Move the clock, so that what falls due goes out."""
        self.clock.at = until
        self.wired.assistant.wake()

    async def hears(self, where: Person | Group, text: str, *, seconds: float = 20) -> Seen:
        """The first message of the bot, of those not read yet, with this text in it."""
        start = self.read.get(where.id, 0)
        try:
            messages = await self.telegram.until(
                where.id, lambda found: _with(found[start:], text) is not None, seconds=seconds
            )
        except TimeoutError:
            there = [message.text for message in (await self.telegram.chat(where.id))[start:]]
            raise AssertionError(f"not said: {text!r}; there was {there}") from None
        found = _with(messages[start:], text)
        assert found is not None
        self.read[where.id] = messages.index(found) + 1
        return found

    async def asks(self, person: Person, *lines: str) -> None:
        """Say or press ('[Label]') one thing after another, each when the answer to the last one is there."""
        for line in lines:
            said = await self._said_to(person)
            if line.startswith("["):
                await self._press(person, line[1:-1])
            else:
                await person.says(line)
            await self.telegram.until(person.id, lambda found, n=said: _by_bot(found) > n, seconds=20)
            await self.calm()

    async def _press(self, person: Person, label: str) -> None:
        await self.telegram.until(
            person.id,
            lambda found: any(label in row for message in found for row in message.labels),
            seconds=20,
        )
        await person.presses(label)

    async def _said_to(self, person: Person) -> int:
        return _by_bot(await self.telegram.chat(person.id))

    async def calm(self) -> None:
        """Wait until everything that is said now has been said."""
        while True:
            before = await self.telegram.count()
            await asyncio.sleep(0.15)
            if await self.telegram.count() == before and not await self.telegram.waiting_updates():
                return

    async def opens_the_door(self, person: Person, group: Group, label: str = "Join") -> str:
        """Press a circle's door in the group, and follow the link. The link's token."""
        await person.presses(label, chat_id=group.id)
        answered = len(await self.telegram.calls("answerCallbackQuery"))
        async with asyncio.timeout(10):
            while True:
                calls = await self.telegram.calls("answerCallbackQuery")
                links = [call.params["url"] for call in calls[answered - 1 :] if "url" in call.params]
                if links:
                    break
                await asyncio.sleep(0.02)
        token = links[-1].partition("start=")[2]
        await person.start(token)
        return token


def _with(messages: list[Seen], text: str) -> Seen | None:
    return next((one for one in messages if one.by_bot and text.lower() in one.text.lower()), None)


def _by_bot(messages: list[Seen]) -> int:
    return sum(message.by_bot + message.edits for message in messages)


@asynccontextmanager
async def alongside(
    telegram: FakeTelegram, folder: Path, clock: MovedClock | None = None
) -> AsyncIterator[Alongside]:
    """Start the assistant with its data in a folder, and stop it again."""
    settings = settings_in(folder, telegram.url)
    clock = clock or MovedClock()
    async with TelegramChannel.connect(TOKEN, telegram.url, settings.words) as channel:
        store = await open_named_store(settings)
        wired = await put_together(
            settings, {channel.name: channel}, store=store, nlu=load_engine(settings), clock=clock
        )
        await wired.assistant.start()
        stop = asyncio.Event()
        polling = asyncio.create_task(Polling(channel, wired.assistant, store).run(stop))
        try:
            yield Alongside(telegram, wired, clock)
        finally:
            stop.set()
            await polling
            await wired.assistant.stop()
            await wired.close()


def settings_in(folder: Path, url: str) -> Settings:
    key = base64.b64encode(bytes(32)).decode()
    return load_settings(data=folder, master_key=key, telegram_api=url, telegram_paced=False)


def later(clock: MovedClock, **by: float) -> datetime:
    return clock.at + timedelta(**by)
