"""Finding which of a person's plans they mean: by a button, by their words, or by asking."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.looks import LookDay, LookMyPlan, LookPlan, Plan
from bot.dialogues.picking import by_what, pick, these

SMALL_WORDS = frozenset(
    {"a", "an", "the", "my", "our", "some", "to", "at", "in", "on", "of", "for", "with", "and", "do", "go"}
    | {"it", "that", "this"}
)
"""Words that two different plans may share."""
ALIKE = 4
"""Letters from which on the same beginning is enough: 'tomatoes' for 'tomatos', but not 'car' for 'cat'."""


@dialogue
async def find_plan(
    talk: Talk, key: str, argument: str = "", what: str = "", else_choice: str = ""
) -> Plan | None:
    """Give the plan that is meant. Asks with message `key` when it could be several.

    `argument` is an action's id or a day (yyyymmdd) from a button. With `else_choice` one can also say that
    it is none of them; None means that, or that there is none.
    """
    day = day_of(argument)
    if argument and day is None:
        return await talk.look(LookPlan(argument))
    if day is not None:
        candidates = (await talk.look(LookDay(day))).plans
    else:
        candidates = tuple(plan for plan in await talk.look(LookMyPlan()) if plan.open)
    alike = tuple(plan for plan in candidates if is_about(plan, what)) if what else ()
    sure = len(alike) == 1 or (day is not None and len(candidates) == 1)
    choices = alike or candidates
    if sure or not choices:
        return choices[0] if choices else None
    also = these(else_choice) if else_choice else ()
    picked = await pick(talk, key, by_what(choices), also=also)
    return next((plan for plan in choices if plan.id == picked), None)


def day_of(argument: str) -> date | None:
    """Read a day as buttons carry it: yyyymmdd."""
    if len(argument) != len("yyyymmdd") or not (argument.isascii() and argument.isdigit()):
        return None
    try:
        return date.fromisoformat(argument)
    except ValueError:
        return None


def is_about(plan: Plan, what: str) -> bool:
    """Say whether words name a plan: they share a word that counts, however its end is spelt."""
    mine, theirs = _words(plan.what), _words(what)
    return any(_alike(one, other) for one in mine for other in theirs)


def _words(text: str) -> set[str]:
    letters = "".join(letter if letter.isalnum() else " " for letter in text.casefold().replace("'", ""))
    return {word for word in letters.split() if word not in SMALL_WORDS}


def _alike(one: str, other: str) -> bool:
    pairs = zip(one, other, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return one == other or same >= max(ALIKE, min(len(one), len(other)) - 1)
