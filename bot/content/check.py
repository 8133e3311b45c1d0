"""The Easy Read check of all the words: every message of every locale, each way it can be said.

Rules 1-7 are in bot/content/easy_read.py; here are the rules about a message as a whole (6-8), about locales
(9), and which texts there are to look at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.content import easy_read
from bot.content.easy_read import Problem
from bot.content.lexicon import load
from bot.content.marks import readable
from bot.content.source import CONTROLS, Entry, Source, Wording, read
from bot.content.variants import expand
from bot.content.where import EVERYDAY_LOCALE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from bot.content.lexicon import Lexicon
    from bot.content.pictures import Pictures

SAFETY = "safety-"
"""How the key of a safety message starts: these may say must."""


@dataclass(frozen=True, slots=True)
class Found:
    """A problem and where it is written."""

    file: Path
    line: int
    key: str
    problem: Problem

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key}: rule {self.problem.rule}: {self.problem.what}"


def locales(words: Path) -> list[str]:
    """Every locale there are words for, the everyday one first."""
    names = sorted(place.name for place in words.iterdir() if any(place.glob("*.ftl")))
    return sorted(names, key=lambda name: name != EVERYDAY_LOCALE)


def check(words: Path, pictures: Pictures) -> Iterator[Found]:
    """Check data/words (`words`). Raises WordsError when a file cannot be read at all."""
    sources = {locale: read(words, locale) for locale in locales(words)}
    for locale, source in sources.items():
        lexicon = load(words, locale)
        for entry in source.entries.values():
            for wording, problem in _entry(entry, source, lexicon, pictures):
                yield Found(entry.file, wording.line if wording else entry.line, entry.key, problem)
    everyday = sources.pop(EVERYDAY_LOCALE, None)
    if everyday is not None:
        for locale, source in sources.items():
            yield from _same(everyday, source, words / locale)


def unused(words: Path, pictures: Pictures) -> list[str]:
    """Names of pictures that no message uses, in the order of the index."""
    used = {
        _constant(entry.attributes["picture"], source)
        for source in (read(words, locale) for locale in locales(words))
        for entry in source.entries.values()
        if "picture" in entry.attributes
    }
    return [name for name in pictures.names() if name not in used]


def _entry(
    entry: Entry, source: Source, lexicon: Lexicon, pictures: Pictures
) -> Iterator[tuple[Wording | None, Problem]]:
    def all_of(
        wording: Wording | None, rules: Callable[..., Iterator[Problem]]
    ) -> Iterator[tuple[Wording | None, Problem]]:
        texts = expand(wording.pattern, source.terms) if wording else []
        problems = (
            problem for text in texts for problem in rules(text, lexicon, safety=entry.key.startswith(SAFETY))
        )
        yield from ((wording, problem) for problem in dict.fromkeys(problems))

    yield from all_of(entry.text, easy_read.fragment if entry.is_phrase else easy_read.message)
    yield from all_of(entry.attributes.get("simpler"), easy_read.message)
    yield from all_of(entry.attributes.get("alt"), easy_read.fragment)
    for wording in entry.choices.values():
        yield from all_of(wording, easy_read.label)
    if entry.is_phrase or entry.key == CONTROLS:
        return
    yield from ((None, problem) for problem in easy_read.choices(list(entry.choices)))
    yield from ((entry.attributes.get("picture"), problem) for problem in _picture(entry, source, pictures))
    yield from ((entry.attributes.get("simpler"), problem) for problem in _second_wording(entry, source))


def _picture(entry: Entry, source: Source, pictures: Pictures) -> Iterator[Problem]:
    if "picture" not in entry.attributes:
        yield Problem(7, "there is no .picture")
    elif (name := _constant(entry.attributes["picture"], source)) not in pictures:
        yield Problem(7, f"there is no picture '{readable(name)}' in data/pictures/pictures.yml")
    if "alt" not in entry.attributes:
        yield Problem(7, "there is no .alt, which says what is in the picture")


def _constant(wording: Wording, source: Source) -> str:
    return " or ".join(expand(wording.pattern, source.terms))


def _second_wording(entry: Entry, source: Source) -> Iterator[Problem]:
    simpler = entry.attributes.get("simpler")
    if simpler is None:
        yield Problem(8, "there is no .simpler, for 'Say it again'")
        return
    first = {_bare(text) for text in expand(entry.text.pattern, source.terms)} if entry.text else set()
    if any(_bare(text) in first for text in expand(simpler.pattern, source.terms)):
        yield Problem(8, ".simpler says the same sentence again")


def _bare(text: str) -> str:
    """Only the letters, so that another full stop is no other wording."""
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter == "\ue000")


def _same(everyday: Source, other: Source, place: Path) -> Iterator[Found]:
    for key, entry in everyday.entries.items():
        twin = other.entries.get(key)
        if twin is None:
            yield Found(place / entry.file.name, 1, key, Problem(9, "this message is not here yet"))
            continue
        if _slots(entry) != _slots(twin):
            what = f"the slots differ: {_named(_slots(entry))} there, {_named(_slots(twin))} here"
            yield Found(twin.file, twin.line, key, Problem(9, what))
        if set(entry.attributes) != set(twin.attributes):
            differ = sorted(set(entry.attributes) ^ set(twin.attributes))
            what = f"only one of the locales has .{', .'.join(differ)}"
            yield Found(twin.file, twin.line, key, Problem(9, what))
    for key in _only_in(other.entries, everyday.entries):
        twin = other.entries[key]
        yield Found(twin.file, twin.line, key, Problem(9, f"{EVERYDAY_LOCALE} has no such message"))


def _only_in(some: Mapping[str, Entry], others: Mapping[str, Entry]) -> list[str]:
    return [key for key in some if key not in others]


def _slots(entry: Entry) -> frozenset[str]:
    return frozenset().union(*(wording.slots for wording in entry.wordings()))


def _named(slots: frozenset[str]) -> str:
    return ", ".join(f"${slot}" for slot in sorted(slots)) or "none"
