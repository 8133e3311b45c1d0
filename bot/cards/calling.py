"""Somebody wants to talk to a person: the card that the named person gets, with [I will]."""

from __future__ import annotations

from typing import Final

from bot.cards.card import Card, Reaction, button
from bot.dialogue.saying import Ref, Said
from bot.dialogues.commands import TakeCall
from bot.dialogues.looks import Calling, LookCall

KIND: Final = "call"


def draw(call: str, seen: Calling | None) -> Said:
    """Draw the wish as it stands: open, or who has taken it."""
    if seen is None:
        return Said("no-longer-shown")
    asker = Ref("person", seen.asker)
    if seen.taken_by is None:
        return Said("call-asked", {"name": asker}, (button(KIND, call, "i-will"),))
    return Said("call-asked-taken", {"name": asker, "helper": Ref("person", seen.taken_by)})


CALL: Final = Card(
    look=LookCall,
    draw=draw,
    choices={"i-will": lambda call: Reaction(command=TakeCall(call), reply=Said("call-thanks"))},
)
