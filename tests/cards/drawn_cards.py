"""Cards as people see them: drawn and rendered from the real words, pressed by the labels on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.cards.book import CARDS
from bot.cards.card import Reaction
from bot.dialogue.payload import CardPress, StartPress, read
from bot.dialogue.saying import Said
from tests.dialogues.people_and_words import TODAY, WORDS_HERE, filled, rendered


def drawn(kind: str, thing: str, seen: Any) -> tuple[list[str], list[str]]:
    """Draw a card: its text and lines, and the labels of its buttons."""
    said = draw(kind, thing, seen)
    slots = filled(said.slots)
    labels = [
        WORDS_HERE.label(said.key, button.label, {**slots, **filled(button.slots)}, today=TODAY)
        for button in said.buttons
    ]
    return rendered(said), labels


def draw(kind: str, thing: str, seen: Any) -> Said:
    card = CARDS[kind]
    card.look(thing)
    return card.draw(thing, seen)


def press(said: Said, label: str) -> Reaction | StartPress:
    """Press a button of a drawn card, through its payload."""
    button = next(button for button in said.buttons if button.label == label)
    pressed = read(button.payload)
    if isinstance(pressed, StartPress):
        return pressed
    assert isinstance(pressed, CardPress)
    reaction = CARDS[pressed.kind].choices[pressed.choice](pressed.object)
    if reaction.reply is not None:
        rendered(reaction.reply)
    return reaction


def every_press(said: Said) -> Mapping[str, Reaction | StartPress]:
    return {button.label: press(said, button.label) for button in said.buttons}
