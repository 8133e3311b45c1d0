"""Updates that were stored before they were acknowledged."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, literal_column, select, update

from bot.app.messages import Received
from bot.store.dialect import insert_once, put
from bot.store.sealed import Private
from bot.store.tables_post import channel_mark, inbox
from bot.store.work import Read, Work, Write

OWNER = "inbox"

_COLUMNS = tuple(
    inbox.c[name] for name in ("order", "channel", "update", "account", "body", "at", "attempts", "warned")
)
_ORDER = inbox.c.order == bindparam("b_order")
_add = Write(insert_once(inbox))
# The state stands in the statement and not beside it: a partial index is used only so.
waiting_now = Read(
    select(*_COLUMNS)
    .where(inbox.c.state == literal_column("'waiting'"))
    .order_by(inbox.c.order)
    .limit(bindparam("most"))
)
_done = Write(update(inbox).where(_ORDER).values(state="done", body=None))
_tried = Write(update(inbox).where(_ORDER).values(attempts=inbox.c.attempts + 1))
_park = Write(update(inbox).where(_ORDER).values(state="parked"))
_mark = Read(select(channel_mark.c.mark).where(channel_mark.c.channel == bindparam("b_channel")))
_set_mark = Write(put(channel_mark))


class InboxRows:
    """The inbox of one transaction. An update that is known is refused by its unique id, quietly."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, received: Sequence[Received]) -> int:
        """Store updates; gives how many were new. Their order is given here."""
        if not received:
            return 0
        return await self._work.write(_add, [_params(one) for one in received])

    async def waiting(self, limit: int) -> list[Received]:
        return [Received(*row) for row in await self._work.rows(waiting_now, {"most": limit})]

    async def done(self, received: Received) -> None:
        """Erase the body. The ids stay, so that the same update is known when it comes again."""
        self._work.later(_done, {"b_order": received.order})

    async def tried(self, received: Received) -> None:
        await self._work.write(_tried, {"b_order": received.order})

    async def park(self, received: Received) -> None:
        await self._work.write(_park, {"b_order": received.order})

    async def mark(self, channel: str) -> int | None:
        row = await self._work.row(_mark, {"b_channel": channel})
        return None if row is None else row[0]

    async def set_mark(self, channel: str, mark: int) -> None:
        await self._work.write(_set_mark, {"channel": channel, "mark": mark})


def _params(received: Received) -> dict[str, object]:
    values = dict(vars(received))
    del values["order"]
    return {**values, "body": Private(OWNER, received.body), "state": "waiting"}
