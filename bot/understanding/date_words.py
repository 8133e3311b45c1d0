"""Spelling of days and times as people type them: 'on tues', '2moro', 'wensday', 'half 3'.

Reads a message into plain words with known spellings, and remembers where each word stood, so that the
grammar in `days` and `times` is written once and a span always points into the person's own text.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Final

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six"),
            *("seven", "eight", "nine", "ten", "eleven", "twelve"),
        ),
        start=1,
    )
}

_SPELLINGS: Final = {
    "tues": "tuesday",
    "tue": "tuesday",
    "weds": "wednesday",
    "wensday": "wednesday",
    "wendsday": "wednesday",
    "wenesday": "wednesday",
    "thurs": "thursday",
    "thur": "thursday",
    "thu": "thursday",
    "thirsday": "thursday",
    "fri": "friday",
    "tomorrow's": "tomorrow",
    "tomo": "tomorrow",
    "tomoz": "tomorrow",
    "tmoz": "tomorrow",
    "tmr": "tomorrow",
    "tmrw": "tomorrow",
    "tmrow": "tomorrow",
    "2moro": "tomorrow",
    "2morow": "tomorrow",
    "2morro": "tomorrow",
    "2morrow": "tomorrow",
    "2mro": "tomorrow",
    "2mrw": "tomorrow",
    "2day": "today",
    "todya": "today",
    "tody": "today",
    "2nite": "tonight",
    "2night": "tonight",
    "tonite": "tonight",
    "yesturday": "yesterday",
    "evry": "every",
    "evrey": "every",
    "each": "every",
    "everyday": "every day",
    "daily": "every day",
    "weekly": "every week",
    "fortnightly": "every fortnight",
    "everyweek": "every week",
    "til": "until",
    "till": "until",
    "untill": "until",
    "nxt": "next",
    "wk": "week",
    "wks": "weeks",
    "a.m": "am",
    "p.m": "pm",
    "o'clock": "oclock",
    "oclock": "oclock",
    "mornin": "morning",
    "moring": "morning",
    "afternon": "afternoon",
    "arvo": "afternoon",
    "eve": "evening",
    "evenin": "evening",
    "nite": "night",
    "qtr": "quarter",
    "xmas": "christmas",
    "crimbo": "christmas",
    "jan": "january",
    "feb": "february",
    "apr": "april",
    "jun": "june",
    "jul": "july",
    "aug": "august",
    "sep": "september",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
    "mar": "march",
}
# Also everyday words, so a day only after a word like 'on', or as the whole message.
_SHORT_DAYS: Final = {"mon": "monday", "wed": "wednesday", "sat": "saturday", "sun": "sunday"}
_BEFORE_A_DAY: Final = frozenset(
    ("on", "next", "this", "last", "every", "other", "by", "until", "and", "or", "coming")
)
_FUZZY: Final = (*WEEKDAYS, "tomorrow", "yesterday", *(month for month in MONTHS if len(month) > 5))  # noqa: PLR2004 - 'june', 'july': short
_NOT_FUZZY: Final = frozenset(
    (
        *("sunny", "someday", "payday", "midday", "holiday", "birthday", "everyday", "heyday", "monkey"),
        *("remember", "member", "members", "number", "numbers", "mundane", "thirsty", "turned", "tuned"),
    )
)
READ_AT_MOST: Final = 600
"""Characters: a day or time that matters stands before that, and a wall of text costs nothing."""
_TOKEN: Final = re.compile(r"[^\s,;!?()\"“”]+|[,;!?()\"“”]+")
_CURLY: Final = "\N{RIGHT SINGLE QUOTATION MARK}"
_EDGES: Final = f".:-'{_CURLY}*_~"
_CLOSE_ENOUGH: Final = 0.8


@dataclass(frozen=True, slots=True)
class Reading:
    """A message in known spellings (`text`), with the way back to the person's own words."""

    text: str
    places: tuple[tuple[int, int, int, int], ...]
    """For each word: where it stands in `text` (start, end), then in what the person wrote."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in what the person wrote."""
        touched = [place for place in self.places if place[0] < end and place[1] > start]
        return touched[0][2], touched[-1][3]


def read(text: str) -> Reading:
    """Read a message into lower-case words with known spellings, one space apart."""
    found = [
        (match, match.group().casefold().strip(_EDGES)) for match in _TOKEN.finditer(text[:READ_AT_MOST])
    ]
    known: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    at = 0
    for match, raw in found:
        if not raw and match.group():
            continue
        word = _known(raw.replace(_CURLY, "'"), known[-1] if known else "", alone=len(found) == 1)
        own = match.group()
        start = match.start() + (own.casefold().find(raw) if len(own) == len(own.casefold()) else 0)
        places.append((at, at + len(word), start, min(start + len(raw), match.end())))
        known.append(word)
        at += len(word) + 1
    return Reading(" ".join(known), tuple(places))


def _known(word: str, before: str, *, alone: bool) -> str:
    """Return the known spelling of one word; a word that is none is returned as it is."""
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    stem, plural = word, ""
    for ending in ("'s", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem, plural = word[: -len(ending)], "s"
            break
    if stem in _SHORT_DAYS and (alone or before.rsplit(" ", maxsplit=1)[-1] in _BEFORE_A_DAY):
        return _SHORT_DAYS[stem] + plural
    if stem in WEEKDAYS:
        return stem + plural
    if word in _SHORT_DAYS or word in MONTHS:
        return word
    close = _close(stem)
    if close in WEEKDAYS:
        return close + plural
    return close or word


def _close(word: str) -> str | None:
    """Return the day or month that a misspelt word of 5 to 11 letters stands for, if it is close to one."""
    if not 5 <= len(word) <= 11 or not word.isalpha() or word in _NOT_FUZZY:  # noqa: PLR2004 - see docstring
        return None
    alike = [name for name in _FUZZY if name[0] == word[0] and name[-1] in word[-2:]]
    close = difflib.get_close_matches(word, alike, n=1, cutoff=_CLOSE_ENOUGH)
    return close[0] if close else None
