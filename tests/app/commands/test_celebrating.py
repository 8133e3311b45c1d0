from __future__ import annotations

import pytest

from bot.app.messages import Kind
from bot.dialogues.commands import (
    AddAction,
    AnswerPart,
    Celebrate,
    Cheer,
    LeaveCircle,
    SayToCelebration,
)
from bot.dialogues.looks import Joined, LookCelebration
from bot.domain.errors import Gone, NotYours
from tests.app.commands.world import World


async def test_a_circle_celebrates_with_a_card_in_its_chats(world: World):
    action = await world.do("sam", AddAction("cakes", None))
    news = await world.do("sam", Celebrate("we sold 40 cakes!!!!", "us", action, circle="garden"))
    (parcel,) = [p for p in world.said if p.card == f"celebration:{news}"]
    assert (parcel.kind, parcel.circle, parcel.address) == (Kind.CELEBRATION, "garden", "web-garden")
    seen = await world.look("circle:garden", LookCelebration(news))
    assert (seen.owner_name, seen.words, seen.made_by, seen.joined) == (
        "Sam",
        "we sold 40 cakes!!!!",
        "us",
        (),
    )
    assert await world.look("jo", LookCelebration(news)) is None


async def test_a_supporter_is_shown_the_card_and_nobody_else(world: World):
    news = await world.do("sam", Celebrate("40 cakes", "me", person="jo"))
    assert world.cards("jo") == [f"celebration:{news}"]
    assert (await world.look("jo", LookCelebration(news))).words == "40 cakes"
    assert await world.look("circle:garden", LookCelebration(news)) is None


async def test_just_us_is_told_to_nobody(world: World):
    news = await world.do("sam", Celebrate("40 cakes", "me"))
    assert world.said == []
    for who in ("jo", "lee", "circle:garden"):
        assert await world.look(who, LookCelebration(news)) is None
    assert (await world.look("sam", LookCelebration(news))).words == "40 cakes"


async def test_others_join_in_order_by_a_tap_and_leave_by_another(world: World):
    news = await world.do("sam", Celebrate("40 cakes", "me", circle="garden"))
    await world.deliver()
    await world.do("priya", Cheer(news))
    result = await world.run("lee", Cheer(news))
    assert [one.name for one in await _joined(world, news)] == ["Priya", "Lee"]
    assert world.redrawn() == [f"celebration:{news}"]  # one edit waits, and will show both
    await world.do("priya", Cheer(news))
    assert [one.name for one in await _joined(world, news)] == ["Lee"]
    await world.undo("lee", result)
    assert await _joined(world, news) == ()


async def test_words_can_be_said_and_taken_back(world: World):
    news = await world.do("sam", Celebrate("40 cakes", "me", circle="garden"))
    first = await world.run("lee", SayToCelebration(news, "well dun"))
    second = await world.run("lee", SayToCelebration(news, "hooray"))
    assert await _joined(world, news) == (Joined("lee", "Lee", "hooray"),)
    await world.undo("lee", second)
    assert await _joined(world, news) == (Joined("lee", "Lee", "well dun"),)
    await world.undo("lee", first)
    assert await _joined(world, news) == ()


async def test_a_celebration_taken_back_is_gone_from_its_card(world: World):
    result = await world.run("sam", Celebrate("40 cakes", "me", circle="garden"))
    await world.deliver()
    with pytest.raises(NotYours):
        await world.undo("lee", result)
    await world.undo("sam", result)
    assert world.redrawn() == [f"celebration:{result.value}"]
    assert await world.look("circle:garden", LookCelebration(result.value)) is None
    with pytest.raises(Gone):
        await world.do("lee", Cheer(result.value))


async def test_taking_back_what_is_not_there_is_quiet(world: World):
    result = await world.run("sam", Celebrate("40 cakes", "me"))
    await world.undo("sam", type(result)(undo=type(result.undo)("nothing")))


async def test_only_who_may_see_it_joins_and_only_ones_own_are_told(world: World):
    news = await world.do("sam", Celebrate("40 cakes", "me", circle="garden"))
    with pytest.raises(Gone):
        await world.do("jo", Cheer(news))
    action = await world.do("sam", AddAction("cakes", None))
    for command in (
        Celebrate("x", "me", person="kit"),
        Celebrate("x", "me", circle="bakery"),
    ):
        with pytest.raises(NotYours):
            await world.do("sam", command)
    with pytest.raises(Gone):
        await world.do("lee", Celebrate("x", "me", action))


async def test_who_left_the_circle_is_named_on_its_card_no_more(world: World):
    news = await world.do("sam", Celebrate("40 cakes", "me", circle="garden"))
    await world.do("lee", Cheer(news))
    await world.do("lee", LeaveCircle("garden"))
    assert await _joined(world, news) == ()


async def _joined(world: World, news: str) -> tuple[Joined, ...]:
    return (await world.look("circle:garden", LookCelebration(news))).joined


async def test_whoever_took_part_in_a_shared_plan_can_celebrate_it(world: World):
    action = await world.do("sam", AddAction("bake sale", None, circle="garden"))
    await world.do("lee", AnswerPart(action, agreed=True))
    assert await world.do("lee", Celebrate("we sold it all", "us", action, circle="garden"))
