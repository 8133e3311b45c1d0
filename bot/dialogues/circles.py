"""Circles: making one, inviting people, its weekly message, and leaving."""

from __future__ import annotations

from datetime import time

from bot.dialogue.given import Opening
from bot.dialogue.questions import Choice, Day, OneOf, TimeOfDay, Timing, Words
from bot.dialogue.saying import Phrase, Ref, SlotValue
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import LeaveCircle, MakeCircle, MakeInvite, SetWeekly
from bot.dialogues.looks import Here, Known, LookHere, LookMembers
from bot.dialogues.picking import by_name, pick
from bot.dialogues.talk_to_person import weekday
from bot.domain.errors import Refusal
from bot.domain.people import Kind

LONGEST_NAME = 40  # characters; a circle's name stands in buttons
WEEKLY_TIMES = (time(9), time(11), time(14), time(16))
FIRST_DAYS, OTHER_DAYS = (0, 1, 2, 3), (4, 5, 6)  # 0 is Monday
NO_WEEKLY = "no-weekly"


@dialogue
async def circles(talk: Talk, argument: str = "") -> Opening | None:  # noqa: ARG001 - a button may carry one
    """Say which circles one belongs to, and what one can do there."""
    here = await talk.look(LookHere())
    wishes = ["inviting", "making_circle"] if here.kind is Kind.FACILITATOR or here.holds else []
    mine = _mine(here)
    if mine:
        await talk.say("circles-mine", lines=tuple([await _line(talk, one) for one in mine]))
        wishes += ["weekly_message", "leaving_circle"] if here.circles else ["leaving_circle"]
    if not wishes:
        await talk.say("circles-none")
        return None
    choices = tuple(Choice(name, name.replace("_", "-")) for name in wishes)
    wish = await talk.ask(OneOf(key="circles-what", choices=choices, way_out="not-now"))
    if wish == "not-now":
        await talk.say("that-is-fine")
        return None
    return Opening(wish)


@dialogue
async def making_circle(talk: Talk, argument: str = "") -> Opening | None:  # noqa: ARG001 - a button may carry one
    """Make a circle with a name and nothing in it (practice.md 1)."""
    name = await talk.ask(Words(key="circle-name", longest=LONGEST_NAME))
    try:
        circle = await talk.do(MakeCircle(name))
    except Refusal:
        await talk.say("circle-for-facilitators")
        return None
    await talk.say("circle-made", circle=Ref("circle", circle))
    wish = await talk.ask(
        OneOf(key="circle-invite-now", choices=(Choice("yes"),), way_out="not-now", no="not-now")
    )
    if wish == "yes":
        return Opening("inviting", {"argument": circle})
    await talk.say("that-is-fine")
    return None


@dialogue
async def inviting(talk: Talk, argument: str = "") -> None:
    """Make links into a circle one holds, one for each person. `argument` is the circle, if it is known."""
    here = await talk.look(LookHere())
    if not here.holds:
        await talk.say("circle-for-facilitators")
        return
    circle = await _which(talk, "invite-to-which", here.holds, argument)
    while circle is not None:
        kind = await talk.ask(
            OneOf(key="invite-as", choices=(Choice("member"), Choice("facilitator")), way_out="not-now")
        )
        if kind == "not-now":
            await talk.say("that-is-fine")
            return
        if not await _made_link(talk, Kind(kind), circle):
            return


@dialogue
async def weekly_message(talk: Talk, argument: str = "") -> None:
    """Choose when a circle's one weekly message comes; any of its members may."""
    here = await talk.look(LookHere())
    if not here.circles:
        await talk.say("weekly-for-members" if here.holds else "circles-none")
        return
    circle = await _which(talk, "weekly-which", here.circles, argument)
    if circle is None:
        return
    day = await _weekday(talk)
    if day is None:
        await _set_weekly(talk, circle, None, None)
        return
    at = await talk.ask(TimeOfDay(key="weekly-time", choices=_times(), slots={"weekday": weekday(day)}))
    await _set_weekly(talk, circle, day, at if isinstance(at, time) else WEEKLY_TIMES[0])


@dialogue
async def leaving_circle(talk: Talk, argument: str = "") -> None:
    """Leave a circle; says first what that means."""
    here = await talk.look(LookHere())
    mine = _mine(here)
    if not mine:
        await talk.say("circles-none")
        return
    circle = await _which(talk, "leave-which", mine, argument)
    if circle is None:
        return
    slots = {"circle": Ref("circle", circle)}
    sure = await talk.ask(OneOf(key="leave-sure", choices=(Choice("yes"), Choice("no")), slots=slots))
    if sure == "no":
        await talk.say("leave-not", circle=Ref("circle", circle))
        return
    try:
        await talk.do(LeaveCircle(circle))
    except Refusal:
        await talk.say("circle-not-yours")
        return
    await talk.say("left-circle")


async def _made_link(talk: Talk, kind: Kind, circle: str) -> bool:
    try:
        token = await talk.do(MakeInvite(kind, circle))
    except Refusal:
        await talk.say("circle-for-facilitators")
        return False
    await talk.say("invite-link", circle=Ref("circle", circle), link=Ref("link", token))
    return True


async def _weekday(talk: Talk) -> int | None:
    """Ask for a day of the week, 0 is Monday; None for no weekly message."""
    first = tuple(Choice(f"day-{day}", "weekday", {"weekday": weekday(day)}) for day in FIRST_DAYS)
    answer = await talk.ask(Day(key="weekly-day", choices=first, way_out="something-else"))
    if answer == "something-else":
        others = tuple(Choice(f"day-{day}", "weekday", {"weekday": weekday(day)}) for day in OTHER_DAYS)
        answer = await talk.ask(Day(key="weekly-day", choices=(*others, Choice(NO_WEEKLY))))
    if isinstance(answer, Timing):
        return answer.day.weekday()
    return None if answer == NO_WEEKLY else int(answer.removeprefix("day-"))


async def _set_weekly(talk: Talk, circle: str, day: int | None, at: time | None) -> None:
    try:
        await talk.do(SetWeekly(circle, day, at))
    except Refusal:
        await talk.say("circle-not-yours")
        return
    if day is None or at is None:
        await talk.say("weekly-none", circle=Ref("circle", circle))
    else:
        await talk.say("weekly-set", circle=Ref("circle", circle), weekday=weekday(day), time=at)


def _mine(here: Here) -> tuple[Known, ...]:
    """Every circle one belongs to, once, as whatever."""
    return tuple({one.id: one for one in (*here.circles, *here.holds)}.values())


async def _line(talk: Talk, circle: Known) -> Phrase:
    """Say a circle, with the other members in it."""
    others = await talk.look(LookMembers(circle.id))
    slots: dict[str, SlotValue] = {"circle": Ref("circle", circle.id)}
    if not others:
        return Phrase("phrase-one-circle", slots)
    return Phrase("phrase-one-circle-with", {**slots, "names": tuple(one.name for one in others)})


async def _which(talk: Talk, key: str, known: tuple[Known, ...], argument: str) -> str | None:
    """Give the circle that a button named, if it is one of these, or the only one; else ask.

    Gives None, after kind words, when it is none of them.
    """
    ids = [one.id for one in known]
    if argument in ids:
        return argument
    if len(ids) == 1:
        return ids[0]
    picked = await pick(talk, key, by_name(known, "circle"), way_out="not-now")
    if picked == "not-now":
        await talk.say("that-is-fine")
        return None
    return picked


def _times() -> tuple[Choice, ...]:
    return tuple(Choice(at.strftime("%H%M"), "time", {"time": at}) for at in WEEKLY_TIMES)
