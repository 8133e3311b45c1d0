"""A supporter's check-in: what a member shares with them, and no more (conversations.md 8)."""

from __future__ import annotations

from bot.dialogue.saying import Ref, SlotValue
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import CheckIn
from bot.dialogues.looks import Here, Known, LookHere
from bot.dialogues.our_plan import say_lines, say_media, shared_line
from bot.dialogues.picking import by_name, pick
from bot.domain.errors import Refusal


@dialogue
async def checking_in(talk: Talk, argument: str = "", who: str = "") -> None:
    """See how somebody gets on: `argument` is their id from a button, `who` a name or a role in words."""
    here = await talk.look(LookHere())
    member = await _which(talk, here, argument, who)
    if member is None:
        if who:
            await _not_shared(talk, who)
        else:
            await talk.say("check-nobody")
        return
    name = Ref("person", member.id)
    try:
        shared = await talk.do(CheckIn(member.id))
    except Refusal:
        await _not_shared(talk, name)
        return
    await say_lines(talk, "check-shared", tuple(shared_line(item) for item in shared), name)
    await say_media(talk, shared)
    await talk.say("check-seen", name=name)


async def _which(talk: Talk, here: Here, member: str, who: str) -> Known | None:
    """Give whom it is about. Somebody unknown, and somebody who shares nothing, are answered alike."""
    known = [one for one in here.supports if member in ("", one.id) and _is_called(one, who)]
    if len(known) <= 1:
        return known[0] if known else None
    picked = await pick(talk, "check-which", by_name(known))
    return next(one for one in known if one.id == picked)


def _is_called(known: Known, who: str) -> bool:
    """Whether a name, or its first word, is what was said; anyone when nobody was named."""
    said, name = who.casefold().strip(), known.name.casefold()
    return not said or said == name or said in name.split() or name in said.split()


async def _not_shared(talk: Talk, name: SlotValue) -> None:
    await talk.say("check-not-shared", name=name)
