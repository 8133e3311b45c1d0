"""`alongside words`: check the words for Easy Read, and list the keys that scripts go by."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bot.content.where import EVERYDAY_LOCALE, PICTURES, WORDS

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def words() -> None:
    """Look after the words that Alongside says."""


@words.command()
@click.option("--folder", type=_FOLDER, default=WORDS, help="Another folder of words than data/words.")
def check(folder: Path) -> None:
    """Check that every message is easy to read.

    Looks at every message of every language, its second wording, its buttons and the text for its picture.
    Prints what is hard to read, one thing a line, and ends with 1 if there is any.
    """
    from bot.content.check import check as all_problems  # noqa: PLC0415 - keeps `alongside --help` quick
    from bot.content.check import unused  # noqa: PLC0415
    from bot.content.pictures import Pictures, PicturesError  # noqa: PLC0415
    from bot.content.source import WordsError  # noqa: PLC0415

    try:
        pictures = Pictures.load(PICTURES)
        found = list(all_problems(folder, pictures))
        spare = unused(folder, pictures)
    except (WordsError, PicturesError) as error:
        raise click.ClickException(str(error)) from None
    for problem in found:
        click.echo(_from_here(str(problem)))
    if spare:
        click.echo(f"No message uses these pictures (that is fine): {', '.join(spare)}", err=True)
    if found:
        click.echo(f"{len(found)} to look at. The rules: data/words/{EVERYDAY_LOCALE}/README.md", err=True)
        raise click.exceptions.Exit(1)
    click.echo("All the words are easy to read.")


@words.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--folder", type=_FOLDER, default=WORDS, help="Another folder of words than data/words.")
@click.option("--locale", default=EVERYDAY_LOCALE, show_default=True, help="The language to list.")
def keys(folder: Path, locale: str, *, as_json: bool) -> None:
    """List the name of every message and of its buttons.

    A script of a conversation can press [#plan-help.alone], whatever the words on the button are.
    """
    from bot.content.source import WordsError, read  # noqa: PLC0415 - keeps `alongside --help` quick

    try:
        source = read(folder, locale)
    except WordsError as error:
        raise click.ClickException(str(error)) from None
    for entry in source.entries.values():
        if as_json:
            click.echo(json.dumps({"key": entry.key, "choices": list(entry.choices)}))
        else:
            click.echo(f"{entry.key}  {' '.join(entry.choices)}".rstrip())


def _from_here(text: str) -> str:
    """Shorten paths below the folder one stands in."""
    return text.removeprefix(f"{Path.cwd()}/")
