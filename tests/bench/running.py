"""`alongside run` and a bare echo, each as a process of its own, talking to the fake Bot API server."""

from __future__ import annotations

import asyncio
import atexit
import base64
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bot.domain.people import Account, Kind, Person
from bot.settings import Settings, load_settings
from bot.wiring import RandomIds, load_engine, open_named_store
from tests.fakes.bot_api.client import ROOT, TOKEN, FakeTelegram

MASTER_KEY = base64.b64encode(bytes(range(32))).decode()
SENDING = ("sendMessage", "sendPhoto")


def settings_in(folder: Path, url: str) -> Settings:
    """The settings of a run against the fake server."""
    return load_settings(
        data=folder, master_key=MASTER_KEY, telegram_api=url, telegram_token=TOKEN, telegram_paced=False
    )


def environment(folder: Path, url: str) -> dict[str, str]:
    return os.environ | {
        "ALONGSIDE_DATA": str(folder),
        "ALONGSIDE_MASTER_KEY": MASTER_KEY,
        "ALONGSIDE_TELEGRAM_TOKEN": TOKEN,
        "ALONGSIDE_TELEGRAM_API": url,
        "ALONGSIDE_TELEGRAM_PACED": "false",
        "ALONGSIDE_WEB_PORT": "0",
    }


@dataclass
class Process:
    """A bot under way. `log` is where its standard error goes."""

    command: Sequence[str]
    environment: dict[str, str]
    log: Path
    running: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(
                self.command, env=self.environment, cwd=ROOT, stdout=log, stderr=log
            )

    def end(self, sign: signal.Signals) -> int:
        """Send a signal and wait. What the process returned."""
        assert self.running is not None
        self.running.send_signal(sign)
        code = self.running.wait(30)
        self.running = None
        return code

    @property
    def pid(self) -> int:
        assert self.running is not None
        return self.running.pid

    def resident(self) -> int:
        """Bytes of memory that the process holds now."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        parts = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def assistant(folder: Path, url: str) -> Process:
    """`alongside run` with its data in a folder."""
    command = (str(Path(sys.executable).with_name("alongside")), "run")
    return Process(command, environment(folder, url), folder / "run.log")


def bare_echo(folder: Path, url: str) -> Process:
    """A stock python-telegram-bot application that answers each text with itself and keeps nothing."""
    return Process((sys.executable, "-m", "tests.bench.echo", url), dict(os.environ), folder / "echo.log")


@asynccontextmanager
async def started(process: Process, telegram: FakeTelegram) -> AsyncIterator[Process]:
    """The process from when it first asks for updates until it is ended."""
    before = len(await telegram.calls("getUpdates"))
    process.start()
    try:
        await until(lambda: asked(telegram, before), seconds=60, of=process)
        yield process
    finally:
        if process.running is not None:
            process.end(signal.SIGTERM)


async def asked(telegram: FakeTelegram, before: int) -> bool:
    return len(await telegram.calls("getUpdates")) > before


async def sent(telegram: FakeTelegram) -> int:
    """Messages that the bot has sent."""
    return sum([await telegram.count(method) for method in SENDING])


async def until(
    true: Callable[[], Awaitable[bool]], *, seconds: float, of: Process | None = None, every: float = 0.01
) -> float:
    """Wait for what happens in other processes. The seconds it took. Raises TimeoutError, RuntimeError."""
    began = time.perf_counter()
    async with asyncio.timeout(seconds):
        while not await true():
            if of is not None and of.running is not None and of.running.poll() is not None:
                raise RuntimeError(f"the bot ended: {of.log.read_text()[-2000:]}")
            await asyncio.sleep(every)
    return time.perf_counter() - began


async def meet(telegram: FakeTelegram, count: int) -> list[int]:
    """People who have started the bot; their numbers."""
    people = [await telegram.person(f"Person {number}", started=True) for number in range(count)]
    return [person.id for person in people]


@cache
def _model() -> Path:
    """A folder with the model of understanding, trained once for all measurements that are not about that."""
    kept = Path(tempfile.mkdtemp(prefix="alongside-bench-"))
    atexit.register(shutil.rmtree, kept)
    load_engine(settings_in(kept, ""), cache=kept / "nlu")
    return kept / "nlu"


def trained(folder: Path) -> None:
    """Put the trained model where a run finds it, as any start but the first does."""
    shutil.copytree(_model(), folder / "nlu", dirs_exist_ok=True)


async def know(settings: Settings, numbers: Sequence[int], *, pictures: bool = True) -> None:
    """Put people in the store who have joined and said hello, each with their Telegram account."""
    store = await open_named_store(settings)
    ids = RandomIds()
    now = datetime.now(UTC)
    async with store.transaction() as tx:
        for number in numbers:
            person = Person(ids.new(), "Sam", Kind.MEMBER, pictures=pictures, greeted=True, joined=now)
            await tx.people.add(person)
            await tx.people.put_account(Account("telegram", str(number), person.id, last_used=now))
    await store.close()
