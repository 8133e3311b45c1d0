"""Every scripted conversation holds, and reads as the golden transcript beside it.

A transcript is for people to read and correct. `make transcripts` writes them anew; look at the difference.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.channels.script.player import play
from bot.channels.script.script_file import read_script
from bot.channels.script.transcript import Line
from bot.settings import Settings
from bot.understanding.embedded import Embedded

HERE = Path(__file__).parent
SCRIPTS = sorted(HERE.glob("*.yml"))
LONDON = ZoneInfo("Europe/London")


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Embedded:
    """One model for all scripts; training it takes seconds."""
    training = Settings().words / "training" / "en-GB"
    cache = tmp_path_factory.mktemp("nlu")
    return Embedded.from_training(training, cache, now=lambda: datetime(2026, 11, 30, 10, tzinfo=LONDON))


@pytest.mark.slow
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
async def test_a_scripted_conversation_holds_and_reads_as_before(
    script: Path, engine: Embedded, request: pytest.FixtureRequest
) -> None:
    lines: list[Line] = []
    missed = await play(read_script(script), script, lines.append, engine=engine)
    assert missed == []
    spoken = "".join(f"{line.as_text()}\n" for line in lines)
    golden = script.with_suffix(".txt")
    if request.config.getoption("--update-transcripts"):
        golden.write_text(spoken, encoding="utf-8")
    assert spoken == golden.read_text(encoding="utf-8"), "run `make transcripts` and look at the difference"
