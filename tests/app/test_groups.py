"""In groups there are no dialogues: only cards, and buttons that open the private chat."""

from __future__ import annotations

from typing import Any

from bot.app.messages import GroupIn, LeftIn, MovedIn, PressIn, StartIn, TextIn, UnusableIn
from tests.app.rooms import GROUP, Rooms

NEW = "Book Club"


async def circle_at(rooms: Rooms, name: str) -> Any:
    async with rooms.store.reading() as tx:
        return await tx.circles.place("script", f"group:{name}")


async def test_a_facilitator_who_adds_the_assistant_makes_a_circle(rooms: Rooms):
    await rooms.says("kit", GroupIn(added=True, title=NEW), circle=NEW)
    place = await circle_at(rooms, NEW)
    async with rooms.store.reading() as tx:
        circle = await tx.circles.get(place.circle)
        members = await tx.circles.members(place.circle)
    assert circle.name == NEW
    assert [(one.person, one.kind) for one in members] == [(rooms.person("kit"), "facilitator")]
    assert rooms.keys(f"group:{NEW}") == ["group-hello"]


async def test_anybody_else_gets_kind_words_and_nothing_is_made(rooms: Rooms):
    for who in ("sam", "stranger"):
        await rooms.says(who, GroupIn(added=True, title=NEW), circle=NEW)
    assert await circle_at(rooms, NEW) is None
    assert rooms.keys(f"group:{NEW}") == ["group-not-invited"] * 2


async def test_a_group_it_was_taken_out_of_gets_nothing_until_it_is_added_again(rooms: Rooms):
    before = await circle_at(rooms, "Garden Gang")
    await rooms.says("lee", GroupIn(added=False), circle="Garden Gang")
    await rooms.says("lee", "hello", circle="Garden Gang")
    assert rooms.keys(GROUP) == []
    await rooms.says("kit", GroupIn(added=True, title="Garden Gang"), circle="Garden Gang")
    assert rooms.keys(GROUP) == ["group-hello"]
    assert await circle_at(rooms, "Garden Gang") == before


async def test_the_door_gives_whoever_presses_a_link_of_their_own(rooms: Rooms):
    await rooms.says("kit", GroupIn(added=True, title=NEW), circle=NEW)
    for who in ("pat", "max"):
        assert await rooms.presses(who, "group-hello.join", circle=NEW) == []
    assert len(set(rooms.channel.links)) == 2
    for who, token in zip(("pat", "max"), rooms.channel.links, strict=True):
        assert (await rooms.says(who, StartIn(token)))[-1] == "joining-circle"


async def test_who_is_known_is_told_nothing_more_at_the_door(rooms: Rooms):
    await rooms.says("sam", "hello", circle="Garden Gang")
    assert await rooms.presses("sam", "group-private.join", circle="Garden Gang") == []


async def test_only_what_is_addressed_is_answered_and_with_the_way_to_the_private_chat(rooms: Rooms):
    await rooms.says("sam", TextIn("who wants tea?", addressed=False), circle="Garden Gang")
    await rooms.says("sam", UnusableIn("sticker"), circle="Garden Gang")
    assert rooms.keys(GROUP) == []
    await rooms.says("sam", "water the plants", circle="Garden Gang")
    assert rooms.keys(GROUP) == ["group-private"]
    await rooms.says("sam", "hello", circle="a group it does not know")
    assert rooms.keys("group:a group it does not know") == []


async def test_who_leaves_the_group_leaves_the_circle(rooms: Rooms):
    await rooms.says("lee", LeftIn("lee"), circle="Garden Gang")
    await rooms.says("lee", LeftIn("a stranger"), circle="Garden Gang")
    async with rooms.store.reading() as tx:
        members = await tx.circles.members(rooms.world.circles["Garden Gang"])
    assert {one.person for one in members} == {rooms.person("sam"), rooms.person("kit")}


async def test_a_group_that_moved_keeps_its_circle(rooms: Rooms):
    await rooms.says("sam", MovedIn("group:new address"), circle="Garden Gang")
    await rooms.says("sam", "hello", circle="new address")
    assert rooms.keys("group:new address") == ["group-private"]


async def test_a_press_of_somebody_unknown_changes_nothing(rooms: Rooms):
    assert await rooms.says("stranger", PressIn("c:celebration:x:hooray", ""), circle="Garden Gang") == []
    assert await rooms.says("sam", PressIn("nonsense", ""), circle="Garden Gang") == ["old-question-closed"]
