"""The statements of the outbox.

States stand in the statements and not beside them, because a partial index is used only so. That is what
keeps the cost apart from how many parcels were ever sent.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from sqlalchemy import (
    BindParameter,
    bindparam,
    case,
    exists,
    func,
    literal,
    literal_column,
    null,
    select,
    update,
)

from bot.app.messages import Parcel, Queued, State
from bot.store.dialect import insert_once
from bot.store.tables_post import outbox, parcel_needs
from bot.store.work import Read, Work, Write

AT_ONCE: Final = 0

_c = outbox.c
# A parcel's fields, then a queued one's.
COLUMNS = (
    *(_c[field.name] for field in fields(Parcel)),
    *(_c[field.name] for field in fields(Queued) if field.name != "parcel"),
)
_ORDER = _c.order == bindparam("b_order")
_NOW: BindParameter[int] = bindparam("now")
_WAITING = _c.state == literal_column("'waiting'")
_SENDING = _c.state == literal_column("'sending'")
_ON_ITS_WAY_OR_THERE = _c.state.in_([State.WAITING, State.SENDING, State.SENT])
_earlier = outbox.alias("earlier")
_e = _earlier.c

add = Write(insert_once(outbox))
add_needs = Write(insert_once(parcel_needs))
# Of each chat the oldest parcel that is due or was tried: one that waits for a later hour holds up nothing.
claim = Read(
    select(*COLUMNS)
    .where(
        _WAITING,
        _c.not_before <= _NOW,
        ~exists(
            select(literal(1))
            .select_from(_earlier)
            .where(
                _e.chat == _c.chat,
                _e.order < _c.order,
                _e.state.in_([literal_column("'waiting'"), literal_column("'sending'")]),
                (_e.state == literal_column("'sending'")) | (_e.holds.is_(True)) | (_e.not_before <= _NOW),
            )
        ),
    )
    .order_by(_c.importance, _c.order)
    .limit(bindparam("most"))
)
sending = Write(
    update(outbox)
    .where(_ORDER)
    .values(
        state=State.SENDING,
        attempts=_c.attempts + 1,
        channel=bindparam("to_channel"),
        address=bindparam("to_address"),
        sent_at=bindparam("at"),
    )
)
sent = Write(update(outbox).where(_ORDER).values(state=State.SENT, ref=bindparam("to_ref"), holds=False))
# Where a person's parcel goes is found anew each time; one that was addressed to a place stays so.
_found_anew = _c.chat.startswith("person:")
again = Write(
    update(outbox)
    .where(_ORDER)
    .values(
        state=State.WAITING,
        not_before=bindparam("later"),
        holds=_SENDING,
        channel=case((_found_anew, null()), else_=_c.channel),
        address=case((_found_anew, null()), else_=_c.address),
        sent_at=None,
    )
)
drop = Write(
    update(outbox).where(_ORDER).values(state=State.DROPPED, dropped=bindparam("why"), holds=False, said=None)
)
unknown = Write(update(outbox).where(_ORDER).values(state=State.UNKNOWN, holds=False))
left_sending = Read(select(*COLUMNS).where(_SENDING).order_by(_c.order))
get = Read(select(*COLUMNS).where(_c.id == bindparam("b_id")))
showing_question = Read(
    select(*COLUMNS)
    .where(
        _c.person == bindparam("b_person"),
        _c.question == bindparam("b_question"),
        _c.question.is_not(None),
        _ON_ITS_WAY_OR_THERE,
    )
    .order_by(_c.order)
)
# The newest post of a card in each chat; edits of it are not posts. One whose outcome is unknown counts.
showing_card = Read(
    select(*COLUMNS)
    .where(
        _c.card == bindparam("b_card"),
        _c.card.is_not(None),
        _c.edits.is_(None),
        _c.state != State.DROPPED,
        ~exists(
            select(literal(1))
            .select_from(_earlier)
            .where(
                _e.card == _c.card,
                _e.card.is_not(None),
                _e.chat == _c.chat,
                _e.order > _c.order,
                _e.edits.is_(None),
                _e.state != State.DROPPED,
            )
        ),
    )
    .order_by(_c.order)
)
by_ref = Read(
    select(*COLUMNS)
    .where(
        _c.channel == bindparam("b_channel"),
        _c.address == bindparam("b_address"),
        _c.ref == bindparam("b_ref"),
        _c.ref.is_not(None),
    )
    .order_by(_c.edits.is_not(None), _c.order.desc())
    .limit(1)
)
waiting_edit = Read(
    select(*COLUMNS)
    .where(_c.edits == bindparam("b_id"), _c.edits.is_not(None), _WAITING)
    .order_by(_c.order.desc())
    .limit(1)
)
needing = Read(
    select(*COLUMNS)
    .join_from(outbox, parcel_needs, parcel_needs.c.parcel == _c.id)
    .where(
        parcel_needs.c.owner == bindparam("b_owner"),
        parcel_needs.c.thing_kind == bindparam("b_kind"),
        parcel_needs.c.thing_id == bindparam("b_id"),
        _ON_ITS_WAY_OR_THERE,
    )
    .order_by(_c.order)
)
# What stands behind one that is being sent, or has to be sent again, is due when that one is through.
next_due = Read(
    select(_c.not_before)
    .where(
        _WAITING,
        ~exists(
            select(literal(1))
            .select_from(_earlier)
            .where(
                _e.chat == _c.chat,
                _e.order < _c.order,
                _e.state.in_([literal_column("'waiting'"), literal_column("'sending'")]),
                (_e.state == literal_column("'sending'")) | (_e.holds.is_(True)),
            )
        ),
    )
    .order_by(_c.not_before)
    .limit(1)
)
count = Read(
    select(func.count())
    .select_from(outbox)
    .where(
        _c.person == bindparam("b_person"),
        _c.kind == bindparam("b_kind", type_=_c.kind.type),
        _c.sent_at >= bindparam("since", type_=_c.sent_at.type),
    )
)
_move = Write(
    update(outbox)
    .where(_c.chat == bindparam("b_chat"), _c.state.in_([State.WAITING, State.SENDING]))
    .values(address=bindparam("to"), chat=bindparam("to_chat"))
)


def chat_of(person: str | None, channel: str | None, address: str | None) -> str:
    """Name the chat that a parcel belongs to, within which order is kept."""
    return f"person:{person}" if channel is None or address is None else f"{channel}/{address}"


async def move_chat(work: Work, channel: str, address: str, to: str) -> None:
    """Let what waits for a group go to its new address."""
    old, new = chat_of(None, channel, address), chat_of(None, channel, to)
    await work.write(_move, {"b_chat": old, "to": to, "to_chat": new})
