"""People's own words on their way into a message: made harmless, never re-worded.

Escaping for a chat platform's markup is not done here; that belongs to each channel's `render`.
"""

from __future__ import annotations

import re
import unicodedata

LABEL_GRAPHEMES = 16
"""A long name or title is cut at this many letters on a button (easy-read.md 1)."""

_LINE_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
# Control characters, lone surrogates and the characters that turn the direction of everything after them.
_HARMFUL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_JOINER = "\u200d"
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_TAGS = ("\U000e0020", "\U000e007f")


def harmless(words: str) -> str:
    """Give the same words on one line, unable to disturb the words around them.

    Line breaks become a space, control characters and direction overrides go, and words with right-to-left
    letters are isolated so that the rest of the sentence keeps its order.
    """
    if words.isascii() and words.isprintable():
        return words
    words = _HARMFUL.sub("", _LINE_BREAKS.sub(" ", words))
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in words):
        return f"{_ISOLATE}{words}{_END_ISOLATE}"
    return words


def graphemes(words: str) -> list[str]:
    """Split into what a reader sees as letters: an accent, a skin tone or a joined family stays whole.

    Enough of Unicode's UAX 29 for names and titles; Hangul given as single jamo is split.
    """
    letters: list[str] = []
    for letter in words:
        if letters and _belongs_to(letters[-1], letter):
            letters[-1] += letter
        else:
            letters.append(letter)
    return letters


def _belongs_to(before: str, letter: str) -> bool:
    if letter == _JOINER or before.endswith(_JOINER) or unicodedata.category(letter) in {"Mn", "Me", "Mc"}:
        return True
    if _SKIN_TONES[0] <= letter <= _SKIN_TONES[1] or _TAGS[0] <= letter <= _TAGS[1]:
        return True
    return len(before) == 1 and all(_FLAG_LETTERS[0] <= half <= _FLAG_LETTERS[1] for half in (before, letter))


def short(words: str) -> str:
    """Cut a long name or title for a button: at most LABEL_GRAPHEMES letters, the last of them '…'."""
    letters = graphemes(words)
    if len(letters) <= LABEL_GRAPHEMES:
        return words
    return "".join(letters[: LABEL_GRAPHEMES - 1]).rstrip() + "…"
