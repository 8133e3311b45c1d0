"""Groups: made, joined, left, moved to a supergroup, deleted; and the bot's coming and going."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.bot_api.people import bot_became, say
from tests.fakes.bot_api.refusals import NotPossibleError

if TYPE_CHECKING:
    from tests.fakes.bot_api.world import Chat, Person, World


def create(
    world: World,
    person_id: int,
    title: str,
    members: list[int],
    *,
    with_bot: bool = False,
    supergroup: bool = False,
) -> dict[str, Any]:
    person = world.person(person_id)
    chat = world.add_group(title, {person_id, *members}, supergroup=supergroup)
    if with_bot:
        _let_bot_in(world, chat, person)
        kind = "supergroup_chat_created" if supergroup else "group_chat_created"
        _service(world, chat, person, {kind: True})
    return {"chat_id": chat.id}


def add_bot(world: World, chat_id: int, person_id: int, payload: str = "") -> dict[str, Any]:
    """Somebody adds the bot, perhaps by a startgroup link whose payload then arrives as a command."""
    chat, person = _inside(world, chat_id, person_id)
    if chat.bot_is == "member":
        raise NotPossibleError("the bot is there already")
    _let_bot_in(world, chat, person)
    update_id = _newcomer(world, chat, person, world.bot)
    if payload:
        update_id = say(world, person_id, f"/start@{world.bot['username']} {payload}", chat_id)["update_id"]
    return {"update_id": update_id}


def remove_bot(world: World, chat_id: int, person_id: int) -> dict[str, Any]:
    chat, person = _inside(world, chat_id, person_id)
    if chat.bot_is != "member":
        raise NotPossibleError("the bot is not there")
    update_id = bot_became(world, chat, person, "member", "kicked")
    _service(world, chat, person, _leaving(world.bot))
    chat.bot_is = "kicked"
    return {"update_id": update_id}


def join(world: World, chat_id: int, person_id: int, invited_by: int | None = None) -> dict[str, Any]:
    chat, person = world.chat(chat_id), world.person(person_id)
    if person_id in chat.members:
        raise NotPossibleError(f"{person_id} is there already")
    chat.members.add(person_id)
    by = person if invited_by is None else world.person(invited_by)
    person.known = person.known or chat.bot_is == "member"
    return {"update_id": _newcomer(world, chat, by, person.user)}


def leave(world: World, chat_id: int, person_id: int, removed_by: int | None = None) -> dict[str, Any]:
    chat, person = _inside(world, chat_id, person_id)
    chat.members.discard(person_id)
    by = person if removed_by is None else world.person(removed_by)
    return {"update_id": _service(world, chat, by, _leaving(person.user))}


def migrate(world: World, chat_id: int, person_id: int) -> dict[str, Any]:
    """Telegram makes the group a supergroup: a service message in the old one and in the new."""
    chat, person = _inside(world, chat_id, person_id)
    if chat.type != "group":
        raise NotPossibleError("only a basic group can become a supergroup")
    new = world.migrate(chat)
    _service(world, chat, person, {"migrate_to_chat_id": new.id})
    _service(world, new, person, {"migrate_from_chat_id": chat.id})
    return {"chat_id": new.id}


def rename(world: World, chat_id: int, person_id: int, title: str) -> dict[str, Any]:
    chat, person = _inside(world, chat_id, person_id)
    chat.title = title
    return {"update_id": _service(world, chat, person, {"new_chat_title": title})}


def delete(world: World, chat_id: int) -> dict[str, Any]:
    """The owner deletes the group; nobody is told, but writing there is refused."""
    world.chat(chat_id).deleted = True
    return {}


def _inside(world: World, chat_id: int, person_id: int) -> tuple[Chat, Person]:
    chat, person = world.chat(chat_id), world.person(person_id)
    if chat.type == "private" or person_id not in chat.members or chat.moved_to or chat.deleted:
        raise NotPossibleError(f"{person_id} is not in group {chat_id}")
    return chat, person


def _let_bot_in(world: World, chat: Chat, by: Person) -> None:
    old = chat.bot_is
    chat.bot_is = "member"
    by.known = True
    bot_became(world, chat, by, old, "member")


def _newcomer(world: World, chat: Chat, by: Person, user: dict[str, Any]) -> int | None:
    # The two older names of the field are still sent by the real server.
    content = {"new_chat_participant": user, "new_chat_member": user, "new_chat_members": [user]}
    return _service(world, chat, by, content)


def _leaving(user: dict[str, Any]) -> dict[str, Any]:
    return {"left_chat_participant": user, "left_chat_member": user}


def _service(world: World, chat: Chat, by: Person, content: dict[str, Any]) -> int | None:
    message = world.keep(chat, by.user, content, service=True)
    return world.updates.add("message", message.body) if chat.bot_is == "member" else None
