"""Picking one of many, a few at a time: a question has at most four choices (easy-read.md 6)."""

from __future__ import annotations

from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.saying import SlotValue
from bot.dialogue.talk import Talk

AT_ONCE = 4


async def pick_one(talk: Talk, key: str, choices: tuple[Choice, ...], **slots: SlotValue) -> str | None:
    """Ask for one of the choices, page by page; None when it was none of them.

    The message needs the labels 'something-else' (shows more of them) and 'not-now'.
    """
    for start in range(0, len(choices), AT_ONCE):
        last = start + AT_ONCE >= len(choices)
        page = choices[start : start + AT_ONCE]
        way_out = "not-now" if last else "something-else"
        picked = await talk.ask(OneOf(key=key, choices=page, way_out=way_out, slots=slots))
        if picked != "something-else":
            return None if picked == "not-now" else picked
    return None


async def one_of(talk: Talk, key: str, choices: tuple[Choice, ...]) -> str | None:
    """Ask only when there is more than one to pick from."""
    return choices[0].id if len(choices) == 1 else await pick_one(talk, key, choices)
