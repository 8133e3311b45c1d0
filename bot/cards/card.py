"""What a card is: a message bound to one object, drawn from present state, with buttons anyone may press.

A card is described by what to look at, how that is drawn, and what each choice leads to. All is pure; the
app runs the look for whoever sees the card, so that nothing unshared is drawn, and runs the command, whose
handler checks the presser's rights each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.dialogue.given import Opening
from bot.dialogue.payload import CardPress, write
from bot.dialogue.saying import Button, Said, SlotValue
from bot.dialogue.talk import Command, Look


@dataclass(frozen=True)
class Reaction:
    """What a press leads to: a command to run for the presser, a dialogue to begin, words to say to them.

    They happen in that order; a refused command ends it with the refusal's own words. In a group `reply` and
    the dialogue go to the presser's private chat.
    """

    command: Command[Any] | None = None
    opening: Opening | None = None
    reply: Said | None = None


@dataclass(frozen=True)
class Card:
    """One kind of card. `look` and `draw` take the object's id and what was seen there.

    `draw` gets None when the object is gone or not shown to this viewer, and then says so without any words
    of it. `choices` maps a choice's id to the reaction for an object's id. A card that is answered `once`
    loses its buttons by a press (easy-read.md 6); the others are drawn anew from what became of it.
    """

    look: Callable[[str], Look[Any]]
    draw: Callable[[str, Any], Said]
    choices: Mapping[str, Callable[[str], Reaction]] = field(default_factory=dict)
    once: bool = False


def button(kind: str, thing: str, choice: str, **slots: SlotValue) -> Button:
    """Give the button of a card; its label is the choice's id."""
    return Button(choice, write(CardPress(kind, thing, choice)), slots)
