"""When something happens, as a person said it and as it was understood."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.domain.plain import plain
from bot.domain.repeating import Repeats


@plain
@dataclass(frozen=True)
class When:
    """A day, a time of day, a rhythm, or several of them; never a guess.

    `day` is the first day for something that repeats. `unclear` holds the days that the words could
    mean ('next Tuesday') and `unclear_times` the times ('at 2'); a question chooses between them.
    `in_past` says that the words name a day before today. `span` is where in the text the words stand.
    """

    day: dt.date | None = None
    time: dt.time | None = None
    repeats: Repeats | None = None
    span: tuple[int, int] = (0, 0)
    unclear: tuple[dt.date, ...] = ()
    unclear_times: tuple[dt.time, ...] = ()
    in_past: bool = False
