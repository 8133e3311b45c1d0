"""What a person typed, made comparable: case, accents, emoji, punctuation and text-speak put aside.

Only for comparing. What a person said is kept and shown in their own words, never in these.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_APOSTROPHES: Final = re.compile("['`\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}]")
_NO_WORD: Final = re.compile(r"[^\w]+|_+")
_DRAWN_OUT: Final = re.compile(r"([^\W\d_])\1{2,}")
_INVISIBLE: Final = frozenset({"Cf", "Cc", "Mn", "Cs", "Co", "Cn"})
_LONGEST: Final = 4096
"""A message cannot be longer on the platforms (platforms.md)."""
_TEXT_SPEAK: Final = {
    "u": "you",
    "ur": "your",
    "r": "are",
    "y": "why",
    "pls": "please",
    "plz": "please",
    "plse": "please",
    "pleas": "please",
    "pleese": "please",
    "2": "to",
    "4": "for",
    "wot": "what",
    "wat": "what",
    "wht": "what",
    "bak": "back",
    "bakc": "back",
    "bck": "back",
    "hlp": "help",
    "halp": "help",
    "hepl": "help",
    "elp": "help",
    "agen": "again",
    "agian": "again",
    "agin": "again",
    "tho": "though",
    "thx": "thanks",
    "dnt": "dont",
    "dunt": "dont",
    "undastand": "understand",
    "sumone": "someone",
    "sum1": "someone",
    "some1": "someone",
    "sumthing": "something",
    "ppl": "people",
    "persn": "person",
    "cud": "could",
    "shud": "should",
    "wud": "would",
    "wanna": "want to",
    "wana": "want to",
    "gonna": "going to",
    "gona": "going to",
    "im": "i am",
}


def visible(text: str) -> str:
    """Return the text in one form (NFKC) without characters that nobody sees; at most one message long."""
    flat = unicodedata.normalize("NFKC", text[:_LONGEST])
    if flat.isascii():
        return flat
    spaced = (" " if character in "\u2028\u2029" else character for character in flat)
    return "".join(character for character in spaced if unicodedata.category(character) not in _INVISIBLE)


def simple(text: str) -> str:
    """Return lower-case words one space apart: no accents, apostrophes, emoji or punctuation."""
    flat = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text[:_LONGEST])).casefold()
    if not flat.isascii():
        flat = "".join(c for c in flat if c.isspace() or unicodedata.category(c) not in _INVISIBLE)
    return _NO_WORD.sub(" ", flat).strip()


def plain(text: str) -> str:
    """Return `simple` words with text-speak written out and drawn-out letters shortened ('heeelp')."""
    words = _DRAWN_OUT.sub(r"\1", simple(text)).split()
    return " ".join(_TEXT_SPEAK.get(word, word) for word in words)


def closest(said: str, known: Iterable[str], *, cutoff: float) -> str | None:
    """Return the one known phrase that a misspelt one is closest to; None when none is, or two are."""
    letters = [(letter, said.count(letter)) for letter in set(said)]
    size = len(said)
    slack = max(2, size // 3)
    near = [
        (difflib.SequenceMatcher(None, said, phrase).ratio(), phrase)
        for phrase in known
        if abs(len(phrase) - size) <= slack
        and _most_shared(letters, phrase) >= cutoff * (size + len(phrase)) / 2
    ]
    near = sorted((hit for hit in near if hit[0] >= cutoff), reverse=True)
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1]


def _most_shared(letters: list[tuple[str, int]], phrase: str) -> int:
    """Count the letters that are in both. A ratio can reach no higher, and costs a hundred times the work."""
    shared = 0
    count_in = phrase.count
    for letter, times in letters:
        there = count_in(letter)
        shared += min(times, there)
    return shared


def jumbled(text: str) -> str:
    """Return words with the letters after the first one in order, so that 'hlep' and 'help' are the same."""
    return " ".join(word[0] + "".join(sorted(word[1:])) for word in text.split())
