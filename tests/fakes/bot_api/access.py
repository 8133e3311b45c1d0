"""May the bot do this in that chat? The answers, and their order, of the public telegram-bot-api source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.bot_api.refusals import bad_request, forbidden

if TYPE_CHECKING:
    from tests.fakes.bot_api.world import Chat, Message, World


def chat_for(world: World, params: dict[str, str], *, write: bool = True) -> Chat:
    """The chat that a call names, checked as far as writing (or only reading) in it goes."""
    named = params.get("chat_id", "")
    if not named:
        raise bad_request("chat_id is empty")
    try:
        chat = world.chats.get(int(named))
    except ValueError:
        chat = None
    if chat is None:
        raise bad_request("chat not found")
    if chat.type == "private":
        _check_private(world, chat, write=write)
    else:
        _check_group(chat, write=write)
    return chat


def _check_private(world: World, chat: Chat, *, write: bool) -> None:
    person = world.people[chat.id]
    if not person.known:
        raise bad_request("chat not found")
    if not write:
        return
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")


def _check_group(chat: Chat, *, write: bool) -> None:
    if chat.moved_to is not None and write:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to)
    if chat.deleted and write:
        raise forbidden("the group chat was deleted")
    must_be_in = write or chat.type == "supergroup"
    if must_be_in and chat.bot_is == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if must_be_in and chat.bot_is == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def message_for(chat: Chat, params: dict[str, str], what: str) -> Message:
    """The message that a call names; `what` is how Telegram calls it in its refusal."""
    named = params.get("message_id", "")
    if not named:
        raise bad_request("message identifier is not specified")
    try:
        message = chat.messages.get(int(named))
    except ValueError:
        message = None
    if message is None or message.deleted:
        raise bad_request(f"{what} not found")
    return message
