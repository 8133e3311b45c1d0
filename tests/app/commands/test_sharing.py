from __future__ import annotations

from datetime import date

import pytest

from bot.app.doing import Doing
from bot.app.messages import Kind, Needs, State
from bot.dialogue.given import OwnWords
from bot.dialogue.questions import Timing
from bot.dialogue.saying import Said
from bot.dialogues.commands import (
    AddAction,
    AddToTelling,
    AskForHelp,
    Celebrate,
    CheckIn,
    KeepAnswer,
    ShowTo,
    TellHow,
)
from bot.dialogues.looks import (
    LookCirclePlan,
    LookHelp,
    LookPlan,
    LookShowing,
    LookWhoLooked,
)
from bot.domain.actions import Ending
from bot.domain.errors import Gone, NotShared, NotYours
from bot.domain.sharing import Audience, Thing
from tests.app.commands.world import World

JO, GARDEN = Audience("person", "jo"), Audience("circle", "garden")


async def test_a_thing_is_shown_to_exactly_those_who_were_chosen(world: World):
    thing = Thing("answer", await world.do("sam", KeepAnswer("why", OwnWords("gardning"))))
    await world.do("sam", ShowTo(thing, (JO, GARDEN)))
    assert await _words_seen(world, "jo") == ["gardning"]
    assert [item.words for item in (await world.look("lee", LookCirclePlan("garden"))).shared] == ["gardning"]
    await world.do("sam", ShowTo(thing, (JO,)))
    assert (await world.look("lee", LookCirclePlan("garden"))).shared == ()
    assert await _words_seen(world, "jo") == ["gardning"]


async def test_showing_can_be_taken_back_to_those_before(world: World):
    thing = Thing("answer", await world.do("sam", KeepAnswer("why", OwnWords("gardning"))))
    await world.do("sam", ShowTo(thing, (JO,)))
    result = await world.run("sam", ShowTo(thing, (GARDEN,)))
    await world.undo("sam", result)
    showing = {one.thing: one for one in await world.look("sam", LookShowing())}
    assert (showing[thing].audiences, showing[thing].names) == ((JO,), ("Jo",))


@pytest.mark.parametrize("audience", [Audience("person", "kit"), Audience("circle", "bakery")])
async def test_nothing_is_shown_to_those_who_are_not_ones_own(world: World, audience):
    thing = Thing("answer", await world.do("sam", KeepAnswer("why", OwnWords("gardning"))))
    with pytest.raises(NotYours):
        await world.do("sam", ShowTo(thing, (audience,)))


@pytest.mark.parametrize("kind", ["answer", "action", "telling", "learning", "celebration", "diary"])
async def test_only_what_is_there_and_ones_own_can_be_shown(world: World, kind):
    with pytest.raises(Gone):
        await world.do("sam", ShowTo(Thing(kind, "nothing"), ()))


async def test_nobody_shows_anothers_things(world: World):
    action = await world.do("sam", AddAction("water", None))
    telling = await world.do("sam", TellHow(action, Ending.DONE))
    celebration = await world.do("sam", Celebrate("40 cakes", "me"))
    for thing in (
        Thing("action", action),
        Thing("telling", telling),
        Thing("learning", telling),
        Thing("celebration", celebration),
        Thing("plans", "sam"),
    ):
        with pytest.raises(NotYours):
            await world.do("lee", ShowTo(thing, (GARDEN,)))


async def test_an_action_goes_under_itself_and_under_all_plans(world: World):
    action = await world.do("sam", AddAction("water", None))
    assert await world.look("jo", LookPlan(action)) is None
    await world.do("sam", ShowTo(Thing("plans", "sam"), (JO,)))
    assert (await world.look("jo", LookPlan(action))).what == "water"
    await world.do("sam", ShowTo(Thing("plans", "sam"), ()))
    assert await world.look("jo", LookPlan(action)) is None


async def test_what_is_taken_back_is_dropped_where_it_waits_and_taken_out_where_it_stands(world: World):
    action = await world.do("sam", AddAction("water", None))
    thing = Thing("action", action)
    await world.do("sam", ShowTo(thing, (JO,)))
    sent = await _message(world, "jo", thing)
    await world.deliver()
    waiting = await _message(world, "jo", thing)
    await world.do("sam", ShowTo(thing, ()))
    assert (await world.parcel(waiting)).state is State.DROPPED
    edit = world.said[-1]
    assert (edit.kind, edit.edits, edit.said, edit.person) == (Kind.EDIT, sent, Said("no-longer-shown"), "jo")


async def test_a_group_message_that_shows_it_is_taken_out_too(world: World):
    action = await world.do("sam", AddAction("water", None))
    thing = Thing("action", action)
    await world.do("sam", ShowTo(thing, (GARDEN, JO)))
    sent = await _message(world, None, thing)
    await world.deliver()
    await world.do("sam", ShowTo(thing, (JO,)))
    assert (world.said[-1].edits, world.said[-1].circle) == (sent, "garden")


async def test_a_shown_card_is_drawn_anew_when_its_action_is_taken_back(world: World):
    action = await world.do("sam", AddAction("water", Timing(date(2026, 12, 3))))
    request = await world.do("sam", AskForHelp(action, "with-me", "", circle="garden"))
    await world.deliver()
    assert (await world.look("circle:garden", LookHelp(request))).what == "water"
    await world.do("sam", ShowTo(Thing("action", action), ()))
    assert f"help:{request}" in world.redrawn()
    assert await world.look("circle:garden", LookHelp(request)) is None


async def test_whoever_sees_a_telling_sees_what_was_learned_but_not_the_other_way(world: World):
    action = await world.do("sam", AddAction("water", None))
    telling = await world.do("sam", TellHow(action, Ending.NOT_TO_PLAN))
    await world.do("sam", AddToTelling(telling, "it raind", "have a rain day plan", "try-again"))
    await world.do("sam", ShowTo(Thing("learning", telling), (JO,)))
    assert await _words_seen(world, "jo") == ["have a rain day plan"]
    await world.do("sam", ShowTo(Thing("telling", telling), (JO,)))
    assert await _words_seen(world, "jo") == ["it raind", "have a rain day plan"]


async def test_everything_of_ones_own_is_listed_with_who_sees_it(world: World):
    action = await world.do("sam", AddAction("water", None))
    await world.do("sam", AddAction("dig", None, circle="garden"))
    answer = await world.do("sam", KeepAnswer("why", OwnWords("gardning")))
    telling = await world.do("sam", TellHow(action, Ending.DONE))
    await world.do("sam", AddToTelling(telling, "sunny", "get up early"))
    celebration = await world.do("sam", Celebrate("40 cakes", "me", person="jo"))
    showing = {one.thing.kind + one.words: one for one in await world.look("sam", LookShowing())}
    assert showing["actiondig"].names == ("Garden Gang",)
    assert showing["actionwater"].names == showing["plans"].names == ()
    assert showing["celebration40 cakes"].names == ("Jo",)
    assert {one.thing.id for one in showing.values()} >= {answer, telling, celebration, "sam"}
    assert {"tellingsunny", "learningget up early", "answergardning"} <= showing.keys()


async def test_a_member_can_see_who_looked(world: World):
    await world.do("sam", AddAction("water", None))
    await world.do("sam", ShowTo(Thing("plans", "sam"), (JO,)))
    await world.do("jo", CheckIn("sam"))
    visits = await world.look("sam", LookWhoLooked())
    assert [(visit.name, visit.day) for visit in visits] == [("Jo", date(2026, 11, 30))]


async def test_a_check_in_gives_what_is_shared_and_nothing_else(world: World):
    action = await world.do("sam", AddAction("water", None))
    await world.do("sam", AddAction("see the doctor", None))
    await world.do("sam", Celebrate("40 cakes", "me", person="jo"))
    await world.do("sam", ShowTo(Thing("action", action), (JO,)))
    assert await _words_seen(world, "jo") == ["water", "40 cakes"]
    ended = await world.do("sam", TellHow(action, Ending.DONE))
    assert ended
    items = await world.do("jo", CheckIn("sam"))
    assert [item.plan.ending for item in items if item.plan] == [Ending.DONE]
    world.pass_time(days=8)
    assert await _words_seen(world, "jo") == ["40 cakes"]


@pytest.mark.parametrize(("who", "member"), [("jo", "sam"), ("kit", "sam"), ("jo", "nobody"), ("sam", "sam")])
async def test_not_shared_not_linked_and_nobody_there_are_refused_alike(world: World, who, member):
    await world.do("sam", AddAction("water", None))
    with pytest.raises(NotShared):
        await world.do(who, CheckIn(member))
    assert await world.look("sam", LookWhoLooked()) == ()


async def test_our_plan_is_the_same_for_everybody_in_the_circle(world: World):
    action = await world.do("sam", AddAction("water", None))
    await world.do("sam", AddAction("dig", None, circle="garden"))
    await world.do("sam", ShowTo(Thing("action", action), (JO,)))
    sam = await world.look("sam", LookCirclePlan("garden"))
    assert sam == await world.look("lee", LookCirclePlan("garden"))
    assert ([plan.what for plan in sam.actions], sam.shared) == (["dig"], ())
    assert await world.look("jo", LookCirclePlan("garden")) is None
    assert await world.look("sam", LookCirclePlan("nothing")) is None


async def _words_seen(world: World, who: str) -> list[str]:
    return [item.words for item in await world.do(who, CheckIn("sam"))]


async def _message(world: World, person: str | None, thing: Thing) -> str:
    world.turns += 1
    async with world.store.transaction() as tx:
        doing = Doing(tx, await tx.people.get("sam"), world.now, world.house, world.ids, f"m{world.turns}")
        to = {"person": person} if person else {"circle": "garden", "channel": "web", "address": "web-garden"}
        parcel = doing.send(Kind.FROM_PERSON, Said("plan-news"), needs=Needs("sam", (thing,)), **to)
        await tx.outbox.add(doing.parcels)
    return parcel
