"""What a person gives: text with what was understood of it, a press, a photo, a voice note or the like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from bot.dialogue.payload import AnswerPress, ChangePress, MeantPress, StartPress
from bot.domain.plain import plain
from bot.domain.when import When


class Control(StrEnum):
    """The standing choices, which work at every question by button and by typing (easy-read.md 11)."""

    BACK = "back"
    HELP = "help"
    AGAIN = "again"
    SIMPLER = "simpler"
    NOT_NOW = "not-now"
    PERSON = "person"
    DONT_GET_IT = "dont-get-it"
    CHANGE = "change"


@plain
@dataclass(frozen=True)
class Opening:
    """A dialogue that the words ask for, with the arguments found in them."""

    dialogue: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Text:
    """Typed words. What was understood of them comes along; the question decides what counts.

    `choice` is the choice of the open question whose label the words are. `intent` is None when the
    understanding was unsure; `nearest` are then the likeliest openings.
    """

    text: str
    choice: str | None = None
    control: Control | None = None
    when: When | None = None
    greeting: bool = False
    intent: Opening | None = None
    nearest: tuple[Opening, ...] = ()


@plain
@dataclass(frozen=True)
class OwnWords:
    """An answer in a person's own words, voice, photo or picture. Never corrected, never rewritten.

    `media` is the id of a kept photo or voice note, `picture` the name of one of our pictures, `helped_by`
    the name of the person who helped to write (practice.md, 'The people').
    """

    words: str = ""
    media: str | None = None
    media_kind: str | None = None  # photo or voice
    picture: str | None = None
    helped_by: str | None = None


@dataclass(frozen=True)
class Media:
    """A photo or a voice note, already kept under its id. `caption` is what was written with it."""

    kind: str  # photo or voice
    media: str
    caption: str = ""


@dataclass(frozen=True)
class Unusable:
    """Something the assistant cannot use: sticker, location, contact, file, too-big, empty or too-long."""

    kind: str


@dataclass(frozen=True)
class Pressed:
    """A press on a button of this conversation."""

    press: AnswerPress | ChangePress | MeantPress | StartPress


Given: TypeAlias = Text | Media | Unusable | Pressed
