"""A real browser before a real demo server.

Without a browser these tests are left out, with a line that says how to get one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

CHROMIUM = Path(os.environ.get("ALONGSIDE_CHROMIUM", "/usr/bin/chromium"))
HOW = f"no browser at {CHROMIUM}: apt-get install -y chromium, or set ALONGSIDE_CHROMIUM"
ROOT = Path(__file__).parent.parent.parent
SERVE = """
import asyncio, sys
from pathlib import Path
from bot.channels.web.serve import serve_demo
started = lambda at: print(at, flush=True)
asyncio.run(serve_demo("127.0.0.1", int(sys.argv[2]), Path(sys.argv[1]), started=started))
"""


class DemoServer:
    """A demo in a process of its own; it can be stopped and carried on at the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = ""
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        port = self.url.rpartition(":")[2] or "0"
        with (self.folder.parent / "demo.log").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", SERVE, str(self.folder), port],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                cwd=ROOT,
            )
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().strip()
        assert self.url, (self.folder.parent / "demo.log").read_text()

    def stop(self, *, kill: bool = False) -> None:
        if self.process is None:
            return
        if kill:
            self.process.kill()
        else:
            self.process.terminate()
        self.process.wait(20)
        if self.process.stdout is not None:
            self.process.stdout.close()
        self.process = None

    @property
    def log(self) -> str:
        return (self.folder.parent / "demo.log").read_text()


@contextmanager
def _demo(folder: Path) -> Iterator[DemoServer]:
    server = DemoServer(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[DemoServer]:
    with _demo(tmp_path / "demo") as server:
        yield server


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if not CHROMIUM.exists():  # noqa: ASYNC240 - once, before anything runs
        if os.environ.get("ALONGSIDE_REQUIRE_PEERS") == "1":
            pytest.fail(HOW)
        pytest.skip(HOW)
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield opened
        await opened.close()
