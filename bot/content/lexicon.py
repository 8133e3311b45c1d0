"""The lists that the Easy Read check goes by: common words, the glossary, and what is never said.

They are plain text files in data/words/<locale>, one word or phrase a line, for people to read and correct.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.content.source import WordsError

if TYPE_CHECKING:
    from pathlib import Path

_HEADING = re.compile(r"##\s*rule (\d)\b(.*)", re.IGNORECASE)
_SAFETY = "safety"
_ONCE = "one of these"


@dataclass(frozen=True, slots=True)
class Never:
    """A word or phrase that no message says."""

    phrase: str
    rule: int
    instead: str
    safety_may: bool
    """Whether the safety text is allowed to say it."""
    found: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of one locale."""

    common: frozenset[str]
    """Words that messages may use, in small letters."""
    capitals: frozenset[str]
    """Glossary words that are written in capitals, such as OK."""
    never: tuple[Never, ...]
    negatives: frozenset[str]
    """Words such as 'not', of which a sentence may have one."""
    past_forms: frozenset[str] | None
    """Past forms without -ed, such as 'written'; None for a language without the passive check."""
    passive_exceptions: frozenset[str]
    """Past forms that only describe, such as 'tired'."""


def load(folder: Path, locale: str) -> Lexicon:
    """Read the lists of data/words (`folder`) for one locale. Raises WordsError when a list is not there."""
    place = folder / locale
    entries = (line for line in read_lines(place / "glossary.txt") if not line.startswith("##"))
    glossary = [line.split(":", 1)[0].strip() for line in entries]
    common = [line.lower() for line in read_lines(place / "wordlist.txt")]
    for entry in glossary:
        common += [straight(word) for word in entry.lower().split()]
    past_forms = place / "past-forms.txt"
    passive = past_forms.is_file()
    fine = read_lines(place / "passive-exceptions.txt") if passive else ()
    never, negatives = read_never(place / "never.txt")
    # A word that is never said breaks its own rule, and not also the one about common words.
    common += [one.phrase.lower() for one in never]
    return Lexicon(
        common=frozenset(common),
        capitals=frozenset(word for word in glossary if word.isupper()),
        never=never,
        negatives=negatives,
        past_forms=frozenset(read_lines(past_forms)) if passive else None,
        passive_exceptions=frozenset(fine),
    )


def straight(text: str) -> str:
    """Write typographer's apostrophes the way the lists do."""
    return text.replace("\u2019", "'")


def read_lines(file: Path) -> list[str]:
    """Give every line that is not empty and not a comment. Raises WordsError when the file is not there."""
    if not file.is_file():
        raise WordsError(f"{file} is not there. The Easy Read check needs it.")
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [straight(line) for line in lines if line and not re.match(r"#(?!#)", line)]


def read_never(file: Path) -> tuple[tuple[Never, ...], frozenset[str]]:
    """Give what is never said, and the words of which a sentence may have one. Raises WordsError."""
    never: list[Never] = []
    negatives: set[str] = set()
    rule, about = 0, ""
    for line in read_lines(file):
        if line.startswith("##"):
            heading = _HEADING.match(line)
            if not heading:
                raise WordsError(f"{file}: '{line}' has to start with '## Rule' and a number.")
            rule, about = int(heading[1]), heading[2].lower()
        elif not rule:
            raise WordsError(f"{file}: '{line}' has no '## Rule' line above it.")
        elif _ONCE in about:
            negatives.add(line.lower())
        else:
            phrase, _, instead = (part.strip() for part in line.partition("->"))
            never.append(Never(phrase, rule, instead, _SAFETY in about, _whole(phrase)))
    return tuple(never), frozenset(negatives)


def _whole(phrase: str) -> re.Pattern[str]:
    """Find the phrase as whole words; a phrase that starts or ends with a sign needs no edge there."""
    before = r"(?<![\w'])" if phrase[0].isalnum() else ""
    after = r"(?![\w'])" if phrase[-1].isalnum() else ""
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    return re.compile(before + words + after, re.IGNORECASE)
