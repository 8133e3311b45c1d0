"""When something happens, as a person said it and as it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from bot.domain.repeating import Repeats


@dataclass(frozen=True)
class When:
    """A day, a time of day, a rhythm, or several of them; never a guess.

    `day` is the first day for something that repeats. `unclear` holds the days that the words could
    mean ('next Tuesday') and `unclear_times` the times ('at 2'); a question chooses between them.
    `in_past` says that the words name a day before today. `span` is where in the text the words stand.
    """

    day: date | None = None
    time: time | None = None
    repeats: Repeats | None = None
    span: tuple[int, int] = (0, 0)
    unclear: tuple[date, ...] = ()
    unclear_times: tuple[time, ...] = ()
    in_past: bool = False
