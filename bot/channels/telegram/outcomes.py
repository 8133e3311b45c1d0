"""How a call that went wrong ended, as the courier understands it. Pure.

The descriptions are those of the public server: https://github.com/tdlib/telegram-bot-api and
https://core.telegram.org/bots/api#making-requests. None of them is kept or logged: they may quote words.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.app.messages import Blocked, Moved, Outcome, PlaceGone, Refused, TryAgain, Unknown
from bot.channels.telegram.request import NotSentError

NOT_SENT_WAIT: Final = 5.0
"""Seconds until a call is tried again for which no connection was made."""
TOKEN_WAIT: Final = 300.0
"""Seconds: a token that was taken back is replaced by a human."""
NO_CHAT: Final = ("chat not found", "user not found", "peer_id_invalid", "chat_id_invalid")
"""Nothing can be sent there: the person never started the assistant, or the group is gone."""
NORMAL: Final = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "query is too old",
)
"""The message is already so, or the person has deleted it: nothing is left to do."""
NO_PICTURE: Final = ("wrong file identifier", "wrong remote file", "image_process_failed", "photo_", "media_")
WHY_LETTERS: Final = 40


def is_group(address: str) -> bool:
    """Whether a chat is a group: Telegram gives those numbers below 0."""
    return address.startswith("-")


def is_normal(error: TelegramError) -> bool:
    """Whether an edit was refused because there is nothing left to change."""
    return isinstance(error, BadRequest) and _says(error, NORMAL)


def is_about_file(error: TelegramError) -> bool:
    """Whether Telegram does not know, or does not like, the file that was named."""
    return isinstance(error, BadRequest) and _says(error, NO_PICTURE)


def outcome_of(error: TelegramError, address: str) -> Outcome:
    """Give how a call to a chat ended. BadRequest is a NetworkError too, so it is asked for first."""
    match error:
        case ChatMigrated(new_chat_id=to):
            return Moved(str(to))
        case RetryAfter():
            return TryAgain(seconds_of(error), chat_only=True)
        case Forbidden():
            return PlaceGone() if is_group(address) else Blocked()
        case BadRequest() if _says(error, NO_CHAT):
            return PlaceGone() if is_group(address) else Blocked()
        case BadRequest():
            return Refused(_why(error))
        case InvalidToken() | Conflict():
            return TryAgain(TOKEN_WAIT, chat_only=False)
        case NotSentError():
            return TryAgain(NOT_SENT_WAIT, chat_only=False)
        case _:
            return Unknown()


def seconds_of(error: RetryAfter) -> float:
    """Give how long Telegram asks to wait: it comes as seconds or as a timedelta."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _says(error: BadRequest, parts: tuple[str, ...]) -> bool:
    text = error.message.lower()
    return any(part in text for part in parts)


def _why(error: BadRequest) -> str:
    """Give the reason without anything that could be somebody's words: its first clause, letters only."""
    clause = error.message.split(":")[0].split('"')[0].split("'")[0]
    kept = "".join(letter for letter in clause if letter.isascii() and (letter.isalpha() or letter in " _"))
    return kept.strip()[:WHY_LETTERS] or "refused"
