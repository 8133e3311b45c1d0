"""Where each intent leads: the dialogue, and what of the message it takes along."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from bot.dialogue.given import Opening
from bot.domain.actions import Ending
from bot.understanding.dates import find_until, find_when
from bot.understanding.meaning import Meaning

# Intents that have no dialogue of their own here are standing controls.
OPENINGS: Final[Mapping[str, str]] = {
    "add_action": "planning",
    "my_plan": "my_plan",
    "group_plan": "our_plan",
    "report_done": "telling",
    "report_part_done": "telling",
    "report_not_to_plan": "telling",
    "report_changed_mind": "telling",
    "change_plan": "changing",
    "ask_help": "need_help",
    "talk_to_person": "talk_to_person",
    "celebrate": "celebrating",
    "supporter_check_in": "checking_in",
    "my_answers": "my_answers",
    "my_circle": "circles",
    "my_supporters": "supporters",
    "share_idea": "idea",
    "who_can_see": "who_can_see",
    "who_looked": "who_looked",
    "preferences": "preferences",
    "pause": "pausing",
    "stop_reminders": "stopping",
    "remind_me": "reminding",
    "what_can_you_do": "what_can_you_do",
    "greet": "greeting",
    "thanks": "thanked",
    "goodbye": "parting",
    "not_now": "leaving_it",
    "yes": "leaving_it",
    "no": "leaving_it",
    "not_sure": "leaving_it",
}
ANSWERS: Final = frozenset({"yes", "no", "not_sure"})
"""At an open question these are about the question, and never another wish."""
_ENDINGS: Final = {
    "report_done": Ending.DONE,
    "report_part_done": Ending.SOME,
    "report_not_to_plan": Ending.NOT_TO_PLAN,
    "report_changed_mind": Ending.CHANGED_MIND,
}
"""How it went, as the intent already says."""
_WE: Final = re.compile(r"\bwe(?:['\u2019](?:ll|re))?\b", re.IGNORECASE)
"""'We will ...': the plan may be one for a circle together, which is asked."""

_TO: Final = re.compile(
    r"\b(?:to|will|gonna|gona|wanna|wana|can|could|let me|let'?s|i'?ll|we'?ll)\s*$", re.IGNORECASE
)
"""What stands before a verb: 'gonna | water the tomatos'. 'I have | bingo' names a thing."""


def opening_for(meaning: Meaning, now: datetime) -> Opening | None:
    """Give the dialogue that a message asks for; None when its intent leads to none.

    `now` is in the person's zone: the words for a day become a day here, or stay unclear to be asked.
    """
    dialogue = OPENINGS.get(meaning.intent)
    if dialogue is None:
        return None
    arguments: dict[str, Any] = {}
    if dialogue == "stopping" and find_until(meaning.text, now) is not None:
        dialogue = "pausing"  # 'no reminders until Monday' is no end
    match dialogue:
        case "planning":
            arguments = {
                "what": meaning.what or "",
                "when": find_when(meaning.text, now),
                "together": _WE.search(meaning.text) is not None,
                "verb": _follows_to(meaning.text, meaning.what or ""),
            }
        case "changing" | "reminding" | "need_help":
            arguments = {"what": meaning.what or "", "when": find_when(meaning.text, now)}
        case "pausing":
            arguments = {"when": find_until(meaning.text, now)}
        case "telling":
            arguments = {"ending": _ENDINGS[meaning.intent], "what": meaning.what or ""}
        case "celebrating":
            arguments = {"words": meaning.text}
        case "checking_in":
            arguments = {"who": meaning.who or ""}
        case _:
            pass
    return Opening(dialogue, {name: value for name, value in arguments.items() if value})


def _follows_to(text: str, what: str) -> bool:
    place = text.find(what) if what else -1
    return place > 0 and _TO.search(text[:place]) is not None
