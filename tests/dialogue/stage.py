"""A stage for dialogues: a small world, a clock, and a person who answers.

Each turn is committed as the real one is: the conversation goes to JSON text and back before the next.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.dialogue.controls import NotUnderstood
from bot.dialogue.conversation import Conversation, Spoken
from bot.dialogue.engine import Do, Result, Say, See
from bot.dialogue.floor import Settle, Show
from bot.dialogue.given import Control, Given, Media, Opening, Pressed, Text, Unusable
from bot.dialogue.hearing import begin, hear
from bot.dialogue.payload import AnswerPress, CardPress, read
from bot.dialogue.saying import Said
from bot.dialogue.talk import Command, Look
from bot.domain.errors import Gone, Refusal
from bot.domain.plain import plain

START = datetime(2026, 11, 23, 10, tzinfo=UTC)


class NoRoom(Refusal):
    """The shelf is full."""


class NoRoomToday(NoRoom):
    """The shelf is full today: a refusal below a refusal."""


@plain
@dataclass(frozen=True)
class Put(Command[str]):
    """Put a thing on the shelf. The result is its id; Take takes it back."""

    thing: str


@plain
@dataclass(frozen=True)
class PutMendable(Put):
    """Put a thing on the shelf that can be exchanged later."""

    def amending(self, done: str) -> Command[Any]:
        return Exchange(done, self.thing)


@plain
@dataclass(frozen=True)
class Exchange(Command[None]):
    id: str
    thing: str


@plain
@dataclass(frozen=True)
class Take(Command[None]):
    id: str


@plain
@dataclass(frozen=True)
class Ring(Command[None]):
    """Ring a bell: it cannot be unrung."""

    loudness: str = "soft"


@plain
@dataclass(frozen=True)
class OnShelf(Look[tuple[str, ...]]):
    """What is on the shelf."""


@dataclass
class World:
    """What the commands did. What stands in `refuse`, or is of a kind that does, is refused."""

    shelf: dict[str, str] = field(default_factory=dict)
    rung: list[str] = field(default_factory=list)
    refuse: dict[Any, Refusal] = field(default_factory=dict)
    made: int = 0

    def run(self, command: Command[Any]) -> Result:
        refusal = self.refuse.get(command) or self.refuse.get(type(command))
        if refusal is not None:
            raise refusal
        match command:
            case Put(thing):
                self.made += 1
                self.shelf[f"t{self.made}"] = thing
                return Result(f"t{self.made}", Take(f"t{self.made}"))
            case Exchange(id, thing):
                assert id in self.shelf, "amended what is not there"
                self.shelf[id] = thing
            case Take(id):
                if id not in self.shelf:
                    raise Gone(id)
                del self.shelf[id]
            case Ring(loudness):
                self.rung.append(loudness)
            case NotUnderstood():
                pass
        return Result()

    def see(self, look: Look[Any]) -> Any:
        if type(look) in self.refuse:
            raise self.refuse[type(look)]
        assert isinstance(look, OnShelf)
        return tuple(sorted(self.shelf.values()))


Turn = Callable[[Conversation], Generator[Any, Any, None]]


class Stage:
    """One person's conversation and the world around it."""

    def __init__(self, **book: Spoken) -> None:
        self.book = book
        self.now = START
        self.world = World()
        self.conversation = Conversation()
        self.effects: list[Any] = []
        self.form = json.dumps(self.conversation.to_plain())

    def turn(self, turn: Turn, *, crash_after: int | None = None) -> list[Any]:
        """Run one turn and commit it; with `crash_after` effects it is lost instead."""
        self.conversation = Conversation.from_plain(json.loads(self.form))
        world = deepcopy(self.world)
        effects: list[Any] = []
        steps = turn(self.conversation)
        try:
            effect = next(steps)
            while len(effects) != crash_after:
                effects.append(effect)
                try:
                    reply = self._reply(effect, world)
                except Refusal as refusal:
                    effect = steps.throw(refusal)
                else:
                    effect = steps.send(reply)
            steps.close()
        except StopIteration:
            pass
        else:
            return []
        self.world, self.effects = world, effects
        self.form = json.dumps(self.conversation.to_plain())
        return effects

    def _reply(self, effect: Any, world: World) -> Any:
        match effect:
            case Do(command):
                return world.run(command)
            case See(look):
                return world.see(look)
        assert isinstance(effect, Say | Show | Settle)
        return None

    def give(self, given: Given, **how: Any) -> list[Any]:
        return self.turn(lambda talk: hear(talk, given, self.now, self.book), **how)

    def begin(self, dialogue: str, **arguments: Any) -> list[Any]:
        opening = Opening(dialogue, arguments)
        return self.turn(lambda talk: begin(talk, opening, self.now, self.book))

    def type(self, text: str, **understood: Any) -> list[Any]:
        return self.give(Text(text, **understood))

    def wish(self, dialogue: str, **arguments: Any) -> list[Any]:
        return self.type("i want that", intent=Opening(dialogue, arguments))

    def hi(self) -> list[Any]:
        return self.type("hi", greeting=True)

    def control(self, control: Control) -> list[Any]:
        return self.type(control.value, control=control)

    def photo(self, caption: str = "") -> list[Any]:
        return self.give(Media("photo", "photo-1", caption))

    def sticker(self) -> list[Any]:
        return self.give(Unusable("sticker"))

    def press(self, choice: str, question: int | None = None) -> list[Any]:
        shown = self.asked_id if question is None else question
        return self.give(Pressed(AnswerPress(shown, choice)))

    def press_button(self, label: str, said: Said | None = None) -> list[Any]:
        """Press a button of what was said last (or of `said`)."""
        buttons = (said or self.said()[-1]).buttons
        press = read(next(button.payload for button in buttons if button.label == label))
        assert press is not None
        assert not isinstance(press, CardPress)
        return self.give(Pressed(press))

    def wait(self, **time: int) -> None:
        self.now += timedelta(**time)

    # What can be seen of it

    @property
    def asked_id(self) -> int:
        assert self.conversation.asked is not None
        return self.conversation.asked.id

    @property
    def asked(self) -> str | None:
        """The journal key of the open question, without its path and number."""
        asked = self.conversation.asked
        return asked and asked.key.rpartition("/")[2].rpartition("#")[0]

    def said(self) -> list[Said]:
        return [effect.said for effect in self.effects if isinstance(effect, Say)]

    def shown(self) -> list[Show]:
        return [effect for effect in self.effects if isinstance(effect, Show)]

    def keys(self) -> list[str]:
        """The keys of what was said and shown, in order; a question ends with '?'."""
        seen = [effect for effect in self.effects if isinstance(effect, Say | Show)]
        return [effect.said.key if isinstance(effect, Say) else f"{effect.key}?" for effect in seen]

    def did(self) -> list[Command[Any]]:
        return [effect.command for effect in self.effects if isinstance(effect, Do)]

    def things(self) -> list[str]:
        return sorted(self.world.shelf.values())

    def open_dialogues(self) -> list[str]:
        return [frame.opening.dialogue for frame in self.conversation.frames if not frame.parked]

    def parked_dialogues(self) -> list[str]:
        return [frame.opening.dialogue for frame in self.conversation.frames if frame.parked]
