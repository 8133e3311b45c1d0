"""From a parcel to what a channel shows: in the recipient's words, from present state.

Other people's names and words are looked up here, at the moment of sending, and only as far as the
recipient may see them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.app.looks.seeing import CIRCLE
from bot.app.messages import Outgoing, Parcel, Pressable
from bot.app.ports import Transaction
from bot.app.words_of import words_of
from bot.content.catalogue import Catalogue
from bot.content.catalogue import Phrase as SaidPhrase
from bot.dialogue.payload import AnswerPress, read
from bot.dialogue.saying import Button, Phrase, Ref, Said

STANDING = ("!back", "!help")  # under every question; easy-read.md 6


class NotThere(Exception):
    """Something that the words are about is gone, or may not be seen by the recipient any more."""


@dataclass(frozen=True)
class Reader:
    """Who a message is for: what decides how it is shown."""

    today: date
    pictures: bool = True


@dataclass(frozen=True)
class _To:
    """Where a message goes, and who reads it: a person, or 'circle:<id>'."""

    channel: str
    reader: str


class Renderer:
    """Renders parcels of one locale. `links` gives what a person opens for a token, by channel."""

    def __init__(self, catalogue: Catalogue, links: Mapping[str, Any]) -> None:
        self._words = catalogue
        self._links = links

    async def render(
        self, tx: Transaction, parcel: Parcel, said: Said, reader: Reader, channel: str
    ) -> Outgoing:
        """Give the message as the channel shows it. Raises NotThere."""
        to = _To(channel, parcel.person or (f"{CIRCLE}{parcel.circle}" if parcel.circle else ""))
        slots = {name: await self._value(tx, value, to) for name, value in said.slots.items()}
        face = self._words.render(said.key, slots, today=reader.today, simpler=said.simpler)
        text = face.text
        for line in said.lines:
            values = {name: await self._value(tx, value, to) for name, value in line.slots.items()}
            text += "\n" + self._words.render(line.key, values, today=reader.today).text
        rows = await self._rows(tx, said, slots, to, reader.today)
        media = await tx.practice.medium(said.media) if said.media else None
        return Outgoing(
            key=said.key,
            text=text,
            rows=rows,
            picture=face.picture or None if reader.pictures else None,
            alt=face.alt or "",
            media=media.id if media else None,
            media_kind=media.kind if media else None,
            media_bytes=media.content if media else None,
            question=parcel.question,
            card=parcel.card,
            id=parcel.id,
        )

    async def _rows(
        self, tx: Transaction, said: Said, slots: Mapping[str, Any], to: _To, today: date
    ) -> tuple[tuple[Pressable, ...], ...]:
        rows: list[tuple[Pressable, ...]] = []
        standing: list[Pressable] = []
        for button in said.buttons:
            own = {name: await self._value(tx, value, to) for name, value in button.slots.items()}
            label = self._words.label(said.key, button.label, {**slots, **own}, today=today)
            pressable = Pressable(label, button.payload, button.picture, f"{said.key}.{_choice_id(button)}")
            if button.payload.endswith(STANDING):
                standing.append(pressable)
            else:
                rows.append((pressable,))
        return (*rows, tuple(standing)) if standing else tuple(rows)

    async def _value(self, tx: Transaction, value: Any, to: _To) -> Any:
        match value:
            case Ref():
                return await self._looked_up(tx, value, to)
            case Phrase(key, slots):
                return SaidPhrase(
                    key, {name: await self._value(tx, inner, to) for name, inner in slots.items()}
                )
            case tuple() | list():
                return tuple([await self._value(tx, item, to) for item in value])
            case _:
                return value

    async def _looked_up(self, tx: Transaction, ref: Ref, to: _To) -> str:
        match ref.kind:
            case "person":
                person = await tx.people.get(ref.id)
                if person is not None:
                    return person.name
            case "circle":
                circle = await tx.circles.get(ref.id)
                if circle is not None:
                    return circle.name
            case "link":
                link = self._links[to.channel].link(ref.id)
                return str(link)
            case _:
                words = await words_of(tx, ref, to.reader)
                if words is not None:
                    return words
        raise NotThere(ref.kind)


def _choice_id(button: Button) -> str:
    """Give the id that scripts and tests press by: the choice of a question, else the label's id."""
    press = read(button.payload)
    return press.choice.removeprefix("!") if isinstance(press, AnswerPress) else button.label
