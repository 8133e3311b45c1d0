"""`alongside nlu`: train the model, and see what messages mean (nlu.md, 'Command line')."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn
from zoneinfo import ZoneInfo

import click
import orjson

from bot.understanding.embedded import Embedded
from bot.understanding.order import Understanding
from bot.understanding.safety import SafetyRules, SafetyRulesUnreadable
from nlu.intent_model import cached_model
from nlu.training import TrainingUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from bot.understanding.meaning import Meaning

_DATA: Final = Path(__file__).resolve().parents[2] / "data"
_LOCALE: Final = "en-GB"
_ZONE: Final = ZoneInfo("Europe/London")
_CANNOT_READ: Final = 2
"""Exit code for input that cannot be read or asks for what is not here yet."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the training files, the safety rules and the cached models are."""

    training: Path
    safety: Path
    cache: Path

    @classmethod
    def usual(cls) -> Places:
        """Return the places of this installation; the cache is in ALONGSIDE_DATA, else in ~/.cache."""
        data = os.environ.get("ALONGSIDE_DATA")
        home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        cache = Path(data) / "models" if data else Path(home) / "alongside" / "models"
        return cls(_DATA / "training" / _LOCALE, _DATA / "safety" / f"{_LOCALE}.yml", cache)


class _UnreadableInput(Exception):
    """A line of the messages is not what the contract says; holds the line's number, never its words."""


@click.group()
def nlu() -> None:
    """Train and try out how the assistant understands messages."""


@nlu.command()
@click.option("--cache", type=click.Path(file_okay=False, path_type=Path), help="Folder for the model.")
def train(cache: Path | None) -> None:
    """Learn from the sentences in data/training."""
    places = Places.usual()
    begun = time.perf_counter()
    try:
        model = cached_model(places.training, cache or places.cache)
    except TrainingUnreadable as error:
        _stop(str(error))
    took = time.perf_counter() - begun
    click.echo(f"embedded: {len(model.intents)} meanings, ready in {took:.1f} seconds.")


@nlu.command()
@click.option("--engine", type=click.Choice(["embedded", "rasa"]), default="embedded", show_default=True)
@click.option("--cache", type=click.Path(file_okay=False, path_type=Path), help="Folder for the model.")
def parse(engine: str, cache: Path | None) -> None:
    """Read messages as JSON lines, {"text": "..."}, and write what each one means, in order."""
    if engine == "rasa":
        _stop("The rasa engine is not yet here. Use --engine embedded.")
    places = Places.usual()
    now = datetime.now(_ZONE)
    try:
        understanding = Understanding(
            SafetyRules.load(places.safety),
            Embedded.from_training(places.training, cache or places.cache, now=lambda: now),
        )
        asyncio.run(_answer(understanding))
    except (TrainingUnreadable, SafetyRulesUnreadable, _UnreadableInput) as error:
        _stop(str(error))


async def _answer(understanding: Understanding) -> None:
    out = sys.stdout.buffer
    for text in _texts(sys.stdin.buffer):
        out.write(orjson.dumps(_row(await understanding.of(text)), option=orjson.OPT_APPEND_NEWLINE))
        out.flush()


def _texts(stream: BinaryIO) -> Iterator[str]:
    """Yield the text of each line. Raises _UnreadableInput with the number of a line that is none."""
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise _UnreadableInput(
                f'Line {number} is not JSON. A line is like {{"text": "hello"}}.'
            ) from error
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise _UnreadableInput(f'Line {number} has no "text". A line is like {{"text": "hello"}}.')
        if len(row) > 1:
            raise _UnreadableInput(f'Line {number} has keys besides "text". Only "text" is read.')
        yield row["text"]


def _row(meaning: Meaning) -> dict[str, object]:
    return {
        "text": meaning.text,
        "intent": meaning.intent,
        "confidence": round(meaning.confidence, 4),
        "what": meaning.what,
        "when": meaning.when,
        "who": meaning.who,
        "engine": meaning.engine,
        "ranking": [{"intent": name, "confidence": round(sure, 4)} for name, sure in meaning.ranking],
    }


def _stop(why: str) -> NoReturn:
    click.echo(why, err=True)
    raise SystemExit(_CANNOT_READ)
