"""Updates a second: the whole assistant, everything committed, beside a bare echo in the same run."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.running import (
    Process,
    assistant,
    bare_echo,
    know,
    meet,
    sent,
    settings_in,
    started,
    trained,
    until,
)
from tests.fakes.bot_api.client import FakeTelegram, server_process, talking_to

CHATS = 300


@dataclass(frozen=True)
class Load:
    """What every chat sends at once, and how many messages it gets for it."""

    name: str
    lines: Sequence[str]
    replies: int


THANKS = Load("one reply each", ("thanks",), 1)
TWO_QUESTIONS = Load("the first question asked and answered", ("hello", "to grow things"), 3)
LOADS = (THANKS, TWO_QUESTIONS)


@dataclass(frozen=True)
class Burst:
    """One measurement: updates a second, processor milliseconds an update, resident bytes afterwards."""

    per_second: float
    cpu_ms: float
    resident: int


async def burst(process: Process, telegram: FakeTelegram, people: Sequence[int], load: Load) -> Burst:
    """Everybody writes at once; over when the last answer is there."""
    queued = [(person, line) for line in load.lines for person in people]
    already = await sent(telegram)
    replies = already + (len(queued) if "echo" in process.log.name else len(people) * load.replies)

    async def all_there() -> bool:
        return await sent(telegram) >= replies

    cpu, began = process.cpu(), time.perf_counter()
    await telegram.queue(queued)
    await until(all_there, seconds=120, of=process)
    seconds = time.perf_counter() - began
    spent = process.cpu() - cpu
    return Burst(len(queued) / seconds, spent / len(queued) * 1000, process.resident())


async def one_run(load: Load, *, echo: bool) -> Burst:
    """A fresh server, fresh data, a process that is ready, one burst."""
    with tempfile.TemporaryDirectory() as made, server_process() as server:
        folder = Path(made)
        async with talking_to(server.url) as telegram:
            people = await meet(telegram, CHATS)
            if not echo:
                await know(settings_in(folder, server.url), people)
                trained(folder)
            process = (bare_echo if echo else assistant)(folder, server.url)
            async with started(process, telegram):
                return await burst(process, telegram, people, load)


async def measure(runs: int) -> dict[str, Any]:
    """Medians over several runs; each ratio is against the echo of its own run."""
    figures: dict[str, Any] = {}
    for load in LOADS:
        bare: list[Burst] = []
        whole: list[Burst] = []
        for _ in range(runs):
            bare.append(await one_run(load, echo=True))
            whole.append(await one_run(load, echo=False))
        pairs = zip(whole, bare, strict=True)
        ratios = [one.per_second / echo.per_second for one, echo in pairs]
        figures[load.name] = {
            "updates a second": round(statistics.median(one.per_second for one in whole), 1),
            "bare echo, updates a second": round(statistics.median(one.per_second for one in bare), 1),
            "ratio (target: at least 1.0)": round(statistics.median(ratios), 2),
            "ratios": [round(ratio, 2) for ratio in ratios],
            "CPU ms an update": round(statistics.median(one.cpu_ms for one in whole), 2),
            "bare echo, CPU ms an update": round(statistics.median(one.cpu_ms for one in bare), 2),
            "memory after the burst, MB (target: under 250)": round(
                statistics.median(one.resident for one in whole) / 1e6, 1
            ),
        }
    return figures
