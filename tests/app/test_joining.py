"""Joining by a link: used once, in time, and a further device only by a yes on the first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.app.messages import BlockedIn, PressIn, StartIn, UnusableIn
from bot.domain.circles import Invite
from bot.domain.joining import hash_of
from bot.domain.people import Kind
from tests.app.rooms import Rooms

TOKEN = "t" * 43


async def invite(rooms: Rooms, kind: Kind = Kind.MEMBER, **where: Any) -> None:
    ends = rooms.world.clock.at + timedelta(days=14)
    async with rooms.store.transaction() as tx:
        await tx.circles.put_invite(Invite(rooms.world.ids.new(), hash_of(TOKEN), kind, ends, **where))


async def is_known(rooms: Rooms, who: str, channel: str = "script") -> str | None:
    async with rooms.store.reading() as tx:
        account = await tx.people.account(channel, who)
    return account.person if account else None


async def test_a_link_works_once(rooms: Rooms):
    await invite(rooms, circle=rooms.world.circles["Garden Gang"])
    assert (await rooms.says("pat", StartIn(TOKEN)))[-1] == "joining-circle"
    assert await rooms.says("max", StartIn(TOKEN)) == ["link-used"]
    assert await is_known(rooms, "pat")
    assert await is_known(rooms, "max") is None


async def test_a_link_handed_in_twice_at_once_lets_one_person_in(rooms: Rooms):
    await invite(rooms)
    await rooms.receive(rooms.raw("pat", StartIn(TOKEN)), rooms.raw("max", StartIn(TOKEN)))
    await rooms.world.settle()
    assert rooms.keys("max") == ["link-used"]


async def test_who_opens_their_own_link_again_goes_on_where_they_were(rooms: Rooms):
    await invite(rooms, circle=rooms.world.circles["Garden Gang"])
    first = await rooms.says("pat", StartIn(TOKEN))
    assert (await rooms.says("pat", StartIn(TOKEN)))[-1] == first[-1]


async def test_a_link_that_is_too_old_or_made_up_lets_nobody_in(rooms: Rooms):
    await invite(rooms)
    rooms.later(days=14)
    assert await rooms.says("pat", StartIn(TOKEN)) == ["link-not-good"]
    assert await rooms.says("pat", StartIn("guess")) == ["link-not-good"]
    assert await is_known(rooms, "pat") is None


async def test_without_a_link_nothing_of_a_stranger_is_kept(rooms: Rooms):
    for content in ("hello", StartIn(), UnusableIn("sticker")):
        assert await rooms.says("pat", content) == ["not-invited"]
    assert await is_known(rooms, "pat") is None


async def test_a_stranger_who_blocks_is_not_written_to(rooms: Rooms):
    assert await rooms.says("pat", BlockedIn(blocked=True)) == []
    assert await rooms.says("pat", BlockedIn(blocked=False)) == []


async def test_who_blocks_is_not_reachable_and_is_welcomed_back(rooms: Rooms):
    await rooms.says("sam", BlockedIn(blocked=True))
    async with rooms.store.reading() as tx:
        account = await tx.people.account("script", "sam")
    assert not account.reachable
    assert await rooms.says("sam", BlockedIn(blocked=False)) == ["blocked-again"]


async def test_somebody_who_is_known_joins_one_more_circle_with_a_yes(rooms: Rooms):
    await invite(rooms, circle=rooms.world.circles["Garden Gang"])
    assert (await rooms.says("jo", StartIn(TOKEN)))[-1] == "joining-circle"
    await rooms.presses("jo", "joining-circle.yes")
    async with rooms.store.reading() as tx:
        circles = await tx.circles.of_person(rooms.person("jo"))
    assert [circle.name for circle, _ in circles] == ["Garden Gang"]


async def test_a_device_joins_when_the_first_one_says_yes(rooms: Rooms):
    await invite(rooms, person=rooms.person("sam"))
    assert await rooms.says("sams-tablet", StartIn(TOKEN)) == ["device-wait"]
    assert rooms.keys("sam") == ["device-ask"]
    assert await is_known(rooms, "sams-tablet") is None
    await rooms.presses("sam", "device-ask.yes")
    assert await is_known(rooms, "sams-tablet") == rooms.person("sam")
    assert rooms.keys("sams-tablet")[-1] == "device-joined"


async def test_a_device_stays_out_when_the_first_one_says_no(rooms: Rooms):
    await invite(rooms, person=rooms.person("sam"))
    await rooms.says("somebody", StartIn(TOKEN))
    await rooms.presses("sam", "device-ask.no")
    assert await is_known(rooms, "somebody") is None
    assert rooms.keys("somebody")[-1] == "link-not-good"


async def test_nobody_else_can_say_yes_for_a_device(rooms: Rooms):
    await invite(rooms, person=rooms.person("sam"))
    await rooms.says("lees-tablet", StartIn(TOKEN))
    payload = rooms.payload("sam", "device-ask.yes")
    assert await rooms.says("lee", PressIn(payload, "")) == ["not-yours"]
    assert await is_known(rooms, "lees-tablet") is None


async def test_a_device_link_makes_nobody_known_somebody_else(rooms: Rooms):
    await invite(rooms, person=rooms.person("sam"))
    assert await rooms.says("lee", StartIn(TOKEN)) == ["link-not-good"]
    assert await is_known(rooms, "lee") == rooms.person("lee")
