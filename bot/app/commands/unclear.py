"""Words of ours that somebody did not get: noted for those who write them, without anything of the person."""

from __future__ import annotations

from bot.app.doing import Doing, handles
from bot.dialogue.controls import NotUnderstood
from bot.dialogue.engine import Result


@handles(NotUnderstood)
async def note_not_understood(command: NotUnderstood, doing: Doing) -> Result:
    """Note which message was not understood, and when."""
    await doing.tx.conversations.note_unclear(command.key, doing.now)
    return Result()
