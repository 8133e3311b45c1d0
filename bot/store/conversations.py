"""One conversation a person, sealed to them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

import orjson
from sqlalchemy import bindparam, insert, select

from bot.dialogue.conversation import Conversation
from bot.store.dialect import put
from bot.store.sealed import Private
from bot.store.tables_post import conversation, unclear
from bot.store.work import Read, Work, Write

_get = Read(select(conversation.c.body).where(conversation.c.person == bindparam("b_person")))
_expected = Read(
    select(conversation.c.person, conversation.c.body).where(
        conversation.c.person.in_(bindparam("expected", expanding=True))
    )
)
_put = Write(put(conversation))
_note = Write(insert(unclear))


class ConversationsRows:
    """The conversations of one transaction. Each `get` gives an object of its own."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def expect(self, persons: Collection[str]) -> None:
        """Read the conversations of several people at once."""
        missing = [person for person in persons if ("conversation", person) not in self._work.seen]
        for person, body in await self._work.rows(_expected, {"expected": missing}) if missing else ():
            self._work.seen["conversation", person] = body

    async def get(self, person: str) -> Conversation:
        body: bytes | None = self._work.seen.get(("conversation", person))
        if body is None:
            row = await self._work.unseen(_get, {"b_person": person})
            body = None if row is None else row[0]
        return Conversation() if body is None else Conversation.from_plain(orjson.loads(body))

    async def put(self, person: str, conversation: Conversation) -> None:
        body = orjson.dumps(conversation.to_plain())
        self._work.later(_put, {"person": person, "body": Private(person, body)})
        self._work.seen["conversation", person] = body

    async def note_unclear(self, key: str, at: datetime) -> None:
        self._work.later(_note, {"key": key, "at": at})
