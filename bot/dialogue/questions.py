"""Questions: what is asked, what counts as an answer, and what its type is.

A question reads a `Given` and returns an `Answer`, or a `NotAnAnswer` that names the message to ask again
with. Reading is pure; dates were found before, relative to the person's clock.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeVar, assert_never

from bot.dialogue.answers import Answer, Choice, NotAnAnswer, Timing
from bot.dialogue.given import Given, Media, OwnWords, Pressed, Text, Unusable
from bot.dialogue.payload import AnswerPress
from bot.dialogue.saying import SlotValue
from bot.domain.when import When

__all__ = [
    "UNCLEAR",
    "Answer",
    "Choice",
    "Day",
    "Guess",
    "Name",
    "NotAnAnswer",
    "OneOf",
    "Open",
    "Question",
    "TimeOfDay",
    "Timing",
    "Words",
]

T = TypeVar("T")

LONGEST_WORDS = 4096  # characters; one Telegram message
LONGEST_NAME = 40  # characters; a name stands in buttons and greetings
MOST_UNCLEAR = 2  # days or times to choose between, when words can mean several
UNCLEAR = "unclear"  # the answer of a Guess that was none of its choices


@dataclass(frozen=True, kw_only=True)
class Question(ABC, Generic[T]):
    """What all questions share. `key` is both the message's key and the journal's.

    `open` questions take a person's own words: any text that is not a control is their answer. The others
    are closed. Typed words are `shown_back` with [Change it] (easy-read.md 18). `way_out` stands after the
    choices (easy-read.md 6). `slots` fill the message and its labels.
    """

    open: ClassVar[bool] = False
    shown_back: ClassVar[bool] = False
    key: str
    choices: tuple[Choice, ...] = ()
    way_out: str | None = None
    slots: Mapping[str, SlotValue] = field(default_factory=dict)

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The choices with the way out at the end."""
        return (*self.choices, Choice(self.way_out)) if self.way_out else self.choices

    def choice(self, given: Given) -> str | None:
        """The id of the offered choice that was pressed or typed."""
        match given:
            case Pressed(AnswerPress(choice=picked)) | Text(choice=str(picked)):
                return picked if self.offers(picked) else None
            case _:
                return None

    def offers(self, value: Any) -> bool:
        """Say whether a value is the id of an offered choice."""
        return any(offer.id == value for offer in self.offered)

    @abstractmethod
    def read(self, given: Given) -> Answer | NotAnAnswer:
        """Give the answer in what a person gave."""

    @abstractmethod
    def fits(self, value: Any) -> bool:
        """Say whether a kept value is still an answer to this question."""


@dataclass(frozen=True, kw_only=True)
class OneOf(Question[str]):
    """A choice among at most four and one way out. The answer is the choice's id.

    `yes` and `no` are the choices that a typed yes or no means, where they have other ids.
    """

    yes: str | None = None
    no: str | None = None

    def read(self, given: Given) -> Answer | NotAnAnswer:
        """Take a choice, pressed or typed."""
        picked = self.choice(given)
        return Answer(picked) if picked is not None else _not_this(given, "reask-choice")

    def fits(self, value: Any) -> bool:
        """A choice that is still offered."""
        return self.offers(value)


@dataclass(frozen=True, kw_only=True)
class Guess(OneOf):
    """What a message may have meant. Words that are none of the choices answer it too, with UNCLEAR."""

    def read(self, given: Given) -> Answer | NotAnAnswer:
        """Take a choice; anything else means that it was still not understood."""
        return Answer(self.choice(given) or UNCLEAR)

    def fits(self, value: Any) -> bool:
        """A choice that is still offered, or that none was."""
        return value == UNCLEAR or super().fits(value)


@dataclass(frozen=True, kw_only=True)
class Open(Question["OwnWords | str"]):
    """A person's own words, by typing, photo or voice note; or a choice's id (skip)."""

    open: ClassVar[bool] = True
    shown_back: ClassVar[bool] = True

    def read(self, given: Given) -> Answer | NotAnAnswer:
        """Take anything a person can express themselves with."""
        picked = self.choice(given)
        if picked is not None:
            return Answer(picked)
        match given:
            case Text(text=text) if text.strip():
                words = OwnWords(words=text)
            case Media(kind, media, caption):
                words = OwnWords(words=caption, media=media, media_kind=kind)
            case _:
                return _not_this(given, "reask-words")
        return Answer(words, words)

    def fits(self, value: Any) -> bool:
        """Own words always fit; a choice while it is offered."""
        return isinstance(value, OwnWords) or self.offers(value)


@dataclass(frozen=True, kw_only=True)
class Words(Question[str]):
    """Typed words: what to do, a message to a person. The answer is the text; or a choice's id."""

    open: ClassVar[bool] = True
    shown_back: ClassVar[bool] = True
    longest: int = LONGEST_WORDS

    def read(self, given: Given) -> Answer | NotAnAnswer:
        """Take typed text up to `longest` characters."""
        picked = self.choice(given)
        if picked is not None:
            return Answer(picked)
        match given:
            case Text(text=text) if text.strip():
                kept = text.strip()
                return Answer(kept, OwnWords(words=kept)) if len(kept) <= self.longest else _TOO_LONG
        return _not_this(given, "reask-words")

    def fits(self, value: Any) -> bool:
        """Any kept text."""
        return isinstance(value, str)


@dataclass(frozen=True, kw_only=True)
class Name(Words):
    """What to call somebody. It is not shown back: the next words use it."""

    shown_back: ClassVar[bool] = False
    longest: int = LONGEST_NAME


@dataclass(frozen=True, kw_only=True)
class Day(Question["Timing | str"]):
    """A day, once or repeating, with a time if one was said. Never a guess: two possible days are asked."""

    def read(self, given: Given) -> Answer | NotAnAnswer:
        """Take a day found in the words, or a choice (a date in ISO form is a day)."""
        picked = self.choice(given)
        if picked is not None:
            day = _iso(picked)
            return Answer(picked if day is None else Timing(day))
        match given:
            case Text(when=When() as when, text=text):
                return _timing(when, OwnWords(words=text))
            case _:
                return _not_this(given, "reask-day")

    def fits(self, value: Any) -> bool:
        """A kept timing, or a choice that is still offered."""
        return isinstance(value, Timing) or self.offers(value)


@dataclass(frozen=True, kw_only=True)
class TimeOfDay(Question["dt.time | str"]):
    """A time of day, or a choice."""

    def read(self, given: Given) -> Answer | NotAnAnswer:
        """Take a time found in the words, or a choice (a time in ISO form, 0900, is a time)."""
        picked = self.choice(given)
        if picked is not None:
            at = _iso_time(picked)
            return Answer(picked if at is None else at)
        match given:
            case Text(when=When(time=dt.time() as at), text=text):
                return Answer(at, OwnWords(words=text))
            case Text(when=When(unclear_times=(_, _, *_) as times), text=text):
                return _which_time(times[:MOST_UNCLEAR], OwnWords(words=text))
            case _:
                return _not_this(given, "reask-time")

    def fits(self, value: Any) -> bool:
        """A kept time, or a choice that is still offered."""
        return isinstance(value, dt.time) or self.offers(value)


_TOO_LONG = NotAnAnswer("too-long")


def _not_this(given: Given, otherwise: str) -> NotAnAnswer:
    match given:
        case Unusable("too-long"):
            return _TOO_LONG
        case Unusable(kind):
            return NotAnAnswer(f"cannot-use-{kind}")
        case Media(kind=kind):
            return NotAnAnswer(f"{otherwise}-not-{kind}")
        case Text() | Pressed():
            return NotAnAnswer(otherwise)
        case _:
            assert_never(given)


def _timing(when: When, words: OwnWords) -> Answer | NotAnAnswer:
    if when.in_past:
        return NotAnAnswer("reask-day-past")
    if len(when.unclear) > 1:
        days = when.unclear[:MOST_UNCLEAR]
        return NotAnAnswer(
            "which-day",
            tuple(Choice(day.isoformat(), "day", {"day": day}) for day in days),
            {day.isoformat(): Answer(Timing(day, when.time, when.repeats), words) for day in days},
        )
    if when.day is None:
        return NotAnAnswer("reask-day")
    return Answer(Timing(when.day, when.time, when.repeats), words)


def _which_time(times: tuple[dt.time, ...], words: OwnWords) -> NotAnAnswer:
    return NotAnAnswer(
        "which-time",
        tuple(Choice(at.strftime("%H%M"), "time", {"time": at}) for at in times),
        {at.strftime("%H%M"): Answer(at, words) for at in times},
    )


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _iso_time(text: str) -> dt.time | None:
    try:
        return dt.time.fromisoformat(text)
    except ValueError:
        return None
