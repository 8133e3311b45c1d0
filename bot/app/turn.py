"""The turn: one incoming message, understood, answered and kept in one transaction.

Many turns share a commit, each in its savepoint. What breaks its turn three times is parked with an apology,
and the conversation goes on (architecture.md, 'Turn').
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import structlog

from bot.app import joining
from bot.app.doing import HANDLERS, SEERS, Doing, House
from bot.app.groups import in_group
from bot.app.messages import (
    BlockedIn,
    Incoming,
    Kind,
    MediaIn,
    Received,
    StartIn,
    TextIn,
)
from bot.app.ports import Channel, Clock, Ids, Store, Transaction, VersionConflict
from bot.app.reading import Understanding
from bot.cards.card import Card
from bot.dialogue.conversation import Book, Conversation
from bot.dialogue.engine import Do, Say, See
from bot.dialogue.given import Opening
from bot.dialogue.hearing import Settle, Show, Steps, begin, hear
from bot.dialogue.payload import AnswerPress, CardPress, write
from bot.dialogue.saying import Button, Said
from bot.domain.answers import Medium
from bot.domain.errors import AlreadyDone, Gone, LinkNotGood, NotShared, NotYours, Refusal
from bot.domain.people import Account, Person
from bot.understanding.meaning import Meaning

MOST_TRIES = 3  # architecture.md, 'Turn'
BATCH = 64  # turns in one commit
USE_IS_NOTED_EVERY = timedelta(minutes=1)  # enough to know where somebody wrote last

log = structlog.get_logger(__name__)

REFUSALS: Mapping[type[Refusal], str] = {
    NotYours: "not-yours",
    NotShared: "not-shared",
    Gone: "gone",
    AlreadyDone: "already-done",
    LinkNotGood: "link-not-good",
}


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


class Turns:
    """Takes updates from the inbox and gives each its turn, in the order they came."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def run(self) -> int:
        """Give turns to what waits in the inbox, up to a batch. Gives how many were finished."""
        async with self._parts.store.reading() as tx:
            waiting = await tx.inbox.waiting(BATCH)
        if not waiting:
            return 0
        heard = [await self._hear(received) for received in waiting]
        broken: list[tuple[Heard, Exception]] = []
        finished = 0
        async with self._parts.store.transaction() as tx:
            stuck: set[tuple[str, str]] = set()
            for one in heard:
                who = (one.received.channel, one.received.account)
                if who in stuck:
                    continue
                try:
                    async with tx.turn():
                        await self._take(tx, one)
                        await tx.inbox.done(one.received)
                    finished += 1
                except VersionConflict:
                    stuck.add(who)
                except Exception as error:  # noqa: BLE001 - whatever it is, the others' turns go on
                    stuck.add(who)
                    broken.append((one, error))
        for broke, fault in broken:
            await self._broke(broke, fault)
        return finished

    async def _hear(self, received: Received) -> Heard:
        incoming = self._parts.channels[received.channel].parse(received.body)
        meaning = None
        if incoming is not None and incoming.private and isinstance(incoming.content, TextIn):
            meaning = await self._parts.understanding.meaning(incoming.content.text)
        return Heard(received, incoming, meaning)

    async def _broke(self, heard: Heard, error: Exception) -> None:
        """Count the attempt; the third one parks the update, says sorry and leaves the broken dialogue."""
        received = heard.received
        log.error(
            "turn-broke", update=received.order, attempt=received.attempts + 1, error=type(error).__name__
        )
        async with self._parts.store.transaction() as tx:
            await tx.inbox.tried(received)
            if received.attempts + 1 < MOST_TRIES:
                return
            await tx.inbox.park(received)
            incoming = heard.incoming
            account = await tx.people.account(received.channel, received.account)
            person = await tx.people.get(account.person) if account else None
            if incoming is None or person is None or account is None:
                return
            conversation = await tx.conversations.get(person.id)
            conversation.give_up()
            await tx.conversations.put(person.id, conversation)
            doing = self._doing(tx, person, f"{received.channel}:{received.update}")
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
        if person is None or account is None:
            opened = await joining.newcomer(self._doing, tx, incoming, cause)
            if opened is None:
                return
            await self._speak(self._doing(tx, opened[0], cause), incoming, None, *opened[1:])
            return
        if isinstance(incoming.content, BlockedIn):
            await tx.people.put_account(replace(account, reachable=not incoming.content.blocked))
            return
        doing = self._doing(tx, person, cause)
        opening = None
        if isinstance(incoming.content, StartIn) and incoming.content.token:
            opening = await joining.known_person(doing, incoming)
            if opening is None:
                await tx.outbox.add(doing.parcels)
                return
        await self._speak(doing, incoming, heard.meaning, account, opening)

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
        speaking = Speaking(self._parts, doing, conversation, account)
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


class Speaking:
    """Carries out what a conversation yields: commands, looks, words, questions."""

    def __init__(
        self, parts: Parts, doing: Doing, conversation: Conversation, account: Account | None
    ) -> None:
        self._parts = parts
        self._doing = doing
        self._conversation = conversation
        self._to: dict[str, Any] = {"person": doing.person.id}
        if account is not None:
            self._to |= {"channel": account.channel, "address": account.address}

    def say(self, said: Said) -> None:
        """Say something to the person, where they wrote."""
        self._doing.send(Kind.REPLY, said, **self._to)

    async def drive(self, steps: Steps) -> None:
        """Run a conversation's steps to the end of the turn."""
        reply: Any = None
        refusal: Refusal | None = None
        while True:
            try:
                effect = steps.throw(refusal) if refusal else steps.send(reply)
            except StopIteration:
                return
            reply, refusal = None, None
            match effect:
                case Do(command):
                    try:
                        reply = await HANDLERS[type(command)](command, self._doing)
                    except Refusal as refused:
                        refusal = refused
                case See(look):
                    reply = await SEERS[type(look)](look, self._doing)
                case Say(said):
                    self.say(said)
                case Show():
                    self._show(effect)
                case Settle(shown):
                    await self._settle(shown)

    def _show(self, show: Show) -> None:
        buttons = [
            Button(
                choice.label or choice.id,
                write(AnswerPress(show.id, choice.id)),
                choice.slots,
                choice.picture,
            )
            for choice in show.choices
        ]
        buttons += [Button(name, write(AnswerPress(show.id, f"!{name}"))) for name in ("back", "help")]
        said = Said(show.key, show.question.slots, tuple(buttons), simpler=show.simpler)
        self._doing.send(Kind.QUESTION, said, question=show.id, **self._to)

    async def _settle(self, shown: int) -> None:
        for queued in await self._doing.tx.outbox.showing_question(self._doing.person.id, shown):
            parcel = queued.parcel
            self._doing.send(
                Kind.EDIT,
                None,
                person=parcel.person,
                channel=parcel.channel,
                address=parcel.address,
                edits=parcel.id,
            )

    async def press(self, press: CardPress) -> None:
        """Let a press on a card lead to its command, dialogue and words."""
        card = self._parts.cards.get(press.kind)
        react = card.choices.get(press.choice) if card else None
        if react is None:
            self.say(Said("old-question-closed"))
            return
        reaction = react(press.object)
        if reaction.command is not None:
            try:
                await HANDLERS[type(reaction.command)](reaction.command, self._doing)
            except Refusal as refused:
                self.say(Said(refusal_key(refused)))
                return
        if reaction.reply is not None:
            self.say(reaction.reply)
        if reaction.opening is not None:
            now = self._doing.now
            await self.drive(begin(self._conversation, reaction.opening, now, self._parts.book))


def refusal_key(refusal: Refusal) -> str:
    """Give the message that puts a refusal into words."""
    return next((key for kind, key in REFUSALS.items() if isinstance(refusal, kind)), "apology")
