from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.app.messages import Kind
from bot.dialogue.saying import Ref
from bot.dialogues.commands import AskForPerson, TakeCall
from bot.dialogues.looks import LookCall, LookHumanHelp
from bot.domain.calling import CallState
from bot.domain.errors import AlreadyDone, Gone, NotYours
from bot.domain.nudging import NudgeKind
from bot.domain.people import Account
from tests.app.commands.world import World


async def test_the_first_named_person_is_asked_and_the_next_after_an_hour(world: World):
    assert await world.do("sam", AskForPerson()) == "Anna"
    call = await _call(world)
    assert world.cards("anna") == [f"call:{call.id}"]
    (nudge,) = await world.nudges(call.id)
    assert (nudge.kind, nudge.due) == (NudgeKind.CALL_NEXT, world.now + timedelta(hours=1))
    assert (await world.look("anna", LookCall(call.id))).asker_name == "Sam"
    assert await world.look("jo", LookCall(call.id)) is None


async def test_the_asker_is_told_only_when_i_will_is_pressed(world: World):
    await world.do("sam", AskForPerson())
    call = await _call(world)
    assert world.told("sam") == []
    await world.do("ben", TakeCall(call.id))
    (parcel,) = [p for p in world.said if p.person == "sam"]
    assert (parcel.said.key, parcel.said.slots) == ("call-taken", {"name": Ref("person", "ben")})
    assert parcel.kind is Kind.REPLY
    assert await world.nudges(call.id) == []
    assert (await world.look("anna", LookCall(call.id))).taken_name == "Ben"
    with pytest.raises(AlreadyDone):
        await world.do("anna", TakeCall(call.id))


async def test_only_a_named_person_takes_it_on(world: World):
    await world.do("sam", AskForPerson())
    with pytest.raises(NotYours):
        await world.do("jo", TakeCall((await _call(world)).id))
    with pytest.raises(Gone):
        await world.do("anna", TakeCall("nothing"))


async def test_a_second_wish_while_one_waits_asks_nobody(world: World):
    await world.do("sam", AskForPerson())
    with pytest.raises(AlreadyDone):
        await world.do("sam", AskForPerson())


async def test_outside_the_hours_no_call_is_made(world: World):
    world.pass_time(hours=8)
    with pytest.raises(Gone):
        await world.do("sam", AskForPerson())
    assert await _call(world) is None
    help_ = await world.look("sam", LookHumanHelp())
    assert (help_.in_hours, help_.names, help_.start) == (False, ("Anna", "Ben"), time(9))


async def test_who_cannot_be_reached_here_is_passed_over(world: World):
    async with world.store.transaction() as tx:
        await tx.people.put_account(Account("web", "web-anna", "anna", reachable=False))
    assert await world.do("sam", AskForPerson()) == "Ben"
    assert world.cards("anna") == []


async def test_nobody_to_ask_is_said_and_nothing_is_made(world: World):
    world.house = replace(world.house, named=("outsider",), named_names=("Out",))
    with pytest.raises(Gone):
        await world.do("sam", AskForPerson())
    assert await _call(world) is None


async def test_a_named_person_does_not_ask_themselves(world: World):
    world.house = replace(world.house, named_names=())
    assert await world.do("anna", AskForPerson()) == "Ben"


async def test_a_wish_can_be_taken_back_while_nobody_has_taken_it_on(world: World):
    result = await world.run("sam", AskForPerson())
    call = await _call(world)
    await world.deliver()
    with pytest.raises(NotYours):
        await world.undo("lee", result)
    await world.undo("sam", result)
    assert world.redrawn() == [f"call:{call.id}"]
    assert await world.look("anna", LookCall(call.id)) is None
    with pytest.raises(Gone):
        await world.do("anna", TakeCall(call.id))
    again = await world.run("sam", AskForPerson())
    taken = await _call(world)
    await world.do("anna", TakeCall(taken.id))
    await world.undo("sam", again)
    async with world.store.reading() as tx:
        assert (await tx.practice.call(taken.id)).state is CallState.TAKEN


async def _call(world: World):
    async with world.store.reading() as tx:
        return await tx.practice.call_waiting("sam")
