"""What is promised before an update is acknowledged: safety first, then stored."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.app.messages import Kind, MediaIn, PressIn, TryAgain
from bot.app.receive import Raw
from bot.app.safety import Spool
from bot.dialogue.payload import CardPress, write
from tests.app.rooms import GROUP, Rooms, open_rooms

DANGER = "my brother hit me"
KEYS = ["safety-believe", "safety-now", "safety-hurt"]


def let_nothing_be_written(rooms: Rooms, pragma: str) -> None:
    def limit(connection: Any, *_: object) -> None:
        cursor = connection.cursor()
        cursor.execute(pragma)
        cursor.close()

    event.listen(rooms.store.engine.sync_engine, "checkout", limit)


async def test_the_reply_comes_and_the_words_become_no_answer(rooms: Rooms):
    await rooms.says("sam", "blah")
    assert await rooms.says("sam", DANGER) == KEYS
    assert await rooms.waiting() == []
    async with rooms.store.reading() as tx:
        conversation = await tx.conversations.get(rooms.person("sam"))
    assert conversation.asked is not None
    assert "hit" not in str(conversation.to_plain())


async def test_the_alert_is_on_disk_sealed_and_can_be_read_with_the_key(rooms: Rooms, tmp_path: Path):
    await rooms.says("sam", DANGER)
    kept = (tmp_path / "safety.spool").read_bytes()
    assert b"brother" not in kept
    assert b"sam" not in kept
    (alert,) = rooms.wired.spool.alerts()
    assert (alert["words"], alert["account"], alert["kind"]) == (DANGER, "sam", "hurt")


async def test_the_alert_is_synced_with_the_name_of_its_file(
    rooms: Rooms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    synced: list[str] = []
    honest = os.fsync

    def fsync(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        honest(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    await rooms.receive(rooms.raw("sam", DANGER))
    assert synced[:2] == ["safety.spool", tmp_path.name]


async def test_a_known_update_is_not_replied_to_again_also_after_a_crash(rooms: Rooms):
    raw = rooms.raw("sam", DANGER)
    await rooms.receive(raw)
    await rooms.receive(raw)
    await rooms.world.crash()
    await rooms.receive(raw)
    await rooms.world.settle()
    assert rooms.keys("sam") == KEYS


@pytest.mark.parametrize("broken", ["database", "nlu", "disk", "outbox"])
async def test_the_reply_needs_no_other_part(rooms: Rooms, broken: str):
    await rooms.world.break_part(broken)
    await rooms.world.deliver("script", rooms.raw("sam", DANGER))
    assert rooms.keys("sam") == KEYS
    await rooms.world.mend(broken)
    await rooms.world.settle()
    assert rooms.keys("sam") == KEYS
    assert await rooms.waiting() == []


@pytest.mark.parametrize("pragma", ["PRAGMA query_only=1", "PRAGMA max_page_count=1"])
async def test_the_reply_comes_when_nothing_can_be_written(tmp_path: Path, pragma: str):
    async with open_rooms(tmp_path) as rooms:
        let_nothing_be_written(rooms, pragma)
        raw = rooms.raw("sam", DANGER)
        big = Raw("99", raw.body + b" " * 200_000)
        with pytest.raises(Exception, match=r"readonly|full"):
            await rooms.receive(raw, big)
        assert rooms.keys("sam")[:3] == KEYS
        assert len(rooms.wired.spool.alerts()) == 1


async def test_a_reply_that_the_channel_could_not_take_is_sent_as_soon_as_it_can(rooms: Rooms):
    rooms.channel.moods["sam"] = [TryAgain(5)]
    await rooms.receive(rooms.raw("sam", DANGER))
    assert rooms.keys("sam") == []
    await rooms.world.settle()
    assert rooms.keys("sam") == KEYS
    assert (await rooms.queued("script:1.safety0")).parcel.kind is Kind.SAFETY


async def test_a_reply_is_not_lost_when_the_channel_and_the_database_fail_together(rooms: Rooms):
    rooms.channel.moods["sam"] = [RuntimeError()]
    await rooms.world.break_part("database")
    await rooms.world.deliver("script", rooms.raw("sam", DANGER))
    assert rooms.keys("sam") == []
    await rooms.world.mend("database")
    assert rooms.keys("sam") == KEYS


async def test_a_caption_is_checked_too(rooms: Rooms):
    photo = MediaIn("photo", "image/jpeg", 10, remote="x", caption=DANGER)
    assert await rooms.says("sam", photo) == KEYS


async def test_in_a_group_the_reply_is_private_and_else_repeats_no_words(rooms: Rooms):
    await rooms.receive(rooms.raw("sam", DANGER, circle="Garden Gang"))
    assert (rooms.keys("sam"), rooms.keys(GROUP)) == (KEYS, [])
    rooms.channel.blocked.add("lee")
    await rooms.receive(rooms.raw("lee", DANGER, circle="Garden Gang"))
    assert rooms.keys(GROUP) == KEYS
    assert not any("brother" in text for text in rooms.texts(GROUP))


async def test_the_people_the_operator_named_stand_in_the_reply(tmp_path: Path):
    settings = {"people": "Anna", "people_phone": "01234 567890"}
    async with open_rooms(tmp_path, settings=settings) as rooms:
        assert await rooms.says("sam", DANGER) == [*KEYS, "safety-people"]
        assert "Anna" in rooms.texts("sam")[-1]


async def test_the_same_batch_twice_loses_and_doubles_nothing(rooms: Rooms):
    batch = [rooms.raw("sam", f"blah {place}") for place in range(5)]
    assert await rooms.receive(*batch) == 5
    assert await rooms.receive(*batch) == 0
    assert await rooms.receive(*batch[3:], rooms.raw("lee", "blah")) == 1
    assert [one.account for one in await rooms.waiting()] == ["sam"] * 5 + ["lee"]


async def test_one_update_twice_in_a_batch_is_one(rooms: Rooms):
    raw = rooms.raw("sam", "blah")
    assert await rooms.receive(raw, raw) == 1


async def test_updates_that_come_late_have_their_turn_too(rooms: Rooms):
    first, second = rooms.raw("sam", "blah"), rooms.raw("sam", "help")
    await rooms.receive(second)
    await rooms.world.settle()
    await rooms.receive(first)
    await rooms.world.settle()
    assert len(rooms.keys("sam")) == 2
    assert await rooms.waiting() == []


async def test_a_mark_is_kept_with_the_updates_it_acknowledges(rooms: Rooms):
    await rooms.wired.assistant.receive("script", [rooms.raw("sam", "blah")], mark=8)
    async with rooms.store.reading() as tx:
        assert await tx.inbox.mark("script") == 8
    await rooms.world.break_part("database")
    with pytest.raises(Exception, match="locked"):
        await rooms.wired.assistant.receive("script", [rooms.raw("sam", "blah")], mark=9)
    await rooms.world.mend("database")
    async with rooms.store.reading() as tx:
        assert await tx.inbox.mark("script") == 8


async def test_a_press_on_the_door_is_answered_with_a_link_and_elsewhere_with_none(rooms: Rooms):
    circle = rooms.world.circles["Garden Gang"]
    door = PressIn(write(CardPress("join", circle, "join")), "")
    await rooms.receive(rooms.raw("pat", door))
    await rooms.receive(
        rooms.raw("pat", PressIn(write(CardPress("join", "other", "join")), ""), circle="Garden Gang")
    )
    await rooms.receive(rooms.raw("pat", PressIn("forged", ""), circle="Garden Gang"))
    assert rooms.channel.links == []
    await rooms.receive(rooms.raw("pat", door, circle="Garden Gang"))
    assert len(rooms.channel.links) == 1


async def test_a_press_whose_sign_cannot_be_given_is_stored_all_the_same(rooms: Rooms):
    async def broken(*_: object) -> None:
        raise RuntimeError

    rooms.channel.acknowledge = broken  # type: ignore[method-assign]
    assert await rooms.receive(rooms.raw("sam", PressIn("c:x:y:z", ""))) == 1


def test_a_line_that_a_crash_cut_short_hides_no_other_alert(tmp_path: Path):
    spool = Spool(tmp_path, bytes(32))
    spool.append("a", {"update": "a", "words": "one"})
    path = tmp_path / "safety.spool"
    path.write_bytes(path.read_bytes() + b"\n" + b"abcdef0")
    again = Spool(tmp_path, bytes(32))
    again.append("b", {"update": "b", "words": "two"})
    assert [alert["update"] for alert in Spool(tmp_path, bytes(32)).alerts()] == ["a", "b"]
    assert again.knows("a")
    assert not again.knows("c")


def test_a_spool_that_cannot_be_read_stops_nobody(tmp_path: Path):
    (tmp_path / "safety.spool").mkdir()
    assert Spool(tmp_path, bytes(32)).alerts() == []
