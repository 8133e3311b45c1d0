from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.dialogue.questions import Timing
from bot.dialogues.commands import (
    AcceptHelp,
    AddAction,
    AnswerHelp,
    AnswerPart,
    AskBack,
    AskForHelp,
    LeaveCircle,
    LetGo,
    ReplyBack,
    SetHelp,
    ShowTo,
    TellHow,
)
from bot.dialogues.looks import LookHelp, LookPlan
from bot.domain.actions import Ending, Help
from bot.domain.errors import AlreadyDone, Gone, NotYours
from bot.domain.helping import HelpState
from bot.domain.nudging import NudgeKind
from bot.domain.sharing import Audience, Thing
from tests.app.commands.world import World

THURSDAY = Timing(date(2026, 12, 3))


async def test_whoever_is_asked_sees_this_action_from_now_on(world: World):
    action, request = await _asked(world)
    assert world.cards("jo") == [f"help:{request}"]
    assert (await world.look("jo", LookPlan(action))).what == "water"
    seen = await world.look("jo", LookHelp(request))
    assert (seen.asker_name, seen.kind, seen.asked_name) == ("Sam", "with-me", "Jo")
    assert await world.look("kit", LookHelp(request)) is None


async def test_asking_can_be_taken_back_and_nothing_stays_shown(world: World):
    action = await world.do("sam", AddAction("water", THURSDAY))
    result = await world.run("sam", AskForHelp(action, "with-me", "", person="jo"))
    await world.deliver()
    await world.undo("sam", result)
    assert await world.look("jo", LookPlan(action)) is None
    assert await world.look("jo", LookHelp(result.value)) is None
    assert f"help:{result.value}" in world.redrawn()
    assert await world.nudges(result.value) == []
    assert (await world.look("sam", LookPlan(action))).help is Help.ALONE
    await world.undo("sam", result)


async def test_taking_asking_back_leaves_what_was_shown_before(world: World):
    action, _ = await _asked(world)
    result = await world.run("sam", AskForHelp(action, "with-me", "", circle="garden"))
    await world.undo("sam", result)
    assert await world.look("jo", LookPlan(action)) is not None
    assert await world.look("lee", LookPlan(action)) is None
    with pytest.raises(NotYours):
        await world.undo("jo", result)


async def test_nobody_is_assigned_the_person_accepts(world: World):
    action, request = await _asked(world)
    await world.do("jo", AnswerHelp(request, yes=True))
    assert world.cards("sam") == [f"helped:{request}"]
    plan = await world.look("sam", LookPlan(action))
    assert (plan.helper, plan.help_state) == (None, HelpState.OFFERED)
    await world.do("sam", AcceptHelp(request, accepted=True))
    assert (await world.look("sam", LookPlan(action))).helper_name == "Jo"
    assert world.cards("jo") == [f"help:{request}"] * 2
    assert (await world.look("jo", LookHelp(request))).offered_by_me
    with pytest.raises(AlreadyDone):
        await world.do("sam", AcceptHelp(request, accepted=True))


async def test_a_person_can_change_their_mind_about_help(world: World):
    _, request = await _asked(world)
    await world.do("jo", AnswerHelp(request, yes=True))
    await world.do("sam", AcceptHelp(request, accepted=True))
    await world.do("sam", AcceptHelp(request, accepted=False))
    assert world.told("jo") == ["help-not-needed"]
    assert await world.look("jo", LookHelp(request)) is None
    assert (await world.look("sam", LookHelp(request))).state is HelpState.WITHDRAWN


async def test_a_no_is_told_and_someone_else_can_be_asked(world: World):
    action, request = await _asked(world)
    await world.do("jo", AnswerHelp(request, yes=False))
    assert (await world.look("sam", LookHelp(request))).state is HelpState.DECLINED
    assert world.cards("sam") == [f"helped:{request}"]
    assert await world.nudges(request) == []
    with pytest.raises(AlreadyDone):
        await world.do("jo", AnswerHelp(request, yes=True))
    with pytest.raises(Gone):
        await world.do("jo", AskBack(request, "when?"))
    with pytest.raises(Gone):
        await world.do("sam", AcceptHelp(request, accepted=True))
    again = await world.do("sam", AskForHelp(action, "with-me", "", person="jo"))
    assert again != request


async def test_no_answer_is_told_a_day_before_or_after_24_hours(world: World):
    _, request = await _asked(world)
    (nudge,) = await world.nudges(request)
    assert (nudge.kind, nudge.person) == (NudgeKind.NO_ANSWER, "sam")
    assert nudge.due == datetime(2026, 12, 1, 9, tzinfo=UTC)
    soon = await world.do("sam", AddAction("dig", Timing(date(2026, 12, 2))))
    second = await world.do("sam", AskForHelp(soon, "with-me", "", person="jo"))
    assert (await world.nudges(second))[0].due == datetime(2026, 12, 1, 9, tzinfo=UTC)
    some_day = await world.do("sam", AddAction("paint", None))
    third = await world.do("sam", AskForHelp(some_day, "with-me", "", person="jo"))
    assert (await world.nudges(third))[0].due == datetime(2026, 12, 1, 9, tzinfo=UTC)


async def test_anyone_in_the_circle_can_offer_and_one_cannot_is_no_answer(world: World):
    action = await world.do("sam", AddAction("water", THURSDAY))
    request = await world.do("sam", AskForHelp(action, "something-else", "carry", circle="garden"))
    assert world.cards("garden") == [f"help:{request}"]
    assert (await world.look("circle:garden", LookHelp(request))).asked_name == "Garden Gang"
    await world.do("priya", AnswerHelp(request, yes=False))
    assert (await world.look("sam", LookHelp(request))).state is HelpState.ASKED
    await world.do("lee", AnswerHelp(request, yes=True))
    assert (await world.look("sam", LookHelp(request))).offered_name == "Lee"
    with pytest.raises(AlreadyDone):
        await world.do("priya", AnswerHelp(request, yes=True))


async def test_only_those_asked_answer_and_only_the_asker_accepts(world: World):
    _, request = await _asked(world)
    for who in ("sam", "kit", "lee"):
        with pytest.raises(NotYours):
            await world.do(who, AnswerHelp(request, yes=True))
    with pytest.raises(Gone):
        await world.do("sam", AcceptHelp(request, accepted=True))
    await world.do("jo", AnswerHelp(request, yes=True))
    with pytest.raises(NotYours):
        await world.do("jo", AcceptHelp(request, accepted=True))
    for command in (AnswerHelp("nothing", yes=True), AcceptHelp("nothing", accepted=True)):
        with pytest.raises(Gone):
            await world.do("jo", command)


async def test_what_is_asked_back_is_between_the_two(world: World):
    action, request = await _asked(world)
    with pytest.raises(Gone):
        await world.do("sam", ReplyBack(request, "at 2"))
    await world.do("jo", AskBack(request, "What time?"))
    assert world.cards("sam") == [f"asked-back:{request}"]
    assert (await world.look("sam", LookHelp(request))).asked_back == "What time?"
    await world.do("sam", ReplyBack(request, "at 2"))
    seen = await world.look("jo", LookHelp(request))
    assert (seen.asked_back, seen.asked_back_name, seen.reply) == ("What time?", "Jo", "at 2")
    await world.do("sam", AskForHelp(action, "with-me", "", circle="garden"))
    assert await world.look("lee", LookHelp(request)) is None


async def test_what_is_asked_back_in_a_circle_is_not_for_the_others(world: World):
    action = await world.do("sam", AddAction("water", THURSDAY))
    request = await world.do("sam", AskForHelp(action, "with-me", "", circle="garden"))
    await world.do("lee", AskBack(request, "What time?"))
    for who in ("priya", "circle:garden"):
        seen = await world.look(who, LookHelp(request))
        assert (seen.asked_back, seen.asked_back_name, seen.reply) == ("", "", "")


@pytest.mark.parametrize(
    "command",
    [
        lambda action: AskForHelp(action, "with-me", "", person="kit"),
        lambda action: AskForHelp(action, "with-me", "", circle="bakery"),
        lambda action: AskForHelp(action, "with-me", "", person="jo", circle="garden"),
        lambda action: AskForHelp(action, "with-me", ""),
    ],
)
async def test_only_ones_own_supporters_and_circles_are_asked(world: World, command):
    action = await world.do("sam", AddAction("water", THURSDAY))
    with pytest.raises(NotYours):
        await world.do("sam", command(action))


async def test_the_same_one_is_not_asked_twice(world: World):
    action, _ = await _asked(world)
    with pytest.raises(AlreadyDone):
        await world.do("sam", AskForHelp(action, "with-me", "", person="jo"))


async def test_doing_it_alone_after_all_is_told_kindly_to_whoever_said_yes(world: World):
    action, request = await _asked(world)
    await world.do("jo", AnswerHelp(request, yes=True))
    result = await world.run("sam", SetHelp(action, Help.ALONE))
    assert result.undo is None
    assert world.told("jo") == ["help-not-needed"]
    assert (await world.look("sam", LookPlan(action))).help_state is None


async def test_letting_go_of_what_somebody_helps_with_tells_them(world: World):
    action, request = await _asked(world)
    await world.do("jo", AnswerHelp(request, yes=True))
    assert (await world.run("sam", LetGo(action))).undo is None
    assert world.told("jo") == ["help-not-needed"]
    with pytest.raises(Gone):
        await world.do("jo", AnswerHelp(request, yes=True))


async def test_asking_about_what_did_not_go_to_plan_opens_it_again(world: World):
    action = await world.do("sam", AddAction("water", THURSDAY))
    await world.do("sam", TellHow(action, Ending.NOT_TO_PLAN))
    await world.do("sam", AskForHelp(action, "showing-me", "", person="jo"))
    plan = await world.look("sam", LookPlan(action))
    assert (plan.open, plan.help) == (True, Help.SOME)


async def test_an_answer_to_what_is_over_is_refused(world: World):
    action, request = await _asked(world)
    await world.do("sam", TellHow(action, Ending.DONE))
    with pytest.raises(Gone):
        await world.do("jo", AnswerHelp(request, yes=True))
    assert await world.look("jo", LookHelp(request)) is None
    assert await world.look("sam", LookHelp(request)) is not None


async def _asked(world: World) -> tuple[str, str]:
    action = await world.do("sam", AddAction("water", THURSDAY))
    return action, await world.do("sam", AskForHelp(action, "with-me", "", person="jo"))


async def test_taking_one_request_back_leaves_another_that_was_declined_as_it_is(world: World):
    action, first = await _asked(world)
    await world.do("jo", AnswerHelp(first, yes=False))
    result = await world.run("sam", AskForHelp(action, "with-me", "", circle="garden"))
    await world.do("lee", AnswerHelp(result.value, yes=True))
    await world.undo("sam", result)
    assert world.told("lee") == ["help-not-needed"]
    await world.do("sam", SetHelp(action, Help.ALONE))
    assert (await world.look("sam", LookHelp(first))).state is HelpState.DECLINED


async def test_a_card_that_waits_is_dropped_with_what_it_shows(world: World):
    action, request = await _asked(world)
    await world.deliver()
    await world.do("sam", ShowTo(Thing("action", action), ()))
    assert world.redrawn() == [f"help:{request}"]
    second = await world.run("sam", AskForHelp(action, "with-me", "", circle="garden"))
    await world.undo("sam", second)
    await world.do("sam", LeaveCircle("garden"))


async def test_a_supporter_asked_about_a_shared_plan_sees_it_and_not_who_else_is_in_it(world: World):
    action = await world.do("sam", AddAction("bake sale", THURSDAY, circle="garden"))
    await world.do("lee", AnswerPart(action, agreed=True))
    request = await world.do("sam", AskForHelp(action, "with-me", "", "jo", None))
    seen = await world.look("jo", LookHelp(request))
    assert seen.what == "bake sale"
    assert (await world.look("jo", LookPlan(action))).others == ()


async def test_all_my_plans_shows_no_plan_of_a_circle(world: World):
    action = await world.do("sam", AddAction("bake sale", THURSDAY, circle="garden"))
    await world.do("sam", ShowTo(Thing("plans", "sam"), (Audience("person", "jo"),)))
    assert await world.look("jo", LookPlan(action)) is None
