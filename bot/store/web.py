"""The web channel's own platform log: signed-in devices, and what stands in a chat.

An address is `person:<id>` for a private chat, sealed to that person, or `circle:<id>`, sealed to the circle.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import orjson
from sqlalchemy import bindparam, func, select, update

from bot.store.dialect import put
from bot.store.rows import Rows
from bot.store.sealed import Private
from bot.store.tables_post import web_message, web_session
from bot.store.work import Read, Work, Write


@dataclass(frozen=True)
class WebSession:
    """A device that was signed in by a link. Only the hash of its token is kept."""

    token_hash: str
    person: str
    made: datetime
    last_used: datetime
    ended: bool = False


@dataclass(frozen=True)
class WebMessage:
    """A message in a web chat. `direction` is in or out. `order` grows; an edited message keeps its own."""

    id: str
    address: str
    direction: str
    body: Mapping[str, Any]
    at: datetime
    edited: datetime | None = None
    order: int = 0  # given by the store


class WebLog(Protocol):
    """What the web channel keeps."""

    async def put_session(self, session: WebSession) -> None: ...
    async def session(self, token_hash: str) -> WebSession | None: ...
    async def end_session(self, token_hash: str) -> None: ...
    async def sessions_of(self, person: str) -> list[WebSession]: ...  # not ended, newest used first
    async def put(self, message: WebMessage) -> None: ...  # inserts, or replaces by id in its place
    async def get(self, message: str) -> WebMessage | None: ...
    async def messages(self, address: str, after: int, limit: int) -> list[WebMessage]: ...  # oldest first
    async def latest(self, address: str, limit: int) -> list[WebMessage]: ...  # the newest, oldest first
    async def newest(self, address: str) -> int: ...  # its order; 0 when there is none


SESSION = Rows(WebSession, web_session)

_c = web_message.c
_COLUMNS = (_c.id, _c.address, _c.direction, _c.body, _c.at, _c.edited, _c.order)
_ADDRESS = _c.address == bindparam("b_address")
_put_session = Write(put(web_session))
_session = SESSION.where(web_session.c.token_hash == bindparam("b_hash"))
_end = Write(update(web_session).where(web_session.c.token_hash == bindparam("b_hash")).values(ended=True))
_sessions_of = SESSION.where(
    web_session.c.person == bindparam("b_person"),
    web_session.c.ended.is_(False),
    order=(web_session.c.last_used.desc(), web_session.c.token_hash),
)
_put = Write(put(web_message, keys=("id",), replace=("body", "edited")))
_get = Read(select(*_COLUMNS).where(_c.id == bindparam("b_id")))
_messages = Read(
    select(*_COLUMNS)
    .where(_ADDRESS, _c.order > bindparam("after"))
    .order_by(_c.order)
    .limit(bindparam("most"))
)
_latest = Read(select(*_COLUMNS).where(_ADDRESS).order_by(_c.order.desc()).limit(bindparam("most")))
_newest = Read(select(func.max(_c.order)).where(_ADDRESS))


class WebRows:
    """The web channel's log in one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def put_session(self, session: WebSession) -> None:
        await self._work.write(_put_session, SESSION.params(session))

    async def session(self, token_hash: str) -> WebSession | None:
        return SESSION.one(await self._work.row(_session, {"b_hash": token_hash}))

    async def end_session(self, token_hash: str) -> None:
        await self._work.write(_end, {"b_hash": token_hash})

    async def sessions_of(self, person: str) -> list[WebSession]:
        return SESSION.all(await self._work.rows(_sessions_of, {"b_person": person}))

    async def put(self, message: WebMessage) -> None:
        """Add a message, or put new content where the one with its id stands."""
        values = dict(vars(message))
        del values["order"]
        owner = message.address.removeprefix("person:")
        values["body"] = Private(owner, orjson.dumps(message.body))
        self._work.later(_put, values)

    async def get(self, message: str) -> WebMessage | None:
        row = await self._work.row(_get, {"b_id": message})
        return None if row is None else _message(row)

    async def messages(self, address: str, after: int, limit: int) -> list[WebMessage]:
        named = {"b_address": address, "after": after, "most": limit}
        return [_message(row) for row in await self._work.rows(_messages, named)]

    async def latest(self, address: str, limit: int) -> list[WebMessage]:
        rows = await self._work.rows(_latest, {"b_address": address, "most": limit})
        return [_message(row) for row in reversed(rows)]

    async def newest(self, address: str) -> int:
        row = await self._work.row(_newest, {"b_address": address})
        return 0 if row is None or row[0] is None else int(row[0])


def _message(row: Any) -> WebMessage:
    id_, address, direction, body, *rest = row
    return WebMessage(id_, address, direction, orjson.loads(body) if body else {}, *rest)
