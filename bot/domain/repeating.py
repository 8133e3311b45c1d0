"""What comes again: every Tuesday, every other Friday, every day (practice.md, the journey 6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from dateutil import rrule

from bot.domain.plain import plain


@plain
class Freq(StrEnum):
    """The unit that a repeating action counts in."""

    DAY = "day"
    WEEK = "week"


@plain
@dataclass(frozen=True, slots=True)
class Repeats:
    """How an action comes again, counted in whole days of the person's own calendar.

    Days and not moments: 'every Tuesday' stays Tuesday when the clocks change.
    """

    freq: Freq
    interval: int = 1
    """1 for every, 2 for every other."""
    weekdays: tuple[int, ...] = ()
    """0 is Monday. Empty for every day, or for a week whose day nobody has said yet."""
    since: date | None = None
    """The first day, from which 'every other' is counted; see `starting`."""

    def __post_init__(self) -> None:
        """Refuse what no calendar has: raises ValueError."""
        if self.interval < 1:
            raise ValueError("An action comes again after at least one day or week")
        if not all(0 <= weekday <= 6 for weekday in self.weekdays):  # noqa: PLR2004 - Sunday, as in `weekdays`
            raise ValueError("A weekday is 0 (Monday) to 6 (Sunday)")

    def starting(self, day: date) -> Repeats:
        """Return the same repeating, with `since` the first day on or after `day` that fits."""
        return replace(self, since=self._first(day, day, inc=True))

    def next_after(self, day: date) -> date:
        """Return the first day after `day` on which the action comes again."""
        if self.since is not None and day < self.since:
            return self.since
        return self._first(self.since or day, day, inc=False)

    def _first(self, start: date, after: date, *, inc: bool) -> date:
        """Give the first day after another, or with `inc` from it on, counting from `start`."""
        rule = rrule.rrule(
            rrule.DAILY if self.freq is Freq.DAY else rrule.WEEKLY,
            interval=self.interval,
            byweekday=self.weekdays or None,
            dtstart=_midnight(start),
        )
        return next(rule.xafter(_midnight(after), count=1, inc=inc)).date()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
