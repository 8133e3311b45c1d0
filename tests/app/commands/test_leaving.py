from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.given import OwnWords
from bot.dialogue.questions import Timing
from bot.dialogues.commands import (
    AddAction,
    AnswerHelp,
    AnswerPart,
    AskForHelp,
    CheckIn,
    EndSupport,
    KeepAnswer,
    LeaveCircle,
    ShowTo,
)
from bot.dialogues.looks import LookCirclePlan, LookHelp, LookHere, LookPlan, LookShowing
from bot.domain.errors import NotShared, NotYours
from bot.domain.helping import HelpState
from bot.domain.sharing import Audience, Thing
from tests.app.commands.world import World

JO, GARDEN = Audience("person", "jo"), Audience("circle", "garden")


async def test_leaving_a_circle_ends_what_was_shown_there(world: World):
    thing = Thing("answer", await world.do("sam", KeepAnswer("why", OwnWords("gardning"))))
    await world.do("sam", ShowTo(thing, (JO, GARDEN)))
    await world.do("sam", LeaveCircle("garden"))
    assert (await world.look("lee", LookCirclePlan("garden"))).shared == ()
    assert [one.names for one in await world.look("sam", LookShowing()) if one.thing == thing] == [("Jo",)]
    assert await world.look("sam", LookCirclePlan("garden")) is None
    with pytest.raises(NotYours):
        await world.do("sam", LeaveCircle("garden"))


async def test_leaving_takes_back_what_was_asked_there_and_lets_others_ask_anew(world: World):
    mine = await world.do("lee", AddAction("dig", None))
    asked = await world.do("lee", AskForHelp(mine, "with-me", "", circle="garden"))
    theirs = await world.do("sam", AddAction("water", None))
    offered = await world.do("sam", AskForHelp(theirs, "with-me", "", circle="garden"))
    await world.do("lee", AnswerHelp(offered, yes=True))
    await world.do("lee", LeaveCircle("garden"))
    assert await world.look("priya", LookHelp(asked)) is None
    assert (await world.look("sam", LookHelp(offered))).state is HelpState.DECLINED
    assert world.cards("sam") == [f"helped:{offered}"] * 2


async def test_what_others_do_together_goes_on_without_who_left(world: World):
    together = await world.do("sam", AddAction("bake sale", None, circle="garden"))
    await world.do("lee", AnswerPart(together, agreed=True))
    alone = await world.do("sam", AddAction("dig", None, circle="garden"))
    await world.do("sam", LeaveCircle("garden"))
    seen = await world.look("lee", LookCirclePlan("garden"))
    assert [(plan.what, plan.others) for plan in seen.actions] == [("bake sale", ("Lee",))]
    assert not (await world.look("circle:garden", LookPlan(alone))).open


async def test_a_member_ends_support_and_everything_shown_by_it_quietly(world: World):
    action = await world.do("sam", AddAction("water", Timing(date(2026, 12, 3))))
    request = await world.do("sam", AskForHelp(action, "with-me", "", person="jo"))
    await world.do("sam", EndSupport("jo"))
    assert await world.look("jo", LookHelp(request)) is None
    with pytest.raises(NotShared):
        await world.do("jo", CheckIn("sam"))
    assert (await world.look("sam", LookHere())).supporters == ()
    assert world.told("jo") == []
    assert await world.nudges(request) == []


async def test_a_member_is_told_when_a_supporter_leaves_and_can_ask_others(world: World):
    action = await world.do("sam", AddAction("water", Timing(date(2026, 12, 3))))
    request = await world.do("sam", AskForHelp(action, "with-me", "", person="jo"))
    await world.do("jo", EndSupport("sam"))
    assert world.told("sam") == ["supporter-left"]
    assert world.cards("sam") == [f"helped:{request}"]
    assert (await world.look("sam", LookHelp(request))).state is HelpState.DECLINED
    async with world.store.reading() as tx:
        assert await tx.sharing.of_owner("sam") == []


async def test_asking_a_circle_outlives_the_end_of_a_support(world: World):
    action = await world.do("sam", AddAction("water", None))
    request = await world.do("sam", AskForHelp(action, "with-me", "", circle="garden"))
    await world.do("sam", EndSupport("jo"))
    assert (await world.look("lee", LookHelp(request))).state is HelpState.ASKED


async def test_leaving_leaves_alone_what_one_has_no_part_in(world: World):
    action = await world.do("sam", AddAction("bake sale", None, circle="garden", people=()))
    await world.do("priya", LeaveCircle("garden"))
    assert (await world.look("lee", LookPlan(action))).open
