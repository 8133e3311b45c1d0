"""The safety net: whether a message may say that somebody is in danger (safety.md, 'Rules first').

The rules are data (data/safety/<locale>.yml) that a safeguarding lead can read. Checking needs no model, no
database and no network, never raises, and prefers an alarm too many to one too few.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import yaml

from bot.understanding.plain_words import simple
from bot.understanding.safety_lines import Line, LineUnreadable, Spelling, read_line

if TYPE_CHECKING:
    from pathlib import Path

_VERSION: Final = 1
_SAME: Final = (
    *(
        ("do not", "dont"),
        ("did not", "didnt"),
        ("does not", "doesnt"),
        ("can not", "cant"),
        ("cannot", "cant"),
    ),
    *(("will not", "wont"), ("i am", "im"), ("he is", "hes"), ("she is", "shes"), ("they are", "theyre")),
    *(
        ("have not", "havent"),
        ("was not", "wasnt"),
        ("were not", "werent"),
        ("is not", "isnt"),
        ("we are", "were"),
    ),
    *(("any more", "anymore"), ("some one", "someone"), ("some body", "somebody"), ("my self", "myself")),
    *(("would not", "wouldnt"), ("has not", "hasnt"), ("there is", "theres"), ("no one", "nobody")),
)
_BREAK: Final = " | "
"""Stands for harmless words taken out; no rule reaches across it."""
_DRAWN_OUT: Final = re.compile(r"([^\W\d_])\1{2,}")


class DangerKind(StrEnum):
    """The kind of danger, which chooses the fixed reply and its numbers."""

    NOW = "now"
    SELF_HARM = "self_harm"
    TOUCHED = "touched"
    HURT = "hurt"
    STAFF = "staff"
    MONEY = "money"
    NEGLECT = "neglect"
    BULLYING = "bullying"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Danger:
    """Somebody may be in danger. Holds no words of the message."""

    kind: DangerKind


class SafetyRulesUnreadable(Exception):
    """The rules' file is not as its first lines describe; the message says where."""


@dataclass(frozen=True, slots=True)
class SafetyRules:
    """The rules of one locale; immutable."""

    harmless: re.Pattern[str] | None
    harmless_words: frozenset[str]
    lines: dict[str, tuple[tuple[int, Line], ...]]
    """By the word that must be in the message for a line to match; with the rank of the line's kind."""
    kinds: tuple[DangerKind, ...]
    """In the order of the file, the most urgent first."""
    spelling: Spelling

    @classmethod
    def load(cls, path: Path) -> SafetyRules:
        """Read a locale's rules. Raises SafetyRulesUnreadable, so that nothing runs on rules half read."""
        try:
            content: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
            if content["version"] != _VERSION:
                raise SafetyRulesUnreadable(f"{path} must begin with version: {_VERSION}")
            return _rules(content)
        except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
            raise SafetyRulesUnreadable(f"{path} cannot be read: see its first lines") from error
        except (ValueError, LineUnreadable) as error:
            raise SafetyRulesUnreadable(f"{path}: {error}") from error

    def check(self, text: str) -> Danger | None:
        """Return the most urgent danger that a message may speak of. Never raises, whatever was typed."""
        words = self.spelling.known(_DRAWN_OUT.sub(r"\1\1", simple(text)).split())
        said = _spaced(" ".join(words))
        present = set(said.split())
        if self.harmless is not None and not self.harmless_words.isdisjoint(present):
            said = self.harmless.sub(_BREAK, said)
            present = set(said.split())
        found = len(self.kinds)
        for word in present & self.lines.keys():
            for rank, line in self.lines[word]:
                if rank < found and line.pattern.search(said):
                    found = rank
        return Danger(self.kinds[found]) if found < len(self.kinds) else None


def _rules(content: dict[str, Any]) -> SafetyRules:
    lists = {
        name: tuple(_same(simple(entry)) for entry in str(text).split(","))
        for name, text in content["lists"].items()
    }
    kinds = tuple(DangerKind(name) for name in content["kinds"])
    missing = set(DangerKind) - set(kinds)
    if missing:
        raise ValueError(f"there are no rules for {', '.join(sorted(missing))}")
    lines: dict[str, list[tuple[int, Line]]] = {}
    known: set[str] = set()
    for rank, text in enumerate(content["kinds"].values()):
        for line in _lines(text, lists):
            known |= line.words
            for word in line.needs:
                lines.setdefault(word, []).append((rank, line))
    harmless = _lines(content["not_danger"], lists)
    for line in harmless:
        known |= line.words
    spellings = {simple(str(wrong)): simple(str(right)) for wrong, right in content["spellings"].items()}
    others = frozenset(simple(word) for word in content["other_words"].split(","))
    return SafetyRules(
        harmless=re.compile("|".join(line.pattern.pattern for line in harmless)) if harmless else None,
        harmless_words=frozenset(word for line in harmless for word in line.needs),
        lines={word: tuple(found) for word, found in lines.items()},
        kinds=kinds,
        spelling=Spelling.of(known, spellings, others),
    )


def _lines(text: str, lists: dict[str, tuple[str, ...]]) -> list[Line]:
    plain = [line.strip().removeprefix("- ").strip() for line in str(text).splitlines()]
    return [read_line(_same(line.casefold().replace("'", "")), lists) for line in plain if line]


def _same(text: str) -> str:
    """Write 'do not' and 'don't' in one way, in rules and in messages alike."""
    return _spaced(text).strip()


def _spaced(text: str) -> str:
    text = f" {text} "
    for long, short in _SAME:
        if long in text:
            text = text.replace(f" {long} ", f" {short} ")
    return text
