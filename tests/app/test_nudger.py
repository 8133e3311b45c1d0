"""What falls due becomes a message, once, at a kind time (practice.md 7; easy-read.md 17)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app.messages import MediaIn
from bot.app.nudger import Nudger
from bot.domain.actions import Action, Part, Reminder
from bot.domain.calling import Call, CallState
from bot.domain.helping import HelpRequest
from bot.domain.nudging import Nudge, NudgeKind
from bot.domain.repeating import Freq, Repeats
from tests.app.rooms import GROUP, Rooms, open_rooms

TODAY = date(2026, 11, 30)


async def put(rooms: Rooms, *nudges: Nudge, **actions: Action) -> None:
    async with rooms.store.transaction() as tx:
        for action in actions.values():
            await tx.practice.put_action(action)
        for nudge in nudges:
            await tx.nudges.put(nudge)


def action(rooms: Rooms, name: str = "water the tomatos", **parts: Any) -> Action:
    kept: dict[str, Any] = {"day": TODAY, "reminder": Reminder.THAT_MORNING, "made": rooms.world.clock.at}
    return Action(rooms.world.ids.new(), rooms.person("sam"), name, **{**kept, **parts})


def nudge(rooms: Rooms, kind: NudgeKind, about: str | None = None, **parts: Any) -> Nudge:
    kept: dict[str, Any] = {"person": rooms.person("sam"), "due": rooms.world.clock.at, "day": TODAY}
    return Nudge(rooms.world.ids.new(), kind, about=about, **{**kept, **parts})


async def change(rooms: Rooms, **parts: Any) -> None:
    async with rooms.store.transaction() as tx:
        await tx.people.save(replace(await tx.people.get(rooms.person("sam")), **parts))


async def settle(rooms: Rooms) -> list[str]:
    before = len(rooms.keys("sam"))
    await rooms.world.settle()
    return rooms.keys("sam")[before:]


async def at(rooms: Rooms, day: int, hour: int, minute: int = 0) -> list[str]:
    """Move the clock to an hour of a day (0 is today), and give what came."""
    before = len(rooms.keys("sam"))
    await rooms.world.move_to(
        datetime.combine(TODAY + timedelta(day), time(hour, minute), rooms.world.script.zone)
    )
    return rooms.keys("sam")[before:]


async def test_one_reminder_a_day_covers_all_of_that_days_actions(rooms: Rooms):
    tomatoes, bread = action(rooms), action(rooms, "bake bread")
    both = [nudge(rooms, NudgeKind.REMINDER, one.id) for one in (tomatoes, bread)]
    await put(rooms, *both, tomatoes=tomatoes, bread=bread)
    assert await settle(rooms) == ["reminder-card"]
    assert all(name in rooms.texts("sam")[-1] for name in ("water the tomatos", "bake bread"))
    assert await at(rooms, 0, 17) == []


async def test_how_it_went_is_asked_once_more_on_another_day_and_never_again(rooms: Rooms):
    one = action(rooms)
    await put(rooms, nudge(rooms, NudgeKind.HOW, one.id), one=one)
    assert await settle(rooms) == ["how-card"]
    assert await at(rooms, 1, 17, 59) == []
    assert await at(rooms, 1, 18, 1) == ["how-card"]
    assert await at(rooms, 14, 18) == []


async def test_what_is_done_every_day_is_asked_about_every_day(rooms: Rooms):
    one = action(rooms, repeats=Repeats(Freq.DAY))
    await put(
        rooms,
        nudge(rooms, NudgeKind.HOW, one.id, due=datetime.combine(TODAY, time(18), rooms.world.script.zone)),
        one=one,
    )
    assert await at(rooms, 0, 19) == ["how-card"]
    assert await at(rooms, 1, 10) == ["reminder-card"]
    await change(rooms, unanswered=0)
    assert await at(rooms, 1, 19) == ["how-card"]
    assert await at(rooms, 2, 10) == ["reminder-card"]


async def test_after_three_unanswered_it_offers_to_wait_and_then_waits(rooms: Rooms):
    await change(rooms, unanswered=3)
    one = action(rooms)
    await put(rooms, nudge(rooms, NudgeKind.REMINDER, one.id), nudge(rooms, NudgeKind.HOW, one.id), one=one)
    assert await settle(rooms) == ["wait-card"]
    assert await at(rooms, 7, 20) == []


@pytest.mark.parametrize(
    "held", [{"reminders": False}, {"waiting": True}, {"paused_until": TODAY + timedelta(2)}]
)
async def test_who_stopped_paused_or_waits_gets_no_reminder(rooms: Rooms, held: dict[str, Any]):
    await change(rooms, **held)
    one = action(rooms)
    await put(rooms, nudge(rooms, NudgeKind.REMINDER, one.id), one=one)
    assert await settle(rooms) == []


async def test_what_was_to_come_in_a_pause_is_asked_after_it(rooms: Rooms):
    await change(rooms, paused_until=TODAY + timedelta(2))
    one = action(rooms)
    await put(rooms, nudge(rooms, NudgeKind.HOW, one.id), one=one)
    assert await settle(rooms) == []
    assert await at(rooms, 1, 20) == []
    assert await at(rooms, 2, 10) == ["how-card"]


async def test_nothing_is_said_about_what_is_over_or_gone(rooms: Rooms):
    one = action(rooms, open=False)
    gone = nudge(rooms, NudgeKind.REMINDER, "no-such-action")
    nobody = nudge(rooms, NudgeKind.WAIT_OFFER, person=None)
    await put(
        rooms,
        nudge(rooms, NudgeKind.REMINDER, one.id),
        nudge(rooms, NudgeKind.HOW, one.id),
        gone,
        nobody,
        one=one,
    )
    assert await settle(rooms) == []
    assert await rooms.wired.assistant.next_due() is None


async def test_no_answer_is_told_once_and_the_asked_one_can_still_answer(rooms: Rooms):
    one = action(rooms, day=TODAY + timedelta(3))
    request = HelpRequest(
        rooms.world.ids.new(), one.id, rooms.person("sam"), "with-me", asked=rooms.person("jo")
    )
    async with rooms.store.transaction() as tx:
        await tx.practice.put_action(one)
        await tx.practice.put_help(request)
    await put(rooms, nudge(rooms, NudgeKind.NO_ANSWER, request.id), nudge(rooms, NudgeKind.NO_ANSWER, "gone"))
    assert await settle(rooms) == ["no-answer-card"]
    async with rooms.store.reading() as tx:
        assert (await tx.practice.help(request.id)).state == "no-answer"


async def test_the_offer_to_wait_can_fall_due_by_itself(rooms: Rooms):
    await put(rooms, nudge(rooms, NudgeKind.WAIT_OFFER))
    assert await settle(rooms) == ["wait-card"]


async def test_a_circle_gets_one_message_a_week_on_its_day_and_time(rooms: Rooms):
    circle = rooms.world.circles["Garden Gang"]
    async with rooms.store.transaction() as tx:
        garden = await tx.circles.get(circle)
        await tx.circles.put(replace(garden, nudge_weekday=0, nudge_time=time(11)))
        nobodys = action(rooms, "paint the shed", circle=circle, reminder=Reminder.NONE)
        shared = action(rooms, "dig the beds", circle=circle, reminder=Reminder.NONE)
        await tx.practice.put_action(shared)
        await tx.practice.put_action(nobodys)
        await tx.practice.put_part(Part(shared.id, rooms.person("lee"), agreed=True))
    weekly = nudge(rooms, NudgeKind.WEEKLY, person=None, circle=circle, day=None)
    await put(rooms, replace(weekly, due=rooms.world.clock.at + timedelta(hours=1)))
    await at(rooms, 6, 12)
    assert rooms.keys(GROUP) == ["weekly-card"]
    assert "dig the beds" in rooms.texts(GROUP)[0]
    assert not {"Sam", "Lee", "late"} & set(rooms.texts(GROUP)[0].split())
    await at(rooms, 7, 12)
    assert rooms.keys(GROUP) == ["weekly-card"] * 2


async def test_a_circle_with_nothing_to_do_or_no_day_gets_none(rooms: Rooms):
    circle = rooms.world.circles["Garden Gang"]
    weekly = nudge(rooms, NudgeKind.WEEKLY, person=None, circle=circle, day=None)
    await put(rooms, weekly, replace(weekly, id="gone", circle="gone"))
    await settle(rooms)
    async with rooms.store.transaction() as tx:
        garden = await tx.circles.get(circle)
        await tx.circles.put(replace(garden, nudge_weekday=0, nudge_time=time(11)))
    await put(rooms, replace(weekly, id="again"))
    await settle(rooms)
    assert rooms.keys(GROUP) == []


@pytest.mark.parametrize(
    ("phone", "in_the_end"), [("01234 567890", "call-nobody"), ("", "call-nobody-no-number")]
)
async def test_after_an_hour_the_next_person_is_asked_and_in_the_end_that_is_said(
    tmp_path: Path, phone: str, in_the_end: str
):
    async with open_rooms(tmp_path, settings={"people": "Kit,Jo", "people_phone": phone}) as rooms:
        call = Call(rooms.world.ids.new(), rooms.person("sam"), 1, CallState.WAITING, rooms.world.clock.at)
        async with rooms.store.transaction() as tx:
            await tx.practice.put_call(call)
        await put(
            rooms, nudge(rooms, NudgeKind.CALL_NEXT, call.id), nudge(rooms, NudgeKind.CALL_NEXT, "gone")
        )
        assert await settle(rooms) == ["call-next"]
        assert rooms.keys("jo") == ["call-asked"]
        assert await at(rooms, 0, 12) == [in_the_end]
        assert phone in rooms.texts("sam")[-1]


async def test_a_nudge_that_breaks_holds_nobody_up_and_is_tried_again(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
):
    honest = Nudger._send  # noqa: SLF001
    faults = [RuntimeError()]

    async def breaking(self: Nudger, *parts: Any) -> None:
        if faults:
            raise faults.pop()
        await honest(self, *parts)

    monkeypatch.setattr(Nudger, "_send", breaking)
    await put(
        rooms,
        nudge(rooms, NudgeKind.WAIT_OFFER),
        nudge(rooms, NudgeKind.WAIT_OFFER, person=rooms.person("lee")),
    )
    await rooms.world.settle()
    assert sorted([*rooms.keys("sam"), *rooms.keys("lee")]) == ["wait-card"]
    await rooms.world.move_to(rooms.world.clock.at + timedelta(hours=1))
    assert sorted([*rooms.keys("sam"), *rooms.keys("lee")]) == ["wait-card", "wait-card"]


async def test_a_voice_note_is_kept_as_it_is_and_a_photo_made_anew(rooms: Rooms):
    from tests.app.test_images import photo  # noqa: PLC0415

    rooms.channel.files |= {"v": b"a voice", "p": photo()}
    await rooms.says("sam", MediaIn("voice", "audio/ogg", 7, remote="v"))
    await rooms.says("sam", MediaIn("photo", "image/png", 7, remote="p"))
    async with rooms.store.reading() as tx:
        assert await tx.practice.media_to_fetch(10) == []
    assert "could-not-fetch" not in rooms.keys("sam")


async def test_a_channel_that_breaks_while_fetching_is_said_to_the_person(rooms: Rooms):
    async def broken(_: str) -> bytes:
        raise RuntimeError

    rooms.channel.fetch = broken  # type: ignore[method-assign,assignment]
    assert "could-not-fetch" in await rooms.says("sam", MediaIn("photo", "image/png", 7, remote="p"))


async def test_a_reminder_that_was_answered_loses_its_buttons(rooms: Rooms) -> None:
    water = action(rooms)
    await put(rooms, nudge(rooms, NudgeKind.REMINDER, water.id), water=water)
    assert await settle(rooms) == ["reminder-card"]
    (card,) = [shown for shown in rooms.shown("sam") if shown.message.key == "reminder-card"]
    assert card.message.rows
    await rooms.presses("sam", "reminder-card.ok")
    assert card.stripped
    assert card.message.rows == ()
