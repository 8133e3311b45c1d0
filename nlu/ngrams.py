"""Pieces of words, and their weights: scikit-learn's char_wb TF-IDF without scikit-learn.

Importing scikit-learn takes two seconds and 100 MB, and an assistant that only reads needs neither. A test
holds this and scikit-learn together.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHORTEST: Final = 1
LONGEST: Final = 4
_READ_AT_MOST: Final = 1000
"""Characters: the meaning of a longer message shows before that, and the time to read it stays small."""
_APOSTROPHES: Final = re.compile("['`\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}]")
_DRAWN_OUT: Final = re.compile(r"([^\W\d_])\1{2,}")
_UNSEEN: Final = frozenset({"Cf", "Cc", "Mn", "Cs", "Co", "Cn"})


def normal(text: str) -> str:
    """Return a message in the form the model learns from and reads."""
    flat = unicodedata.normalize("NFKC", text[:_READ_AT_MOST]).casefold()
    flat = "".join(c for c in flat if c.isspace() or unicodedata.category(c) not in _UNSEEN)
    return " ".join(_DRAWN_OUT.sub(r"\1\1", _APOSTROPHES.sub("", flat)).split())


def pieces(normal_text: str) -> Counter[str]:
    """Count the pieces of 1 to 4 characters inside each word, a space standing for its edges."""
    found: Counter[str] = Counter()
    for word in normal_text.split():
        padded = f" {word} "
        for size in range(SHORTEST, LONGEST + 1):
            if size >= len(padded):
                found[padded] += 1
                break
            found.update(padded[at : at + size] for at in range(len(padded) - size + 1))
    return found


@dataclass(frozen=True, slots=True)
class Weigher:
    """Turns a message into weighted pieces: sublinear counts times rarity, scaled to length one."""

    vocabulary: dict[str, int]
    rarity: NDArray[np.float64]

    def weigh(self, normal_text: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the known pieces' numbers and weights; both empty when no piece is known."""
        known = self.vocabulary
        counted = {known[piece]: count for piece, count in pieces(normal_text).items() if piece in known}
        columns = np.fromiter(counted.keys(), dtype=np.int64, count=len(counted))
        counts = np.fromiter(counted.values(), dtype=np.float64, count=len(counted))
        weights = (1.0 + np.log(counts)) * self.rarity[columns] if counted else counts
        length = float(np.sqrt(weights @ weights))
        return columns, weights / length if length else weights
