"""What people make: answers and media here, the rest by its own files."""

from __future__ import annotations

from sqlalchemy import BindParameter, bindparam, delete, select

from bot.domain.answers import Medium, OpeningAnswer
from bot.store.dialect import put
from bot.store.practice_actions import ActionRows
from bot.store.practice_together import TogetherRows
from bot.store.rows import Rows, forget
from bot.store.tables_practice import answer, medium
from bot.store.work import Read, Write

ANSWER = Rows(OpeningAnswer, answer, {"words": lambda a: a.person, "helped_by": lambda a: a.person})
MEDIUM = Rows(Medium, medium, {"content": lambda m: m.owner})

_ID: BindParameter[str] = bindparam("b_id")
_answer = ANSWER.where(answer.c.id == _ID)
_answers = ANSWER.where(answer.c.person == _ID, order=(answer.c.at, answer.c.id))
_drop_older = Write(
    delete(answer).where(
        answer.c.person == bindparam("b_person"),
        answer.c.question == bindparam("b_question"),
        answer.c.id != _ID,
    )
)
_put_answer = Write(put(answer))
_forget_answer = forget(answer)
_medium = MEDIUM.where(medium.c.id == _ID)
_put_medium = Write(put(medium))
to_fetch = Read(
    select(*MEDIUM.columns)
    .where(medium.c.content.is_(None), medium.c.remote.is_not(None))
    .order_by(medium.c.id)
    .limit(bindparam("most"))
)


class PracticeRows(ActionRows, TogetherRows):
    """What people made, in one transaction."""

    async def answer(self, answer: str) -> OpeningAnswer | None:
        return ANSWER.one(await self._work.row(_answer, {"b_id": answer}))

    async def answers(self, person: str) -> list[OpeningAnswer]:
        return ANSWER.all(await self._work.rows(_answers, {"b_id": person}))

    async def put_answer(self, answer: OpeningAnswer) -> None:
        """Keep an answer; an older one to the same question is gone."""
        named = {"b_person": answer.person, "b_question": answer.question, "b_id": answer.id}
        await self._work.write(_drop_older, named)
        await self._work.write(_put_answer, ANSWER.params(answer))

    async def forget_answer(self, answer: str) -> None:
        await self._work.write(_forget_answer, {"b_id": answer})

    async def medium(self, medium: str) -> Medium | None:
        return MEDIUM.one(await self._work.row(_medium, {"b_id": medium}))

    async def put_medium(self, medium: Medium) -> None:
        await self._work.write(_put_medium, MEDIUM.params(medium))

    async def media_to_fetch(self, limit: int) -> list[Medium]:
        return MEDIUM.all(await self._work.rows(to_fetch, {"most": limit}))
