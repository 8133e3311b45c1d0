"""Nobody's words, names or keys reach a log, also not a library's, also not with a fault."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.app.faults import report
from bot.app.messages import MediaIn, UnusableIn
from bot.logs import set_up_logs
from tests.app.rooms import open_rooms

CANARY = "xylophone"


@pytest.fixture
def logs() -> Iterator[None]:
    root, before = logging.getLogger(), logging.getLogger().level
    handlers = list(root.handlers)
    yield
    root.handlers[:] = handlers
    root.setLevel(before)
    structlog.reset_defaults()


@pytest.mark.usefixtures("logs")
async def test_a_whole_conversation_leaves_no_word_in_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    set_up_logs(logging.DEBUG)
    logging.getLogger().setLevel(logging.DEBUG)
    async with open_rooms(tmp_path, people={CANARY: {}, "lee": {}}, circles={}) as rooms:
        for said in (f"hello {CANARY}", "blah", f"my brother hit me {CANARY}", "help", "", CANARY * 900):
            await rooms.says(CANARY, said)
        await rooms.says(CANARY, UnusableIn("sticker"))
        await rooms.says(CANARY, MediaIn("photo", "image/png", 9, remote=CANARY, caption=CANARY))

        async def broken(*_: object) -> None:
            raise RuntimeError(CANARY)

        monkeypatch.setattr("bot.app.turn.Turns._speak", broken)
        await rooms.says(CANARY, f"{CANARY} breaks")
    out = capsys.readouterr()
    lines = [json.loads(line) for line in out.err.splitlines()]
    assert {"turn-broke", "safety-reply", "library"} <= {line["event"] for line in lines}
    assert CANARY not in out.err + out.out


@pytest.mark.usefixtures("logs")
def test_a_fault_is_named_with_its_place_and_without_its_text(capsys: pytest.CaptureFixture[str]):
    set_up_logs()
    try:
        int(CANARY)
    except ValueError as error:
        report(structlog.get_logger(), "broke", error, update=1)
        logging.getLogger("a-library").exception("with %s", CANARY)
    ours, library = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert (ours["event"], ours["error"], ours["update"], ours["where"]) == (
        "broke",
        "ValueError",
        1,
        "outside",
    )
    assert (library["logger"], library["error"]) == ("a-library", "ValueError")


@pytest.mark.usefixtures("logs")
def test_a_libraries_news_are_left_out(capsys: pytest.CaptureFixture[str]):
    set_up_logs()
    logging.getLogger("a-library").info("news")
    logging.getLogger("a-library").warning("trouble")
    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["level"] == "warning"
