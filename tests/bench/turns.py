"""One turn in process: from an update handed over to its answers given to the channel, all committed."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from bot.app.receive import Raw
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.parse import Me
from bot.channels.telegram.render import Draft
from bot.content.pictures import Pictures
from bot.content.where import PICTURES
from bot.wiring import load_engine, open_named_store, put_together
from tests.bench.running import know, settings_in

LINES = ("hello", "to grow things", "back", "to grow things", "learn to bake", "my plan", "thanks")
PEOPLE = 40
WARM_UP = 20


@dataclass
class Sink:
    """Takes every call at once, so that only the assistant is measured."""

    calls: int = field(default=0)

    async def call(self, draft: Draft, *, read_timeout: float | None = None) -> Any:  # noqa: ARG002 - Api's
        self.calls += 1
        photo = {"photo": [{"file_id": "A"}]} if draft.method == "sendPhoto" else {}
        return {"message_id": self.calls, **photo}

    async def download(self, path: str) -> bytes:
        raise NotImplementedError(path)


async def measure() -> dict[str, Any]:
    """The median and the slowest of a hundred, in milliseconds."""
    with tempfile.TemporaryDirectory() as made:
        settings = settings_in(Path(made), "http://127.0.0.1:9")
        people = [7_000_000_001 + number for number in range(PEOPLE)]
        await know(settings, people)
        channel = TelegramChannel(Sink(), Me(1, "bench_bot", {}), Pictures.load(PICTURES))
        store = await open_named_store(settings)
        wired = await put_together(settings, {channel.name: channel}, store=store, nlu=load_engine(settings))
        took: list[float] = []
        number = 0
        for line in LINES:
            for person in people:
                number += 1
                raw = Raw(str(number), _update(number, person, line))
                began = time.perf_counter()
                await wired.assistant.receive(channel.name, [raw], number)
                await wired.turns.run()
                await wired.courier.settle()
                took.append((time.perf_counter() - began) * 1000)
        await wired.close()
    measured = took[WARM_UP:]
    return {
        "turns": len(measured),
        "turn p50, ms": round(statistics.median(measured), 2),
        "turn p99, ms": round(statistics.quantiles(measured, n=100)[98], 2),
    }


def _update(number: int, person: int, text: str) -> bytes:
    user = {"id": person, "is_bot": False, "first_name": "Sam"}
    chat = {"id": person, "type": "private", "first_name": "Sam"}
    date = int(datetime.now(UTC).timestamp())
    message = {"message_id": number, "from": user, "chat": chat, "date": date, "text": text}
    return orjson.dumps({"update_id": number, "message": message})
