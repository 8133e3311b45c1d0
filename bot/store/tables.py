"""The tables of people and circles: who is here, who supports whom, and who may see what.

Columns stand in the order of their domain dataclass's fields, so that a row is the dataclass's arguments.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Time,
)

from bot.domain.people import Kind
from bot.store.columns import ID, Moment, OneOf
from bot.store.sealed import Sealed

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# One row: the word that the key database holds too, so that a wrong pair is refused.
store_info = Table("store_info", metadata, Column("pair", String(32), primary_key=True))

person = Table(
    "person",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", Sealed("person.name"), nullable=False),
    Column("kind", OneOf(Kind), nullable=False, index=True),
    Column("pictures", Boolean, nullable=False),
    Column("quiet_start", Time, nullable=False),
    Column("quiet_end", Time, nullable=False),
    Column("greeted", Boolean, nullable=False),
    Column("reminders", Boolean, nullable=False),
    Column("paused_until", Date),
    Column("unanswered", Integer, nullable=False),
    Column("waiting", Boolean, nullable=False),
    Column("joined", Moment),
)

account = Table(
    "account",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("address", String(128), primary_key=True),
    Column("person", ForeignKey("person.id"), nullable=False, index=True),
    Column("reachable", Boolean, nullable=False),
    Column("last_used", Moment),
)

support = Table(
    "support",
    metadata,
    Column("id", ID, primary_key=True),
    Column("member", ForeignKey("person.id"), nullable=False, index=True),
    Column("supporter", ForeignKey("person.id"), nullable=False, index=True),
    Column("member_agreed", Boolean, nullable=False),
    Column("supporter_agreed", Boolean, nullable=False),
    Column("ended", Boolean, nullable=False),
)

circle = Table(
    "circle",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", Sealed("circle.name"), nullable=False),
    Column("nudge_weekday", Integer),
    Column("nudge_time", Time),
    Column("made", Moment),
)

membership = Table(
    "membership",
    metadata,
    Column("circle", ForeignKey("circle.id"), primary_key=True),
    Column("person", ForeignKey("person.id"), primary_key=True, index=True),
    Column("kind", OneOf(Kind), nullable=False),
    Column("left", Boolean, nullable=False),
)

place = Table(
    "place",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("address", String(128), primary_key=True),
    Column("circle", ForeignKey("circle.id"), index=True),
    Column("gone", Boolean, nullable=False),
)

invite = Table(
    "invite",
    metadata,
    Column("id", ID, primary_key=True),
    Column("token_hash", String(128), nullable=False, unique=True),
    Column("kind", OneOf(Kind), nullable=False),
    Column("ends", Moment, nullable=False),
    Column("circle", ForeignKey("circle.id")),
    Column("member", ForeignKey("person.id")),
    Column("person", ForeignKey("person.id")),
    Column("by", ForeignKey("person.id")),
    Column("used_by", String(200)),  # a person, or of a device that waits: `<channel> <address>`
)

post = Table(
    "post",
    metadata,
    Column("id", ID, primary_key=True),
    Column("circle", ForeignKey("circle.id"), nullable=False),
    Column("person", ForeignKey("person.id"), nullable=False),
    Column("words", Sealed("post.words"), nullable=False),  # the circle's
    Column("at", Moment, nullable=False),
    Column("media", ID),
    Index(None, "circle", "at"),
)

share = Table(
    "share",
    metadata,
    Column("id", ID, primary_key=True),
    Column("owner", ForeignKey("person.id"), nullable=False),
    Column("thing_kind", String(20), nullable=False),
    Column("thing_id", ID, nullable=False),
    Column("audience_kind", String(20), nullable=False),
    Column("audience_id", ID, nullable=False),
    Column("since", Moment, nullable=False),
    Index(None, "owner", "thing_kind", "thing_id"),
    Index(None, "audience_kind", "audience_id"),
)

look = Table(
    "look",
    metadata,
    Column("id", ID, primary_key=True),
    Column("owner", ForeignKey("person.id"), nullable=False),
    Column("viewer", ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "owner", "at"),
)
