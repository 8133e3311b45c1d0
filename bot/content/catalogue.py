"""The words of one locale, ready to be said: from a key and slots to text, picture and button labels.

Pure after `Catalogue.load`: no reading of files, no clock. The words are in data/words/<locale>/*.ftl.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING, TypeAlias, assert_never

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentInt, FluentType

from bot.content.marks import MARK, mark
from bot.content.own_words import harmless, short
from bot.content.source import CONTROLS, Entry, WordsError, read

if TYPE_CHECKING:
    from pathlib import Path

    from babel import Locale
    from fluent.runtime.resolver import Pattern

    from bot.content.source import Wording

__all__ = [
    "Catalogue",
    "Face",
    "MissingSlot",
    "NoSuchLabel",
    "NoSuchMessage",
    "Phrase",
    "SlotValue",
    "WordsError",
]

NOON = 12
"""Hours of half a day, on the clock that people read."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fragment from the words (a `phrase-` key) that fills a slot of another message."""

    key: str
    slots: Mapping[str, SlotValue] = field(default_factory=dict)


SlotValue: TypeAlias = "str | int | date | time | datetime | Phrase | Sequence[SlotValue]"
"""What fills a slot: a person's own words or a name, a number, a day, a time, a fragment, or several."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a message looks to the person: the text, and the picture with the words that stand for it."""

    text: str
    picture: str
    """A name in data/pictures/pictures.yml; empty for a fragment."""
    alt: str


class NoSuchMessage(KeyError):
    """There is no message with this key."""


class NoSuchLabel(KeyError):
    """Neither the message nor `controls` has a label for this choice."""


class MissingSlot(KeyError):
    """A message was to be said with a slot left empty. Holds the key and the slots' names, never words."""


class _Code(str, FluentType):
    """A code value that a wording is chosen by. Where it is shown, its slot's mark stands for it."""

    __slots__ = ("stand_in",)
    stand_in: str

    def format(self, locale: Locale) -> str:  # type: ignore[override]  # noqa: ARG002 - Fluent's signature
        return self.stand_in


class _Said(str):
    """Text that has been made ready before and goes into a phrase as it is."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """One wording, compiled."""

    key: str
    slots: frozenset[str]
    codes: frozenset[str]
    pattern: Pattern
    parts: tuple[str, ...]
    """Text and slot names in turn, text first, where the wording does not depend on a code; else empty."""


@dataclass(frozen=True, slots=True)
class _Voice:
    """What a value needs to know to be said: today (None: unknown, so every day has its year), and where."""

    today: date | None
    on_button: bool


_PLAIN = _Voice(None, on_button=False)


def _code(slot: str, value: SlotValue) -> FluentType:
    """Give a value that a choice between wordings depends on, as Fluent compares it."""
    if isinstance(value, int):
        return FluentInt(value)
    code = _Code(value)
    code.stand_in = mark(slot)
    return code


class Catalogue:
    """Every message of one locale."""

    def __init__(self, bundle: FluentBundle, entries: Mapping[str, Entry]) -> None:
        self._bundle = bundle
        self._entries = entries
        self._text: dict[str, _Piece] = {}
        self._attribute: dict[tuple[str, str], _Piece] = {}
        self._days: dict[tuple[date, bool], str] = {}
        self._times: dict[tuple[int, int], str] = {}
        for key, entry in entries.items():
            message = bundle.get_message(key)
            if entry.text is not None and message.value is not None:
                self._text[key] = self._compile(key, entry.text, message.value)
            for name, wording in entry.attributes.items():
                self._attribute[key, name] = self._compile(key, wording, message.attributes[name])

    @classmethod
    def load(cls, folder: Path, locale: str) -> Catalogue:
        """Read data/words (`folder`) for one locale. Raises WordsError with the file and line."""
        source = read(folder, locale)
        bundle = FluentBundle([locale], use_isolating=False)
        bundle.add_resource(source.resource)
        return cls(bundle, source.entries)

    def keys(self) -> list[str]:
        """Every message key, in the order of files and lines."""
        return list(self._entries)

    def choices(self, key: str) -> tuple[str, ...]:
        """Give the choice ids that the message itself names, most likely first. Raises NoSuchMessage."""
        return tuple(self._entry(key).choices)

    def slots(self, key: str) -> frozenset[str]:
        """Give the slots of the message and of all that belongs to it. Raises NoSuchMessage."""
        return frozenset().union(*(wording.slots for wording in self._entry(key).wordings()))

    def render(self, key: str, slots: Mapping[str, SlotValue], *, today: date, simpler: bool = False) -> Face:
        """Say the message, or its second wording. Raises NoSuchMessage and MissingSlot."""
        voice = _Voice(today, on_button=False)
        piece = self._text.get(key)
        if piece is None:
            raise NoSuchMessage(key)
        text = (self._attribute.get((key, "simpler")) or piece) if simpler else piece
        picture = self._attribute.get((key, "picture"))
        alt = self._attribute.get((key, "alt"))
        return Face(
            self._say(text, slots, voice),
            self._say(picture, slots, voice) if picture else "",
            self._say(alt, slots, voice) if alt else "",
        )

    def label(
        self,
        key: str,
        choice: str,
        slots: Mapping[str, SlotValue] | None = None,
        *,
        today: date | None = None,
    ) -> str:
        """Give a button's label: the message's own, else the one that `controls` has for everywhere.

        Names and titles are cut to fit. Without `today` a day is said with its year. Raises NoSuchLabel and
        MissingSlot.
        """
        name = f"choice-{choice}"
        piece = self._attribute.get((key, name)) or self._attribute.get((CONTROLS, name))
        if piece is None:
            raise NoSuchLabel(f"{key}.{choice}")
        return self._say(piece, slots or {}, _Voice(today, on_button=True))

    def _entry(self, key: str) -> Entry:
        try:
            return self._entries[key]
        except KeyError:
            raise NoSuchMessage(key) from None

    def _compile(self, key: str, wording: Wording, pattern: Pattern) -> _Piece:
        parts = (
            () if wording.codes else self._parts(key, pattern, {name: mark(name) for name in wording.slots})
        )
        return _Piece(key, wording.slots, wording.codes, pattern, parts)

    def _parts(self, key: str, pattern: Pattern, marks: dict[str, FluentType | str]) -> tuple[str, ...]:
        """Let Fluent choose the wording, with marks where the slots are.

        What fills the slots never goes through Fluent, which refuses long values.
        """
        text, errors = self._bundle.format_pattern(pattern, marks)
        if errors:
            raise WordsError(f"'{key}' cannot be said. Does it use a term that is not written?")
        return tuple(MARK.split(str(text)))

    def _say(self, piece: _Piece, slots: Mapping[str, SlotValue], voice: _Voice) -> str:
        missing = piece.slots - slots.keys()
        if missing:
            raise MissingSlot(f"{piece.key}: {', '.join(sorted(missing))}")
        parts = piece.parts
        if not parts:
            marks = {
                name: _code(name, slots[name]) if name in piece.codes else mark(name) for name in piece.slots
            }
            parts = self._parts(piece.key, piece.pattern, marks)
        if len(parts) == 1:
            return parts[0]
        said = list(parts)
        for at in range(1, len(said), 2):
            said[at] = self._value(slots[said[at]], voice)
        return "".join(said)

    def _value(self, value: SlotValue, voice: _Voice) -> str:
        said: str
        match value:
            case _Said():
                said = value
            case str():
                said = harmless(short(value) if voice.on_button else value)
            case int():
                said = self._number(value)
            case datetime():
                day, clock = self._day(value.date(), voice), self._time(value.time())
                said = self._phrase("phrase-day-and-time", {"day": _Said(day), "time": _Said(clock)})
            case date():
                said = self._day(value, voice)
            case time():
                said = self._time(value)
            case Phrase():
                said = self._say(self._fragment(value.key), value.slots, voice)
            case Sequence():
                said = self._list([self._value(one, voice) for one in value])
            case _:
                assert_never(value)
        return said

    def _fragment(self, key: str) -> _Piece:
        piece = self._text.get(key)
        if piece is None:
            raise NoSuchMessage(key)
        return piece

    def _phrase(self, key: str, values: Mapping[str, SlotValue]) -> str:
        """Say one of the fragments that days, times and lists are made of."""
        return self._say(self._fragment(key), values, _PLAIN)

    def _number(self, value: int) -> str:
        """Let Fluent write a number, as it does where a wording is chosen by it: 1,200."""
        piece = self._fragment("phrase-number")
        return "".join(self._parts(piece.key, piece.pattern, {"number": FluentInt(value)}))

    def _day(self, day: date, voice: _Voice) -> str:
        with_year = voice.today is None or voice.today.year != day.year
        said = self._days.get((day, with_year))
        if said is None:
            values: dict[str, SlotValue] = {
                "weekday": self._phrase("phrase-weekday", {"number": day.isoweekday()}),
                "day": str(day.day),
                "month": self._phrase("phrase-month", {"number": day.month}),
            }
            if with_year:
                said = self._phrase("phrase-day-with-year", {**values, "year": str(day.year)})
            else:
                said = self._phrase("phrase-day", values)
            self._days[day, with_year] = said
        return said

    def _time(self, clock: time) -> str:
        at = (clock.hour, clock.minute)
        said = self._times.get(at)
        if said is None:
            values: dict[str, SlotValue] = {
                "hour": str(clock.hour % NOON or NOON),
                "half": self._phrase("phrase-after-noon" if clock.hour >= NOON else "phrase-before-noon", {}),
            }
            if clock.minute:
                said = self._phrase("phrase-time-with-minutes", {**values, "minute": f"{clock.minute:02d}"})
            else:
                said = self._phrase("phrase-time", values)
            self._times[at] = said
        return said

    def _list(self, said: Sequence[str]) -> str:
        if not said:
            return self._phrase("phrase-nobody", {})
        *before, last = said
        if not before:
            return last
        first = before[0]
        for one in before[1:]:
            first = self._phrase("phrase-list-more", {"first": _Said(first), "next": _Said(one)})
        return self._phrase("phrase-list-last", {"first": _Said(first), "last": _Said(last)})
