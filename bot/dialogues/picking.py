"""Choosing one of any number of people, circles or plans: at most four at a time (easy-read.md 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.saying import SlotValue
from bot.dialogue.talk import Talk
from bot.dialogues.looks import Known, Plan

MOST_CHOICES = 4
MORE = "more"


def these(*ids: str) -> tuple[Choice, ...]:
    """Give the choices with these ids, most likely first."""
    return tuple(Choice(id_) for id_ in ids)


def by_name(known: Iterable[Known], label: str = "who") -> tuple[Choice, ...]:
    """Give a choice for each person or circle, with the name as it is now, so that it can be typed too."""
    return tuple(Choice(one.id, label, {"name": one.name}) for one in known)


def by_what(plans: Iterable[Plan]) -> tuple[Choice, ...]:
    """Give a choice for each plan, in its owner's words."""
    return tuple(Choice(plan.id, "plan", {"what": plan.what}) for plan in plans)


async def pick(
    talk: Talk,
    key: str,
    choices: Sequence[Choice],
    *,
    also: tuple[Choice, ...] = (),
    way_out: str | None = None,
    slots: Mapping[str, SlotValue] | None = None,
) -> str:
    """Ask which one, and give its id. `also` stands under every four; [More] leads to the next and round."""
    if len(choices) + len(also) <= MOST_CHOICES:
        return await talk.ask(OneOf(key=key, choices=(*choices, *also), way_out=way_out, slots=slots or {}))
    size = MOST_CHOICES - len(also) - 1
    start = 0
    while True:
        shown = (*choices[start : start + size], *also, Choice(MORE))
        picked = await talk.ask(OneOf(key=key, choices=shown, way_out=way_out, slots=slots or {}))
        if picked != MORE:
            return picked
        start = start + size if start + size < len(choices) else 0
