"""The cost of a turn does not grow with what was done before: every hot statement goes by an index."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, text

from bot.app.messages import Kind, State
from bot.store import SqlStore
from bot.store import outbox_statements as o
from bot.store.inbox import waiting_now
from bot.store.nudges import due_now
from bot.store.practice import to_fetch
from bot.store.sealed import Private
from bot.store.tables_post import inbox, outbox
from bot.store.work import Read
from tests.store import samples as s

FINISHED = 100_000


@pytest.fixture
async def full(store: SqlStore) -> SqlStore:
    """A store with many parcels that went out and updates that were done."""
    parcels = [
        {
            "id": f"{nr}",
            "kind": Kind.REPLY,
            "person": f"p{nr % 300}",
            "question": nr,
            "card": f"card:{nr}",
            "edits": f"{nr - 1}",
            "channel": "telegram",
            "address": f"{nr % 300}",
            "not_before": 0,
            "state": State.SENT,
            "attempts": 1,
            "ref": f"{nr}",
            "chat": f"person:p{nr % 300}",
            "importance": 1,
            "holds": False,
            "sent_at": s.NOW,
        }
        for nr in range(FINISHED)
    ]
    updates = [
        {
            "channel": "telegram",
            "update": f"{nr}",
            "account": "1",
            "at": s.NOW,
            "attempts": 0,
            "warned": False,
            "state": "done",
            "body": None if nr % 100 else Private("inbox", b"{}"),
        }
        for nr in range(FINISHED)
    ]
    async with store.engine.execution_options(writes=True).begin() as connection:
        await connection.execute(insert(outbox), parcels)
        await connection.execute(insert(inbox), updates)
        await connection.execute(text("ANALYZE"))
    return store


TABLES = [["SCAN", name] for name in ("inbox", "outbox", "earlier", "parcel_needs", "nudge", "medium")]
PLANS: dict[str, tuple[Read, set[str]]] = {
    "inbox waiting": (waiting_now, {"ix_inbox_waiting"}),
    "claim": (o.claim, {"ix_outbox_waiting", "ix_outbox_open"}),
    "left sending": (o.left_sending, {"ix_outbox_sending"}),
    "next due": (o.next_due, {"ix_outbox_not_before"}),
    "get": (o.get, {"sqlite_autoindex_outbox_1"}),
    "question": (o.showing_question, {"ix_outbox_question"}),
    "card": (o.showing_card, {"ix_outbox_card"}),
    "ref": (o.by_ref, {"ix_outbox_ref"}),
    "edit": (o.waiting_edit, {"ix_outbox_edits"}),
    "needing": (o.needing, {"ix_parcel_needs_owner_thing_kind_thing_id"}),
    "count": (o.count, {"ix_outbox_sent_at"}),
    "nudges due": (due_now, {"ix_nudge_due"}),
    "media to fetch": (to_fetch, {"ix_medium_to_fetch"}),
}


@pytest.mark.slow
async def test_no_hot_statement_looks_at_what_is_finished(full: SqlStore) -> None:
    async with full.engine.connect() as connection:
        for name, (read, indexes) in PLANS.items():
            nothing = dict.fromkeys(read.statement.compile().params)
            compiled = read.statement.params(nothing).compile(
                dialect=full.engine.dialect, compile_kwargs={"render_postcompile": True}
            )
            question = f"EXPLAIN QUERY PLAN {compiled}"
            plan = await connection.exec_driver_sql(question, (None,) * question.count("?"))
            steps = [row[-1] for row in plan]
            used = {step.split("INDEX ")[1].split(" ")[0] for step in steps if "INDEX " in step}
            assert used >= indexes, (name, steps)
            scans = [step for step in steps if step.split()[:2] in TABLES and "INDEX" not in step]
            assert not scans, (name, steps)


@pytest.mark.slow
async def test_a_new_parcel_is_claimed_among_many_finished_ones(full: SqlStore) -> None:
    async with full.transaction() as tx:
        await tx.outbox.add([s.PARCEL])
        [head] = await tx.outbox.claim(s.NOW + timedelta(days=1), 5)
        assert head.parcel == s.PARCEL
