"""What is said: a message key, what fills its slots, and the buttons under it.

A message holds no sentence. The courier renders it from data/words when it is sent, so that the
recipient's preferences and the present state of things decide (architecture.md, 'Outbox').
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeAlias

from bot.domain.plain import plain


@plain
@dataclass(frozen=True)
class Ref:
    """Another person's words or name, looked up when the message is sent.

    Someone else's words are never copied into a waiting message: if sharing ends, the message changes or
    is not sent (safety.md). `kind` is person, circle, action, answer, telling or celebration, and `part`
    what of it.
    """

    kind: str
    id: str
    part: str = "name"


@plain
@dataclass(frozen=True)
class Phrase:
    """A piece of a sentence that itself lives in data/words (its key begins with 'phrase-')."""

    key: str
    slots: Mapping[str, SlotValue] = field(default_factory=dict)


# A str is the recipient's own words or a code that a Fluent selector reads.
SlotValue: TypeAlias = "str | int | date | time | datetime | Ref | Phrase | tuple[SlotValue, ...]"
Slots: TypeAlias = Mapping[str, SlotValue]


@plain
@dataclass(frozen=True)
class Button:
    """A button that is not an answer to a question: it presses a card or starts a dialogue.

    `label` is a choice id of the message's own labels or of `controls`; `payload` is at most 64 bytes
    (Telegram's limit for callback_data), made by bot.dialogue.payload.
    """

    label: str
    payload: str
    slots: Mapping[str, SlotValue] = field(default_factory=dict)
    picture: str | None = None


@plain
@dataclass(frozen=True)
class Said:
    """One message to one person or group, before it is rendered.

    `lines` are further messages shown beneath the text (a list of plans). `media` is the id of a photo
    or voice note that goes with it. `simpler` asks for the second wording.
    """

    key: str
    slots: Mapping[str, SlotValue] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()
    lines: tuple[Phrase, ...] = ()
    media: str | None = None
    simpler: bool = False
