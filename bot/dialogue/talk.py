"""What a dialogue can do: ask, say, do and look. Each suspends it until the engine has a reply.

A dialogue is an `async` function whose first argument is a `Talk`. Only `talk.*` and other dialogues are
awaited in it. The engine drives it by hand; there is no event loop (architecture.md, 'A conversation is a
coroutine').
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Concatenate, Generic, ParamSpec, TypeAlias, TypeVar

from bot.dialogue.questions import Question
from bot.dialogue.saying import Button, Phrase, Said, SlotValue

R = TypeVar("R")
P = ParamSpec("P")


@dataclass(frozen=True)
class Command(Generic[R]):
    """Something to do to the world, run inside the turn's transaction. Subclasses are frozen and plain.

    `R` is the type of its result: something plain, or None. What a command may refuse, its docstring says.
    Its undo takes back all of what it did, also when it was amended since. Undos run newest first.
    """

    def amending(self, done: R) -> Command[Any] | None:  # noqa: ARG002 - for subclasses
        """Give the command that turns what an earlier one did into this one, where that beats undoing it.

        `done` is the earlier one's result, which stays the result.
        """
        return None


@dataclass(frozen=True)
class Look(Generic[R]):
    """Something to see of the world: only what this person may see. Subclasses are frozen and plain."""


@dataclass(frozen=True)
class Step:
    """What a dialogue is suspended on, under its journal key."""

    key: str
    wants: Question[Any] | Said | Command[Any] | Look[Any]


class _Pause(Awaitable[R]):
    def __init__(self, step: Step) -> None:
        self._step = step

    def __await__(self) -> Generator[Step, R, R]:
        return (yield self._step)


class Talk:
    """The one argument every dialogue gets. Keys are made here: `path/key#n`."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._times: Counter[str] = Counter()

    async def ask(self, question: Question[R]) -> R:
        """Ask, and wait for the answer, however many weeks it takes."""
        return await _Pause[R](Step(self._key(question.key), question))

    async def say(
        self,
        key: str,
        *,
        buttons: tuple[Button, ...] = (),
        lines: tuple[Phrase, ...] = (),
        media: str | None = None,
        **slots: SlotValue,
    ) -> None:
        """Say one message to the person whose conversation this is."""
        said = Said(key, slots, buttons, lines, media)
        await _Pause[None](Step(self._key(key), said))

    async def do(self, command: Command[R]) -> R:
        """Run a command once and give its result; raises the domain's Refusal when it is refused."""
        return await _Pause[R](Step(self._key(type(command).__name__), command))

    async def look(self, look: Look[R]) -> R:
        """See something outside; what was seen stays as it was seen."""
        return await _Pause[R](Step(self._key(type(look).__name__), look))

    @contextmanager
    def inside(self, name: str) -> Iterator[None]:
        """Key what follows under a name: a dialogue within a dialogue, or an item of a list by its id."""
        self._path.append(self._key(name))
        try:
            yield
        finally:
            self._path.pop()

    def _key(self, key: str) -> str:
        path = "/".join([*self._path[-1:], key])
        self._times[path] += 1
        return f"{path}#{self._times[path]}"


# What it returns may be the dialogue that it leads to.
Dialogue: TypeAlias = Callable[..., Coroutine[Any, Any, Any]]


def dialogue(
    written: Callable[Concatenate[Talk, P], Coroutine[Any, Any, R]],
) -> Callable[Concatenate[Talk, P], Coroutine[Any, Any, R]]:
    """Make a function a dialogue, so that what it asks is keyed under its name wherever it is called.

    Calling it with arguments that it does not take raises TypeError at once.
    """

    @functools.wraps(written)
    def spoken(talk: Talk, /, *args: P.args, **kwargs: P.kwargs) -> Coroutine[Any, Any, R]:
        return _inside(talk, written.__name__, written(talk, *args, **kwargs))

    return spoken


async def _inside(talk: Talk, name: str, words: Coroutine[Any, Any, R]) -> R:
    with talk.inside(name):
        return await words
