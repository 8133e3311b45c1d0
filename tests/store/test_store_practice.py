"""What every store promises of what people make, of sharing and of nudges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.app.ports import VersionConflict
from bot.domain.actions import Action
from bot.domain.answers import Medium, OpeningAnswer
from bot.domain.calling import CallState
from bot.domain.celebrating import Hooray
from bot.domain.helping import HelpState
from bot.domain.nudging import Nudge, NudgeKind
from bot.domain.sharing import Audience, LookedAt, Share, Thing
from bot.store import SqlStore
from tests.store import samples as s


async def test_only_the_newest_answer_to_a_question_is_kept(store: SqlStore) -> None:
    newer = OpeningAnswer("a2", "mo", "why", "something else", at=s.LATER)
    other = OpeningAnswer("a3", "mo", "want", "to garden", at=s.LATER)
    async with store.transaction() as tx:
        await s.put_people(tx)
        for answer in (s.ANSWER, newer, other):
            await tx.practice.put_answer(answer)
        assert await tx.practice.answers("mo") == [newer, other]
        await tx.practice.forget_answer("a2")
        assert await tx.practice.answers("mo") == [other]


async def test_two_people_changing_one_thing_are_noticed(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
        read = await tx.practice.action("water")
        assert read is not None
        await tx.practice.put_action(replace(read, done_alone=1))
        with pytest.raises(VersionConflict):
            await tx.practice.put_action(replace(read, done_alone=2))
        again = await tx.practice.action("water")
        assert again == replace(read, done_alone=1, version=2)
        await tx.practice.put_help(replace(s.HELP, state=HelpState.OFFERED))
        with pytest.raises(VersionConflict):
            await tx.practice.put_help(replace(s.HELP, state=HelpState.DECLINED))
        await tx.practice.put_call(replace(s.CALL, state=CallState.TAKEN))
        with pytest.raises(VersionConflict):
            await tx.practice.put_call(replace(s.CALL, state=CallState.NOBODY))
        assert await tx.practice.call_waiting("mo") is None


async def test_something_forgotten_does_not_come_back_with_a_late_change(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
        await tx.practice.forget_action("water")
        assert await tx.practice.parts("water") == []
        with pytest.raises(VersionConflict):
            await tx.practice.put_action(replace(s.ACTION, version=3))
        await tx.practice.forget_telling("t1")
        assert await tx.practice.telling("t1") is None


async def test_actions_are_newest_first_and_a_circle_sees_its_open_ones(store: SqlStore) -> None:
    ours = Action("ours", "mo", "dig", None, circle="garden", made=s.LATER)
    async with store.transaction() as tx:
        await s.put_everything(tx)
        await tx.practice.put_action(ours)
        await tx.practice.put_action(replace(ours, id="ended", open=False))
        assert [one.id for one in await tx.practice.actions("mo")] == ["ended", "ours", "water"]
        assert await tx.practice.circle_actions("garden") == [ours]


async def test_hoorays_stand_in_the_order_they_came_once_each(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
        await tx.practice.put_hooray(Hooray("c1", "mo"))
        await tx.practice.put_hooray(replace(s.HOORAY, words="well done"))
        assert [(one.person, one.words) for one in await tx.practice.hoorays("c1")] == [
            ("sam", "well done"),
            ("mo", ""),
        ]
        await tx.practice.drop_hooray("c1", "sam")
        assert [one.person for one in await tx.practice.hoorays("c1")] == ["mo"]


async def test_media_wait_to_be_fetched_until_they_are(store: SqlStore) -> None:
    voice = Medium("voice", "mo", "voice", "audio/ogg", remote="file-1", channel="telegram", at=s.NOW)
    async with store.transaction() as tx:
        await s.put_everything(tx)
        await tx.practice.put_medium(voice)
        assert await tx.practice.media_to_fetch(5) == [voice]
        await tx.practice.put_medium(replace(voice, content=b"\x00sound"))
        assert await tx.practice.media_to_fetch(5) == []
        assert await tx.practice.medium("voice") == replace(voice, content=b"\x00sound")


async def test_shares_are_replaced_for_one_thing_and_ended_for_one_audience(store: SqlStore) -> None:
    thing, plans = Thing("action", "water"), Thing("plans", "mo")
    sam, garden = Audience("person", "sam"), Audience("circle", "garden")
    first = Share("1", "mo", thing, sam, s.NOW)
    second = Share("2", "mo", thing, garden, s.LATER)
    third = Share("3", "mo", plans, sam, s.LATER)
    async with store.transaction() as tx:
        await s.put_people(tx)
        await tx.sharing.replace("mo", thing, [first, second])
        await tx.sharing.replace("mo", plans, [third])
        assert await tx.sharing.of_owner("mo") == [first, second, third]
        assert await tx.sharing.with_audience(sam) == [first, third]
        await tx.sharing.replace("mo", thing, [second])
        assert await tx.sharing.of_owner("mo") == [second, third]
        await tx.sharing.end_for("mo", sam)
        assert await tx.sharing.of_owner("mo") == [second]
        await tx.sharing.replace("mo", thing, [])
        assert await tx.sharing.of_owner("mo") == []


async def test_who_looked_is_shown_newest_first(store: SqlStore) -> None:
    looks = [LookedAt(f"l{n}", "mo", "sam", s.NOW + timedelta(minutes=n)) for n in range(3)]
    async with store.transaction() as tx:
        await s.put_people(tx)
        for look in looks:
            await tx.sharing.add_look(look)
        assert await tx.sharing.looks_at("mo", 2) == [looks[2], looks[1]]


async def test_nudges_come_soonest_first_and_not_before_they_are_due(store: SqlStore) -> None:
    soon = Nudge("n1", NudgeKind.REMINDER, s.NOW, person="mo", about="water", day=date(2026, 3, 3))
    later = Nudge("n2", NudgeKind.HOW, s.LATER, person="mo", about="water")
    weekly = Nudge("n3", NudgeKind.WEEKLY, s.LATER + timedelta(days=1), circle="garden", about="garden")
    async with store.transaction() as tx:
        for nudge in (weekly, later, soon):
            await tx.nudges.put(nudge)
        assert await tx.nudges.due(s.NOW - timedelta(seconds=1), 5) == []
        assert await tx.nudges.due(s.LATER, 5) == [soon, later]
        assert await tx.nudges.due(s.LATER, 1) == [soon]
        assert await tx.nudges.next_due() == s.NOW
        assert await tx.nudges.of_person("mo") == await tx.nudges.about("water") == [soon, later]
        assert await tx.nudges.of_person("mo", NudgeKind.HOW) == [later]
        await tx.nudges.drop_about("water", NudgeKind.HOW)
        assert await tx.nudges.about("water") == [soon]
        await tx.nudges.put(replace(soon, due=s.LATER, again=True))
        assert await tx.nudges.about("water") == [replace(soon, due=s.LATER, again=True)]
        await tx.nudges.drop_about("water")
        await tx.nudges.drop("n3")
        assert await tx.nudges.next_due() is None


async def test_messages_that_a_clock_started_are_counted_by_day(store: SqlStore) -> None:
    day = date(2026, 3, 3)
    async with store.transaction() as tx:
        assert await tx.nudges.count_sent("mo", "how", day) == 0
        await tx.nudges.note_sent("mo", "how", day)
        await tx.nudges.note_sent("mo", "how", day)
        assert await tx.nudges.count_sent("mo", "how", day) == 2
        assert await tx.nudges.count_sent("mo", "how", day + timedelta(days=1)) == 0
