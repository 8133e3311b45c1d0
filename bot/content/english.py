"""What the Easy Read check knows about English: word endings and the passive. Other languages go without."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

BE = frozenset(
    {"am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"}
)
"""The words that make a passive with the word after them."""
BETWEEN = frozenset(
    {"not", "also", "already", "always", "never", "now", "still", "just", "yet", "both", "only"}
)
"""Words that may stand between the two."""
SHORT = ("n't", "'s", "'re", "'ll", "'ve", "'m", "'d")
ENDINGS = ("s", "es", "ed", "d", "ing", "er", "r", "est", "st", "ly")
DOUBLED = 2
SHORTEST_PAST = len("asked")
"""'need' and 'bed' end in -ed and are no past forms."""


def base_forms(word: str) -> Iterator[str]:
    """Give the word, then what it may be a form of: 'plan' for 'planned', 'try' for 'tries'."""
    yield word
    for end in SHORT:
        if word.endswith(end):
            yield word.removesuffix(end)
    for end in ("ies", "ied", "ier", "iest"):
        if word.endswith(end):
            yield word.removesuffix(end) + "y"
    for end in ENDINGS:
        if not word.endswith(end):
            continue
        stem = word.removesuffix(end)
        yield stem
        if end == "ing":
            yield stem + "e"
        if len(stem) > DOUBLED and stem[-1] == stem[-DOUBLED]:
            yield stem[:-1]


def passives(words: Sequence[str], irregular: Collection[str], fine: Collection[str]) -> Iterator[str]:
    """Give each 'is done' of a sentence.

    The sentence comes as its words in small letters. `irregular` are past forms without -ed, `fine` those
    that only describe, such as 'tired'.
    """
    for at, word in enumerate(words):
        if word not in BE:
            continue
        after = at + 1
        while after < len(words) and words[after] in BETWEEN:
            after += 1
        past = words[after] if after < len(words) else ""
        if past not in fine and (past in irregular or (past.endswith("ed") and len(past) >= SHORTEST_PAST)):
            yield " ".join(words[at : after + 1])
