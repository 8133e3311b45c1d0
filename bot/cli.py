"""The commands. Each is imported when it is used, so that `alongside --help` answers at once."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

COMMANDS = {
    "demo": ("bot.commands:demo", "Try Alongside here, with people we made up."),
    "run": ("bot.commands:run", "Run Alongside for real people."),
    "invite": ("bot.commands:invite", "Make a link for the first facilitator."),
    "doctor": ("bot.commands:doctor", "Check the settings, and say what to do."),
    "key": ("bot.commands:key", "Make a master key."),
    "play": ("bot.channels.script.cli:play", "Play a scripted conversation."),
    "chat": ("bot.channels.script.cli:chat", "Talk to Alongside in this window."),
    "words": ("bot.content.cli:words", "Check and list the words people read."),
    "nlu": ("bot.understanding.cli:nlu", "Train and try the understanding of plain words."),
    "backup": ("bot.store.cli:backup", "Copy the data and the keys, to two places."),
    "restore": ("bot.store.cli:restore", "Bring data and keys back from a backup."),
}


class Later(click.Group):
    """A group that knows its commands' names and imports them when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names in the order a facilitator needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in COMMANDS.items()])


@click.group(cls=Later, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="alongside")
def main(**_: Any) -> None:
    """Alongside helps groups plan and do things together.

    Start with `alongside demo`. Each command says more with --help.
    """
