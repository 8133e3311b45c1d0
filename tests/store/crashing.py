"""A process that takes turns until it is killed. Run by test_store_crash.py.

Each transaction takes up to five updates; each turn adds a parcel and counts in the person's conversation.
A new person, and so a new key, comes with every tenth update.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace

from bot.app.messages import Received
from bot.dialogue.conversation import Conversation
from bot.store import SqlStore, open_store
from tests.store import samples as s


async def take_turns(store: SqlStore) -> int:
    async with store.transaction() as tx:
        waiting = await tx.inbox.waiting(5)
        for received in waiting:
            async with tx.turn():
                person = f"p{int(received.update) // 10}"
                conversation = await tx.conversations.get(person)
                await tx.conversations.put(person, Conversation(shown=conversation.shown + 1))
                await tx.outbox.add([replace(s.PARCEL, id=received.update, person=person)])
                await tx.inbox.done(received)
                if int(received.update) % 7 == 0:
                    await tx.outbox.get(received.update)  # writes what was kept, within a savepoint
        return len(waiting)


async def main(data: str, keys: str, updates: int) -> None:
    store = await open_store(f"sqlite+aiosqlite:///{data}", f"sqlite:///{keys}", s.MASTER)
    async with store.transaction() as tx:
        await tx.inbox.add([Received(0, "web", f"{nr}", "a", b"{}", s.NOW) for nr in range(updates)])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while await take_turns(store):
        pass
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
