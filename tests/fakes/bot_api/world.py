"""People, chats and messages, as Telegram's servers hold them."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.bot_api.files import Files
from tests.fakes.bot_api.refusals import NotPossibleError
from tests.fakes.bot_api.updates import Updates

# Ids are past 32 bits, as real ones are.
FIRST_PERSON = 7_000_000_001
FIRST_GROUP = -4_100_000_001
FIRST_SUPERGROUP = -1_002_100_000_001


@dataclass(slots=True)
class Message:
    """One message: its present Bot API object, what it was before each edit, and whether it is gone."""

    body: dict[str, Any]
    by_bot: bool
    before: list[dict[str, Any]] = field(default_factory=list)
    deleted: bool = False
    service: bool = False


@dataclass(slots=True)
class Chat:
    """A private chat, a group or a supergroup, with everything said in it."""

    id: int
    type: str
    title: str = ""
    members: set[int] = field(default_factory=set)
    bot_is: str = "left"  # member, left or kicked
    moved_to: int | None = None
    deleted: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    actions: list[str] = field(default_factory=list)
    next_message: itertools.count[int] | None = None  # a supergroup counts by itself

    def json(self) -> dict[str, Any]:
        fields: dict[str, Any] = {"id": self.id, "title": self.title, "type": self.type}
        if self.type == "group":
            fields["all_members_are_administrators"] = True
        return fields


@dataclass(slots=True)
class Person:
    """Somebody with an account. `known`: the bot has met them; `started`: it may write to them."""

    user: dict[str, Any]
    private: dict[str, Any]
    known: bool = False
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    @property
    def id(self) -> int:
        return int(self.user["id"])


@dataclass(slots=True)
class Press:
    """A tap on a button, waiting for answerCallbackQuery."""

    person: int
    chat_id: int
    message_id: int
    data: str
    too_old: bool = False
    answer: dict[str, Any] | None = None


class World:
    """Everything the server knows. Methods here look up and make; they refuse nothing to the bot."""

    def __init__(self, token: str, username: str, first_update_id: int) -> None:
        self.token = token
        self.bot: dict[str, Any] = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Alongside",
            "username": username,
        }
        self.updates = Updates(first_update_id)
        self.files = Files()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self._messages = itertools.count(1)
        self._people = itertools.count(FIRST_PERSON)
        self._groups = itertools.count(FIRST_GROUP, -1)
        self._supergroups = itertools.count(FIRST_SUPERGROUP, -1)
        self._presses = itertools.count(4_000_000_000_000_001)

    @staticmethod
    def now() -> int:
        return int(time.time())

    def add_person(self, first_name: str, **rest: Any) -> Person:
        """Make a person; `rest` may give id, last_name, username and language_code."""
        person_id = int(rest.pop("id", None) or next(self._people))
        if person_id in self.people:
            raise NotPossibleError(f"there is a person {person_id} already")
        names = {"first_name": first_name, **{k: v for k, v in rest.items() if v}}
        private = {k: v for k, v in names.items() if k != "language_code"}
        person = Person(
            user={"id": person_id, "is_bot": False, **names},
            private={"id": person_id, **private, "type": "private"},
        )
        self.people[person_id] = person
        self.chats[person_id] = Chat(person_id, "private", members={person_id}, bot_is="member")
        return person

    def person(self, person_id: int) -> Person:
        found = self.people.get(person_id)
        if found is None:
            raise NotPossibleError(f"there is no person {person_id}")
        return found

    def chat(self, chat_id: int) -> Chat:
        found = self.chats.get(chat_id)
        if found is None:
            raise NotPossibleError(f"there is no chat {chat_id}")
        return found

    def add_group(self, title: str, members: set[int], *, supergroup: bool) -> Chat:
        if supergroup:
            chat = Chat(next(self._supergroups), "supergroup", title, members)
            chat.next_message = itertools.count(1)
        else:
            chat = Chat(next(self._groups), "group", title, members)
        self.chats[chat.id] = chat
        return chat

    def chat_json(self, chat: Chat) -> dict[str, Any]:
        return self.people[chat.id].private if chat.type == "private" else chat.json()

    def keep(
        self,
        chat: Chat,
        author: dict[str, Any],
        content: dict[str, Any],
        *,
        reply_to: int | None = None,
        service: bool = False,
    ) -> Message:
        """Give the message its number and keep it. Private chats and basic groups share one numbering."""
        number = next(self._messages if chat.next_message is None else chat.next_message)
        body = {
            "message_id": number,
            "from": author,
            "chat": self.chat_json(chat),
            "date": int(time.time()),
            **content,
        }
        if reply_to is not None:
            replied = chat.messages[reply_to].body
            body["reply_to_message"] = {k: v for k, v in replied.items() if k != "reply_to_message"}
        message = Message(body, by_bot=author is self.bot, service=service)
        chat.messages[number] = message
        return message

    def add_press(self, press: Press) -> str:
        press_id = str(next(self._presses))
        self.presses[press_id] = press
        return press_id

    def migrate(self, chat: Chat) -> Chat:
        """A new supergroup with the same people; the old group is left standing, and answers for itself."""
        new = self.add_group(chat.title, set(chat.members), supergroup=True)
        new.bot_is = chat.bot_is
        chat.moved_to = new.id
        return new
