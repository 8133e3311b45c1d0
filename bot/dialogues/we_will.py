"""'We will': something that people of a circle do together, each with their own yes (practice.md 6)."""

from __future__ import annotations

from bot.dialogue.questions import OneOf
from bot.dialogue.saying import Ref
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import AddAction
from bot.dialogues.kindly import kindly
from bot.dialogues.looks import Here, Known, LookHere, LookMembers
from bot.dialogues.picking import by_name, pick, these
from bot.dialogues.saying_when import INSIDE, when_meant
from bot.dialogues.what_and_when import Heard, what_and_when


@dialogue
@kindly
async def we_will(
    talk: Talk, argument: str = "", what: str = "", when: Heard = None, *, verb: bool = False
) -> None:
    """Say what a circle will do together, and ask the others to join in. `argument` is the circle's id."""
    here = await talk.look(LookHere())
    circle = await _which_circle(talk, here, argument)
    if circle is None:
        await talk.say("we-no-circle")
        return
    await doing_together(talk, here, circle.id, what, when, verb=verb)


@dialogue
async def doing_together(
    talk: Talk, here: Here, circle: str, what: str = "", when: Heard = None, *, verb: bool = False
) -> str | None:
    """Agree what, when and who may be asked; gives the action's id, None when nothing came of it."""
    meant = await what_and_when(talk, here, what, when, verb=verb)
    if meant is None:
        return None
    people = await _with_whom(talk, circle)
    if people is None:
        await talk.say("we-not-asked")
        return None
    action = await talk.do(AddAction(meant.what, meant.timing, circle, people))
    await talk.say(
        "we-saved",
        what=meant.what,
        when=when_meant(meant.timing, INSIDE),
        names=tuple(Ref("person", one) for one in people) or Ref("circle", circle),
    )
    return action


async def _which_circle(talk: Talk, here: Here, circle: str) -> Known | None:
    mine = tuple(known for known in here.circles if circle in ("", known.id))
    if len(mine) <= 1:
        return mine[0] if mine else None
    picked = await pick(talk, "we-which-circle", by_name(mine))
    return next(known for known in mine if known.id == picked)


@dialogue
async def _with_whom(talk: Talk, circle: str) -> tuple[str, ...] | None:
    """Ask who may be asked, one at a time or everyone; () is everyone, None is nobody after all."""
    members = await talk.look(LookMembers(circle))
    who = await talk.ask(
        OneOf(
            key="we-who",
            choices=these("everyone", "choose") if members else these("everyone"),
            way_out="not-now",
            slots={"name": Ref("circle", circle)},
            no="not-now",
        )
    )
    if who == "not-now":
        return None
    chosen: list[str] = []
    left = members if who == "choose" else ()
    while left:
        done = these("that-is-all") if chosen else ()
        picked = await pick(talk, "we-choose", by_name(left), also=done)
        if picked == "that-is-all":
            break
        chosen.append(picked)
        left = tuple(member for member in left if member.id != picked)
    return tuple(chosen)
