"""Backup and restore: data and keys, each to a place of its own, because only both together can be read.

SQLite's online backup copies one moment of a database while others write to it. Data are copied before keys:
a key is on disk before the data that need it, so the copied keys always fit the copied data.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.store.keys import Keyring, KeysRefused

DATA_NAME = "alongside.db"
KEYS_NAME = "keys.db"
_BUSY_FOR = 10  # seconds


class BackupRefused(Exception):
    """A backup or restore would lose or mix up something. The text says what to do."""


@dataclass(frozen=True)
class Place:
    """Where data and keys are: two files."""

    data: Path
    keys: Path

    @property
    def mark(self) -> Path:
        """Stands beside the data while a restore puts both files in place."""
        return self.data.with_name(self.data.name + ".restoring")


def place_of(data: Path, keys: Path) -> Place:
    """Give the two files that the operator named, by a file ending in .db or by a folder.

    Raises `BackupRefused` when both are in one folder: whoever finds it could read everything.
    """
    place = Place(_file(data, DATA_NAME), _file(keys, KEYS_NAME))
    if place.data.resolve().parent == place.keys.resolve().parent:
        raise BackupRefused("Keep data and keys in two different folders, best on two different machines.")
    return place


def back_up(source: Place, to: Place) -> None:
    """Copy data and keys, while the assistant may be running. An older backup there is replaced."""
    parts = Place(_part(to.data), _part(to.keys))
    try:
        _copy(source.data, parts.data)
        _copy(source.keys, parts.keys)
        parts.keys.replace(to.keys)
        parts.data.replace(to.data)
    finally:
        _remove(parts)
    _sync_folders(to)


def restore(source: Place, to: Place, master_key: bytes, *, force: bool) -> None:
    """Put data and keys of one backup in place, all or nothing.

    People whose keys were destroyed since stay unreadable. Raises `BackupRefused` when something is there
    already and `force` is not given, when the assistant runs, or when data, keys and master key do not
    belong together.
    """
    again = to.mark.exists()
    if (to.data.exists() or to.keys.exists()) and not (force or again):
        raise BackupRefused("There are data already. Use --force to put the backup in their place.")
    for found in (source.data, source.keys):
        if not found.is_file():
            raise BackupRefused(f"{found} is not there.")
    parts = Place(_part(to.data), _part(to.keys))
    try:
        _copy(source.data, parts.data)
        _copy(source.keys, parts.keys)
        _check(parts, master_key, _destroyed_owners(to.keys))
        _stop_writing(to.data)
        _stop_writing(to.keys)
        to.mark.touch()
        _sync_folders(to)
        parts.keys.replace(to.keys)
        parts.data.replace(to.data)
        _sync_folders(to)
        to.mark.unlink()
    finally:
        _remove(parts)
    _sync_folders(to)


def _check(parts: Place, master_key: bytes, destroyed: list[str]) -> None:
    with closing(_open(parts.data)) as data:
        _sound(data, parts.data)
        row = _first(data, "SELECT pair FROM store_info")
    with closing(_open(parts.keys)) as keys:
        _sound(keys, parts.keys)
        if _first(keys, "SELECT pair FROM keyring_info") is None:
            raise BackupRefused("The file of keys has no keys in it.")
    try:
        keyring = Keyring(f"sqlite:///{parts.keys}", master_key)
    except KeysRefused as error:
        raise BackupRefused(str(error)) from error
    with closing(keyring):
        if row is None or row[0] != keyring.pair:
            raise BackupRefused("These keys belong to other data. Restore data and keys of the same backup.")
        for owner in destroyed:
            keyring.destroy(owner)
    _stop_writing(parts.keys)


def _destroyed_owners(keys: Path) -> list[str]:
    if not keys.exists():
        return []
    try:
        with closing(_open(keys)) as present:
            rows = present.execute("SELECT DISTINCT owner FROM owner_key WHERE wrapped IS NULL").fetchall()
    except sqlite3.DatabaseError:
        return []  # broken: perhaps why it is restored
    return [owner for (owner,) in rows]


def _copy(source: Path, to: Path) -> None:
    if not source.is_file():
        raise BackupRefused(f"{source} is not there.")
    to.parent.mkdir(parents=True, exist_ok=True)
    to.unlink(missing_ok=True)
    os.close(os.open(to, os.O_CREAT | os.O_WRONLY, 0o600))
    try:
        with closing(_open(source)) as present, closing(_open(to)) as copy:
            present.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    except sqlite3.DatabaseError as error:
        raise BackupRefused(f"{source} cannot be read as a database.") from error
    with to.open("rb") as written:
        os.fsync(written.fileno())


def _stop_writing(database: Path) -> None:
    """Fold a database's write-ahead log into it and take the log away.

    That is only possible while nobody else has it open.
    """
    if database.exists():
        try:
            with closing(_open(database, wait=0)) as present:
                stopped = present.execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",)
        except sqlite3.OperationalError:
            stopped = False
        except sqlite3.DatabaseError:
            stopped = True  # broken: it is replaced, and its log goes with it
        if not stopped:
            raise BackupRefused("The assistant is running. Stop it first.")
    for log in ("-wal", "-shm"):
        database.with_name(database.name + log).unlink(missing_ok=True)


def _sound(database: sqlite3.Connection, path: Path) -> None:
    if _first(database, "PRAGMA quick_check") != ("ok",):
        raise BackupRefused(f"{path} is damaged.")


def _first(database: sqlite3.Connection, question: str) -> tuple[object, ...] | None:
    try:
        found: tuple[object, ...] | None = database.execute(question).fetchone()
    except sqlite3.DatabaseError as error:
        raise BackupRefused("This is not a backup of Alongside.") from error
    return found


def _open(path: Path, *, wait: float = _BUSY_FOR) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=wait)


def _file(named: Path, name: str) -> Path:
    return named if named.suffix == ".db" and not named.is_dir() else named / name


def _part(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _remove(parts: Place) -> None:
    for part in (parts.data, parts.keys):
        for end in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + end).unlink(missing_ok=True)


def _sync_folders(place: Place) -> None:
    for folder in {place.data.parent, place.keys.parent}:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
