"""kill -9 in the middle of 300 updates: what is lost, whether the order holds, what is said twice."""

from __future__ import annotations

import random
import signal
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.running import assistant, know, meet, sent, settings_in, started, trained, until
from tests.fakes.bot_api.client import FakeTelegram, server_process, talking_to
from tests.fakes.bot_api.seen import Seen

LINES = (
    "hello",
    "to grow things",
    "learn to bake",
    "my plan",
    "im gonna water the tomatos on friday",
    "yes",
    "back",
    "yes",
    "again",
    "help",
)
"""What each chat sends, all at once: questions, answers, an answer taken back."""
CHATS = 30


@dataclass
class Killed:
    """What became of 300 updates: `lost` answers, chats whose `order` changed, repeats by kind."""

    lost: int = 0
    out_of_order: int = 0
    repeats: Counter[str] = field(default_factory=Counter)


async def said(telegram: FakeTelegram, person: int) -> list[Seen]:
    return [shown for shown in await telegram.chat(person) if shown.by_bot]


def kind_of(shown: Seen) -> str:
    """A question has buttons that answer it; all else here is a reply."""
    return "question" if any(data.startswith("q:") for row in shown.data for data in row) else "reply"


def compare(expected: Sequence[str], shown: Sequence[Seen], found: Killed) -> None:
    """Walk along what should have been said. What stands there once more than it should is a repeat."""
    texts = [one.text for one in shown]
    missing = Counter(expected) - Counter(texts)
    found.lost += missing.total()
    place = 0
    firsts: list[str] = []
    for one in shown:
        if place < len(expected) and one.text == expected[place]:
            place += 1
            firsts.append(one.text)
        else:
            found.repeats[kind_of(one)] += 1
    if not missing and firsts != list(expected):
        found.out_of_order += 1


async def one_kill(random_: random.Random) -> Killed:
    """Queue 300 updates, kill the process somewhere among the answers, start it again, compare every chat."""
    with tempfile.TemporaryDirectory() as made, server_process() as server:
        folder = Path(made)
        async with talking_to(server.url) as telegram:
            calm, *people = await meet(telegram, CHATS + 1)
            await know(settings_in(folder, server.url), [calm, *people])
            trained(folder)
            process = assistant(folder, server.url)
            async with started(process, telegram):
                await telegram.queue([(calm, line) for line in LINES])
                await until(lambda: quiet(telegram), seconds=60, of=process, every=1.0)
                expected = [shown.text for shown in await said(telegram, calm)]
                total = await sent(telegram) + len(expected) * CHATS
                stop_at = await sent(telegram) + random_.randrange(len(expected) * CHATS * 9 // 10)
                await telegram.queue([(person, line) for line in LINES for person in people])
                await until(lambda: at_least(telegram, stop_at), seconds=60, of=process, every=0.002)
                process.end(signal.SIGKILL)
            async with started(process, telegram):
                await until(lambda: at_least(telegram, total), seconds=60, of=process)
                await until(lambda: quiet(telegram), seconds=60, of=process, every=2.5)
            found = Killed()
            for person in people:
                compare(expected, await said(telegram, person), found)
            return found


async def at_least(telegram: FakeTelegram, count: int) -> bool:
    return await sent(telegram) >= count


class _Before:
    """How many messages there were when asked the last time."""

    count = -1


async def quiet(telegram: FakeTelegram) -> bool:
    """Whether nothing was sent since this was asked the last time, and nothing waits."""
    count = await sent(telegram)
    same, _Before.count = count == _Before.count and count > 0, count
    return same and not await telegram.waiting_updates()


async def measure(kills: int, seed: int = 7) -> dict[str, Any]:
    """The sum over several kills, each in another place."""
    random_ = random.Random(seed)  # noqa: S311 - where to kill, not a secret
    found = [await one_kill(random_) for _ in range(kills)]
    repeats = sum((one.repeats for one in found), Counter[str]())
    return {
        "kills": kills,
        "updates": kills * CHATS * len(LINES),
        "answers lost (target: 0)": sum(one.lost for one in found),
        "chats out of order (target: 0)": sum(one.out_of_order for one in found),
        "said twice": dict(repeats),
    }
