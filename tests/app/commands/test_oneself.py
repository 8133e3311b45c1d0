from __future__ import annotations

from datetime import date, time

import pytest

from bot.dialogue.given import OwnWords
from bot.dialogue.questions import Timing
from bot.dialogues.commands import (
    AddAction,
    ChangeAnswer,
    FinishHello,
    KeepAnswer,
    LetGo,
    PauseUntil,
    SetName,
    SetPictures,
    SetQuiet,
    SetReminder,
    SetReminders,
    ShowTo,
    WaitForHello,
)
from bot.dialogues.looks import LookAnswers, LookHere, LookMembers
from bot.domain.actions import Reminder
from bot.domain.errors import Gone, NotYours
from bot.domain.people import QuietHours
from bot.domain.repeating import Freq, Repeats
from bot.domain.sharing import Audience, Thing
from tests.app.commands.world import World


async def test_a_person_sees_who_they_are_here_and_what_time_it_is(world: World):
    here = await world.look("sam", LookHere())
    assert (here.name, here.today, here.time) == ("Sam", date(2026, 11, 30), time(9))
    assert [known.name for known in here.circles] == ["Garden Gang"]
    assert [known.name for known in here.supporters] == ["Jo"]
    assert [known.name for known in (await world.look("jo", LookHere())).supports] == ["Sam"]
    assert [known.name for known in (await world.look("priya", LookHere())).holds] == ["Garden Gang"]


@pytest.mark.parametrize(
    ("command", "field", "value"),
    [
        (SetName("Sammy"), "name", "Sammy"),
        (SetPictures(pictures=False), "pictures", False),
        (SetQuiet(QuietHours(time(22), time(7))), "quiet", QuietHours(time(22), time(7))),
        (FinishHello(), "greeted", True),
        (SetReminders(wanted=False), "reminders", False),
        (PauseUntil(date(2026, 12, 24)), "paused_until", date(2026, 12, 24)),
    ],
)
async def test_what_is_set_can_be_taken_back(world: World, command, field, value):
    before = await world.look("sam", LookHere())
    result = await world.run("sam", command)
    assert getattr(await world.look("sam", LookHere()), field) == value
    await world.undo("sam", result)
    assert await world.look("sam", LookHere()) == before


async def test_reminders_that_were_stopped_are_planned_again(world: World):
    action = await world.do("sam", AddAction("water", Timing(date(2026, 12, 1))))
    await world.do("sam", SetReminder(action, Reminder.THAT_MORNING))
    await world.do("sam", SetReminders(wanted=False))
    async with world.store.transaction() as tx:
        await tx.nudges.drop_about(action)  # the nudger drops what is not wanted
    await world.do("sam", SetReminders(wanted=True))
    assert len(await world.nudges(action)) == 2


async def test_carrying_on_after_waiting_plans_what_is_still_to_come(world: World):
    action = await world.do("sam", AddAction("water", Timing(date(2026, 12, 1))))
    await world.change("sam", unanswered=3, waiting=True)
    result = await world.run("sam", WaitForHello(wait=False))
    assert len(await world.nudges(action)) == 1
    await world.undo("sam", result)
    async with world.store.reading() as tx:
        sam = await tx.people.get("sam")
    assert (sam.waiting, sam.unanswered) == (True, 0)


async def test_an_answer_is_kept_in_the_persons_own_words(world: World):
    words = OwnWords("becuase i like the gardning group", helped_by="Kit")
    result = await world.run("sam", KeepAnswer("why", words))
    answers = await world.look("sam", LookAnswers())
    assert (answers.why, answers.why_id, answers.want) == (words, result.value, None)
    await world.undo("sam", result)
    assert (await world.look("sam", LookAnswers())).why is None
    await world.undo("sam", result)


async def test_a_new_answer_is_just_the_persons_own_until_they_choose_again(world: World):
    thing, jo = await _shown_answer(world)
    result = await world.run("sam", KeepAnswer("why", OwnWords("new")))
    assert await _shown_to_jo(world) == []
    assert result.value == thing.id
    await world.undo("sam", result)
    assert (await world.look("sam", LookAnswers())).why == OwnWords("old")
    assert await _shown_to_jo(world) == [jo]


async def test_changed_words_keep_who_was_chosen_to_see_them(world: World):
    thing, jo = await _shown_answer(world)
    amended = KeepAnswer("why", OwnWords("newer")).amending(thing.id)
    result = await world.run("sam", amended)
    assert (await world.look("sam", LookAnswers())).why == OwnWords("newer")
    assert await _shown_to_jo(world) == [jo]
    await world.undo("sam", result)
    assert (await world.look("sam", LookAnswers())).why == OwnWords("old")


async def test_nobody_changes_anothers_answer(world: World):
    thing, _ = await _shown_answer(world)
    with pytest.raises(NotYours):
        await world.do("jo", ChangeAnswer(thing.id, OwnWords("theirs")))
    with pytest.raises(Gone):
        await world.do("sam", ChangeAnswer("nothing", OwnWords("new")))


async def test_members_are_known_only_to_who_belongs(world: World):
    assert [known.name for known in await world.look("sam", LookMembers("garden"))] == ["Lee"]
    assert await world.look("jo", LookMembers("garden")) == ()


async def _shown_answer(world: World) -> tuple[Thing, Audience]:
    thing = Thing("answer", await world.do("sam", KeepAnswer("why", OwnWords("old"))))
    jo = Audience("person", "jo")
    await world.do("sam", ShowTo(thing, (jo,)))
    return thing, jo


async def _shown_to_jo(world: World) -> list[Audience]:
    async with world.store.reading() as tx:
        return [share.audience for share in await tx.sharing.of_owner("sam")]


async def test_what_repeats_goes_on_from_today_when_reminders_are_wanted_again(world: World):
    every_day = Timing(date(2026, 11, 30), repeats=Repeats(Freq.DAY))
    action = await world.do("sam", AddAction("water", every_day))
    ended = await world.do("sam", AddAction("dig", None))
    await world.do("sam", LetGo(ended))
    await world.do("sam", SetReminders(wanted=False))
    world.pass_time(days=3)
    await world.do("sam", SetReminders(wanted=True))
    assert [nudge.day for nudge in await world.nudges(action)] == [date(2026, 12, 3)]
    assert await world.nudges(ended) == []
