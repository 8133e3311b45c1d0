"""Actions, the parts that people have in them, and how they went."""

from __future__ import annotations

from sqlalchemy import BindParameter, bindparam

from bot.domain.actions import Action, Part, Telling
from bot.store.dialect import put
from bot.store.rows import Rows, Versioned, forget
from bot.store.tables_practice import action, part, telling
from bot.store.work import Work, Write

ACTION = Versioned(Action, action, {"what": lambda a: a.owner})
PART = Rows(Part, part)
TELLING = Rows(Telling, telling, {"happened": lambda t: t.person, "learned": lambda t: t.person})

_ID: BindParameter[str] = bindparam("b_id")
_NEWEST_ACTION = (action.c.made.desc().nulls_last(), action.c.id)
_NEWEST_TELLING = (telling.c.at.desc().nulls_last(), telling.c.id)
_action = ACTION.where(action.c.id == _ID)
_actions = ACTION.where(action.c.owner == _ID, order=_NEWEST_ACTION)
_circle_actions = ACTION.where(action.c.circle == _ID, action.c.open.is_(True), order=_NEWEST_ACTION)
_forget_action = forget(action)
_parts = PART.where(part.c.action == _ID, order=(part.c.person,))
_parts_of = PART.where(part.c.person == _ID, order=(part.c.action,))
_put_part = Write(put(part))
_telling = TELLING.where(telling.c.id == _ID)
_tellings = TELLING.where(telling.c.person == _ID, order=_NEWEST_TELLING)
_tellings_of = TELLING.where(telling.c.action == _ID, order=_NEWEST_TELLING)
_put_telling = Write(put(telling))
_forget_telling = forget(telling)


class ActionRows:
    """The actions of one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def action(self, action: str) -> Action | None:
        return ACTION.one(await self._work.row(_action, {"b_id": action}))

    async def actions(self, person: str) -> list[Action]:
        return ACTION.all(await self._work.rows(_actions, {"b_id": person}))

    async def circle_actions(self, circle: str) -> list[Action]:
        return ACTION.all(await self._work.rows(_circle_actions, {"b_id": circle}))

    async def put_action(self, action: Action) -> None:
        await ACTION.save(self._work, action)

    async def forget_action(self, action: str) -> None:
        await self._work.write(_forget_action, {"b_id": action})

    async def parts(self, action: str) -> list[Part]:
        return PART.all(await self._work.rows(_parts, {"b_id": action}))

    async def parts_of(self, person: str) -> list[Part]:
        return PART.all(await self._work.rows(_parts_of, {"b_id": person}))

    async def put_part(self, part: Part) -> None:
        await self._work.write(_put_part, PART.params(part))

    async def telling(self, telling: str) -> Telling | None:
        return TELLING.one(await self._work.row(_telling, {"b_id": telling}))

    async def tellings(self, person: str) -> list[Telling]:
        return TELLING.all(await self._work.rows(_tellings, {"b_id": person}))

    async def tellings_of(self, action: str) -> list[Telling]:
        return TELLING.all(await self._work.rows(_tellings_of, {"b_id": action}))

    async def put_telling(self, telling: Telling) -> None:
        await self._work.write(_put_telling, TELLING.params(telling))

    async def forget_telling(self, telling: str) -> None:
        await self._work.write(_forget_telling, {"b_id": telling})
