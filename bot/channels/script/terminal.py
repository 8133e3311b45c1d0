"""`alongside chat`: the script channel by hand, one line at a time."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot.channels.script.player import Player
from bot.channels.script.script_file import length
from bot.channels.script.script_parts import CircleIn, PersonIn, Script, ScriptWrong, Step
from bot.channels.script.transcript import ASSISTANT, Line
from bot.channels.script.world import World

CLOCK = "clock.json"  # where the moved clock stays between two runs


async def talk(who: str, circle: str | None, data: Path | None, print_line: Callable[[Line], None]) -> None:
    """Read lines until there are no more. The state stays in `data` between runs."""
    circles = {circle: CircleIn(members=[who])} if circle else {}
    script = Script(people={who: PersonIn(new=True)}, circles=circles)
    if data is None:
        with tempfile.TemporaryDirectory(prefix="alongside-chat-") as folder:
            await _talk(who, circle, script, Path(folder), print_line)
    else:
        await _talk(who, circle, script, data, print_line)


async def _talk(
    who: str, circle: str | None, script: Script, folder: Path, print_line: Callable[[Line], None]
) -> None:
    kept = _kept(folder)
    if kept:
        script = script.model_copy(update={"start": datetime.fromisoformat(kept["at"])})
    world = await World.begin(script, folder, ids=kept.get("ids", 0))
    world.updates = kept.get("updates", 0)
    for channel, chats in kept.get("chats", {}).items():
        world.channels[channel].restore(chats)
    player = Player(script, world, folder)
    try:
        for number, line in enumerate(sys.stdin, start=1):
            text = line.rstrip("\n")
            if not text:
                continue
            try:
                await player.one(_step(number, who, circle, text), lambda said: _answer(said, print_line))
            except ScriptWrong as wrong:
                click.echo(str(wrong), err=True)
    finally:
        _keep(folder, world)
        await world.close()


def _answer(line: Line, print_line: Callable[[Line], None]) -> None:
    if line.sender == ASSISTANT:
        print_line(line)


def _step(number: int, who: str, circle: str | None, text: str) -> Step:
    if text.startswith("/wait "):
        return Step(line=number, wait=length(number, text.removeprefix("/wait ")))
    return Step(line=number, who=who, text=text, circle=circle)


def _kept(folder: Path) -> dict[str, Any]:
    path = folder / CLOCK
    if not path.exists():
        return {}
    kept: dict[str, Any] = json.loads(path.read_text())
    return kept


def _keep(folder: Path, world: World) -> None:
    local = world.clock.at.astimezone(world.script.zone).replace(tzinfo=None)
    kept = {
        "at": local.isoformat(),
        "updates": world.updates,
        "ids": world.ids.count,
        "chats": {name: channel.kept() for name, channel in world.channels.items()},
    }
    (folder / CLOCK).write_text(json.dumps(kept))
