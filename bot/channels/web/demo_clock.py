"""The clock of the demo: it goes on as the machine's does, and can be moved forward."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.app.ports import Clock

START = time(10)  # outside quiet hours, whenever somebody looks at the demo
MORNING = time(9, 30)
EVENING = time(18)


class DemoClock:
    """A clock that is ahead of another one by `ahead`."""

    def __init__(self, clock: Clock, ahead: timedelta = timedelta()) -> None:
        self._clock = clock
        self.ahead = ahead

    def now(self) -> datetime:
        """Give the demo's time in UTC."""
        return self._clock.now().astimezone(UTC) + self.ahead

    def move_to(self, when: datetime) -> None:
        """Move forward to a moment. Raises ValueError for one that is past: words cannot be unsaid."""
        if when < self.now():
            raise ValueError("the demo's clock only goes forward")
        self.ahead = when - self._clock.now()

    def move(self, wish: str, zone: ZoneInfo) -> None:
        """Move as a button of the demo page says. Raises ValueError for another wish."""
        now = self.now().astimezone(zone)
        match wish:
            case "ten-minutes":
                self.move_to(now.astimezone(UTC) + timedelta(minutes=10))
            case "hour":
                self.move_to(now.astimezone(UTC) + timedelta(hours=1))
            case "week":
                self.move_to(now + timedelta(weeks=1))
            case "morning":
                self.move_to(datetime.combine(now.date() + timedelta(days=1), MORNING, zone))
            case "evening":
                today = datetime.combine(now.date(), EVENING, zone)
                later = datetime.combine(now.date() + timedelta(days=1), EVENING, zone)
                self.move_to(today if today > now else later)
            case _:
                raise ValueError("the demo's clock knows no such wish")


WISHES = ("ten-minutes", "hour", "evening", "morning", "week")


def to_start(clock: Clock, zone: ZoneInfo) -> timedelta:
    """Give how far ahead the demo's clock begins: at ten o'clock on a day that is not over."""
    now = clock.now()
    local = now.astimezone(zone)
    start = datetime.combine(local.date(), START, zone)
    if start < now:
        start = datetime.combine(local.date() + timedelta(days=1), START, zone)
    return start - now
