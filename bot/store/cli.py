"""`alongside backup` and `alongside restore`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.store.backup import Place

_DATA = click.option("--data", type=click.Path(path_type=Path), required=True, help="Folder or .db file.")
_KEYS = click.option(
    "--keys", type=click.Path(path_type=Path), required=True, help="Folder or .db file, apart from the data."
)


@click.command()
@_DATA
@_KEYS
def backup(data: Path, keys: Path) -> None:
    """Copy the data and the keys, to two places.

    It is safe while the assistant runs. Whoever has both copies and the master key can read everything, and
    whoever lacks one can read nothing: keep the three apart.
    """
    from bot.settings import load_settings  # noqa: PLC0415 - `--help` must not need them
    from bot.store.backup import BackupRefused, back_up, place_of  # noqa: PLC0415

    try:
        to = place_of(data, keys)
        back_up(_present(load_settings()), to)
    except BackupRefused as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"The data are in {to.data}.\nThe keys are in {to.keys}.\nKeep them apart.")


@click.command()
@_DATA
@_KEYS
@click.option("--force", is_flag=True, help="Replace what is there now.")
def restore(data: Path, keys: Path, *, force: bool) -> None:
    """Bring data and keys back from a backup.

    Both must be of the same backup, and the master key must be the one they were made with. Stop the
    assistant first. Nothing is changed unless everything fits.
    """
    from bot.settings import SettingsWrong, load_settings  # noqa: PLC0415
    from bot.store.backup import BackupRefused, place_of  # noqa: PLC0415
    from bot.store.backup import restore as put_back  # noqa: PLC0415

    settings = load_settings()
    try:
        put_back(place_of(data, keys), _present(settings), settings.read_master_key(), force=force)
    except (BackupRefused, SettingsWrong) as error:
        raise click.ClickException(str(error)) from error
    click.echo("The backup is in place. You can start the assistant now.")


def _present(settings: Settings) -> Place:
    from sqlalchemy.engine import make_url  # noqa: PLC0415

    from bot.store.backup import Place  # noqa: PLC0415

    files = [make_url(url).database or "" for url in (settings.database_url, settings.keys_url)]
    return Place(*map(Path, files))
