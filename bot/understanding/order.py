"""The order of understanding for a message when no question is open (nlu.md, 'Design').

Safety rules, then nothing said, then standing controls, then the model; below its threshold the assistant
says that it is not sure, and never guesses. An open question's answer comes between controls and model.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.dialogue.given import Control
from bot.understanding.controls import control
from bot.understanding.meaning import OUT_OF_SCOPE, Meaning
from bot.understanding.plain_words import simple, visible

if TYPE_CHECKING:
    from bot.understanding.meaning import IntentEngine
    from bot.understanding.safety import SafetyRules

SAFETY: Final = "safety"
RULES: Final = "rules"
"""The engine named by a meaning that no model was asked for."""
_INTENTS: Final[dict[Control, str]] = {
    Control.BACK: "go_back",
    Control.AGAIN: "say_again",
    Control.SIMPLER: "say_again",
    Control.NOT_NOW: "not_now",
    Control.HELP: "ask_help",
    Control.PERSON: "talk_to_person",
    Control.DONT_GET_IT: "say_again",
    Control.CHANGE: "change_plan",
}


@dataclass(frozen=True, slots=True)
class Understanding:
    """Everything that turns raw text into a meaning, in its order."""

    rules: SafetyRules
    engine: IntentEngine

    async def of(self, text: str) -> Meaning:
        """Return the meaning of any message at all, with no question open."""
        if self.rules.check(text):
            return _sure(text, SAFETY)
        if not has_words(text):
            return _nothing(text)
        said = control(text)
        if said is not None:
            return _sure(text, _INTENTS[said])
        typed = without_slash(text)
        if not has_words(typed):
            return _nothing(text)
        return replace(await self.engine.parse(typed), text=text)


def has_words(text: str) -> bool:
    """Tell whether there is a letter or a digit; without one no model is asked (nlu.md, 'Pitfalls')."""
    return bool(simple(text))


def without_slash(text: str) -> str:
    """Return the text without leading slashes: '/greet' typed by a person is no command to an engine."""
    return visible(text).lstrip().lstrip("/").strip()


def _sure(text: str, intent: str) -> Meaning:
    return Meaning(text, intent, 1.0, None, None, None, RULES, ((intent, 1.0),))


def _nothing(text: str) -> Meaning:
    return Meaning(text, OUT_OF_SCOPE, 0.0, None, None, None, RULES, ())
