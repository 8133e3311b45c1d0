"""The engine: tells a dialogue again over its journal until it needs something that is not there.

`tell` is a generator: it yields effects (a command to run, a look, words to say) and is sent their
results, so that no I/O happens in here. It stops at the question that waits for an answer, or at the
dialogue's end. What has an entry in the journal is not done again.
"""

from __future__ import annotations

from collections.abc import Coroutine, Generator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, assert_never

from bot.dialogue.errors import TooManySteps
from bot.dialogue.given import Opening
from bot.dialogue.journal import Answered, Did, Journal, Looked, Spoke
from bot.dialogue.questions import Question
from bot.dialogue.saying import Said
from bot.dialogue.talk import Command, Look, Step
from bot.domain.errors import Refusal
from bot.domain.plain import dump

MOST_STEPS = 1000  # without a question; architecture.md


@dataclass(frozen=True)
class Do:
    """Run this command. The reply is a `Result`; a refusal is thrown in."""

    command: Command[Any]


@dataclass(frozen=True)
class Result:
    """What a command gave, and the command that takes it back (None when nothing can)."""

    value: Any = None
    undo: Command[Any] | None = None


@dataclass(frozen=True)
class See:
    """Answer this look. The reply is its value."""

    look: Look[Any]


@dataclass(frozen=True)
class Say:
    """Say this to the person. The reply is None."""

    said: Said


@dataclass(frozen=True)
class Waiting:
    """The question that a dialogue waits at, under its journal key."""

    key: str
    question: Question[Any]


@dataclass(frozen=True)
class Ended:
    """The dialogue has come to its end; `then` is the dialogue it leads to, if any."""

    then: Opening | None = None


Effect: TypeAlias = Do | See | Say
Telling: TypeAlias = Generator[Effect, Any, Waiting | Ended]


def tell(dialogue: Coroutine[Step, Any, Opening | None], journal: Journal) -> Telling:
    """Drive a dialogue over its journal to its next open question or its end.

    Raises TooManySteps, or whatever the dialogue lets out.
    """
    try:
        stop = yield from _drive(dialogue, journal)
    finally:
        dialogue.close()
    if isinstance(stop, Ended):
        yield from _take_back_left_over(journal)
    return stop


def _drive(dialogue: Coroutine[Step, Any, Opening | None], journal: Journal) -> Telling:
    reply: Any = None
    refusal: Refusal | None = None
    for _ in range(MOST_STEPS):
        try:
            step = dialogue.throw(refusal) if refusal else dialogue.send(reply)
        except StopIteration as end:
            return Ended(end.value)
        reply, refusal = None, None
        try:
            match step.wants:
                case Question() as question:
                    answer = journal.find(step.key)
                    if not isinstance(answer, Answered) or not question.fits(answer.value):
                        return Waiting(step.key, question)
                    journal.put(replace(answer, stale=False))
                    reply = answer.value
                case Command() as command:
                    reply = yield from _do(step.key, command, journal)
                case Look() as look:
                    reply = yield from _look(step.key, look, journal)
                case Said() as said:
                    yield from _say(step.key, said, journal)
                case _:
                    assert_never(step.wants)
        except Refusal as refused:
            refusal = refused
    raise TooManySteps(dialogue.__name__)


def _do(key: str, command: Command[Any], journal: Journal) -> Generator[Effect, Any, Any]:
    entry = journal.find(key)
    if isinstance(entry, Did):
        if not entry.stale or entry.command == command:
            journal.put(replace(entry, stale=False))
            return _kept(entry)
        if entry.refused is None:
            amended = command.amending(entry.result)
            if amended is not None:
                yield Do(amended)
                journal.put(replace(entry, command=command, stale=False))
                return entry.result
            if entry.undo is not None:
                yield Do(entry.undo)
    try:
        result: Result = yield Do(command)
    except Refusal as refusal:
        journal.put(Did(key, command, refused=type(refusal).__name__))
        raise
    journal.put(Did(key, command, result.value, result.undo))
    return result.value


def _kept(entry: Did) -> Any:
    if entry.refused is not None:
        raise refusal_named(entry.refused)
    return entry.result


def _look(key: str, look: Look[Any], journal: Journal) -> Generator[Effect, Any, Any]:
    entry = journal.find(key)
    made_of = dump(look)
    if isinstance(entry, Looked) and (not entry.stale or entry.made_of == made_of):
        journal.put(replace(entry, stale=False))
        return entry.value
    value = yield See(look)
    journal.put(Looked(key, made_of, value))
    return value


def _say(key: str, said: Said, journal: Journal) -> Generator[Effect, Any, None]:
    entry = journal.find(key)
    made_of = dump(said)
    if isinstance(entry, Spoke) and (not entry.stale or entry.made_of == made_of):
        journal.put(replace(entry, stale=False))
        return
    yield Say(said)
    journal.put(Spoke(key, made_of))


def _take_back_left_over(journal: Journal) -> Generator[Effect, Any, None]:
    """Undo commands of a branch that a changed answer left: they no longer belong to what was said."""
    left_over = [entry for entry in journal.entries if entry.stale]
    for command in journal.undos(left_over) or []:
        yield Do(command)
    for entry in left_over:
        journal.drop(entry.key)


def refusal_named(name: str) -> Refusal:
    """Give the refusal with that class name; a plain Refusal when the code no longer has it."""
    kind = next((kind for kind in Refusal.__subclasses__() if kind.__name__ == name), Refusal)
    return kind(name)
