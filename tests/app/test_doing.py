"""Every command that a conversation may give has a handler, and every look is answered."""

from __future__ import annotations

from collections.abc import Iterator

import bot.app.commands
import bot.app.looks
import bot.cards.book
import bot.dialogues.book  # noqa: F401 - all commands and looks are known then
from bot.app.doing import HANDLERS, SEERS
from bot.dialogue.talk import Command, Look


def kinds_of(kind: type) -> Iterator[type]:
    for below in kind.__subclasses__():
        if below.__module__.startswith("bot."):
            yield below
        yield from kinds_of(below)


def test_every_command_has_a_handler():
    assert {kind.__name__ for kind in kinds_of(Command) if kind not in HANDLERS} == set()


def test_every_look_is_answered():
    assert {kind.__name__ for kind in kinds_of(Look) if kind not in SEERS} == set()
