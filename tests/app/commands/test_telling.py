from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.app.commands.scheduling import move_on
from bot.app.doing import Doing
from bot.dialogue.questions import Timing
from bot.dialogues.commands import (
    AddAction,
    AddToTelling,
    AskHowTomorrow,
    Fade,
    NotToday,
    RemindLater,
    SetReminder,
    ShowTo,
    TellHow,
)
from bot.dialogues.looks import LookDay, LookPlan, LookToTell
from bot.domain.actions import Ending, Reminder
from bot.domain.errors import Gone, NotYours
from bot.domain.nudging import NudgeKind
from bot.domain.repeating import Freq, Repeats
from bot.domain.sharing import Audience, Thing
from tests.app.commands.world import World

TUESDAY = Timing(date(2026, 12, 1))
EVERY_TUESDAY = Timing(date(2026, 12, 1), repeats=Repeats(Freq.WEEK, weekdays=(1,)))


@pytest.mark.parametrize("ending", list(Ending))
async def test_four_endings_are_equal(world: World, ending):
    action = await world.do("sam", AddAction("water", TUESDAY))
    result = await world.run("sam", TellHow(action, ending))
    plan = await world.look("sam", LookPlan(action))
    assert (plan.open, plan.ending) == (False, ending)
    assert await world.nudges(action) == []
    await world.undo("sam", result)
    plan = await world.look("sam", LookPlan(action))
    assert (plan.open, plan.ending) == (True, None)
    assert len(await world.nudges(action)) == 1
    await world.undo("sam", result)


async def test_what_repeats_moves_on_to_its_next_day(world: World):
    action = await world.do("sam", AddAction("water", EVERY_TUESDAY))
    world.pass_time(days=1, hours=10)
    await world.do("sam", TellHow(action, Ending.DONE))
    plan = await world.look("sam", LookPlan(action))
    assert (plan.open, plan.day) == (True, date(2026, 12, 8))
    assert [nudge.day for nudge in await world.nudges(action)] == [date(2026, 12, 8)]
    assert await world.look("sam", LookToTell()) == ()


async def test_telling_after_it_moved_on_is_about_the_day_that_was(world: World):
    action = await world.do("sam", AddAction("water", EVERY_TUESDAY))
    world.pass_time(days=2)
    await _move_on(world, action)
    assert [nudge.day for nudge in await world.nudges(action)] == [date(2026, 12, 1), date(2026, 12, 8)]
    assert [plan.day for plan in await world.look("sam", LookToTell())] == [date(2026, 12, 1)]
    assert len((await world.look("sam", LookDay(date(2026, 12, 1)))).plans) == 1
    result = await world.run("sam", TellHow(action, Ending.SOME))
    assert [nudge.day for nudge in await world.nudges(action)] == [date(2026, 12, 8)]
    assert (await world.look("sam", LookPlan(action))).day == date(2026, 12, 8)
    assert await world.look("sam", LookToTell()) == ()
    await world.undo("sam", result)
    await world.do("sam", TellHow(action, Ending.CHANGED_MIND))
    assert not (await world.look("sam", LookPlan(action))).open


async def test_what_does_not_repeat_does_not_move_on(world: World):
    action = await world.do("sam", AddAction("water", TUESDAY))
    world.pass_time(days=2)
    await _move_on(world, action)
    assert (await world.look("sam", LookPlan(action))).day == date(2026, 12, 1)


async def test_what_is_added_to_a_telling_can_be_taken_back(world: World):
    action = await world.do("sam", AddAction("water", TUESDAY))
    telling = await world.do("sam", TellHow(action, Ending.NOT_TO_PLAN))
    await world.do("sam", AddToTelling(telling, happened="it raind"))
    result = await world.run("sam", AddToTelling(telling, learned="have a plan", next="let-go"))
    async with world.store.reading() as tx:
        kept = await tx.practice.telling(telling)
    assert (kept.happened, kept.learned, kept.next) == ("it raind", "have a plan", "let-go")
    await world.undo("sam", result)
    async with world.store.reading() as tx:
        assert (await tx.practice.telling(telling)).learned == ""


async def test_a_telling_taken_back_is_shown_to_nobody(world: World):
    action = await world.do("sam", AddAction("water", TUESDAY))
    told = await world.run("sam", TellHow(action, Ending.NOT_TO_PLAN))
    added = await world.run("sam", AddToTelling(told.value, "it raind"))
    await world.do("sam", ShowTo(Thing("telling", told.value), (Audience("circle", "garden"),)))
    await world.undo("sam", told)
    await world.undo("sam", added)
    async with world.store.reading() as tx:
        assert await tx.sharing.of_owner("sam") == []
        assert await tx.practice.telling(told.value) is None


async def test_tellings_are_ones_own(world: World):
    action = await world.do("sam", AddAction("water", TUESDAY))
    with pytest.raises(NotYours):
        await world.do("jo", TellHow(action, Ending.DONE))
    telling = await world.do("sam", TellHow(action, Ending.DONE))
    with pytest.raises(NotYours):
        await world.do("jo", AddToTelling(telling, "x"))
    with pytest.raises(Gone):
        await world.do("sam", AddToTelling("nothing", "x"))
    with pytest.raises(Gone):
        await world.do("sam", TellHow(action, Ending.DONE))


async def test_a_telling_can_be_taken_back_when_its_action_is_gone(world: World):
    action = await world.do("sam", AddAction("water", TUESDAY))
    told = await world.run("sam", TellHow(action, Ending.DONE))
    async with world.store.transaction() as tx:
        await tx.practice.forget_action(action)
    await world.undo("sam", told)


async def test_later_today_comes_once_more_today(world: World):
    action = await _due_today(world)
    result = await world.run("sam", RemindLater(action))
    nudge = next(n for n in await world.nudges(action) if n.kind is NudgeKind.REMINDER)
    assert (nudge.due, nudge.again) == (datetime(2026, 12, 1, 12, 45, tzinfo=UTC), True)
    await world.undo("sam", result)
    assert not any(nudge.again for nudge in await world.nudges(action))


async def test_later_today_is_refused_when_the_day_has_no_such_moment_left(world: World):
    action = await _due_today(world)
    world.pass_time(hours=10)
    with pytest.raises(Gone):
        await world.do("sam", RemindLater(action))


async def test_not_today_ends_the_nudges_of_this_day(world: World):
    action = await _due_today(world)
    result = await world.run("sam", NotToday(action))
    assert await world.nudges(action) == []
    assert (await world.look("sam", LookDay(date(2026, 12, 1)))).plans == ()
    assert (await world.look("sam", LookPlan(action))).open
    await world.undo("sam", result)
    assert len((await world.look("sam", LookDay(date(2026, 12, 1)))).plans) == 1


async def test_not_today_of_what_repeats_comes_on_its_next_day(world: World):
    action = await world.do("sam", AddAction("water", EVERY_TUESDAY))
    world.pass_time(days=1)
    await world.do("sam", NotToday(action))
    assert [nudge.day for nudge in await world.nudges(action)] == [date(2026, 12, 8)]


async def test_ask_me_tomorrow_asks_once_more_and_never_again(world: World):
    action = await _due_today(world)
    await world.do("sam", AskHowTomorrow(action))
    (nudge,) = [n for n in await world.nudges(action) if n.kind is NudgeKind.HOW]
    assert (nudge.due, nudge.day, nudge.asked) == (
        datetime(2026, 12, 2, 18, tzinfo=UTC),
        date(2026, 12, 1),
        1,
    )


@pytest.mark.parametrize(("stop", "reminder"), [(True, Reminder.NONE), (False, Reminder.THAT_MORNING)])
async def test_after_four_done_alone_a_reminder_fades_only_with_a_yes(world: World, stop, reminder):
    action = await world.do("sam", AddAction("water", EVERY_TUESDAY))
    await world.do("sam", SetReminder(action, Reminder.THAT_MORNING))
    for _ in range(4):
        assert not (await world.look("sam", LookPlan(action))).may_fade
        world.pass_time(days=7)
        await world.do("sam", TellHow(action, Ending.DONE))
    assert (await world.look("sam", LookPlan(action))).may_fade
    result = await world.run("sam", Fade(action, stop=stop))
    plan = await world.look("sam", LookPlan(action))
    assert (plan.may_fade, plan.reminder) == (False, reminder)
    await world.undo("sam", result)
    assert (await world.look("sam", LookPlan(action))).may_fade


async def test_nobody_presses_anothers_nudge(world: World):
    action = await _due_today(world)
    for command in (RemindLater(action), NotToday(action), AskHowTomorrow(action), Fade(action, stop=True)):
        with pytest.raises(NotYours):
            await world.do("jo", command)


async def _due_today(world: World) -> str:
    timing = Timing(date(2026, 12, 1), time(15))
    action = await world.do("sam", AddAction("water", timing))
    await world.do("sam", SetReminder(action, Reminder.THAT_MORNING))
    world.pass_time(days=1, minutes=45)
    return action


async def _move_on(world: World, action: str) -> None:
    async with world.store.transaction() as tx:
        sam = await tx.people.get("sam")
        doing = Doing(tx, sam, world.now, world.house, world.ids, "nudger")
        await move_on(doing, await tx.practice.action(action))
