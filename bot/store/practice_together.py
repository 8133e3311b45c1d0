"""What people do for each other: celebrations, help, and wishes to talk to a person."""

from __future__ import annotations

from sqlalchemy import BindParameter, bindparam, delete, or_

from bot.domain.calling import Call, CallState
from bot.domain.celebrating import Celebration, Hooray
from bot.domain.helping import HelpRequest
from bot.store.dialect import put
from bot.store.rows import Rows, Versioned
from bot.store.tables_practice import call, celebration, help_request, hooray
from bot.store.work import Work, Write

CELEBRATION = Rows(Celebration, celebration, {"words": lambda c: c.person})
HOORAY = Rows(Hooray, hooray, {"words": lambda h: h.person})
HELP = Versioned(
    HelpRequest,
    help_request,
    {
        "words": lambda h: h.asker,
        "asked_back": lambda h: h.asked_back_by or h.asker,
        "reply": lambda h: h.asker,
    },
)
CALL = Versioned(Call, call, {})

_ID: BindParameter[str] = bindparam("b_id")
_celebration = CELEBRATION.where(celebration.c.id == _ID)
_celebrations = CELEBRATION.where(
    celebration.c.person == _ID, order=(celebration.c.at.desc().nulls_last(), celebration.c.id)
)
_put_celebration = Write(put(celebration))
_hoorays = HOORAY.where(hooray.c.celebration == _ID, order=(hooray.c.nr,))
_put_hooray = Write(put(hooray, keys=("celebration", "person"), replace=("words",)))
_drop_hooray = Write(delete(hooray).where(hooray.c.celebration == _ID, hooray.c.person == bindparam("who")))
_NEWEST_HELP = (help_request.c.asked_at.desc().nulls_last(), help_request.c.id)
_help = HELP.where(help_request.c.id == _ID)
_helps = HELP.where(help_request.c.action == _ID, order=_NEWEST_HELP)
_helps_with = HELP.where(
    or_(help_request.c.asked == _ID, help_request.c.offered_by == _ID), order=_NEWEST_HELP
)
_call = CALL.where(call.c.id == _ID)
_call_waiting = CALL.where(
    call.c.asker == _ID, call.c.state == CallState.WAITING, order=(call.c.at.desc(), call.c.id)
)


class TogetherRows:
    """What people do for each other, in one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def celebration(self, celebration: str) -> Celebration | None:
        return CELEBRATION.one(await self._work.row(_celebration, {"b_id": celebration}))

    async def celebrations(self, person: str) -> list[Celebration]:
        return CELEBRATION.all(await self._work.rows(_celebrations, {"b_id": person}))

    async def put_celebration(self, celebration: Celebration) -> None:
        await self._work.write(_put_celebration, CELEBRATION.params(celebration))

    async def hoorays(self, celebration: str) -> list[Hooray]:
        return HOORAY.all(await self._work.rows(_hoorays, {"b_id": celebration}))

    async def put_hooray(self, hooray: Hooray) -> None:
        await self._work.write(_put_hooray, HOORAY.params(hooray))

    async def drop_hooray(self, celebration: str, person: str) -> None:
        await self._work.write(_drop_hooray, {"b_id": celebration, "who": person})

    async def help(self, request: str) -> HelpRequest | None:
        return HELP.one(await self._work.row(_help, {"b_id": request}))

    async def helps(self, action: str) -> list[HelpRequest]:
        return HELP.all(await self._work.rows(_helps, {"b_id": action}))

    async def helps_with(self, person: str) -> list[HelpRequest]:
        return HELP.all(await self._work.rows(_helps_with, {"b_id": person}))

    async def put_help(self, request: HelpRequest) -> None:
        await HELP.save(self._work, request)

    async def call(self, call: str) -> Call | None:
        return CALL.one(await self._work.row(_call, {"b_id": call}))

    async def call_waiting(self, asker: str) -> Call | None:
        return CALL.one(await self._work.row(_call_waiting, {"b_id": asker}))

    async def put_call(self, call: Call) -> None:
        await CALL.save(self._work, call)
