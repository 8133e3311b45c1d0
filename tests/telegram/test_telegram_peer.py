"""Our fake and a peer that nobody here wrote answer the same calls in the same shapes.

The peer is npm's telegram-test-api 4.2.1. Where the two differ, the difference is listed here with the
reason; a difference that is not listed breaks the test, and so does one that is listed and no longer there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.telegram.peers import OurPerson, conversation, peer

if TYPE_CHECKING:
    from tests.fakes.bot_api.client import FakeTelegram

pytestmark = pytest.mark.slow

GET_ME = "the peer gives id and names only; the Bot API adds these, and is_bot is required of every User"
ECHO = "the peer echoes a parameter of the call; the Bot API's Message has no such field"
NO_SENDER = "the peer leaves out who sent it; the Bot API's messages from a bot name the bot"
PRIVATE_TITLE = "the peer gives a private chat a title; the Bot API does so for groups only"
NULL = "the peer answers null; the Bot API answers True"
NULL_EDIT = "the peer answers null; the Bot API answers the edited Message"
BARE_TAP = "the peer's message under a tap is a stub; the Bot API gives the Message with its buttons"

# Step: {where, with everything below it: why}.
KNOWN: dict[str, dict[str, str]] = {
    "getMe": {
        "result.is_bot": GET_ME,
        "result.can_": GET_ME,
        "result.supports_": GET_ME,
        "result.has_": GET_ME,
        "result.allows_users_to_create_topics": GET_ME,
    },
    "deleteWebhook": {"description": "optional: the Bot API gives it as well when there was no webhook"},
    "getUpdates: a message": {
        "result[].message.botToken": ECHO,
        "result[].message.chat.title": PRIVATE_TITLE,
    },
    "sendMessage": {
        "result.chat_id": ECHO,
        "result.from": NO_SENDER,
        "result.chat.username": "the peer leaves it out here, and gives it in updates",
    },
    "getUpdates: a tap": {
        "result[].callback_query.chat_instance": "required by the Bot API; the peer leaves it out",
        "result[].callback_query.message.chat.title": PRIVATE_TITLE,
        "result[].callback_query.message.date": BARE_TAP,
        "result[].callback_query.message.message_id": BARE_TAP,
        "result[].callback_query.message.reply_markup": BARE_TAP,
        "result[].callback_query.message.text": BARE_TAP,
    },
    "answerCallbackQuery": {"result": NULL},
    "editMessageText": {"result": NULL_EDIT},
    "editMessageReplyMarkup": {"result": NULL_EDIT},
    "deleteMessage": {"result": NULL},
    "deleteMessage again": {
        "status": "the peer refuses with HTTP 200; the Bot API's status is its error_code"
    },
}
# What python-telegram-bot 22.8 cannot read of the peer's, for the reasons above and one more: sendMessage's
# date is in milliseconds. Of ours it must read everything.
PEER_UNREADABLE = {
    "getMe",
    "sendMessage",
    "getUpdates: a tap",
    "editMessageText",
    "editMessageReplyMarkup",
    "deleteMessage again",
}


async def test_our_fake_answers_in_the_shapes_of_a_peer(telegram: FakeTelegram) -> None:
    sam = await telegram.person("Sam", username="sam_of_the_garden", started=True)
    async with peer() as (url, their_sam):
        theirs = await conversation(url, their_sam)
    ours = await conversation(telegram.base_url, OurPerson(sam))
    assert ours.keys() == theirs.keys()
    unlisted = []
    used: set[tuple[str, str]] = set()
    for step, (mine, _) in ours.items():
        their = theirs[step][0]
        for path in sorted(mine.keys() | their.keys()):
            if mine.get(path) == their.get(path):
                continue
            reasons = [(step, where) for where in KNOWN.get(step, {}) if path.startswith(where)]
            used.update(reasons)
            if not reasons:
                unlisted.append(f"{step}: {path} is {mine.get(path)} here and {their.get(path)} there")
    assert unlisted == []
    assert used == {(step, where) for step, places in KNOWN.items() for where in places}


async def test_python_telegram_bot_reads_all_that_our_fake_answers(telegram: FakeTelegram) -> None:
    sam = await telegram.person("Sam", started=True)
    ours = await conversation(telegram.base_url, OurPerson(sam))
    unread = {step: error for step, (_, error) in ours.items() if error}
    assert unread == {"deleteMessage again": "BadRequest"}


async def test_what_python_telegram_bot_cannot_read_of_the_peer_is_known() -> None:
    async with peer() as (url, their_sam):
        theirs = await conversation(url, their_sam)
    assert {step for step, (_, error) in theirs.items() if error} == PEER_UNREADABLE
