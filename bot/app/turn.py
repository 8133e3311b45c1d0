"""The turn: one incoming message, understood, answered and kept in one transaction.

Many turns share a commit, each in its savepoint. What breaks its turn three times is parked with an apology,
and the conversation goes on (architecture.md, 'Turn').
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import structlog

from bot.app import joining
from bot.app.doing import Doing, House
from bot.app.faults import report
from bot.app.groups import in_group
from bot.app.messages import (
    BlockedIn,
    Incoming,
    Kind,
    MediaIn,
    PressIn,
    Received,
    StartIn,
    TextIn,
)
from bot.app.ports import Channel, Clock, Ids, Store, Transaction, VersionConflict
from bot.app.reading import Understanding
from bot.app.speaking import Speaking
from bot.cards.card import Card
from bot.dialogue.conversation import Book
from bot.dialogue.given import Opening
from bot.dialogue.hearing import begin, hear
from bot.dialogue.payload import CardPress, read
from bot.dialogue.saying import Said
from bot.domain.answers import Medium
from bot.domain.people import Account, Person
from bot.understanding.meaning import Meaning

MOST_TRIES = 3  # architecture.md, 'Turn'
MOST_CONFLICTS = 10  # a turn that still conflicts then is at fault itself
BATCH = 64  # turns in one commit
USE_IS_NOTED_EVERY = timedelta(minutes=1)  # enough to know where somebody wrote last

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Parts:
    """What the app is put together from (bot/wiring.py)."""

    store: Store
    channels: Mapping[str, Channel]
    understanding: Understanding
    book: Book
    cards: Mapping[str, Card]
    house: House
    clock: Clock
    ids: Ids


@dataclass(frozen=True)
class Heard:
    """An update that was read: what came in, and what the engine of understanding said of its words."""

    received: Received
    incoming: Incoming | None
    meaning: Meaning | None
    unreadable: Exception | None = None


class Turns:
    """Takes updates from the inbox and gives each its turn, in the order they came."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def run(self) -> int:
        """Give turns to what waits in the inbox, up to a batch. Gives how many updates were dealt with.

        That counts a turn that broke: it is tried again in the next run, before anything newer of its person.
        """
        async with self._parts.store.reading() as tx:
            waiting = await tx.inbox.waiting(BATCH)
        if not waiting:
            return 0
        heard = await asyncio.gather(*(self._hear(received) for received in waiting))
        broken: list[tuple[Heard, Exception]] = []
        finished = 0
        async with self._parts.store.transaction() as tx:
            await tx.expect(waiting)
            stuck: set[str] = set()
            for one in heard:
                if stuck and await _whose(tx, one.received) in stuck:
                    continue
                try:
                    async with tx.turn():
                        await self._take(tx, one)
                        await tx.inbox.done(one.received)
                    finished += 1
                except Exception as error:  # noqa: BLE001 - whatever it is, the others' turns go on
                    stuck.add(await _whose(tx, one.received))
                    broken.append((one, error))
        for broke, why in broken:
            await self._broke(broke, why)
        return finished + len(broken)

    async def _hear(self, received: Received) -> Heard:
        try:
            incoming = self._parts.channels[received.channel].parse(received.body)
        except Exception as error:  # noqa: BLE001 - counted, and parked in the end
            return Heard(received, None, None, error)
        meaning = None
        if incoming is not None and incoming.private and isinstance(incoming.content, TextIn):
            try:
                meaning = await self._parts.understanding.meaning(incoming.content.text)
            except Exception as error:  # noqa: BLE001 - buttons, choices and controls do without it
                log.warning("not-understanding", error=type(error).__name__)
        return Heard(received, incoming, meaning)

    async def _broke(self, heard: Heard, error: Exception) -> None:
        """Count the attempt; the last one parks the update, says sorry and leaves the broken dialogue."""
        received = heard.received
        attempt = received.attempts + 1
        last = attempt >= (MOST_CONFLICTS if isinstance(error, VersionConflict) else MOST_TRIES)
        report(log, "turn-broke", error, update=received.order, attempt=attempt, last=last)
        async with self._parts.store.transaction() as tx:
            await tx.inbox.tried(received)
            if last:
                await tx.inbox.park(received)
        if not last or heard.incoming is None:
            return
        try:
            async with self._parts.store.transaction() as tx:
                await self._apologise(tx, heard.incoming)
        except Exception as failed:  # noqa: BLE001 - it is parked, and everybody's turns go on
            report(log, "no-apology", failed, update=received.order)

    async def _apologise(self, tx: Transaction, incoming: Incoming) -> None:
        account = await tx.people.account(incoming.channel, incoming.account)
        person = await tx.people.get(account.person) if account else None
        if person is None or account is None:
            return
        if not _begins_something(incoming):
            conversation = await tx.conversations.get(person.id)
            conversation.give_up()
            await tx.conversations.put(person.id, conversation)
        doing = self._doing(tx, person, f"{incoming.channel}:{incoming.update}")
        doing.send(
            Kind.REPLY,
            Said("apology"),
            person=person.id,
            channel=account.channel,
            address=account.address,
        )
        await tx.outbox.add(doing.parcels)

    def _doing(self, tx: Transaction, person: Person, cause: str) -> Doing:
        parts = self._parts
        return Doing(tx, person, parts.clock.now(), parts.house, parts.ids, cause)

    async def _take(self, tx: Transaction, heard: Heard) -> None:
        incoming = heard.incoming
        if heard.unreadable is not None:
            raise heard.unreadable
        if incoming is None or heard.received.warned:
            return  # the safety reply was given; those words become no answer
        cause = f"{incoming.channel}:{incoming.update}"
        account = await tx.people.account(incoming.channel, incoming.account)
        person = await tx.people.get(account.person) if account else None
        if not incoming.private:
            press = await in_group(self._doing, tx, incoming, person, cause)
            if press is None or person is None:
                return
            await self._speak(self._doing(tx, person, cause), incoming, None, None)
            return
        if isinstance(incoming.content, BlockedIn):
            if account is not None and person is not None:
                await self._blocked(self._doing(tx, person, cause), account, blocked=incoming.content.blocked)
        elif person is None or account is None:
            opened = await joining.newcomer(self._doing, tx, incoming, cause)
            if opened is not None:
                await self._speak(self._doing(tx, opened[0], cause), incoming, None, *opened[1:])
        else:
            await self._from_person(self._doing(tx, person, cause), heard.meaning, incoming, account)

    async def _blocked(self, doing: Doing, account: Account, *, blocked: bool) -> None:
        await doing.tx.people.put_account(replace(account, reachable=not blocked))
        if not blocked:
            where = {"channel": account.channel, "address": account.address}
            doing.send(Kind.REPLY, Said("blocked-again"), person=account.person, **where)
            await doing.tx.outbox.add(doing.parcels)

    async def _from_person(
        self, doing: Doing, meaning: Meaning | None, incoming: Incoming, account: Account
    ) -> None:
        opening = None
        if isinstance(incoming.content, StartIn) and incoming.content.token:
            opening = await joining.known_person(doing, incoming)
            if doing.parcels:
                await doing.tx.outbox.add(doing.parcels)
                return
        await self._speak(doing, incoming, meaning, account, opening)

    async def _speak(
        self,
        doing: Doing,
        incoming: Incoming,
        meaning: Meaning | None,
        account: Account | None,
        opening: Opening | None = None,
    ) -> None:
        """Let a person's conversation take what came in. `account` is None for a press in a group."""
        tx, person = doing.tx, doing.person
        if account is not None and (not account.reachable or _minute_passed(account, doing)):
            await tx.people.put_account(replace(account, reachable=True, last_used=doing.now))
        if person.unanswered or person.waiting:
            doing.person = replace(person, unanswered=0, waiting=False)
            await tx.people.save(doing.person)
        conversation = await tx.conversations.get(person.id)
        speaking = Speaking(self._parts.book, self._parts.cards, doing, conversation, account)
        if opening is not None:
            await speaking.drive(begin(conversation, opening, doing.now, self._parts.book))
        else:
            content = await self._kept_media(doing, incoming)
            given = self._parts.understanding.given(
                content, meaning, conversation, doing.now.astimezone(self._parts.house.zone)
            )
            match given:
                case None:
                    speaking.say(Said("old-question-closed"))
                case CardPress():
                    await speaking.press(given)
                case _:
                    await speaking.drive(hear(conversation, given, doing.now, self._parts.book))
        await tx.conversations.put(person.id, conversation)
        await tx.outbox.add(doing.parcels)

    async def _kept_media(self, doing: Doing, incoming: Incoming) -> Any:
        """Keep where a photo or voice note can be fetched from; the bytes come after the turn."""
        content = incoming.content
        if not isinstance(content, MediaIn) or content.media is not None:
            return content
        medium = Medium(
            doing.ids.new(),
            doing.person.id,
            content.kind,
            content.mime,
            remote=content.remote,
            channel=incoming.channel,
            at=doing.now,
        )
        await doing.tx.practice.put_medium(medium)
        return replace(content, media=medium.id)


def _minute_passed(account: Account, doing: Doing) -> bool:
    return account.last_used is None or doing.now - account.last_used > USE_IS_NOTED_EVERY


def _begins_something(incoming: Incoming) -> bool:
    """Whether it is a press on a card or a link, which has nothing to do with the dialogue that is open."""
    match incoming.content:
        case PressIn(payload):
            return isinstance(read(payload), CardPress)
        case StartIn(token):
            return bool(token)
        case _:
            return False


async def _whose(tx: Transaction, received: Received) -> str:
    """Name whose turn it is: a person's turns run in order, whichever device they used."""
    account = await tx.people.account(received.channel, received.account)
    return account.person if account else f"{received.channel}/{received.account}"
