"""Who may see what, and who looked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select

from bot.domain.sharing import Audience, LookedAt, Share, Thing
from bot.store import tables as t
from bot.store.rows import Rows
from bot.store.work import Read, Work, Write

LOOK = Rows(LookedAt, t.look)

_SHARE = t.share.columns.values()
_OWNER = t.share.c.owner == bindparam("b_owner")
_AUDIENCE = (t.share.c.audience_kind == bindparam("b_kind"), t.share.c.audience_id == bindparam("b_id"))
_THING = (t.share.c.thing_kind == bindparam("b_kind"), t.share.c.thing_id == bindparam("b_id"))
_of_owner = Read(select(*_SHARE).where(_OWNER).order_by(t.share.c.since, t.share.c.id))
_with_audience = Read(select(*_SHARE).where(*_AUDIENCE).order_by(t.share.c.since, t.share.c.id))
_drop_of_thing = Write(delete(t.share).where(_OWNER, *_THING))
_drop_for = Write(delete(t.share).where(_OWNER, *_AUDIENCE))
_add = Write(insert(t.share))
_add_look = Write(insert(t.look))
_looks = Read(
    select(*LOOK.columns)
    .where(t.look.c.owner == bindparam("b_owner"))
    .order_by(t.look.c.at.desc(), t.look.c.id)
    .limit(bindparam("most"))
)


class SharingRows:
    """The shares and looks of one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def of_owner(self, owner: str) -> list[Share]:
        return [_to_share(row) for row in await self._work.rows(_of_owner, {"b_owner": owner})]

    async def with_audience(self, audience: Audience) -> list[Share]:
        named = {"b_kind": audience.kind, "b_id": audience.id}
        return [_to_share(row) for row in await self._work.rows(_with_audience, named)]

    async def replace(self, owner: str, thing: Thing, shares: Sequence[Share]) -> None:
        """Let these be all the shares of a thing."""
        await self._work.write(_drop_of_thing, {"b_owner": owner, "b_kind": thing.kind, "b_id": thing.id})
        if shares:
            await self._work.write(_add, [_params(share) for share in shares])

    async def end_for(self, owner: str, audience: Audience) -> None:
        await self._work.write(_drop_for, {"b_owner": owner, "b_kind": audience.kind, "b_id": audience.id})

    async def add_look(self, look: LookedAt) -> None:
        await self._work.write(_add_look, LOOK.params(look))

    async def looks_at(self, owner: str, limit: int) -> list[LookedAt]:
        return LOOK.all(await self._work.rows(_looks, {"b_owner": owner, "most": limit}))


def _to_share(row: Sequence[Any]) -> Share:
    id_, owner, thing_kind, thing_id, audience_kind, audience_id, since = row
    return Share(id_, owner, Thing(thing_kind, thing_id), Audience(audience_kind, audience_id), since)


def _params(share: Share) -> dict[str, Any]:
    return {
        "id": share.id,
        "owner": share.owner,
        "thing_kind": share.thing.kind,
        "thing_id": share.thing.id,
        "audience_kind": share.audience.kind,
        "audience_id": share.audience.id,
        "since": share.since,
    }
