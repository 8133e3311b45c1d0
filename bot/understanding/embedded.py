"""The embedded engine: the intent model in the bot's own process, with nothing to install or start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.understanding.meaning import OUT_OF_SCOPE, Meaning
from bot.understanding.slots import Slots, find_slots
from nlu.intent_model import IntentModel, cached_model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

THRESHOLD: Final = 0.45
"""Below it the assistant says that it is not sure (docs/decisions/0004-understanding.md has the figures)."""
ENGINE: Final = "embedded"


class Embedded:
    """Finds meanings with the model trained from data/training; one for all conversations, and no state.

    `now` gives the present moment, aware; the days in a message are read from it.
    """

    def __init__(
        self, model: IntentModel, *, now: Callable[[], datetime], threshold: float = THRESHOLD
    ) -> None:
        self._model = model
        self._now = now
        self._threshold = threshold

    @classmethod
    def from_training(cls, training: Path, cache: Path, *, now: Callable[[], datetime]) -> Embedded:
        """Load the model of these training files from the cache folder, or train it there (two seconds)."""
        return cls(cached_model(training, cache), now=now)

    async def parse(self, text: str) -> Meaning:
        """Return the meaning of a message that is not empty; see `IntentEngine`."""
        return self.meaning(text, self._now())

    def meaning(self, text: str, now: datetime, names: Iterable[str] = ()) -> Meaning:
        """Return the meaning of a message written at `now`, aware and in the person's zone.

        `names` are given names the person may mean: their supporters and circle.
        """
        ranking = self._model.rank(text)
        inside = tuple((intent, confidence) for intent, confidence in ranking if intent != OUT_OF_SCOPE)
        likeliest, confidence = inside[0]
        accepted = ranking[0][0] != OUT_OF_SCOPE and confidence >= self._threshold
        slots = find_slots(text, likeliest, now, names) if accepted else Slots()
        return Meaning(
            text=text,
            intent=likeliest if accepted else OUT_OF_SCOPE,
            confidence=confidence,
            what=slots.what,
            when=slots.when,
            who=slots.who,
            engine=ENGINE,
            ranking=inside,
        )
