"""From the start of the process to its first reply, with the model of understanding trained before."""

from __future__ import annotations

import signal
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.running import assistant, know, meet, sent, settings_in, started, until
from tests.fakes.bot_api.client import server_process, talking_to


async def measure(runs: int) -> dict[str, Any]:
    """Medians, in seconds. The first start of all trains the model and is told apart."""
    with tempfile.TemporaryDirectory() as made, server_process() as server:
        folder = Path(made)
        async with talking_to(server.url) as telegram:
            (person,) = await meet(telegram, 1)
            await know(settings_in(folder, server.url), [person])
            process = assistant(folder, server.url)
            took: list[float] = []
            resident: list[int] = []
            for _ in range(runs + 1):
                await telegram.queue([(person, "thanks")])
                before = await sent(telegram)

                async def answered(before: int = before) -> bool:
                    return await sent(telegram) > before

                began = time.perf_counter()
                async with started(process, telegram):
                    await until(answered, seconds=60, of=process, every=0.002)
                    took.append(time.perf_counter() - began)
                    resident.append(process.resident())
                    process.end(signal.SIGTERM)
    first, *warm = took
    return {
        "start to first reply, s (target: under 3)": round(statistics.median(warm), 2),
        "first start of all, which trains the model, s": round(first, 2),
        "memory then, MB (target: under 250)": round(resident[0] / 1e6, 1),
        "memory after any other start, MB": round(statistics.median(resident[1:]) / 1e6, 1),
    }
