"""What architecture.md promises of the outbox."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.app.messages import (
    Kind,
    Moved,
    Needs,
    Outgoing,
    Parcel,
    PlaceGone,
    PressIn,
    Refused,
    State,
    TryAgain,
    Unknown,
)
from bot.dialogue.saying import Ref, Said
from bot.domain.people import QuietHours
from bot.domain.sharing import Audience, Share, Thing
from tests.app.rooms import GROUP, Rooms

REPLY = Said("too-long")


def reply(rooms: Rooms, name: str, who: str = "sam", kind: Kind = Kind.REPLY) -> Parcel:
    return Parcel(name, kind, REPLY, person=rooms.person(who), channel="script", address=who)


def unaddressed(rooms: Rooms, name: str, kind: Kind, who: str = "sam") -> Parcel:
    return Parcel(name, kind, REPLY, person=rooms.person(who))


async def settle(rooms: Rooms) -> None:
    await rooms.wired.courier.settle()


async def test_order_is_kept_within_a_chat(rooms: Rooms):
    keys = ("too-long", "apology", "not-now", "help-menu")
    await rooms.queue(
        *(replace(reply(rooms, f"p{place}"), said=Said(key)) for place, key in enumerate(keys[:3]))
    )
    await settle(rooms)
    assert rooms.keys("sam") == list(keys[:3])


async def test_a_chat_that_must_wait_holds_up_only_itself(rooms: Rooms):
    rooms.channel.moods["sam"] = [TryAgain(30)]
    await rooms.queue(reply(rooms, "a"), reply(rooms, "b"), reply(rooms, "c", "lee"))
    await settle(rooms)
    assert (rooms.keys("sam"), rooms.keys("lee")) == ([], ["too-long"])
    rooms.later(seconds=29)
    await settle(rooms)
    assert rooms.keys("sam") == []
    rooms.later(seconds=1)
    await settle(rooms)
    assert rooms.keys("sam") == ["too-long", "too-long"]


async def test_what_stands_behind_a_waiting_message_is_not_called_due(rooms: Rooms):
    rooms.channel.moods["sam"] = [TryAgain(30)]
    await rooms.queue(reply(rooms, "a"), reply(rooms, "b"))
    await settle(rooms)
    assert await rooms.wired.courier.next_due() == rooms.world.clock.at + timedelta(seconds=30)


async def test_waits_between_attempts_grow_up_to_ten_minutes_and_end_after_a_day(rooms: Rooms):
    rooms.channel.moods["sam"] = [TryAgain(0)] * 1000
    await rooms.queue(reply(rooms, "a"))
    begun, waits = rooms.world.clock.at, []
    await settle(rooms)
    while (due := await rooms.wired.courier.next_due()) is not None:
        waits.append((due - rooms.world.clock.at).total_seconds())
        rooms.world.clock.at = due
        await settle(rooms)
    assert waits[:4] == [2, 4, 8, 16]
    assert max(waits) == 600
    assert timedelta(hours=20) < rooms.world.clock.at - begun < timedelta(hours=26)
    assert (await rooms.queued("a")).dropped == "refused"


@pytest.mark.parametrize("kind", [Kind.REPLY, Kind.QUESTION, Kind.SAFETY])
async def test_an_unknown_outcome_is_sent_again_where_twice_is_harmless(rooms: Rooms, kind: Kind):
    rooms.channel.moods["sam"] = [Unknown()]
    await rooms.queue(reply(rooms, "a", kind=kind))
    await settle(rooms)
    rooms.later(seconds=2)
    await settle(rooms)
    assert (await rooms.queued("a")).state is State.SENT
    assert rooms.channel.tried == ["sam", "sam"]


@pytest.mark.parametrize("kind", [Kind.NUDGE, Kind.GROUP, Kind.CELEBRATION, Kind.CARD, Kind.FROM_PERSON])
async def test_an_unknown_outcome_is_left_alone_where_twice_would_matter(rooms: Rooms, kind: Kind):
    rooms.channel.moods["sam"] = [Unknown()]
    await rooms.queue(reply(rooms, "a", kind=kind))
    await settle(rooms)
    rooms.later(hours=1)
    await settle(rooms)
    assert (await rooms.queued("a")).state is State.UNKNOWN
    assert rooms.channel.tried == ["sam"]


async def test_what_may_be_there_already_is_repeated_a_few_times_at_most(rooms: Rooms):
    rooms.channel.moods["sam"] = [Unknown()] * 100
    await rooms.queue(reply(rooms, "a"))
    for _ in range(20):
        await settle(rooms)
        rooms.later(minutes=10)
    assert len(rooms.channel.tried) == 4
    assert (await rooms.queued("a")).state is State.UNKNOWN


async def test_a_channel_that_breaks_leaves_no_chat_stuck(rooms: Rooms):
    rooms.channel.moods["sam"] = [RuntimeError()]
    await rooms.queue(reply(rooms, "a"), reply(rooms, "b"))
    await settle(rooms)
    rooms.later(minutes=1)
    await settle(rooms)
    assert rooms.keys("sam") == ["too-long", "too-long"]


async def test_a_message_that_cannot_be_made_holds_nobody_up(rooms: Rooms):
    broken = replace(reply(rooms, "a"), said=Said("no-such-message"))
    await rooms.queue(broken, reply(rooms, "b"), reply(rooms, "c", "lee"))
    await settle(rooms)
    assert (rooms.keys("sam"), rooms.keys("lee")) == (["too-long"], ["too-long"])
    assert (await rooms.queued("a")).dropped == "broken"


async def test_a_group_that_moved_is_followed_with_all_that_waits(rooms: Rooms):
    circle = rooms.world.circles["Garden Gang"]
    rooms.channel.moods[GROUP] = [Moved("group:new")]
    post = Parcel("a", Kind.GROUP, REPLY, circle=circle, channel="script", address=GROUP)
    await rooms.queue(post, replace(post, id="b"))
    await settle(rooms)
    assert rooms.keys("group:new") == ["too-long", "too-long"]


async def test_who_blocks_one_device_is_reached_on_another(rooms: Rooms):
    rooms.channel.blocked.add("sam")
    await rooms.queue(unaddressed(rooms, "a", Kind.REPLY))
    await settle(rooms)
    assert rooms.keys("sam", "web") == ["too-long"]


async def test_who_blocks_everywhere_gets_nothing_and_nothing_is_tried_for_ever(rooms: Rooms):
    for channel in rooms.world.channels.values():
        channel.blocked.add("sam")
    await rooms.queue(unaddressed(rooms, "a", Kind.REPLY), reply(rooms, "b"))
    await settle(rooms)
    assert (await rooms.queued("a")).dropped == "nowhere"
    assert (await rooms.queued("b")).dropped == "blocked"
    assert await rooms.wired.courier.next_due() is None


async def test_a_group_that_is_gone_gets_nothing_more(rooms: Rooms):
    circle = rooms.world.circles["Garden Gang"]
    rooms.channel.moods[GROUP] = [PlaceGone()]
    post = Parcel("a", Kind.GROUP, REPLY, circle=circle, channel="script", address=GROUP)
    await rooms.queue(post, replace(post, id="b"))
    await settle(rooms)
    assert (await rooms.queued("a")).dropped == "place-gone"
    assert (await rooms.queued("b")).dropped == "nowhere"


async def test_what_a_channel_will_never_take_is_dropped(rooms: Rooms):
    rooms.channel.moods["sam"] = [Refused("too big")]
    await rooms.queue(reply(rooms, "a"), reply(rooms, "b"))
    await settle(rooms)
    assert (await rooms.queued("a")).dropped == "refused"
    assert rooms.keys("sam") == ["too-long"]


async def test_safety_and_replies_go_before_nudges(rooms: Rooms, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.app.courier.AT_ONCE", 1)
    await rooms.queue(
        reply(rooms, "a", "sam", Kind.NUDGE),
        reply(rooms, "b", "lee", Kind.CARD),
        reply(rooms, "c", "jo", Kind.REPLY),
        reply(rooms, "d", "kit", Kind.SAFETY),
    )
    await settle(rooms)
    assert rooms.channel.tried == ["kit", "jo", "lee", "sam"]


async def test_quiet_hours_hold_what_others_start_and_never_a_reply(rooms: Rooms):
    rooms.later(hours=12)  # ten in the evening
    async with rooms.store.transaction() as tx:
        person = await tx.people.get(rooms.person("sam"))
        await tx.people.save(replace(person, quiet=QuietHours()))
    await rooms.queue(unaddressed(rooms, "a", Kind.FROM_PERSON), reply(rooms, "b"))
    await settle(rooms)
    assert rooms.keys("sam") == ["too-long"]
    due = await rooms.wired.courier.next_due()
    assert due is not None
    assert due.astimezone(rooms.world.script.zone).hour == 9
    rooms.world.clock.at = due
    await settle(rooms)
    assert rooms.keys("sam") == ["too-long", "too-long"]


async def test_nudges_wait_ten_minutes_after_an_answer_while_a_question_is_open(rooms: Rooms):
    await rooms.says("sam", "blah")
    await rooms.says("sam", "blah")
    await rooms.queue(unaddressed(rooms, "a", Kind.NUDGE), reply(rooms, "b", "lee"))
    async with rooms.store.transaction() as tx:
        conversation = await tx.conversations.get(rooms.person("sam"))
        conversation.last_answer = rooms.world.clock.at
        await tx.conversations.put(rooms.person("sam"), conversation)
    before = len(rooms.keys("sam"))
    await settle(rooms)
    rooms.later(minutes=9)
    await settle(rooms)
    assert len(rooms.keys("sam")) == before
    rooms.later(minutes=1)
    await settle(rooms)
    assert len(rooms.keys("sam")) == before + 1


async def test_what_is_not_shared_any_more_does_not_go_out(rooms: Rooms):
    sam, jo = rooms.person("sam"), rooms.person("jo")
    plans = Thing("plans", sam)
    async with rooms.store.transaction() as tx:
        share = Share("s1", sam, plans, Audience("person", jo), rooms.world.clock.at)
        await tx.sharing.replace(sam, plans, [share])
    shown = replace(unaddressed(rooms, "a", Kind.FROM_PERSON, "jo"), needs=Needs(sam, (plans,)))
    await rooms.queue(shown)
    await settle(rooms)
    assert rooms.keys("jo") == ["too-long"]
    async with rooms.store.transaction() as tx:
        await tx.sharing.replace(sam, plans, [])
    await rooms.queue(replace(shown, id="b"))
    await settle(rooms)
    assert (await rooms.queued("b")).dropped == "not-shared"


async def test_words_about_somebody_who_is_gone_do_not_go_out(rooms: Rooms):
    await rooms.queue(
        replace(reply(rooms, "a"), said=Said("call-next", {"name": Ref("person", "nobody")})),
        replace(reply(rooms, "b"), card="nothing:x", said=None, kind=Kind.CARD),
        replace(reply(rooms, "c"), card="help:gone", said=None, kind=Kind.CARD),
    )
    await settle(rooms)
    assert [(await rooms.queued(name)).dropped for name in "abc"] == ["gone", "gone", "gone"]


async def test_an_edit_of_what_was_never_sent_is_dropped(rooms: Rooms):
    await rooms.queue(replace(reply(rooms, "e"), kind=Kind.EDIT, edits="unknown"))
    await settle(rooms)
    assert (await rooms.queued("e")).dropped == "too-late"


async def test_an_edit_waits_for_the_message_that_it_changes(rooms: Rooms):
    gate = asyncio.Event()
    honest = rooms.channel.send

    async def slow(address: str, message: Outgoing) -> object:
        await gate.wait()
        return await honest(address, message)

    rooms.channel.send = slow  # type: ignore[method-assign,assignment]
    await rooms.queue(unaddressed(rooms, "a", Kind.REPLY))
    await rooms.wired.courier.step()
    await rooms.queue(replace(reply(rooms, "e"), kind=Kind.EDIT, edits="a", said=Said("apology")))
    await rooms.wired.courier.step()
    gate.set()
    await settle(rooms)
    rooms.later(seconds=1)
    await settle(rooms)
    assert rooms.keys("sam") == ["apology"]


async def test_a_question_that_is_answered_loses_its_buttons(rooms: Rooms):
    await rooms.says("sam", "blah")
    await rooms.says("sam", PressIn(rooms.payload("sam", "unclear-first.will-do"), ""))
    assert rooms.shown("sam")[0].message.rows == ()
