"""The engine: tells a dialogue again over its journal until it needs something that is not there.

`tell` is a generator: it yields effects (a command to run, a look, words to say) and is sent their
results, so that no I/O happens in here. It stops at the question that waits for an answer, or at the
dialogue's end. What has an entry in the journal is not done again.
"""

from __future__ import annotations

from collections.abc import Coroutine, Generator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar, assert_never

from bot.dialogue.errors import DialogueError, TooManySteps
from bot.dialogue.given import Opening
from bot.dialogue.journal import Answered, Did, Entry, Journal, Looked, Spoke, made_of
from bot.dialogue.questions import Question
from bot.dialogue.saying import Said
from bot.dialogue.talk import Command, Look, Step
from bot.domain.errors import Gone, Refusal

MOST_STEPS = 1000  # without a question; architecture.md

E = TypeVar("E", Answered, Did, Looked, Spoke)


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
    """Answer this look. The reply is its value; a refusal is thrown in."""

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
    """The dialogue has come to its end; `then` is the dialogue it leads to, if any.

    `silent` says that nothing was said in this telling.
    """

    then: Opening | None = None
    silent: bool = False


Effect: TypeAlias = Do | See | Say
Telling: TypeAlias = Generator[Effect, Any, Waiting | Ended]
Begun: TypeAlias = Coroutine[Step, Any, Any]


def tell(dialogue: Begun, journal: Journal, *, changing: str | None = None) -> Telling:
    """Drive a dialogue over its journal to its next open question or its end.

    The answer with the key `changing` is asked for again. The journal is written at the end, so that a
    fault leaves it as it was. Raises TooManySteps, DialogueError, or whatever the dialogue lets out.
    """
    telling = _Once(journal, changing)
    try:
        stop = yield from telling.drive(dialogue)
    finally:
        dialogue.close()
    if isinstance(stop, Ended):
        yield from telling.take_back_stale()
        telling.forget_what_was_left()
    journal.entries = [*telling.told, *telling.untold.values()]
    journal.told = len(telling.told)
    return stop


def take_back(undo: Command[Any]) -> Generator[Do, Any, bool]:
    """Run an undo; False when it is refused, and what was done stays. What is gone needs no undo."""
    try:
        yield Do(undo)
    except Gone:
        return True
    except Refusal:
        return False
    return True


class _Once:
    """One telling: entries move from `untold` to `told` as the dialogue meets them."""

    def __init__(self, journal: Journal, changing: str | None) -> None:
        self.changing = changing
        self.untold = {entry.key: entry for entry in journal.entries}
        self.told: list[Entry] = []
        self.silent = True

    def drive(self, dialogue: Begun) -> Telling:
        reply: Any = None
        refusal: Refusal | None = None
        steps = 0
        while steps < MOST_STEPS:
            steps += 1
            try:
                step = dialogue.throw(refusal) if refusal else dialogue.send(reply)
            except StopIteration as end:
                then = end.value if isinstance(end.value, Opening) else None
                return Ended(then, self.silent)
            if not isinstance(step, Step):
                raise DialogueError("only talk and other dialogues are awaited in a dialogue")
            if isinstance(step.wants, Question):
                answer = self._answer(step.key, step.wants)
                if answer is None:
                    return Waiting(step.key, step.wants)
                reply, refusal, steps = answer.value, None, 0
                continue
            try:
                reply, refusal = (yield from self._take(step.key, step.wants)), None
            except Refusal as refused:
                reply, refusal = None, refused
        raise TooManySteps("1,000 steps without a question")

    def _take(self, key: str, wants: Command[Any] | Look[Any] | Said) -> Generator[Effect, Any, Any]:
        match wants:
            case Command():
                return (yield from self._do(key, wants))
            case Look():
                return (yield from self._look(key, wants))
            case Said():
                return (yield from self._say(key, wants))
            case _:
                assert_never(wants)

    def _answer(self, key: str, question: Question[Any]) -> Answered | None:
        entry = self.untold.get(key)
        if key == self.changing or not isinstance(entry, Answered) or not question.fits(entry.value):
            return None
        return self._keep(entry)

    def _keep(self, entry: E) -> E:
        """Let an entry count, now that the telling has met it."""
        self.untold.pop(entry.key, None)
        kept = replace(entry, stale=False) if entry.stale else entry
        self.told.append(kept)
        return kept

    def _do(self, key: str, command: Command[Any]) -> Generator[Effect, Any, Any]:
        entry = self.untold.get(key)
        if isinstance(entry, Did):
            if not entry.stale or entry.command == command:
                return _outcome(self._keep(entry))
            if entry.done:
                amended = command.amending(entry.result)
                if amended is not None and (yield from self._amend(entry, command, amended)):
                    return entry.result
                if entry.undo is None:
                    return _outcome(self._keep(entry))
        return (yield from self._run(key, command))

    def _amend(
        self, entry: Did, command: Command[Any], amended: Command[Any]
    ) -> Generator[Effect, Any, bool]:
        """Turn what was done into what is wanted now. A refusal is told when nothing else can be tried."""
        self._forget_stale_words()
        try:
            yield Do(amended)
        except Refusal as refusal:
            if entry.undo is not None:
                return False
            self._keep(replace(entry, refused=type(refusal).__name__, stands=True))
            raise
        self._keep(replace(entry, command=command, refused=None, stands=False))
        return True

    def _run(self, key: str, command: Command[Any]) -> Generator[Effect, Any, Any]:
        """Run a command that was not run before. What a changed answer left behind is taken back first:
        it was done after all that is told here, and may rest on it."""
        yield from self.take_back_stale()
        self._forget_stale_words()
        stands = self.untold.pop(key, None)
        if isinstance(stands, Did) and stands.done:
            # An undo was refused: it stays as it was done. (Coverage sees no line right after a throw().)
            return _outcome(self._keep(stands))  # pragma: no cover
        try:
            result: Result = yield Do(command)
        except Refusal as refusal:
            self.told.append(Did(key, command, refused=type(refusal).__name__))
            raise
        self.told.append(Did(key, command, result.value, result.undo))
        return result.value

    def take_back_stale(self) -> Generator[Do, Any, None]:
        """Undo the commands that a changed answer left behind, newest first.

        One that cannot be undone stays done.
        """
        for entry in reversed(list(self.untold.values())):
            if isinstance(entry, Did) and entry.stale and entry.done and entry.undo is not None:
                undone = yield from take_back(entry.undo)
                self.untold[entry.key] = replace(entry, undo=None)
                if undone:  # pragma: no branch - not traced after a throw() in Python 3.11
                    del self.untold[entry.key]

    def forget_what_was_left(self) -> None:
        """At the end keep only what a change of code left out: it counts again if its question comes back."""
        for key, entry in list(self.untold.items()):
            if entry.stale or isinstance(entry, Spoke):
                del self.untold[key]

    def _forget_stale_words(self) -> None:
        """What was said about things that are changed now is said again when it is met."""
        self.untold = {
            key: entry for key, entry in self.untold.items() if not (entry.stale and isinstance(entry, Spoke))
        }

    def _look(self, key: str, look: Look[Any]) -> Generator[Effect, Any, Any]:
        entry = self.untold.get(key)
        if isinstance(entry, Looked) and (not entry.stale or entry.made_of == made_of(look)):
            return _outcome(self._keep(entry))
        self.untold.pop(key, None)
        try:
            value = yield See(look)
        except Refusal as refusal:
            self.told.append(Looked(key, made_of(look), refused=type(refusal).__name__))
            raise
        self.told.append(Looked(key, made_of(look), value))
        return value

    def _say(self, key: str, said: Said) -> Generator[Effect, Any, None]:
        entry = self.untold.get(key)
        if isinstance(entry, Spoke) and (not entry.stale or entry.made_of == made_of(said)):
            self._keep(entry)
            return
        self.untold.pop(key, None)
        self.silent = False
        yield Say(said)
        self.told.append(Spoke(key, made_of(said)))


def _outcome(entry: Did | Looked) -> Any:
    if entry.refused is not None:
        raise refusal_named(entry.refused)
    return entry.result if isinstance(entry, Did) else entry.value


def refusal_named(name: str) -> Refusal:
    """Give the refusal with that class name; a plain Refusal when the code no longer has it."""
    kind = next((kind for kind in _below(Refusal) if kind.__name__ == name), Refusal)
    return kind.__new__(kind, name)


def _below(kind: type[Refusal]) -> Generator[type[Refusal], None, None]:
    for narrower in kind.__subclasses__():
        yield narrower
        yield from _below(narrower)
