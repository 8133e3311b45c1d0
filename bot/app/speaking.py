"""Speaking: what a conversation yields is carried out. Commands run, looks are answered, words are sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.app.doing import HANDLERS, SEERS, Doing
from bot.app.messages import Kind, Queued, State
from bot.cards.card import Card
from bot.dialogue.conversation import Book, Conversation
from bot.dialogue.engine import Do, Say, See
from bot.dialogue.hearing import Settle, Show, Steps, begin
from bot.dialogue.payload import AnswerPress, CardPress, write
from bot.dialogue.saying import Button, Said
from bot.domain.errors import AlreadyDone, Gone, LinkNotGood, NotShared, NotYours, Refusal
from bot.domain.people import Account

REFUSALS: Mapping[type[Refusal], str] = {
    NotYours: "not-yours",
    NotShared: "no-longer-shown",
    Gone: "old-question-closed",
    AlreadyDone: "old-question-closed",
    LinkNotGood: "link-not-good",
}


class Speaking:
    """Carries out what a conversation yields. `account` is where they wrote; None for a press in a group."""

    def __init__(
        self,
        book: Book,
        cards: Mapping[str, Card],
        doing: Doing,
        conversation: Conversation,
        account: Account | None,
    ) -> None:
        self._book = book
        self._cards = cards
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
        self._take_buttons_off(await self._doing.tx.outbox.showing_question(self._doing.person.id, shown))

    def _take_buttons_off(self, shown: Sequence[Queued]) -> None:
        for queued in shown:
            if queued.state is State.WAITING:
                continue  # it is drawn with its buttons, which lead to the present question
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
        card = self._cards.get(press.kind)
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
        if card is not None and card.once:
            shown = await self._doing.tx.outbox.showing_card(f"{press.kind}:{press.object}")
            mine = [queued for queued in shown if queued.parcel.person == self._doing.person.id]
            self._take_buttons_off(mine)
        if reaction.reply is not None:
            self.say(reaction.reply)
        if reaction.opening is not None:
            now = self._doing.now
            await self.drive(begin(self._conversation, reaction.opening, now, self._book))


def refusal_key(refusal: Refusal) -> str:
    """Give the message that puts a refusal into words."""
    return next((key for kind, key in REFUSALS.items() if isinstance(refusal, kind)), "apology")
