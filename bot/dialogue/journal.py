"""The journal of a dialogue: what was answered, done, said and looked at, in order.

Each entry is keyed `path/key#n`: the dialogues one is inside of, the key, and how many times before. A
dialogue is told again from the top over its journal, so the journal is all its state (architecture.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.domain.plain import plain

if TYPE_CHECKING:
    from bot.dialogue.given import OwnWords
    from bot.dialogue.talk import Command


@plain
@dataclass(frozen=True)
class Answered:
    """An answer: its typed value, the words beside it, and the id of the question as it was shown."""

    key: str
    value: Any
    words: OwnWords | None = None
    shown: int = 0
    stale: bool = False


@plain
@dataclass(frozen=True)
class Did:
    """A command that was run, its result, and the command that takes it back, if there is one.

    `refused` holds the class name of a refusal, which is thrown again when the dialogue is told again.
    """

    key: str
    command: Command
    result: Any = None
    undo: Command | None = None
    refused: str | None = None
    stale: bool = False


@plain
@dataclass(frozen=True)
class Spoke:
    """A message that was said; `made_of` tells whether a changed answer makes it another message."""

    key: str
    made_of: Any = None
    stale: bool = False


@plain
@dataclass(frozen=True)
class Looked:
    """What was seen outside, so that a branch taken once stays taken."""

    key: str
    made_of: Any = None
    value: Any = None
    stale: bool = False


Entry: TypeAlias = Answered | Did | Spoke | Looked


@dataclass
class Journal:
    """The entries of one dialogue, oldest first. Keys are unique."""

    entries: list[Entry] = field(default_factory=list)

    def find(self, key: str) -> Entry | None:
        """Give the entry with that key."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def put(self, entry: Entry) -> None:
        """Add an entry, or replace the one with its key in its place."""
        for place, present in enumerate(self.entries):
            if present.key == entry.key:
                self.entries[place] = entry
                return
        self.entries.append(entry)

    def drop(self, key: str) -> None:
        """Forget the entry with that key."""
        self.entries = [entry for entry in self.entries if entry.key != key]

    def answer_shown_as(self, shown: int) -> Answered | None:
        """Give the answer to the question that was shown with that id."""
        return next((e for e in self.entries if isinstance(e, Answered) and e.shown == shown), None)

    def after_last_answer(self) -> tuple[list[Entry], list[Entry]]:
        """Split before the last answer: what stays, and the answer with everything after it.

        The second list is empty when nothing was answered.
        """
        for place in range(len(self.entries) - 1, -1, -1):
            if isinstance(self.entries[place], Answered):
                return self.entries[:place], self.entries[place:]
        return self.entries, []

    def make_stale_after(self, key: str) -> None:
        """Mark what comes after an answer that changes: it is compared before it counts again."""
        place = next(i for i, entry in enumerate(self.entries) if entry.key == key)
        self.entries[place + 1 :] = [replace(entry, stale=True) for entry in self.entries[place + 1 :]]

    def undos(self, entries: list[Entry]) -> list[Command] | None:
        """Give the undos of commands among entries, newest first; None when one cannot be undone."""
        undos: list[Command] = []
        for entry in reversed(entries):
            if isinstance(entry, Did) and entry.refused is None:
                if entry.undo is None:
                    return None
                undos.append(entry.undo)
        return undos
