"""Backup and restore: both halves or nothing, and words only with all three of data, keys and master key."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.domain.people import Person
from bot.store import KeysRefused, SqlStore, open_store
from bot.store.backup import BackupRefused, Place, back_up, place_of, restore
from bot.store.cli import backup as backup_command
from bot.store.cli import restore as restore_command
from bot.store.keys import Keyring
from tests.store import samples as s


@pytest.fixture
def here(data: Path, keys: Path) -> Place:
    return Place(data, keys)


@pytest.fixture
def there(tmp_path: Path) -> Place:
    return place_of(tmp_path / "disk" / "data", tmp_path / "stick" / "keys")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Place:
    folders = (tmp_path / "new" / "data", tmp_path / "new" / "keys")
    for folder in folders:
        folder.mkdir(parents=True)
    return place_of(*folders)


async def opened(place: Place) -> SqlStore:
    return await open_store(f"sqlite+aiosqlite:///{place.data}", f"sqlite:///{place.keys}", s.MASTER)


async def test_what_was_backed_up_comes_back(
    store: SqlStore, here: Place, there: Place, elsewhere: Place
) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
    back_up(here, there)
    restore(there, elsewhere, s.MASTER, force=False)
    again = await opened(elsewhere)
    async with again.reading() as tx:
        assert await tx.people.get("mo") == s.MO
        assert await tx.practice.medium("photo") == s.PHOTO
        assert await tx.conversations.get("mo") == s.conversation()
    await again.close()
    assert [path.name for path in elsewhere.data.parent.iterdir()] == ["alongside.db"]


async def test_a_backup_while_people_write_holds_one_moment_that_can_be_read(
    store: SqlStore, here: Place, there: Place, elsewhere: Place
) -> None:
    done = asyncio.Event()

    async def write() -> None:
        nr = 0
        while not done.is_set():
            async with store.transaction() as tx:  # each with a new owner, and so with a new key
                await tx.people.add(Person(f"p{nr}", f"name {nr}"))
                await tx.conversations.put(f"p{nr}", s.conversation())
            nr += 1

    writing = asyncio.create_task(write())
    for _ in range(5):
        await asyncio.to_thread(back_up, here, there)
    done.set()
    await writing
    restore(there, elsewhere, s.MASTER, force=False)
    again = await opened(elsewhere)
    async with again.reading() as tx:
        people = await tx.people.of_kind("member")
        assert people
        for person in people:
            assert person.name == f"name {person.id[1:]}"
            assert await tx.conversations.get(person.id) == s.conversation()
    await again.close()


async def test_the_data_alone_are_unreadable(
    store: SqlStore, here: Place, there: Place, tmp_path: Path
) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
    back_up(here, there)
    assert b"canary" not in there.data.read_bytes()
    with pytest.raises(KeysRefused):
        await opened(Place(there.data, tmp_path / "none.db"))


@pytest.mark.usefixtures("store")
async def test_data_and_keys_of_two_backups_are_not_mixed(
    here: Place, there: Place, elsewhere: Place, tmp_path: Path
) -> None:
    other = Place(tmp_path / "other.db", tmp_path / "other-keys.db")
    await (await opened(other)).close()
    back_up(here, there)
    with pytest.raises(BackupRefused, match="belong to other data"):
        restore(Place(there.data, other.keys), elsewhere, s.MASTER, force=False)
    with pytest.raises(BackupRefused, match="not the master key"):
        restore(there, elsewhere, bytes(32), force=False)
    with pytest.raises(BackupRefused, match="not a backup"):
        restore(Place(there.keys, there.data), elsewhere, s.MASTER, force=False)
    with pytest.raises(BackupRefused, match="is not there"):
        restore(Place(there.data, tmp_path / "none.db"), elsewhere, s.MASTER, force=False)
    assert list(elsewhere.data.parent.iterdir()) == list(elsewhere.keys.parent.iterdir()) == []


@pytest.mark.usefixtures("store")
async def test_a_damaged_or_strange_file_is_refused_and_changes_nothing(
    here: Place, there: Place, elsewhere: Place
) -> None:
    back_up(here, there)
    there.data.write_bytes(b"not a database, but long enough to be looked at" * 100)
    with pytest.raises(BackupRefused, match="cannot be read"):
        restore(there, elsewhere, s.MASTER, force=False)
    empty = sqlite3.connect(there.data.with_name("empty.db"))
    empty.execute("CREATE TABLE something (x)")
    empty.close()
    with pytest.raises(BackupRefused, match="not a backup"):
        restore(replace(there, data=there.data.with_name("empty.db")), elsewhere, s.MASTER, force=False)
    assert list(elsewhere.data.parent.iterdir()) == []


async def test_nothing_is_replaced_unless_asked_and_never_under_a_running_assistant(
    store: SqlStore, here: Place, there: Place
) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
    back_up(here, there)
    async with store.transaction() as tx:
        await tx.people.add(Person("newer"))
    with pytest.raises(BackupRefused, match="--force"):
        restore(there, here, s.MASTER, force=False)
    with pytest.raises(BackupRefused, match="is running"):
        restore(there, here, s.MASTER, force=True)
    async with store.transaction() as tx:
        assert await tx.people.get("newer") is not None
    await store.close()
    restore(there, here, s.MASTER, force=True)
    again = await opened(here)
    async with again.reading() as tx:
        assert await tx.people.get("mo") == s.MO
        assert await tx.people.get("newer") is None
    await again.close()


async def test_a_damaged_database_can_be_replaced(store: SqlStore, here: Place, there: Place) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
    back_up(here, there)
    await store.close()
    here.data.write_bytes(b"broken" * 1000)
    here.keys.write_bytes(b"broken" * 1000)
    restore(there, here, s.MASTER, force=True)
    await (await opened(here)).close()


async def test_a_person_who_was_deleted_stays_deleted_after_a_restore(
    store: SqlStore, here: Place, there: Place
) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
    back_up(here, there)
    await store.destroy_key("mo")
    await store.close()
    restore(there, here, s.MASTER, force=True)
    again = await opened(here)
    async with again.reading() as tx:
        person = await tx.people.get("mo")
        assert person is not None
        assert person.name == ""
    await again.close()


async def test_a_restore_that_was_cut_short_is_noticed_and_can_be_done_again(
    store: SqlStore, here: Place, there: Place
) -> None:
    back_up(here, there)
    await store.close()
    here.mark.touch()
    here.data.unlink()
    with pytest.raises(KeysRefused, match="cut short"):
        await opened(here)
    restore(there, here, s.MASTER, force=False)
    assert not here.mark.exists()
    await (await opened(here)).close()


def test_data_and_keys_in_one_folder_are_refused(tmp_path: Path) -> None:
    for data, keys in [("both", "both"), ("both/data.db", "both/keys.db"), ("both", "x/../both/keys.db")]:
        with pytest.raises(BackupRefused, match="two different folders"):
            place_of(tmp_path / data, tmp_path / keys)


async def test_the_commands_copy_and_bring_back(
    store: SqlStore, here: Place, there: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
    secret = tmp_path / "master"
    secret.write_text("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALONGSIDE_DATA", str(here.data.parent))
    monkeypatch.setenv("ALONGSIDE_KEYS", str(here.keys.parent))
    monkeypatch.setenv("ALONGSIDE_MASTER_KEY_FILE", str(secret))
    run = CliRunner()
    to = ["--data", str(there.data), "--keys", str(there.keys)]
    done = run.invoke(backup_command, to)
    assert done.exit_code == 0, done.output
    assert str(there.keys) in done.output
    refused = run.invoke(backup_command, ["--data", str(tmp_path / "x"), "--keys", str(tmp_path / "x")])
    assert refused.exit_code == 1
    assert "two different folders" in refused.output
    await store.close()
    assert run.invoke(restore_command, to).exit_code == 1
    done = run.invoke(restore_command, [*to, "--force"])
    assert done.exit_code == 0, done.output
    monkeypatch.setenv("ALONGSIDE_MASTER_KEY_FILE", str(tmp_path / "none"))
    refused = run.invoke(restore_command, [*to, "--force"])
    assert refused.exit_code == 1
    assert "Traceback" not in refused.output


def test_a_keyring_that_was_never_used_is_no_backup(tmp_path: Path) -> None:
    ring = Keyring(f"sqlite:///{tmp_path / 'k.db'}", s.MASTER)
    ring.close()
    empty = sqlite3.connect(tmp_path / "k.db")
    empty.execute("DELETE FROM keyring_info")
    empty.commit()
    empty.close()
    data = sqlite3.connect(tmp_path / "d.db")
    data.execute("CREATE TABLE store_info (pair TEXT)")
    data.close()
    place = Place(tmp_path / "to" / "d.db", tmp_path / "to2" / "k.db")
    with pytest.raises(BackupRefused, match="no keys"):
        restore(Place(tmp_path / "d.db", tmp_path / "k.db"), place, s.MASTER, force=False)
