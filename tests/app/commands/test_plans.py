from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.dialogue.questions import Timing
from bot.dialogues.commands import (
    AddAction,
    AnswerPart,
    AskForHelp,
    ChangeAction,
    LetGo,
    SetHelp,
    SetReminder,
    SetWeekly,
    TellHow,
)
from bot.dialogues.looks import (
    LookCirclePlan,
    LookDay,
    LookHelp,
    LookMyPlan,
    LookPlan,
    LookPlansMade,
    LookToTell,
)
from bot.domain.actions import Ending, Help, Reminder
from bot.domain.circles import Membership
from bot.domain.errors import AlreadyDone, Gone, NotYours
from bot.domain.nudging import NudgeKind
from bot.domain.people import Kind
from bot.domain.repeating import Freq, Repeats
from tests.app.commands.world import World

TUESDAY = Timing(date(2026, 12, 1))
EVERY_TUESDAY = Timing(date(2026, 12, 1), repeats=Repeats(Freq.WEEK, weekdays=(1,)))


async def test_a_plan_is_kept_with_when_it_is_asked_about(world: World):
    action = await world.do("sam", AddAction("water the tomatos", TUESDAY))
    await world.do("sam", SetReminder(action, Reminder.THAT_MORNING))
    assert [(nudge.kind, nudge.due) for nudge in await world.nudges(action)] == [
        (NudgeKind.REMINDER, datetime(2026, 12, 1, 9, 30, tzinfo=UTC)),
        (NudgeKind.HOW, datetime(2026, 12, 1, 18, tzinfo=UTC)),
    ]
    assert await world.look("sam", LookPlansMade()) == 1


async def test_nothing_is_planned_for_a_moment_that_has_passed(world: World):
    world.pass_time(hours=10)
    action = await world.do("sam", AddAction("water", Timing(date(2026, 11, 30))))
    await world.do("sam", SetReminder(action, Reminder.THAT_MORNING))
    assert await world.nudges(action) == []


async def test_what_repeats_begins_on_the_first_day_that_fits(world: World):
    timing = Timing(date(2026, 11, 30), time(14), Repeats(Freq.WEEK, weekdays=(1,)))
    action = await world.do("sam", AddAction("water", timing))
    plan = await world.look("sam", LookPlan(action))
    assert (plan.day, plan.time, plan.repeats.since) == (date(2026, 12, 1), time(14), date(2026, 12, 1))


async def test_adding_can_be_taken_back_with_everything_about_it(world: World):
    result = await world.run("sam", AddAction("water", TUESDAY))
    request = await world.do("sam", AskForHelp(result.value, "with-me", "", person="jo"))
    await world.undo("sam", result)
    assert await world.look("sam", LookMyPlan()) == ()
    assert await world.look("jo", LookHelp(request)) is None
    assert await world.nudges(result.value) == await world.nudges(request) == []
    await world.undo("sam", result)


async def test_a_change_moves_the_nudges_and_can_be_taken_back(world: World):
    action = await world.do("sam", AddAction("water", TUESDAY))
    result = await world.run("sam", ChangeAction(action, "dig", Timing(date(2026, 12, 4))))
    plan = await world.look("sam", LookPlan(action))
    assert (plan.what, plan.day) == ("dig", date(2026, 12, 4))
    assert [nudge.day for nudge in await world.nudges(action)] == [date(2026, 12, 4)]
    await world.undo("sam", result)
    plan = await world.look("sam", LookPlan(action))
    assert (plan.what, plan.day) == ("water", date(2026, 12, 1))
    assert [nudge.day for nudge in await world.nudges(action)] == [date(2026, 12, 1)]


async def test_trying_again_on_a_new_day_opens_what_had_ended(world: World):
    action = await world.do("sam", AddAction("water", TUESDAY))
    await world.do("sam", TellHow(action, Ending.NOT_TO_PLAN))
    await world.do("sam", ChangeAction(action, what="water in the rain"))
    assert not (await world.look("sam", LookPlan(action))).open
    await world.do("sam", ChangeAction(action, timing=Timing(date(2026, 12, 8))))
    assert (await world.look("sam", LookPlan(action))).open


async def test_what_is_let_go_is_asked_about_no_more(world: World):
    action = await world.do("sam", AddAction("water", TUESDAY))
    result = await world.run("sam", LetGo(action))
    assert await world.look("sam", LookMyPlan()) == ()
    assert await world.nudges(action) == []
    with pytest.raises(Gone):
        await world.do("sam", SetReminder(action, Reminder.DAY_BEFORE))
    await world.undo("sam", result)
    assert len(await world.nudges(action)) == 1


async def test_only_the_owner_changes_a_plan(world: World):
    action = await world.do("sam", AddAction("water", TUESDAY))
    for command in (ChangeAction(action, "dig"), SetHelp(action, Help.SOME), LetGo(action)):
        with pytest.raises(NotYours):
            await world.do("jo", command)
    with pytest.raises(Gone):
        await world.do("sam", LetGo("nothing"))
    result = await world.run("sam", SetHelp(action, Help.NOT_SURE))
    with pytest.raises(NotYours):
        await world.undo("jo", result)
    await world.undo("sam", result)


async def test_my_plan_is_soonest_first_and_keeps_what_ended_for_a_week(world: World):
    later = await world.do("sam", AddAction("later", Timing(date(2026, 12, 9))))
    some_day = await world.do("sam", AddAction("some day", None))
    ended = await world.do("sam", AddAction("ended", TUESDAY))
    sooner = await world.do("sam", AddAction("sooner", TUESDAY))
    await world.do("sam", TellHow(ended, Ending.SOME))
    assert [plan.id for plan in await world.look("sam", LookMyPlan())] == [sooner, later, some_day, ended]
    world.pass_time(days=7)
    assert [plan.id for plan in await world.look("sam", LookMyPlan())] == [sooner, later, some_day]


async def test_what_waits_to_be_told_is_what_has_had_its_day(world: World):
    await world.do("sam", AddAction("water", TUESDAY))
    await world.do("sam", AddAction("dig", Timing(date(2026, 12, 2))))
    await world.do("sam", AddAction("weekly", EVERY_TUESDAY))
    world.pass_time(days=2)
    assert [plan.what for plan in await world.look("sam", LookToTell())] == ["dig", "water", "weekly"]


async def test_a_day_is_seen_with_the_plans_of_that_day(world: World):
    await world.do("sam", AddAction("water", TUESDAY))
    await world.do("sam", AddAction("dig", Timing(date(2026, 12, 2))))
    seen = await world.look("sam", LookDay(date(2026, 12, 1)))
    assert ([plan.what for plan in seen.plans], seen.today, seen.name) == (
        ["water"],
        date(2026, 11, 30),
        "Sam",
    )


async def test_we_will_asks_every_other_member_and_counts_only_their_own_yes(world: World):
    action = await world.do("sam", AddAction("bake sale", TUESDAY, circle="garden"))
    assert world.cards("lee") == [f"we-will:{action}"]
    assert world.cards("priya") == world.cards("sam") == []
    assert (await world.look("circle:garden", LookPlan(action))).others == ("Sam",)
    result = await world.run("lee", AnswerPart(action, agreed=True))
    assert (await world.look("lee", LookPlan(action))).others == ("Sam",)
    assert (await world.look("circle:garden", LookPlan(action))).others == ("Lee", "Sam")
    assert [plan.what for plan in await world.look("lee", LookMyPlan())] == ["bake sale"]
    with pytest.raises(AlreadyDone):
        await world.do("lee", AnswerPart(action, agreed=True))
    await world.undo("lee", result)
    assert (await world.look("lee", LookPlan(action))).others == ("Sam",)


async def test_a_part_is_answered_only_by_the_person_asked(world: World):
    action = await world.do("sam", AddAction("bake sale", TUESDAY, circle="garden", people=("lee",)))
    for who in ("priya", "jo"):
        with pytest.raises(NotYours):
            await world.do(who, AnswerPart(action, agreed=True))
    await world.do("sam", LetGo(action))
    with pytest.raises(Gone):
        await world.do("lee", AnswerPart(action, agreed=True))


@pytest.mark.parametrize(("who", "people"), [("jo", ()), ("sam", ("jo",))])
async def test_we_will_stays_within_the_circle(world: World, who, people):
    with pytest.raises(NotYours):
        await world.do(who, AddAction("bake sale", None, circle="garden", people=people))
    async with world.store.reading() as tx:
        assert await tx.practice.circle_actions("garden") == []


async def test_everyone_who_said_yes_can_tell_how_it_went(world: World):
    action = await world.do("sam", AddAction("bake sale", TUESDAY, circle="garden"))
    with pytest.raises(NotYours):
        await world.do("lee", TellHow(action, Ending.DONE))
    await world.do("lee", AnswerPart(action, agreed=True))
    result = await world.run("lee", TellHow(action, Ending.DONE))
    assert (await world.look("circle:garden", LookPlan(action))).ending is Ending.DONE
    await world.undo("lee", result)
    assert (await world.look("circle:garden", LookPlan(action))).open


async def test_one_person_changing_their_mind_does_not_end_what_others_do(world: World):
    action = await world.do("sam", AddAction("bake sale", TUESDAY, circle="garden"))
    await world.do("lee", AnswerPart(action, agreed=True))
    result = await world.run("lee", TellHow(action, Ending.CHANGED_MIND))
    assert (await world.look("circle:garden", LookPlan(action))).others == ("Sam",)
    await world.undo("lee", result)
    assert (await world.look("sam", LookPlan(action))).others == ("Lee",)
    await world.do("lee", TellHow(action, Ending.CHANGED_MIND))
    await world.do("sam", TellHow(action, Ending.CHANGED_MIND))
    assert (await world.look("circle:garden", LookCirclePlan("garden"))).actions == ()


async def test_any_member_chooses_the_weekly_message(world: World):
    result = await world.run("lee", SetWeekly("garden", 2, time(11)))
    assert [nudge.due for nudge in await world.nudges("garden")] == [datetime(2026, 12, 2, 11, tzinfo=UTC)]
    await world.undo("lee", result)
    assert await world.nudges("garden") == []
    for who in ("priya", "jo"):
        with pytest.raises(NotYours):
            await world.do(who, SetWeekly("garden", 2, time(11)))


async def test_a_supporter_in_a_circle_sees_its_plan_but_is_not_asked_to_join(world: World):
    async with world.store.transaction() as tx:
        await tx.circles.put_membership(Membership("garden", "kit", Kind.SUPPORTER))
    await world.do("sam", AddAction("bake sale", TUESDAY, circle="garden"))
    assert world.cards("kit") == []
    assert len((await world.look("kit", LookCirclePlan("garden"))).actions) == 1
