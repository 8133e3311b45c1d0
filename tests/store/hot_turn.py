"""How many hot turns a second the store takes: `python -m tests.store.hot_turn [turns]`.

A turn reads account, person and conversation, writes the account and the conversation, adds one or two
parcels and ends its inbox row; 20 turns share a commit, on a file database written through to the disk.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import replace
from time import perf_counter, process_time

from bot.app.messages import Kind, Parcel, Received
from bot.dialogue.saying import Said
from bot.domain.people import Account, Person
from bot.store import SqlStore, open_store
from tests.store import samples as s

TOGETHER = 20
PEOPLE = 300


async def fill(store: SqlStore, turns: int) -> None:
    async with store.transaction() as tx:
        for nr in range(PEOPLE):
            await tx.people.add(Person(f"p{nr}", "Mo"))
            await tx.people.put_account(Account("web", f"a{nr}", f"p{nr}"))
            await tx.conversations.put(f"p{nr}", s.conversation())
        body = b'{"text": "I will water the tomatoes on Tuesday"}' * 4
        await tx.inbox.add(
            [Received(0, "web", str(nr), f"a{nr % PEOPLE}", body, s.NOW) for nr in range(turns)]
        )


async def take(store: SqlStore, *, expect: bool) -> None:
    async with store.transaction() as tx:
        waiting = await tx.inbox.waiting(TOGETHER)
        if expect:
            await tx.expect(waiting)
        for received in waiting:
            async with tx.turn():
                account = await tx.people.account(received.channel, received.account)
                assert account is not None
                await tx.people.get(account.person)
                conversation = await tx.conversations.get(account.person)
                await tx.conversations.put(account.person, conversation)
                await tx.people.put_account(replace(account, last_used=s.LATER))
                said = Said("plan-saved", {"what": "water the tomatoes"})
                parcels = range(1 + received.order % 2)
                await tx.outbox.add(
                    [
                        Parcel(f"{received.update}.{nr}", Kind.REPLY, said, person=account.person)
                        for nr in parcels
                    ]
                )
                await tx.inbox.done(received)


async def measure(turns: int, *, expect: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(f"sqlite+aiosqlite:///{folder}/a.db", f"sqlite:///{folder}/k.db", s.MASTER)
        await fill(store, turns)
        began, worked = perf_counter(), process_time()
        for _ in range(turns // TOGETHER):
            await take(store, expect=expect)
        took, worked = perf_counter() - began, process_time() - worked
        await store.close()
    how = "read at once" if expect else "read one by one"
    sys.stdout.write(f"{how}: {turns / took:.0f} turns/s, {worked / turns * 1000:.2f} ms CPU a turn\n")


async def main(turns: int) -> None:
    for _ in range(3):
        await measure(turns, expect=False)
        await measure(turns, expect=True)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000))
