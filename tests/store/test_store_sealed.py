"""People's words are unreadable without their owner's key, and one lost key breaks nobody else's rows."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import BigInteger, Boolean, Date, Integer, Time, select, text

from bot.store import KeysRefused, SqlStore, open_store
from bot.store.columns import Moment, OneOf
from bot.store.keys import Keyring
from bot.store.schema import metadata
from bot.store.sealed import NOT_KEPT, Sealed, Unreadable, seal, unseal
from bot.store.tables import person
from tests.store import samples as s

RING = Keyring("sqlite:///:memory:", s.MASTER)
OWNERS = st.sampled_from(["mo", "sam", "circle:garden", "org", "inbox"])

# Columns of text or bytes that are not sealed, and why. Whoever adds one says so here, or seals it.
NOT_WORDS = {
    "id": "our own ids, random or deterministic, never words",
    "person circle owner member supporter viewer": "ids of people and circles",
    "asker asked offered_by asked_back_by taken_by by used_by": "ids of people",
    "action celebration media about edits card thing_id audience_id parcel": "ids of things",
    "channel address account update ref remote chat": "ids that a chat platform gave",
    "token_hash": "a hash of a random token",
    "pair": "a random word that says which data and keys belong together",
    "thing_kind audience_kind media_kind mime question picture made_by next key kind": "words of our own",
    "state dropped direction": "words of our own",
    "repeats": "days of the calendar, as numbers",
    "needs": "ids of a person and of things",
}
PLAIN = {name for names in NOT_WORDS for name in names.split()}
NUMBERS = (BigInteger, Boolean, Date, Integer, Time, Moment, OneOf)


def sealed_columns() -> dict[str, Sealed]:
    return {
        f"{table.name}.{column.name}": column.type
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Sealed)
    }


def test_every_sealed_column_names_its_own_place() -> None:
    for place, kind in sealed_columns().items():
        assert kind.place == place


def test_every_column_that_could_hold_words_is_sealed_or_says_why_not() -> None:
    for table in metadata.tables.values():
        for column in table.columns:
            if not isinstance(column.type, (Sealed, *NUMBERS)):
                assert column.name in PLAIN, f"seal {table.name}.{column.name}, or say why not"


async def test_no_word_of_anybody_stands_in_the_file_or_its_log(
    store: SqlStore, data: Path, keys: Path
) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
    async with store.engine.connect() as connection:
        for place in sealed_columns():
            table, _, column = place.partition(".")
            kept = (await connection.execute(select(metadata.tables[table].c[column]))).scalars().all()
            canary = s.canary(place)
            found = [one.decode() if isinstance(one, bytes) else one for one in kept if one]
            assert any(canary.split("\N{HATCHING CHICK}")[0] in one for one in found), f"no canary in {place}"
    async with store.transaction() as tx:
        [received] = await tx.inbox.waiting(1)
        await tx.inbox.done(received)
    files = [*data.parent.iterdir(), *keys.parent.iterdir()]
    assert {path.name for path in files} >= {"alongside.db", "alongside.db-wal", "keys.db"}
    for path in files:
        raw = path.read_bytes()
        assert b"canary" not in raw, path.name
        assert s.MASTER not in raw


async def test_files_are_for_this_account_of_the_machine_alone(
    store: SqlStore, data: Path, keys: Path
) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
    for path in (*data.parent.iterdir(), *keys.parent.iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path.name


async def test_a_destroyed_key_makes_one_persons_words_unreadable_and_no_others(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
    await store.destroy_key("mo")
    async with store.transaction() as tx:
        found = await tx.people.named(["mo", "sam"])
        assert (found["mo"].name, found["sam"].name) == ("", "Sam")
        assert [one.words for one in await tx.practice.answers("mo")] == [""]
        assert [one.helped_by for one in await tx.practice.answers("mo")] == [None]
        medium = await tx.practice.medium("photo")
        assert medium is not None
        assert medium.content is None
        assert (await tx.conversations.get("mo")).frames == []
        queued = await tx.outbox.get("web:1:0")
        assert queued is not None
        assert queued.parcel.said is None
        web = await tx.web.get("m1")
        assert web is not None
        assert web.body == {}
        assert (await tx.circles.posts("garden", 1))[0].words == s.POST.words


async def test_words_that_come_after_their_key_was_destroyed_are_not_kept(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
    await store.destroy_key("mo")
    async with store.transaction() as tx:
        await tx.practice.put_answer(s.ANSWER)
        assert [one.words for one in await tx.practice.answers("mo")] == [""]


async def test_a_changed_or_moved_ciphertext_reads_as_gone(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
    async with store.engine.execution_options(writes=True).begin() as connection:
        await connection.execute(
            text("UPDATE person SET name = (SELECT name FROM circle) WHERE id = 'mo'"),
        )
        await connection.execute(text("UPDATE person SET name = x'0102' WHERE id = 'sam'"))
    async with store.reading() as tx:
        assert {one.name for one in (await tx.people.named(["mo", "sam"])).values()} == {""}


async def test_words_without_an_owner_are_refused(store: SqlStore) -> None:
    async with store.engine.execution_options(writes=True).begin() as connection:
        with pytest.raises(Exception, match="takes Private"):
            await connection.execute(person.update().values(name="bare words"))


@given(owner=OWNERS, value=st.binary(max_size=300))
def test_what_is_sealed_is_opened_again_and_never_looks_the_same(owner: str, value: bytes) -> None:
    first, second = (seal(RING, owner, "t.c", value) for _ in range(2))
    assert unseal(RING, "t.c", first) == unseal(RING, "t.c", second) == value
    assert first != second
    assert len(value) < 8 or value not in first


@given(owner=OWNERS, value=st.binary(max_size=50), place=st.integers(min_value=0), flip=st.integers(1, 255))
def test_a_sealed_value_with_any_byte_changed_is_not_opened(
    owner: str, value: bytes, place: int, flip: int
) -> None:
    sealed = bytearray(seal(RING, owner, "t.c", value))
    sealed[place % len(sealed)] ^= flip
    with contextlib.suppress(Unreadable):
        assert unseal(RING, "t.c", bytes(sealed)) is None  # the id of a key that is not there


@given(value=st.binary(max_size=50))
def test_words_are_bound_to_their_column(value: bytes) -> None:
    with pytest.raises(Unreadable):
        unseal(RING, "t.other", seal(RING, "mo", "t.c", value))


def test_nothing_is_kept_for_a_destroyed_owner() -> None:
    ring = Keyring("sqlite:///:memory:", s.MASTER)
    sealed = seal(ring, "mo", "t.c", b"words")
    ring.keep()
    ring.destroy("mo")
    assert unseal(ring, "t.c", sealed) is None
    assert seal(ring, "mo", "t.c", b"words") == NOT_KEPT
    assert unseal(ring, "t.c", NOT_KEPT) is None
    ring.close()


async def test_a_wrong_master_key_is_said_so_when_opening(store: SqlStore, data: Path, keys: Path) -> None:
    await store.close()
    urls = (f"sqlite+aiosqlite:///{data}", f"sqlite:///{keys}")
    with pytest.raises(KeysRefused, match="not the master key"):
        await open_store(*urls, bytes(32))
    with pytest.raises(KeysRefused, match="32 bytes"):
        await open_store(*urls, b"short")


async def test_data_without_their_keys_are_refused(store: SqlStore, data: Path, keys: Path) -> None:
    await store.close()
    keys.rename(keys.with_name("elsewhere.db"))  # noqa: ASYNC240 - nothing else runs here
    with pytest.raises(KeysRefused, match="keys are missing"):
        await open_store(f"sqlite+aiosqlite:///{data}", f"sqlite:///{keys}", s.MASTER)


async def test_keys_of_other_data_are_refused(store: SqlStore, tmp_path: Path, keys: Path) -> None:
    await store.close()
    other = tmp_path / "other.db"
    opened = await open_store(f"sqlite+aiosqlite:///{other}", f"sqlite:///{tmp_path / 'k.db'}", s.MASTER)
    await opened.close()
    with pytest.raises(KeysRefused, match="belong to other data"):
        await open_store(f"sqlite+aiosqlite:///{other}", f"sqlite:///{keys}", s.MASTER)


async def test_keys_in_the_datas_own_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KeysRefused, match="own file"):
        await open_store(
            f"sqlite+aiosqlite:///{tmp_path / 'a.db'}", f"sqlite:///{tmp_path / 'a.db'}", s.MASTER
        )


async def test_words_are_read_after_the_store_was_closed_and_opened(
    store: SqlStore, data: Path, keys: Path
) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
    await store.close()
    again = await open_store(f"sqlite+aiosqlite:///{data}", f"sqlite:///{keys}", s.MASTER)
    async with again.reading() as tx:
        assert await tx.people.get("mo") == s.MO
    await again.close()


async def test_a_key_made_beside_the_running_assistant_is_found(
    store: SqlStore, data: Path, keys: Path
) -> None:
    beside = await open_store(f"sqlite+aiosqlite:///{data}", f"sqlite:///{keys}", s.MASTER)
    async with beside.transaction() as tx:
        await s.put_people(tx)
    async with store.reading() as tx:
        assert await tx.people.get("mo") == s.MO
    async with store.transaction() as tx:
        await tx.practice.put_answer(s.ANSWER)
    async with beside.reading() as tx:
        assert await tx.practice.answers("mo") == [s.ANSWER]
    await beside.close()


def test_a_changed_key_is_said_so() -> None:
    ring = Keyring("sqlite:///:memory:", s.MASTER)
    ring.of_owner("mo")
    ring._new[0]["wrapped"] = bytes(60)  # noqa: SLF001
    ring.keep()
    with pytest.raises(KeysRefused, match="was changed"):
        ring._load()  # noqa: SLF001
    ring.close()
