"""Whatever happens to parcels, those of one chat go out in order, each once, and none is left behind."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app.messages import Kind, Parcel, Queued
from bot.store import SqlStore, open_store
from tests.store import samples as s

KINDS = st.sampled_from([Kind.REPLY, Kind.QUESTION, Kind.CARD, Kind.SAFETY, Kind.NUDGE])
# Who gets it, what it is, and whether it waits for a later hour.
ADDING = st.tuples(st.just("add"), st.sampled_from(["mo", "sam"]), KINDS, st.booleans())
HAPPENING = st.sampled_from(["sent", "sent", "sent", "again", "crash", "defer"])
STEPS = st.lists(st.one_of(ADDING, st.tuples(HAPPENING)), max_size=30)


class Post:
    """What went out so far, in its order, and what was added."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.now = s.NOW
        self.added: dict[str, tuple[str, bool]] = {}
        self.out: list[str] = []

    async def add(self, person: str, kind: Kind, *, later: bool) -> None:
        name = f"{len(self.added):03}"
        self.added[name] = (person, later)
        not_before = self.now + timedelta(hours=3) if later else None
        async with self.store.transaction() as tx:
            await tx.outbox.add([Parcel(name, kind, None, person=person, not_before=not_before)] * 2)

    async def happen(self, what: str) -> bool:
        async with self.store.transaction() as tx:
            heads = await tx.outbox.claim(self.now, 10)
            people = [one.parcel.person for one in heads]
            assert len(set(people)) == len(people), "two heads of one chat"
            if what == "defer":
                for one in heads:
                    await tx.outbox.again(one.order, self.now + timedelta(hours=2))
                    self.added[one.parcel.id] = (one.parcel.person or "", True)
                return bool(heads)
            await tx.outbox.sending([one.order for one in heads], {one.order: ("web", "a") for one in heads})
        async with self.store.transaction() as tx:
            for one in await tx.outbox.left_sending():
                await self._end(tx.outbox, what, one)
        self.now += timedelta(seconds=1)
        return bool(heads)

    async def _end(self, outbox: object, what: str, one: Queued) -> None:
        if what == "again":
            await outbox.again(one.order, self.now + timedelta(seconds=30))  # type: ignore[attr-defined]
        elif what == "crash":
            await outbox.again(one.order, self.now)  # type: ignore[attr-defined]
        else:
            await outbox.sent(one.order, f"ref {one.order}")  # type: ignore[attr-defined]
            self.out.append(one.parcel.id)

    async def finish(self) -> None:
        while True:
            while await self.happen("sent"):
                pass
            async with self.store.reading() as tx:
                due = await tx.outbox.next_due()
            if due is None:
                return
            self.now = due


async def play(steps: list[tuple[object, ...]]) -> None:
    store = await open_store("sqlite+aiosqlite:///:memory:", "sqlite:///:memory:", s.MASTER)
    post = Post(store)
    for step in steps:
        if step[0] == "add":
            await post.add(str(step[1]), step[2], later=bool(step[3]))  # type: ignore[arg-type]
        else:
            await post.happen(str(step[0]))
    await post.finish()
    await store.close()
    assert sorted(post.out) == sorted(post.added), "one is lost, or went out twice"
    for person in ("mo", "sam"):
        at_once = [name for name in post.out if post.added[name] == (person, False)]
        assert at_once == sorted(at_once), "out of order"


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_no_parcel_overtakes_another_of_its_chat_and_none_is_lost(steps: list[tuple[object, ...]]) -> None:
    asyncio.run(play(steps))
