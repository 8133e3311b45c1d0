"""The journal of a dialogue: what was answered, done, said and looked at, in order.

Each entry is keyed `path/key#n`: the dialogues one is inside of, the key, and how many times before. A
dialogue is told again from the top over its journal, so the journal is all its state (architecture.md).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from bot.dialogue.given import OwnWords
from bot.dialogue.saying import Said
from bot.dialogue.talk import Command, Look
from bot.domain.plain import dump, plain


@plain
@dataclass(frozen=True)
class Answered:
    """An answer: its typed value, the words beside it, and the id of the question as it was shown.

    `earlier` are the ids under which it was shown and answered before it was changed.
    """

    key: str
    value: Any
    words: OwnWords | None = None
    shown: int = 0
    earlier: tuple[int, ...] = ()
    stale: bool = False


@plain
@dataclass(frozen=True)
class Did:
    """A command that was run, its result, and the command that takes it back, if there is one.

    `refused` holds the class name of a refusal, which is thrown again when the dialogue is told again.
    `stands` says that only amending was refused: what was done before still is.
    """

    key: str
    command: Command[Any]
    result: Any = None
    undo: Command[Any] | None = None
    refused: str | None = None
    stands: bool = False
    stale: bool = False

    @property
    def done(self) -> bool:
        """Whether what it did is in the world now."""
        return self.refused is None or self.stands


@plain
@dataclass(frozen=True)
class Spoke:
    """A message that was said; `made_of` tells whether a changed answer makes it another message."""

    key: str
    made_of: str
    stale: bool = False


@plain
@dataclass(frozen=True)
class Looked:
    """What was seen outside, or why it may not be seen, so that a branch taken once stays taken."""

    key: str
    made_of: str
    value: Any = None
    refused: str | None = None
    stale: bool = False


Entry: TypeAlias = Answered | Did | Spoke | Looked


def made_of(thing: Said | Look[Any]) -> str:
    """Give the JSON text of a message or a look: it outlives a class that a later version renames."""
    return json.dumps(dump(thing), sort_keys=True)


@dataclass
class Journal:
    """The entries of one dialogue. Keys are unique.

    The first `told` entries are those the last telling met, in its order; the others were not reached. An
    entry is `stale` when an answer before it was given since: it is compared before it counts again.
    """

    entries: list[Entry] = field(default_factory=list)
    told: int = field(default=0, compare=False)

    def answer(self, answer: Answered) -> None:
        """Add an answer where the telling stopped, in place of the one to the same question."""
        rest = [replace(entry, stale=True) for entry in self.entries[self.told :] if entry.key != answer.key]
        self.entries = [*self.entries[: self.told], answer, *rest]

    def find(self, key: str) -> Entry | None:
        """Give the entry with that key."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def last_answer(self) -> Answered | None:
        """Give the last answer before the place where the telling stopped."""
        told = self.entries[: self.told]
        return next((entry for entry in reversed(told) if isinstance(entry, Answered)), None)

    def answer_shown_as(self, shown: int) -> Answered | None:
        """Give the answer to the question that was shown with that id."""
        for entry in self.entries:
            if isinstance(entry, Answered) and (entry.shown == shown or shown in entry.earlier):
                return entry
        return None

    def last_said(self) -> str | None:
        """Give what the last message was made of."""
        return next((entry.made_of for entry in reversed(self.entries) if isinstance(entry, Spoke)), None)

    def done_from(self, answer: Answered | None) -> list[Did]:
        """Give the commands that stand in the world after an answer (None: all), newest first."""
        after = self.entries[self._place(answer) :] if answer else self.entries
        return [entry for entry in reversed(after) if isinstance(entry, Did) and entry.done]

    def cut_from(self, entry: Entry | None) -> None:
        """Forget an entry and everything after it (None: everything)."""
        self.entries = self.entries[: self._place(entry)] if entry else []

    def _place(self, entry: Entry) -> int:
        return [present.key for present in self.entries].index(entry.key)
