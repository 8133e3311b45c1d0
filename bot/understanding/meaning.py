"""What a message means, whichever engine found out (nlu.md, 'Design')."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

OUT_OF_SCOPE: Final = "out_of_scope"
"""The intent of a message that the assistant did not understand; it never guesses."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one message means, as far as one engine can tell."""

    text: str
    """The person's own words, unchanged."""
    intent: str
    """An intent of the contract (nlu.md); `OUT_OF_SCOPE` below the threshold."""
    confidence: float
    """0 to 1, of the likeliest intent in scope, accepted or not."""
    what: str | None
    """The activity, in the person's own words."""
    when: str | None
    """The words for a day or time, without a leading on, at or by."""
    who: str | None
    """A person or a person's role, in the person's own words."""
    engine: str
    ranking: tuple[tuple[str, float], ...]
    """The intents in scope with their confidence, best first."""

    @property
    def understood(self) -> bool:
        """Whether the intent may be acted on; otherwise the first of the ranking are offered as buttons."""
        return self.intent != OUT_OF_SCOPE


class IntentEngine(Protocol):
    """Something that finds the meaning of a message: the embedded model, or the Rasa server."""

    async def parse(self, text: str) -> Meaning:
        """Return the meaning of a message that is not empty. Never raises for anything a person can type."""
        ...
