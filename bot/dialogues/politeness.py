"""Small kind answers: to thanks, and to goodbye."""

from __future__ import annotations

from bot.dialogue.talk import Talk, dialogue


@dialogue
async def thanked(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Somebody says thank you."""
    await talk.say("you-are-welcome")


@dialogue
async def parting(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Somebody says goodbye."""
    await talk.say("goodbye-for-now")
