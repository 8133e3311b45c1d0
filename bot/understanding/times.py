"""Times of day as people say them: '2pm', '14:30', 'half 3', 'at 2', 'half past 2 in the afternoon'.

A time that may be morning or afternoon is never guessed: it comes back as two candidates (nlu.md, 'Slots').
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from bot.understanding.date_words import NUMBERS

_HALF_DAY: Final = 12
_LAST_HOUR: Final = 23
_LAST_MINUTE: Final = 59
_FIRST_LIKELY_MORNING: Final = 7
"""Of 7 o'clock to 11 o'clock the morning is offered first, of the others the afternoon."""
_SMALL_HOURS: Final = 5
"""'2 at night' is before breakfast, '10 at night' is not."""

_NUMBER: Final = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_PART: Final = (
    r"(?:\s*(?P<half>am|pm)\b"
    r"|\s+(?:in the |in |this |at |tomorrow |on the )?(?P<part>morning|afternoon|evening|night|tonight)\b)"
)
_START: Final = r"(?:(?:about |around |at |for |by |from |until |before |after ){1,3})?"
_STRICT_START: Final = r"(?:at (?:about |around )?|until |from |by |before |after )"
_END_OF_TIME: Final = (
    r"(?=$|\s*[,;!?)]|\s(?:and|on|in|with|tomorrow|today|tonight|so|because|please|pls|then|every|to|til|until|if"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)"
)
_MINUTES: Final = {"quarter": 15, "twenty": 20, "twenty five": 25, "five": 5, "ten": 10, "half": 30}
_WORDS: Final = r"(?P<words>half|quarter|twenty five|twenty|five|ten|\d{1,2})(?: minutes?| mins?)?"
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_START}\b(?P<noon>noon|midday|mid day|midnight|12 noon)\b",
        rf"{_START}\b(?:a )?{_WORDS} (?P<side>past|to) (?P<hour>{_NUMBER})\b(?: oclock| o clock)?{_PART}?",
        rf"{_START}\b(?P<words>half) (?P<hour>{_NUMBER})\b(?!/| an?\b| the\b| of\b){_PART}?",
        rf"{_START}\b(?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})(?!\d|[:./]\d){_PART}?",
        rf"{_START}\b(?P<hour>(?:[01]\d|2[0-3]))(?P<minute>[0-5]\d) ?(?:hours|hrs)\b",
        rf"{_START}\b(?P<hour>{_NUMBER})(?: oclock| o clock| o'clock){_PART}?",
        rf"{_START}\b(?P<hour>{_NUMBER}){_PART}",
        rf"{_STRICT_START}(?P<hour>{_NUMBER})\b(?!/){_END_OF_TIME}",
    )
)
_BESIDE_A_DAY: Final = re.compile(rf"{_START}\b(?P<hour>{_NUMBER})(?= ·)")
"""The '9' of '9 tomorrow morning', when the words for the day are struck out."""
_ANSWER: Final = re.compile(rf"{_START}(?P<hour>{_NUMBER})(?: ish|ish)?(?: please| pls| thanks| ok)?")


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time of day somewhere in a reading."""

    start: int
    end: int
    times: tuple[time, ...]
    """One when it is clear; otherwise the candidates, the likeliest first."""


def find_clock(text: str, part_elsewhere: str | None = None) -> TimeFound | None:
    """Return the first time of day in a reading's text.

    `part_elsewhere` is a 'morning' or the like said beside the day ('tomorrow morning at 9').
    """
    hits = [
        (match.start(), -match.end(), match, times)
        for pattern in (*_PATTERNS, *((_BESIDE_A_DAY,) if part_elsewhere else ()))
        for match in pattern.finditer(text)
        if (times := _times(match.groupdict(), part_elsewhere))
    ]
    if not hits:
        return None
    _, _, match, times = min(hits, key=lambda hit: hit[:2])
    return TimeFound(match.start(), match.end(), times)


def answer_clock(text: str) -> TimeFound | None:
    """Return the time in an answer to 'what time?', where a bare '9' is a time too."""
    found = find_clock(text)
    if found is not None:
        return found
    match = _ANSWER.fullmatch(text)
    times = _times(match.groupdict(), None) if match else ()
    return TimeFound(0, len(text), times) if times else None


def _times(said: dict[str, str | None], part_elsewhere: str | None) -> tuple[time, ...]:
    """Return the times that a match may mean; none when no clock shows it (25:00, half 14)."""
    noon = said.get("noon")
    if noon:
        return (time(0),) if noon == "midnight" else (time(_HALF_DAY),)
    hour_said = said["hour"] or ""
    hour = NUMBERS.get(hour_said) or int(hour_said if hour_said.isdigit() else -1)
    minute = int(said.get("minute") or 0)
    words = said.get("words")
    if words:
        minute = _MINUTES.get(words) or int(words if words.isdigit() else 0)
        if said.get("side") == "to":
            hour, minute = hour - 1 or _HALF_DAY, 60 - minute
        if hour > _HALF_DAY:
            return ()
    if not 0 <= hour <= _LAST_HOUR or not 0 <= minute <= _LAST_MINUTE:
        return ()
    if hour > _HALF_DAY or hour == 0 or (hour_said.startswith("0") and not said.get("half")):
        return (time(hour, minute),)
    return _by_part(hour % _HALF_DAY, minute, said.get("half") or said.get("part") or part_elsewhere)


def _by_part(hour: int, minute: int, part: str | None) -> tuple[time, ...]:
    """Return the time for an hour of 0 to 11 and a part of the day, or both candidates without one."""
    before_noon, after_noon = time(hour, minute), time(hour + _HALF_DAY, minute)
    match part:
        case "am" | "morning":
            return (before_noon,)
        case "pm" | "afternoon" | "evening":
            return (after_noon,)
        case "night" | "tonight":
            return (before_noon if hour < _SMALL_HOURS else after_noon,)
        case _:
            both = (before_noon, after_noon)
            return both if hour >= _FIRST_LIKELY_MORNING else both[::-1]
