"""python -m tests.bench [--quick] [--only PART] [--json FILE]: measure, print a table and JSON."""

from __future__ import annotations

import argparse
import asyncio
import platform
import sys
from collections.abc import Awaitable, Callable
from os import cpu_count
from pathlib import Path
from typing import Any

import orjson

from tests.bench import killing, starting, throughput, turns

PARTS: dict[str, Callable[[bool], Awaitable[dict[str, Any]]]] = {
    "turn in process": lambda _quick: turns.measure(),
    "updates over the fake server": lambda quick: throughput.measure(1 if quick else 5),
    "kill -9 during 300 updates": lambda quick: killing.measure(2 if quick else 10),
    "start": lambda quick: starting.measure(1 if quick else 5),
}


def rows(figures: dict[str, Any], depth: int = 0) -> list[str]:
    """A line for each figure, those of a part under its name."""
    lines: list[str] = []
    for name, value in figures.items():
        label = f"{'  ' * depth}{name}"
        if isinstance(value, dict):
            lines += [label, *rows(value, depth + 1)]
        else:
            lines.append(f"{label:64} {value}")
    return lines


async def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs: to see that it works")
    parser.add_argument("--only", choices=sorted(PARTS), help="one part")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    options = parser.parse_args()
    figures: dict[str, Any] = {
        "machine": {"cores": cpu_count(), "python": platform.python_version(), "system": platform.system()}
    }
    for name, measure in PARTS.items():
        if options.only in (None, name):
            sys.stderr.write(f"{name} ...\n")
            figures[name] = await measure(options.quick)
    sys.stdout.write("\n".join(rows(figures)) + "\n")
    text = orjson.dumps(figures, option=orjson.OPT_INDENT_2)
    sys.stdout.write(text.decode() + "\n")
    if options.json is not None:
        options.json.write_bytes(text)


if __name__ == "__main__":
    asyncio.run(main())
