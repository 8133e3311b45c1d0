"""Days, times and rhythms in what people type: 'on tues', '2moro at half 3', 'every other friday'.

Own patterns decide which words are a time at all, because a library's search also finds days in 'we may sit
on the sun chair'; dateparser and dateutil do the arithmetic of calendars. What can mean two things comes back
as candidates (nlu.md, 'Slots': ambiguity is asked, never guessed).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from bot.domain.when import When
from bot.understanding.date_words import NUMBERS, Reading, read
from bot.understanding.days import DayFound, blank, day_of_month, find_days, length
from bot.understanding.times import TimeFound, answer_clock, find_clock

if TYPE_CHECKING:
    from datetime import datetime

_MOST_DAYS: Final = 8
_NUMBER: Final = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_FOR: Final = re.compile(
    rf"\bfor (?:about )?(?P<count>a|{_NUMBER}|a couple of) (?P<unit>day|week|fortnight|month)s?\b"
)
_BARE_DAY_OF_MONTH: Final = re.compile(r"(?:on )?(?:the )?(?P<nth>\d{1,2})(?:st|nd|rd|th)(?: please| pls)?")


@dataclass(frozen=True, slots=True)
class Found:
    """What `find_when` found, with every place in the text that belongs to it."""

    when: When
    spans: tuple[tuple[int, int], ...]


def find_when(text: str, now: datetime) -> When | None:
    """Return the day, time or rhythm in a message; `now` is aware and in the person's own zone."""
    found = look(text, now)
    return found.when if found else None


def find_day(text: str, now: datetime) -> When | None:
    """Return the day in an answer to 'what day?'; there a bare '3rd' or 'sat' is a day too."""
    reading = read(text)
    days = list(islice(find_days(reading.text, now), _MOST_DAYS))
    if not days and (match := _BARE_DAY_OF_MONTH.fullmatch(reading.text)):
        days = [DayFound(0, len(reading.text), day_of_month(int(match["nth"]), now.date()))]
    found = _join(reading, [day for day in days if day.days or day.repeats], None, now)
    return found.when if found else None


def find_time(text: str) -> When | None:
    """Return the time in an answer to 'what time?'; there a bare '9' is a time too."""
    reading = read(text)
    clock = answer_clock(reading.text)
    if clock is None:
        return None
    return _when([], clock, None, (reading.span(clock.start, clock.end),))


def find_until(text: str, now: datetime) -> When | None:
    """Return the day until which somebody wants quiet: 'until monday', 'for two weeks'."""
    reading = read(text)
    if match := _FOR.search(reading.text):
        day = now.date() + length(match["count"], match["unit"])
        return When(day=day, span=reading.span(*match.span()))
    return find_when(text, now)


def look(text: str, now: datetime) -> Found | None:
    """Return what `find_when` returns, with every place in the text that belongs to it."""
    reading = read(text)
    days = list(islice(find_days(reading.text, now), _MOST_DAYS))
    rest = blank(reading.text, days)
    clock = find_clock(rest, next((day.part for day in days if day.part), None))
    return _join(reading, days, clock, now)


def _join(reading: Reading, days: list[DayFound], clock: TimeFound | None, now: datetime) -> Found | None:
    places = sorted([(day.start, day.end) for day in days] + ([(clock.start, clock.end)] if clock else []))
    if not places:
        return None
    spans = tuple(reading.span(*place) for place in places)
    return Found(_when(days, clock, now, spans), spans)


def _when(
    days: list[DayFound], clock: TimeFound | None, now: datetime | None, spans: tuple[tuple[int, int], ...]
) -> When:
    """Put what was found together; more than one possible day or time is left to a question."""
    candidates = tuple(dict.fromkeys(day for found in days for day in found.days))
    day = candidates[0] if len(candidates) == 1 else None
    times = clock.times if clock else ()
    moment = next((found.moment for found in days if found.moment), None)
    at = moment.time() if moment else times[0] if len(times) == 1 else None
    in_past = now is not None and (
        (bool(candidates) and max(candidates) < now.date())
        or (day == now.date() and at is not None and not moment and at < now.time())
    )
    return When(
        day=day,
        time=at,
        repeats=next((found.repeats for found in days if found.repeats), None),
        span=spans[0],
        unclear=candidates if len(candidates) > 1 else (),
        unclear_times=times if len(times) > 1 and not moment else (),
        in_past=in_past,
    )
