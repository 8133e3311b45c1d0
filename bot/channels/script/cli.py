"""`alongside play` and `alongside chat`."""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path
from typing import NoReturn

import click
import orjson

from bot.channels.script.script_file import read_script
from bot.channels.script.script_parts import NotYet, ScriptWrong
from bot.channels.script.transcript import Line
from bot.logs import set_up_logs
from bot.settings import SettingsWrong

DOES_NOT_HOLD = 1
CANNOT_BE_READ = 2


def _printer(*, as_json: bool) -> object:
    def print_line(line: Line) -> None:
        click.echo(orjson.dumps(line.as_json()).decode() if as_json else line.as_text())

    return print_line


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a message.")
def play(file: Path, *, as_json: bool) -> None:
    """Play a scripted conversation and print what was said.

    Ends with 0 when every expectation holds, 1 when one does not, 2 when the script cannot be read.
    """
    from bot.channels.script.player import play as play_script  # noqa: PLC0415 - keeps --help fast

    set_up_logs(logging.CRITICAL)
    try:
        script = read_script(file)
        missed = asyncio.run(play_script(script, file, _printer(as_json=as_json)))  # type: ignore[arg-type]
    except NotYet as later:
        _end(f"not yet: {later}", CANNOT_BE_READ)
    except (ScriptWrong, SettingsWrong) as wrong:
        _end(str(wrong), CANNOT_BE_READ)
    for miss in missed:
        click.echo(f"{file}: {miss}", err=True)
    sys.exit(DOES_NOT_HOLD if missed else 0)


@click.command()
@click.option("--as", "who", required=True, help="Who you are.")
@click.option("--circle", help="Talk in this circle's group chat.")
@click.option("--data", type=click.Path(path_type=Path), help="Keep everything in this folder.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a message.")
def chat(who: str, circle: str | None, data: Path | None, *, as_json: bool) -> None:
    """Talk to Alongside in this window. A line is a message, or [a button]; /wait 2 days moves the clock."""
    from bot.channels.script.terminal import talk  # noqa: PLC0415 - keeps --help fast

    set_up_logs(logging.CRITICAL)
    if data is not None:
        data.mkdir(parents=True, exist_ok=True)
    try:
        asyncio.run(talk(who, circle, data, _printer(as_json=as_json)))  # type: ignore[arg-type]
    except ScriptWrong as wrong:
        _end(str(wrong), CANNOT_BE_READ)


def _end(text: str, code: int) -> NoReturn:
    click.echo(text, err=True)
    sys.exit(code)
