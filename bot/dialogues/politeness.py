"""Small kind answers: to thanks, to goodbye, to 'not now' when nothing was asked, and to an idea."""

from __future__ import annotations

from bot.dialogue.payload import StartPress, write
from bot.dialogue.saying import Button
from bot.dialogue.talk import Talk, dialogue


@dialogue
async def thanked(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Somebody says thank you."""
    await talk.say("you-are-welcome")


@dialogue
async def parting(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Somebody says goodbye."""
    await talk.say("goodbye-for-now")


@dialogue
async def leaving_it(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Somebody says 'not now', 'ok' or 'no', and nothing was asked."""
    await talk.say("that-is-fine")


@dialogue
async def idea(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Somebody has an idea to share; there is no wall for it yet."""
    await talk.say("idea-no-place", buttons=(Button("new-plan", write(StartPress("planning"))),))
