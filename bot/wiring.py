"""The one place where parts are put together, and where the machine's clock and randomness are read."""

from __future__ import annotations

import secrets
import string
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import bot.app.commands
import bot.app.looks  # noqa: F401 - handlers and seers register themselves
from bot.app.assistant import Assistant
from bot.app.checking import Checker
from bot.app.courier import Courier
from bot.app.doing import House
from bot.app.fetcher import Fetcher
from bot.app.nudger import Nudger
from bot.app.pacing import NoPace, Pace, PerChatPace
from bot.app.ports import Channel, Clock, Ids, Store
from bot.app.reading import Understanding
from bot.app.receive import Receiver
from bot.app.rendering import Renderer
from bot.app.safety import FirstReply, Spool
from bot.app.turn import Parts, Turns
from bot.cards.book import CARDS
from bot.content.catalogue import Catalogue
from bot.dialogues.book import BOOK
from bot.domain.calling import Hours
from bot.domain.people import Kind
from bot.settings import WEEKDAYS, Settings
from bot.store import SqlStore, open_store
from bot.understanding.embedded import Embedded
from bot.understanding.meaning import IntentEngine
from bot.understanding.safety import SafetyRules

ID_LETTERS = string.ascii_lowercase + string.digits
ID_LENGTH = 16  # about 80 bits: never guessed
TOKEN_BYTES = 32


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Give the time in UTC."""
        return datetime.now(UTC)


class RandomIds:
    """Ids that nobody can guess."""

    def new(self) -> str:
        """Give a new id of 16 letters and digits."""
        return "".join(secrets.choice(ID_LETTERS) for _ in range(ID_LENGTH))

    def token(self) -> str:
        """Give a new token for a link: 43 characters that may stand in an address."""
        return secrets.token_urlsafe(TOKEN_BYTES)


@dataclass
class Wired:
    """An assistant that is ready, with the parts that its owner talks to."""

    assistant: Assistant
    store: Store
    words: Catalogue
    turns: Turns
    courier: Courier
    house: House
    clock: Clock
    ids: Ids
    spool: Spool

    async def close(self) -> None:
        """Close the store."""
        await self.store.close()


async def open_named_store(settings: Settings) -> SqlStore:
    """Open the store that the settings name, made or brought up to date first."""
    settings.data.mkdir(parents=True, exist_ok=True)
    settings.keys_folder.mkdir(parents=True, exist_ok=True)
    return await open_store(settings.database_url, settings.keys_url, settings.read_master_key())


def load_words(settings: Settings) -> Catalogue:
    """Load the words of the locale, once in a process: they do not change while it runs."""
    return _words(settings.words / "words", settings.locale)


@cache
def _words(folder: Path, locale: str) -> Catalogue:
    return Catalogue.load(folder, locale)


@cache
def _rules(path: Path) -> SafetyRules:
    return SafetyRules.load(path)


def load_engine(settings: Settings, *, cache: Path | None = None, clock: Clock | None = None) -> IntentEngine:
    """Load the embedded model, trained now if what is kept does not fit the training files."""
    clock = clock or SystemClock()
    training = settings.words / "training" / settings.locale
    return Embedded.from_training(
        training, cache or settings.data / "nlu", now=lambda: clock.now().astimezone(settings.zone)
    )


async def find_house(settings: Settings, store: Store) -> House:
    """Give what the operator has set, with the ids of the named people who have joined."""
    async with store.reading() as tx:
        leads = [person for kind in Kind for person in await tx.people.of_kind(kind)]
    by_name = {person.name.casefold(): person.id for person in leads if person.name}
    named = tuple(by_name.get(name.casefold(), "") for name in settings.people)
    days = tuple(WEEKDAYS.index(day) for day in settings.people_days)
    hours = Hours(days, settings.people_from, settings.people_until)
    return House(settings.zone, named, settings.people, settings.people_phone, hours)


async def put_together(
    settings: Settings,
    channels: Mapping[str, Channel],
    *,
    store: Store,
    nlu: IntentEngine | None,
    words: Catalogue | None = None,
    clock: Clock | None = None,
    ids: Ids | None = None,
) -> Wired:
    """Put an assistant together over these channels."""
    clock = clock or SystemClock()
    ids = ids or RandomIds()
    words = words or load_words(settings)
    house = await find_house(settings, store)
    understanding = Understanding(nlu, words, BOOK)
    spool = Spool(settings.data, settings.read_master_key())
    rules = _rules(settings.words / "safety" / f"{settings.locale}.yml")
    first_reply = FirstReply(rules, words, channels, house, spool)
    turns = Turns(Parts(store, channels, understanding, BOOK, CARDS, house, clock, ids))
    checker = Checker(Renderer(words, channels), CARDS, house, ids)
    paces = {name: _pace(name, settings) for name in channels}
    courier = Courier(store, channels, checker, clock, paces)
    assistant = Assistant(
        Receiver(store, channels, first_reply, clock, ids),
        turns,
        courier,
        Nudger(store, house, clock, ids),
        Fetcher(store, channels),
        clock=clock,
    )
    return Wired(assistant, store, words, turns, courier, house, clock, ids, spool)


def _pace(channel: str, settings: Settings) -> Pace:
    if channel == "telegram" and settings.telegram_paced:
        return PerChatPace(per_second=30, chat_seconds=1, group_per_minute=20)
    return NoPace()
