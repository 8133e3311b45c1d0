"""The operator's commands, as they are typed."""

from __future__ import annotations

import asyncio
import base64
import socket
from pathlib import Path

import aiohttp
import pytest
from click.testing import CliRunner, Result

from bot.cli import COMMANDS, main
from bot.running import run_until
from bot.settings import load_settings

KEY = base64.b64encode(b"k" * 32).decode()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings of its own, as a charity's machine would have."""
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "DATA": str(tmp_path / "data"),
        "KEYS": str(tmp_path / "keys"),
        "MASTER_KEY": KEY,
        "WEB_PORT": "0",
    }.items():
        monkeypatch.setenv(f"ALONGSIDE_{name}", value)
    return tmp_path


def type_in(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_help_names_every_command_in_words_a_facilitator_understands() -> None:
    shown = type_in("--help").output
    assert all(name in shown and says in shown for name, (_, says) in COMMANDS.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_explain_itself(name: str) -> None:
    result = type_in(name, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_an_unknown_command_is_said_plainly() -> None:
    result = type_in("frobnicate")
    assert result.exit_code == 2
    assert "No such command" in result.output


def test_a_key_is_32_bytes_and_never_the_same_twice() -> None:
    keys = {type_in("key").output.strip() for _ in range(3)}
    assert len(keys) == 3
    assert {len(base64.b64decode(key)) for key in keys} == {32}


def test_an_invite_is_a_link_for_each_channel_and_its_token_is_not_kept(home: Path) -> None:
    result = type_in("invite", "facilitator")
    assert result.exit_code == 0
    (link,) = result.output.split()
    token = link.rsplit("/", 1)[1]
    assert link.startswith("http://127.0.0.1:")
    assert len(token) == 43
    stored = b"".join(path.read_bytes() for path in (home / "data").glob("alongside.db*"))
    assert token.encode() not in stored


def test_without_a_master_key_it_says_how_to_make_one(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALONGSIDE_MASTER_KEY")
    result = type_in("invite", "facilitator")
    assert result.exit_code == 2
    assert "alongside key" in result.output
    assert not (home / "data").exists()


def test_another_master_key_than_before_is_refused_before_anything_is_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home.exists()
    assert type_in("invite", "facilitator").exit_code == 0
    monkeypatch.setenv("ALONGSIDE_MASTER_KEY", base64.b64encode(b"x" * 32).decode())
    result = type_in("invite", "facilitator")
    assert result.exit_code == 2
    assert "master key" in result.output


def test_doctor_says_what_is_missing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_KEYS", str(home / "data" / "keys"))
    shown = type_in("doctor").output
    for name in (
        "ALONGSIDE_KEYS",
        "ALONGSIDE_PEOPLE",
        "ALONGSIDE_TELEGRAM_TOKEN",
        "Safeguarding: not set up",
    ):
        assert name in shown


@pytest.mark.slow
async def test_run_serves_the_web_chat_until_it_is_told_to_stop(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    monkeypatch.setenv("ALONGSIDE_WEB_PORT", str(port))
    stop = asyncio.Event()
    running = asyncio.create_task(run_until(load_settings(), stop))
    async with aiohttp.ClientSession() as session:
        status = await _first_answer(session, f"http://127.0.0.1:{port}/join/not-a-link", running)
    stop.set()
    await asyncio.wait_for(running, 10)
    assert status in {200, 404}
    assert (home / "data" / "alongside.db").exists()


async def _first_answer(session: aiohttp.ClientSession, url: str, running: asyncio.Task[None]) -> int:
    for _ in range(300):
        if running.done():
            running.result()
        try:
            async with session.get(url) as answer:
                return answer.status
        except aiohttp.ClientConnectionError:
            await asyncio.sleep(0.1)
    raise AssertionError("the page never came")
