"""What is due when, and how many messages a clock has started."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BindParameter, bindparam, delete, func, select

from bot.domain.nudging import Nudge, NudgeKind
from bot.store.columns import Moment
from bot.store.dialect import add_up, put
from bot.store.rows import Rows, forget
from bot.store.tables_practice import nudge, nudge_sent
from bot.store.work import Read, Work, Write

NUDGE = Rows(Nudge, nudge)

_ID: BindParameter[str] = bindparam("b_id")
_KIND = nudge.c.kind == bindparam("b_kind", type_=nudge.c.kind.type)
_SOONEST = (nudge.c.due, nudge.c.id)
_put = Write(put(nudge))
_of_person = NUDGE.where(nudge.c.person == _ID, order=_SOONEST)
_of_person_kind = NUDGE.where(nudge.c.person == _ID, _KIND, order=_SOONEST)
_about = NUDGE.where(nudge.c.about == _ID, order=_SOONEST)
_drop = forget(nudge)
_drop_about = Write(delete(nudge).where(nudge.c.about == _ID))
_drop_about_kind = Write(delete(nudge).where(nudge.c.about == _ID, _KIND))
due_now = Read(
    select(*NUDGE.columns)
    .where(nudge.c.due <= bindparam("now", type_=Moment))
    .order_by(nudge.c.due)
    .limit(bindparam("most"))
)
_next_due = Read(select(func.min(nudge.c.due)))
_sent = nudge_sent.c
_count = Read(
    select(_sent.count).where(
        _sent.person == bindparam("person"), _sent.kind == bindparam("kind"), _sent.day == bindparam("day")
    )
)
_note = Write(add_up(nudge_sent, nudge_sent.c.count))


class NudgesRows:
    """The nudges of one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def put(self, nudge: Nudge) -> None:
        await self._work.write(_put, NUDGE.params(nudge))

    async def of_person(self, person: str, kind: NudgeKind | None = None) -> list[Nudge]:
        if kind is None:
            return NUDGE.all(await self._work.rows(_of_person, {"b_id": person}))
        return NUDGE.all(await self._work.rows(_of_person_kind, {"b_id": person, "b_kind": kind}))

    async def about(self, thing: str) -> list[Nudge]:
        return NUDGE.all(await self._work.rows(_about, {"b_id": thing}))

    async def drop(self, nudge: str) -> None:
        await self._work.write(_drop, {"b_id": nudge})

    async def drop_about(self, thing: str, kind: NudgeKind | None = None) -> None:
        if kind is None:
            await self._work.write(_drop_about, {"b_id": thing})
        else:
            await self._work.write(_drop_about_kind, {"b_id": thing, "b_kind": kind})

    async def due(self, now: datetime, limit: int) -> list[Nudge]:
        return NUDGE.all(await self._work.rows(due_now, {"now": now, "most": limit}))

    async def next_due(self) -> datetime | None:
        row = await self._work.row(_next_due)
        return None if row is None else row[0]

    async def count_sent(self, person: str, kind: str, day: date) -> int:
        row = await self._work.row(_count, {"person": person, "kind": kind, "day": day})
        return 0 if row is None else int(row[0])

    async def note_sent(self, person: str, kind: str, day: date) -> None:
        await self._work.write(_note, {"person": person, "kind": kind, "day": day, "count": 1})
