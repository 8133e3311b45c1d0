"""'We will': each person who is asked says their own yes (practice.md 6)."""

from __future__ import annotations

from typing import Final

from bot.cards.card import Card, Reaction, button
from bot.dialogue.saying import Phrase, Said, SlotValue
from bot.dialogues.commands import AnswerPart
from bot.dialogues.looks import LookPlan, Plan
from bot.dialogues.saying_when import when_of


def _we_will(thing: str, plan: Plan | None) -> Said:
    """A shared plan as somebody asked sees it, with who has said yes; nobody who has not is named."""
    if plan is None or not plan.open:
        return Said("thing-gone")
    buttons = tuple(button("we-will", thing, choice) for choice in ("yes", "no", "not-sure"))
    slots: dict[str, SlotValue] = {"name": plan.owner_name, "what": plan.what, "when": when_of(plan)}
    joined = (Phrase("phrase-joining-in", {"names": plan.others}),) if plan.others else ()
    return Said("we-will-card", slots, buttons, joined)


WE_WILL_CARDS: Final = {
    "we-will": Card(
        LookPlan,
        _we_will,
        {
            "yes": lambda thing: Reaction(AnswerPart(thing, agreed=True), reply=Said("we-will-yes")),
            "no": lambda thing: Reaction(AnswerPart(thing, agreed=False), reply=Said("we-will-no")),
            "not-sure": lambda _: Reaction(reply=Said("we-will-not-sure")),
        },
    )
}
