"""The commands an operator uses: demo, run, invite, doctor, key."""

from __future__ import annotations

import asyncio
import base64
import os
import signal
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

import click

from bot.settings import MASTER_KEY_BYTES, Settings, SettingsWrong, load_settings

SETTINGS_WRONG = 2


def _settings() -> Settings:
    try:
        settings = load_settings()
        settings.read_master_key()
    except SettingsWrong as wrong:
        _end(str(wrong))
    return settings


def _end(text: str) -> NoReturn:
    click.echo(text, err=True)
    sys.exit(SETTINGS_WRONG)


@click.command()
@click.option("--port", default=8000, show_default=True, help="Where the page is.")
@click.option("--data", type=click.Path(path_type=Path), help="Keep the demo in this folder.")
def demo(port: int, data: Path | None) -> None:
    """Open a page with several phones, a circle and a clock. Everyone in it is made up."""
    from bot.channels.web.serve import serve_demo  # noqa: PLC0415 - keeps --help fast
    from bot.logs import set_up_logs  # noqa: PLC0415

    set_up_logs()

    def started(address: str) -> None:
        click.echo(f"Open {address} in your browser. Press ctrl-c to end.")

    with tempfile.TemporaryDirectory(prefix="alongside-demo-") as folder:
        try:
            asyncio.run(serve_demo("127.0.0.1", port, data or Path(folder), started=started))
        except KeyboardInterrupt:
            click.echo("The demo has ended.")
        except OSError as error:
            _end(f"Port {port} cannot be used: {error.strerror}. Try another with --port.")


@click.command()
def run() -> None:
    """Run Alongside: the web chat, and Telegram when there is a token."""
    from bot.logs import set_up_logs  # noqa: PLC0415 - keeps --help fast
    from bot.running import run_until  # noqa: PLC0415
    from bot.store import KeysRefused  # noqa: PLC0415

    settings = _settings()
    set_up_logs()
    click.echo(
        "This version is for trying out. No safeguarding is set up: nobody is told when a person writes "
        "that they are in danger. They get phone numbers, and the people you named.",
        err=True,
    )

    async def main() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, stop.set)
        await run_until(settings, stop)

    try:
        asyncio.run(main())
    except (SettingsWrong, KeysRefused) as wrong:
        _end(str(wrong))
    except OSError as error:
        _end(f"Port {settings.web_port} cannot be used: {error.strerror}. Set ALONGSIDE_WEB_PORT.")


@click.command()
@click.argument("kind", type=click.Choice(["facilitator", "member", "supporter", "operator"]))
def invite(kind: str) -> None:
    """Make a link that one person can use once, to begin as KIND. The first one is a facilitator."""
    from bot.running import make_invite  # noqa: PLC0415 - keeps --help fast
    from bot.store import KeysRefused  # noqa: PLC0415

    try:
        lines = asyncio.run(make_invite(_settings(), kind))
    except (SettingsWrong, KeysRefused) as wrong:
        _end(str(wrong))
    for line in lines:
        click.echo(line)


@click.command()
def doctor() -> None:
    """Check the settings, and say what to do."""
    settings = _settings()
    click.echo(f"Data: {settings.data.resolve()}")
    click.echo(f"Keys: {settings.keys_folder.resolve()}")
    if settings.keys_folder.resolve().is_relative_to(settings.data.resolve()):
        click.echo("Set ALONGSIDE_KEYS to a folder outside the data, so that a backup of one has no other.")
    if not settings.people or not settings.people_phone:
        click.echo("Set ALONGSIDE_PEOPLE and ALONGSIDE_PEOPLE_PHONE: who answers 'Talk to a person'.")
    click.echo(f"Web chat: {settings.link_base}")
    if settings.telegram_token is None:
        click.echo("Telegram: no token. Ask @BotFather for one and set ALONGSIDE_TELEGRAM_TOKEN.")
    click.echo("Safeguarding: not set up. This version is for trying out.")


@click.command()
def key() -> None:
    """Make a master key. Keep a copy somewhere safe: without it nobody can read people's words again."""
    click.echo(base64.b64encode(os.urandom(MASTER_KEY_BYTES)).decode())
