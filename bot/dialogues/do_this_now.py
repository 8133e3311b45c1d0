"""Somebody says something new in the middle of a question: now, or after it?"""

from __future__ import annotations

from bot.dialogue.given import Opening
from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.saying import Phrase
from bot.dialogue.talk import Talk, dialogue


@dialogue
async def do_this_now(talk: Talk, opening: Opening, about: Phrase) -> Opening | None:
    """Give the new dialogue when it is wanted now; else the question before goes on."""
    answer = await talk.ask(
        OneOf(key="do-it-now", choices=(Choice("yes"), Choice("no")), slots={"about": about})
    )
    return opening if answer == "yes" else None
