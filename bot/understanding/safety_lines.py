"""Reads one line of the safety rules, and forgives spelling.

The notation is explained at the top of data/safety/en-GB.yml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LONGEST_GAP: Final = 4
_SHORTEST_FORGIVEN: Final = 5
"""Letters of a word in which one mistake is forgiven; in shorter ones it makes another word."""
_LONGEST_FORGIVEN: Final = 14
_GAP: Final = "..."
_DOUBLED: Final = re.compile(r"(\w)\1+")
_EVERYDAY_WORDS: Final = """
    a all am an and are at be because been being by did do dont down for from get gets got had has have he her
    hes him his i im in into is it its keep keeps me my no not of off on or our out own she so some that the
    their them they theyre this to up us was wants were when who will with wont you your go going
"""
_EVERYDAY: Final = frozenset(_EVERYDAY_WORDS.split())
"""Words of nearly every message; a rule is looked up by its rarest word instead."""


class LineUnreadable(Exception):
    """A line of the rules names a list that is not there, or has no words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the rules, ready to look for."""

    pattern: re.Pattern[str]
    needs: frozenset[str]
    """Words of which one is in every message that the line matches."""
    words: frozenset[str]


def read_line(text: str, lists: Mapping[str, tuple[str, ...]]) -> Line:
    """Read a line. Raises LineUnreadable."""
    parts = [_alternatives(part.strip("[]"), lists) for part in _split(text)]
    optional = [part.startswith("[") for part in _split(text)]
    fixed = [
        {alternative.split()[-1] for alternative in part}
        for part, may_lack in zip(parts, optional, strict=True)
        if part and not may_lack
    ]
    if not fixed:
        raise LineUnreadable(f"this line has no words: {text}")
    pattern = ""
    for part, may_lack in zip(parts, optional, strict=True):
        if not part:
            pattern += rf"(?: \w+){{0,{_LONGEST_GAP}}}?"
            continue
        choice = rf"(?: (?:{'|'.join(map(re.escape, sorted(part, key=len, reverse=True)))})(?= ))"
        pattern += choice + ("?" if may_lack else "")
    needs = min(fixed, key=lambda words: (len(words & _EVERYDAY) > 0, len(words)))
    everything = {word for part in parts for alternative in part for word in alternative.split()}
    return Line(re.compile(pattern), frozenset(needs), frozenset(everything))


def _split(text: str) -> list[str]:
    return re.findall(r"\[[^\]]*\]|\S+", text)


def _alternatives(part: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return what may stand in one place; nothing for a gap."""
    if part == _GAP:
        return ()
    found: list[str] = []
    for word in part.split("/"):
        if word.startswith("{"):
            if word.strip("{}") not in lists:
                raise LineUnreadable(f"there is no list called {word}")
            found += lists[word.strip("{}")]
        else:
            found.append(word)
    return tuple(word for word in found if word)


@dataclass(frozen=True, slots=True)
class Spelling:
    """Puts a misspelt word right when it is one letter away from a word of the rules."""

    right: frozenset[str]
    wrong: Mapping[str, str]
    """Known misspellings."""
    shorter: Mapping[str, str]
    """Words of the rules with one letter left out, and which word that was."""
    others: frozenset[str]

    @classmethod
    def of(cls, right: Iterable[str], wrong: Mapping[str, str], others: frozenset[str]) -> Spelling:
        """Learn the words of the rules; a spelling near two of them is taken for the shorter one."""
        words = sorted(
            (word for word in right if len(word) >= _SHORTEST_FORGIVEN), key=lambda w: (-len(w), w)
        )
        shorter = {left_out: word for word in words for left_out in _without_one(word)}
        return cls(frozenset(right), wrong, shorter, others)

    def known(self, words: Iterable[str]) -> list[str]:
        """Return the words with misspelt ones put right; the rest as they are."""
        return [self._known(word) for word in words]

    def _known(self, word: str) -> str:
        if word in self.right or word in self.others:
            return self.wrong.get(word, word)
        if word in self.wrong:
            return self.wrong[word]
        once = _DOUBLED.sub(r"\1", word)
        if once in self.right:
            return once
        if len(word) < _SHORTEST_FORGIVEN - 1 or not word.isalpha() or len(word) > _LONGEST_FORGIVEN:
            return word
        if word in self.shorter and self.shorter[word][0] == word[0]:
            return self.shorter[word]
        for left_out in _without_one(word):
            if left_out in self.right and len(left_out) >= _SHORTEST_FORGIVEN:
                return left_out
            near = self.shorter.get(left_out)
            if near is not None and near[0] == word[0] and len(near) == len(word):
                return near
        return word


def _without_one(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}
