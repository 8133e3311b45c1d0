"""Which days the words of a message can mean: patterns for the words, libraries for the calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

import dateparser
from dateutil import easter
from dateutil.relativedelta import relativedelta
from dateutil.relativedelta import weekday as relative_weekday

from bot.domain.repeating import Freq, Repeats
from bot.understanding.date_words import MONTHS, NUMBERS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DAY_NAME: Final = f"(?:{'|'.join(WEEKDAYS)})"
_MONTH: Final = f"(?:{'|'.join(MONTHS)})"
_NUMBER: Final = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_ON: Final = r"(?:(?:on|by|for|until|from|before) (?:the )?)?"
_PART: Final = r"(?:(?: in the| on)? (?P<part>morning|afternoon|evening|night))?"
_YEAR: Final = r"(?:(?: of)? 20\d\d)?"
_WEEKEND: Final = (5, 6)
_WEEK: Final = timedelta(weeks=1)

_REPEATS: Final = re.compile(
    rf"\b(?:on )?(?:every (?P<other>other |second |2nd |{_NUMBER} )?"
    rf"(?P<unit>days?\b|weeks?\b|fortnight\b|weekday\b|weekend\b|morning\b|afternoon\b|evening\b|night\b"
    rf"|{_DAY_NAME}s?\b)"
    rf"|once a (?P<once>day|week|fortnight)\b|(?P<plural>{_DAY_NAME}s\b|weekends\b|weekdays\b))"
    rf"(?P<more>(?:,? (?:and |& |on )?(?:every )?{_DAY_NAME}s?\b)*){_PART}"
)
_SOON: Final = re.compile(rf"\b{_ON}(?P<word>today|tonight|tomorrow|yesterday|day after tomorrow)\b{_PART}")
_THIS_PART: Final = re.compile(r"\bthis (?P<part>morning|afternoon|evening)\b")
_WEEK_ON: Final = re.compile(
    rf"\b{_ON}(?:(?P<weeks>a|one|two|2) weeks? (?:on |from )?(?P<from>{_DAY_NAME}|today|tomorrow)"
    rf"|(?P<day>{_DAY_NAME}) week)\b{_PART}"
)
_WEEKDAY: Final = re.compile(
    rf"\b{_ON}(?P<which>next |this |last |this coming |coming )?(?P<day>{_DAY_NAME})\b(?! the \d){_PART}"
)
_SPAN_OF_DAYS: Final = re.compile(
    r"\b(?:(?:at|on|over|until|by) )?(?:the )?(?P<which>next |this |last )?(?P<unit>weekend)\b"
    r"|\b(?:until )?(?P<which_week>next |last )week\b"
)
_IN: Final = re.compile(
    rf"\bin (?:about )?(?P<count>a|an|{_NUMBER}|a couple of) "
    r"(?P<unit>minute|min|hour|hr|day|week|fortnight|month)s?\b"
    r"(?! time off)(?: time)?"
)
_DATES: Final = (
    re.compile(
        rf"\b{_ON}(?:{_DAY_NAME},? )?(?:the )?"
        rf"(?P<said>\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b{_YEAR}){_PART}"
    ),
    re.compile(
        rf"\b{_ON}(?:{_DAY_NAME},? )?"
        rf"(?P<said>{_MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?!:){_YEAR}){_PART}"
    ),
    re.compile(r"\b(?:on |by |until )?(?P<iso>20\d\d-\d{1,2}-\d{1,2})\b"),
    re.compile(r"(?<![\d/])(?:on |by |until |for )?(?P<said>\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d)(?![\d/])"),
    re.compile(r"(?<![\d/])(?:on |by |until )?(?P<short>\d{1,2}/\d{1,2})(?![\d/])"),
)
_DAY_OF_MONTH: Final = re.compile(
    rf"\b{_ON}(?:{_DAY_NAME},? )?the (?P<nth>\d{{1,2}})(?:st|nd|rd|th)\b"
    rf"(?! (?:of|time|one|floor|bus)\b){_PART}"
)
_FEAST: Final = re.compile(
    r"\b(?:(?:on|at|by|until|for) )?(?P<feast>christmas eve|christmas day|christmas|boxing day|new years eve"
    r"|new year's eve|new years day|new year's day|halloween|bonfire night|easter sunday|easter monday)\b"
)
_FEASTS: Final = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new years eve": (12, 31),
    "new year's eve": (12, 31),
    "new years day": (1, 1),
    "new year's day": (1, 1),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
}
_HAS_YEAR: Final = re.compile(r"20\d\d|[/.-]\d+[/.-]\d+$")
_FRACTIONS: Final = frozenset(("1/2", "1/4", "3/4", "1/3", "2/3"))
_WORKING_DAYS: Final = (0, 1, 2, 3, 4)
_COUNTS: Final = {"a": 1, "an": 1, "a couple of": 2}
_UNITS: Final = {"min": "minute", "hr": "hour"}


@dataclass(frozen=True, slots=True)
class DayFound:
    """Words for a day somewhere in a reading: one day when it is clear, else the candidates."""

    start: int
    end: int
    days: tuple[date, ...] = ()
    repeats: Repeats | None = None
    part: str | None = None
    moment: datetime | None = None
    """For 'in two hours': the moment itself, in the person's zone."""


def blank(text: str, days: list[DayFound]) -> str:
    """Return the text with the words for these days struck out, so that they are not read twice."""
    for day in days:
        text = text[: day.start] + "·" * (day.end - day.start) + text[day.end :]
    return text


def find_days(text: str, now: datetime) -> Iterator[DayFound]:
    """Yield the words for days from the surest kind to the loosest; words used once are not read again."""
    today = now.date()
    for match in _REPEATS.finditer(text):
        yield _repeating(match, today)
        return
    kinds: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DayFound | None]], ...] = (
        (_IN, lambda match: _from_now(match, now)),
        (_WEEK_ON, lambda match: _week_on(match, today)),
        *((pattern, lambda match: _absolute(match, now)) for pattern in _DATES),
        (_DAY_OF_MONTH, lambda match: _found(match, day_of_month(int(match["nth"]), today))),
        (_FEAST, lambda match: _found(match, (_feast(match["feast"], today),))),
        (_SOON, lambda match: _found(match, (_soon(match["word"], today),))),
        (_THIS_PART, lambda match: _found(match, (today,))),
        (_SPAN_OF_DAYS, lambda match: _found(match, _several(match, today))),
        (_WEEKDAY, lambda match: _found(match, _weekday(match["day"], match["which"], today))),
    )
    for pattern, meaning in kinds:
        for match in pattern.finditer(text):
            found = meaning(match)
            if found is not None and (found.days or found.moment):
                yield found
                text = blank(text, [found])


def _found(match: re.Match[str], days: tuple[date, ...]) -> DayFound:
    groups = match.groupdict()
    part = "night" if groups.get("word") == "tonight" else groups.get("part")
    return DayFound(match.start(), match.end(), days, part=part)


def length(count: str, unit: str) -> relativedelta:
    """Return how long 'a week', 'two days' or 'a fortnight' is."""
    number = _COUNTS.get(count) or NUMBERS.get(count) or int(count)
    if unit == "fortnight":
        return relativedelta(weeks=2 * number)
    return relativedelta(**{f"{_UNITS.get(unit, unit)}s": number})  # type: ignore[arg-type]


def day_of_month(nth: int, today: date) -> tuple[date, ...]:
    """Return the next day on or after today with that number; none when no month has it."""
    for months in range(12):
        day = today + relativedelta(day=1, months=months) + timedelta(days=nth - 1)
        if nth >= 1 and day.day == nth and day >= today:
            return (day,)
    return ()


def _repeating(match: re.Match[str], today: date) -> DayFound:
    said = match.groupdict()
    unit = said["unit"] or said["once"] or said["plural"] or ""
    other = (said["other"] or "").strip()
    interval = NUMBERS.get(other) or (int(other) if other.isdigit() else 2 if other else 1)
    if interval < 1:
        return DayFound(match.start(), match.end())
    part = said["part"] or (unit if unit in {"morning", "afternoon", "evening", "night"} else None)
    named = {WEEKDAYS.index(name) for name in re.findall(_DAY_NAME, f"{unit} {said['more']}")}
    if unit.startswith("weekday"):
        named |= set(_WORKING_DAYS)
    if unit.startswith("weekend"):
        named |= set(_WEEKEND)
    daily = unit in {"day", "days", "morning", "afternoon", "evening", "night"} and not named
    interval *= 2 if unit == "fortnight" else 1
    repeats = Repeats(Freq.DAY if daily else Freq.WEEK, interval, tuple(sorted(named)))
    if not daily and not named:
        return DayFound(match.start(), match.end(), repeats=repeats, part=part)
    repeats = repeats.starting(today)
    first = (repeats.since,) if repeats.since else ()
    return DayFound(match.start(), match.end(), first, repeats, part)


def _from_now(match: re.Match[str], now: datetime) -> DayFound:
    """Count 'in two hours' in real hours, so that it is right when the clocks change tonight."""
    delta = length(match["count"], match["unit"])
    if delta.days or delta.months:
        return DayFound(match.start(), match.end(), (now.date() + delta,))
    moment = (now.astimezone(UTC) + delta).astimezone(now.tzinfo).replace(second=0, microsecond=0)
    return DayFound(match.start(), match.end(), (moment.date(),), moment=moment)


def _week_on(match: re.Match[str], today: date) -> DayFound:
    """Read 'a week on Friday' and 'Friday week' as the coming Friday and a week."""
    weeks = 2 if match["weeks"] in {"two", "2"} else 1
    name = match["from"] or match["day"]
    if name in WEEKDAYS:
        coming = _coming(name, today)
        if coming == today:
            return _found(match, (today + weeks * _WEEK, today + (weeks + 1) * _WEEK))
    else:
        coming = _soon(name, today)
    return _found(match, (coming + weeks * _WEEK,))


def _absolute(match: re.Match[str], now: datetime) -> DayFound | None:
    """Read a date with its number; dateparser knows leap years and the next year that has the day."""
    said = match.groupdict()
    text = said.get("said") or said.get("iso") or said.get("short") or ""
    if text in _FRACTIONS and match.group() == text != match.string:
        return None
    parsed = dateparser.parse(
        re.sub(r"\bof |\bthe ", "", text),
        languages=["en"],
        settings={
            "RELATIVE_BASE": now.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0),
            "PREFER_DATES_FROM": "current_period" if _HAS_YEAR.search(text) else "future",
            "DATE_ORDER": "YMD" if said.get("iso") else "DMY",
            "STRICT_PARSING": False,
            "REQUIRE_PARTS": ["day", "month"],
        },
    )
    return _found(match, (parsed.date(),)) if parsed else None


def _feast(name: str, today: date) -> date:
    for year in (today.year, today.year + 1):
        if name in _FEASTS:
            day = date(year, *_FEASTS[name])
        else:
            day = easter.easter(year) + timedelta(days=name == "easter monday")
        if day >= today:
            return day
    return day


def _soon(word: str, today: date) -> date:
    days = {"yesterday": -1, "tomorrow": 1, "day after tomorrow": 2}.get(word, 0)
    return today + timedelta(days=days)


def _several(match: re.Match[str], today: date) -> tuple[date, ...]:
    """Return the two days of a weekend, the seven of 'next week'; which one is asked."""
    which = (match["which"] or match["which_week"] or "").strip()
    monday = today - timedelta(days=today.weekday())
    if match["which_week"]:
        first = monday + (_WEEK if which == "next" else -_WEEK)
        return tuple(first + timedelta(days=day) for day in range(7))
    weekend = tuple(monday + timedelta(days=day) for day in _WEEKEND)
    if which == "last":
        return tuple(day - _WEEK for day in weekend)
    if which == "next":
        return (*(day for day in weekend if day > today), *(day + _WEEK for day in weekend))
    return tuple(day for day in weekend if day >= today)


def _weekday(name: str, which: str | None, today: date) -> tuple[date, ...]:
    """Return two days for 'Tuesday' said on a Tuesday and for 'next Tuesday' said on any other day."""
    coming = _coming(name, today)
    match (which or "").strip():
        case "last":
            return (today + relativedelta(days=-1, weekday=_relative(name, -1)),)
        case "this" | "this coming" | "coming":
            return (coming,)
        case "next" if coming == today:
            return (today + _WEEK,)
        case "next":
            return (coming, coming + _WEEK)
        case _:
            return (today, today + _WEEK) if coming == today else (coming,)


def _coming(name: str, today: date) -> date:
    return today + relativedelta(weekday=_relative(name, 1))


def _relative(name: str, nth: int) -> relative_weekday:
    return relative_weekday(WEEKDAYS.index(name), nth)
