"""Killed at any moment, the store loses no update, does none twice, and can read every word that is kept."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.store import open_store
from tests.store import samples as s
from tests.store.crashing import take_turns

UPDATES = 600
KILLS = 6
ROOT = Path(__file__).parents[2]


@pytest.mark.slow
async def test_a_store_killed_in_the_middle_of_turns_loses_nothing_and_repeats_nothing(
    data: Path, keys: Path
) -> None:
    data.parent.mkdir()
    keys.parent.mkdir()
    command = [sys.executable, "-m", "tests.store.crashing", str(data), str(keys), str(UPDATES)]
    for kill in range(KILLS):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=os.environ)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.02 + 0.013 * kill)  # noqa: ASYNC251 - nothing else runs here
        process.kill()
        process.wait()
        process.stdout.close()

    store = await open_store(f"sqlite+aiosqlite:///{data}", f"sqlite:///{keys}", s.MASTER)
    async with store.reading() as tx:
        left = len(await tx.inbox.waiting(UPDATES))
    assert 0 < left < UPDATES, "killed too early or too late to show anything"
    while await take_turns(store):
        pass
    async with store.reading() as tx:
        for nr in range(UPDATES):
            queued = await tx.outbox.get(f"{nr}")
            assert queued is not None
            assert queued.parcel.said == s.PARCEL.said
            assert queued.order == nr + 1
        for nr in range(UPDATES // 10):
            assert (await tx.conversations.get(f"p{nr}")).shown == 10
    await store.close()
