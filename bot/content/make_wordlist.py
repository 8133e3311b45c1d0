"""Make data/words/en-GB/wordlist.txt anew from wordfreq, a kept source of how common words are.

    uv run --group words python -m bot.content.make_wordlist

Words of data/words/en-GB/left-out.txt (names, swear words, other spellings) and of never.txt make room for
the next most common ones. Run it again only when wordfreq or those lists change.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from bot.content.lexicon import read_lines, read_never
from bot.content.where import EVERYDAY_LOCALE, WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

COMMONEST = 1_500
"""How many words an Easy Read message can choose from (easy-read.md 2)."""
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_HEADER = """\
# The commonest {count} words of English, in British spelling, the most common first. Messages use these
# words, their forms (plan, plans, planned, planning) and the words of glossary.txt.
# Made from wordfreq by bot/content/make_wordlist.py: see CREDITS.md. To allow a word, add it to glossary.txt.
"""


def choose(by_frequency: Iterable[str], left_out: Collection[str], count: int = COMMONEST) -> list[str]:
    """Give the `count` most common words that are words and are not left out. ValueError: too few."""
    chosen: list[str] = []
    for word in by_frequency:
        if _WORD.fullmatch(word) and (len(word) > 1 or word in {"a", "i"}) and word not in left_out:
            chosen.append(word)
        if len(chosen) == count:
            return chosen
    raise ValueError(f"there are only {len(chosen)} words to choose from")


def write(place: Path, by_frequency: Iterable[str], count: int = COMMONEST) -> None:
    """Write wordlist.txt of one locale's folder from words in the order of how common they are."""
    never, _ = read_never(place / "never.txt")
    left_out = {one.phrase.lower() for one in never}.union(read_lines(place / "left-out.txt"))
    words = choose(by_frequency, left_out, count)
    text = _HEADER.format(count=f"{count:,}") + "\n".join(words) + "\n"
    (place / "wordlist.txt").write_text(text, encoding="utf-8")


def main() -> None:
    """Write the list of the everyday locale. Needs the `words` dependency group."""
    wordfreq = import_module("wordfreq")
    write(WORDS / EVERYDAY_LOCALE, wordfreq.top_n_list("en", 4 * COMMONEST))
    sys.stdout.write(f"Wrote {WORDS / EVERYDAY_LOCALE / 'wordlist.txt'}\n")


if __name__ == "__main__":
    main()
