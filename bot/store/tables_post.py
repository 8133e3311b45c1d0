"""The tables of what comes in and goes out: inbox, conversations, outbox, and the web channel's own log."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
)

from bot.app.messages import Kind, State
from bot.store.columns import ID, Moment, OneOf, Plain
from bot.store.dialect import where
from bot.store.sealed import Sealed
from bot.store.tables import metadata

inbox = Table(
    "inbox",
    metadata,
    Column("order", Integer, primary_key=True),
    Column("channel", String(20), nullable=False),
    Column("update", String(128), nullable=False),
    Column("account", String(128), nullable=False),
    Column("body", Sealed("inbox.body", gone=b"", text=False)),  # NULL once its turn is done
    Column("at", Moment, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("warned", Boolean, nullable=False),
    Column("state", String(10), nullable=False),  # waiting, done or parked
    Index("uq_inbox_channel_update", "channel", "update", unique=True),
    sqlite_autoincrement=True,
)
Index("ix_inbox_waiting", inbox.c.order, **where("state = 'waiting'"))

# The stored offset of a polling channel.
channel_mark = Table(
    "channel_mark",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("mark", BigInteger, nullable=False),
)

conversation = Table(
    "conversation",
    metadata,
    Column("person", ID, primary_key=True),
    Column("body", Sealed("conversation.body", gone=None, text=False), nullable=False),
)

# Keys of messages at which somebody was not understood, so that they can be rewritten. No words.
unclear = Table(
    "unclear",
    metadata,
    Column("nr", Integer, primary_key=True),
    Column("key", String(80), nullable=False),
    Column("at", Moment, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", String(200), nullable=False, unique=True),
    Column("kind", OneOf(Kind), nullable=False),
    Column("said", Sealed("outbox.said", gone=None, text=False)),
    Column("person", ID),
    Column("circle", ID),
    Column("channel", String(20)),
    Column("address", String(128)),
    Column("question", Integer),
    Column("card", String(80)),
    Column("edits", String(200)),
    Column("needs", Plain),
    Column("not_before", BigInteger, nullable=False),  # microseconds as in Moment; 0 for at once
    Column("order", Integer, primary_key=True),
    Column("state", OneOf(State), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("ref", String(128)),
    Column("dropped", String(20)),
    Column("chat", String(160), nullable=False),  # what order is kept in; see outbox.py
    Column("importance", SmallInteger, nullable=False),
    Column("holds", Boolean, nullable=False),  # was tried, and holds its chat while it waits to be again
    Column("sent_at", Moment),
    sqlite_autoincrement=True,
)
Index("ix_outbox_open", outbox.c.chat, outbox.c.order, **where("state IN ('waiting', 'sending')"))
Index(
    "ix_outbox_waiting",
    outbox.c.importance,
    outbox.c.order,
    outbox.c.not_before,
    **where("state = 'waiting'"),
)
Index("ix_outbox_not_before", outbox.c.not_before, **where("state = 'waiting'"))
Index("ix_outbox_sending", outbox.c.order, **where("state = 'sending'"))
Index("ix_outbox_question", outbox.c.person, outbox.c.question, **where("question IS NOT NULL"))
Index("ix_outbox_card", outbox.c.card, outbox.c.order, **where("card IS NOT NULL"))
Index("ix_outbox_edits", outbox.c.edits, **where("edits IS NOT NULL"))
Index("ix_outbox_ref", outbox.c.channel, outbox.c.address, outbox.c.ref, **where("ref IS NOT NULL"))
Index("ix_outbox_sent_at", outbox.c.person, outbox.c.kind, outbox.c.sent_at)

# Which things of whose a parcel shows, so that taking back a share finds it.
parcel_needs = Table(
    "parcel_needs",
    metadata,
    Column("parcel", String(200), primary_key=True),
    Column("thing_kind", String(20), primary_key=True),
    Column("thing_id", ID, primary_key=True),
    Column("owner", ID, nullable=False),
    Index(None, "owner", "thing_kind", "thing_id"),
)

web_session = Table(
    "web_session",
    metadata,
    Column("token_hash", String(128), primary_key=True),
    Column("person", ID, nullable=False, index=True),
    Column("made", Moment, nullable=False),
    Column("last_used", Moment, nullable=False),
    Column("ended", Boolean, nullable=False),
)

# The web channel is its own platform: what stands in a chat, until it is edited.
web_message = Table(
    "web_message",
    metadata,
    Column("id", String(200), nullable=False, unique=True),
    Column("address", String(128), nullable=False),
    Column("order", Integer, primary_key=True),
    Column("direction", String(10), nullable=False),  # in or out
    Column("body", Sealed("web_message.body", gone=b"", text=False), nullable=False),
    Column("at", Moment, nullable=False),
    Column("edited", Moment),
    Index(None, "address", "order"),
    sqlite_autoincrement=True,
)
