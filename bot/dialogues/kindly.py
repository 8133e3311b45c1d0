"""Ending kindly when the thing that a dialogue is about is not there any more, or was never theirs to do."""

from __future__ import annotations

import functools
from collections.abc import Callable, Coroutine
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.dialogue.talk import Talk
from bot.domain.errors import Refusal

R = TypeVar("R")
P = ParamSpec("P")


def kindly(
    written: Callable[Concatenate[Talk, P], Coroutine[Any, Any, R]],
) -> Callable[Concatenate[Talk, P], Coroutine[Any, Any, R | None]]:
    """Let a refusal that a dialogue has no words of its own for end it with 'thing-gone'.

    One message for gone, not shared and not yours: which of them it was is not told (safety.md).
    """

    @functools.wraps(written)
    async def spoken(talk: Talk, /, *args: P.args, **kwargs: P.kwargs) -> R | None:
        try:
            return await written(talk, *args, **kwargs)
        except Refusal:
            await talk.say("thing-gone")
            return None

    return spoken
