"""What an answer is: a choice, its typed value with the words beside it, or why something was none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.dialogue.given import OwnWords
from bot.dialogue.saying import SlotValue
from bot.domain.plain import plain
from bot.domain.repeating import Repeats


@plain
@dataclass(frozen=True)
class Choice:
    """One thing to choose.

    `label` is the label's id in data/words when it differs from the choice's own id (several people share
    the label 'person'); `slots` fill it. `picture` shows it as a picture.
    """

    id: str
    label: str | None = None
    slots: Mapping[str, SlotValue] = field(default_factory=dict)
    picture: str | None = None


@plain
@dataclass(frozen=True)
class Answer:
    """An answer: its typed value, and the person's own words beside it."""

    value: Any
    words: OwnWords | None = None


@plain
@dataclass(frozen=True)
class NotAnAnswer:
    """Why something was no answer: the key of the message that asks again, differently.

    With `choices` that message is a narrower question, shown in the question's place: which of two days?
    `answers` are the answers that its choices stand for, and `slots` fill it.
    """

    key: str
    choices: tuple[Choice, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    slots: Mapping[str, SlotValue] = field(default_factory=dict)


@plain
@dataclass(frozen=True)
class Timing:
    """A day with what else was said about when: the answer to a `Day` question."""

    day: dt.date
    time: dt.time | None = None
    repeats: Repeats | None = None
