"""getMe, the commands menu, chats and their members, and the webhook that there is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import orjson

from tests.fakes.bot_api.access import chat_for
from tests.fakes.bot_api.refusals import RefusalError, bad_request

if TYPE_CHECKING:
    from tests.fakes.bot_api.calls import Call
    from tests.fakes.bot_api.world import World

COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
COMMANDS_LIMIT = 100
DESCRIPTION_LIMIT = 256


def get_me(world: World, _call: Call) -> dict[str, Any]:
    return {
        **world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,  # privacy mode is on
        "supports_inline_queries": False,
        "supports_guest_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def _scope(call: Call) -> tuple[str, str]:
    given = call.params.get("scope") or '{"type":"default"}'
    try:
        scope = orjson.loads(given)
    except orjson.JSONDecodeError:
        raise bad_request("can't parse BotCommandScope JSON object") from None
    if not isinstance(scope, dict) or "type" not in scope:
        raise bad_request("BotCommandScope must be an Object")
    key = orjson.dumps(scope, option=orjson.OPT_SORT_KEYS).decode()
    return key, call.params.get("language_code", "")


def set_my_commands(world: World, call: Call) -> bool:
    try:
        commands = orjson.loads(call.params.get("commands", ""))
    except orjson.JSONDecodeError:
        raise bad_request("can't parse commands JSON object") from None
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = []
    for command in commands:
        name, description = str(command.get("command", "")), str(command.get("description", ""))
        if not COMMAND.fullmatch(name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 0 < len(description.strip()) <= DESCRIPTION_LIMIT:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": name.removeprefix("/"), "description": description})
    world.commands[_scope(call)] = kept
    return True


def get_my_commands(world: World, call: Call) -> list[dict[str, str]]:
    return world.commands.get(_scope(call), [])


def delete_my_commands(world: World, call: Call) -> bool:
    world.commands.pop(_scope(call), None)
    return True


def get_webhook_info(world: World, _call: Call) -> dict[str, Any]:
    return {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.updates)}


def get_chat(world: World, call: Call) -> dict[str, Any]:
    chat = chat_for(world, call.params, write=False)
    unlimited = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
        False,
    )
    return {
        **world.chat_json(chat),
        "accent_color_id": 1,
        "max_reaction_count": 11,
        "accepted_gift_types": unlimited,
    }


def get_chat_member_count(world: World, call: Call) -> int:
    chat = chat_for(world, call.params, write=False)
    return len(chat.members) + (chat.bot_is == "member")


def get_chat_member(world: World, call: Call) -> dict[str, Any]:
    chat = chat_for(world, call.params, write=False)
    named = call.params.get("user_id", "")
    if named == str(world.bot["id"]):
        return chat_member(world.bot, chat.bot_is)
    person = world.people.get(int(named)) if named.isdigit() else None
    if person is None:
        raise bad_request("invalid user_id specified")
    return chat_member(person.user, "member" if person.id in chat.members else "left")


def chat_member(user: dict[str, Any], status: str) -> dict[str, Any]:
    """A ChatMember object of one of the three kinds that happen here."""
    member: dict[str, Any] = {"user": user, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    return member


def leave_chat(world: World, call: Call) -> bool:
    chat = chat_for(world, call.params)
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_is = "left"
    return True


def set_webhook(_world: World, call: Call) -> bool:
    if call.params.get("url"):
        raise RefusalError(501, "Not Implemented: this test server gives updates by long polling only")
    return True


def delete_webhook(world: World, call: Call) -> bool:
    if call.params.get("drop_pending_updates", "") in ("true", "True", "1"):
        world.updates.forget()
    return True
