"""The tables of what people make: answers, actions, tellings, celebrations, help, media and nudges.

Columns stand in the order of their domain dataclass's fields, so that a row is the dataclass's arguments.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Time

from bot.domain.actions import Ending, Help, Reminder
from bot.domain.calling import CallState
from bot.domain.helping import HelpState
from bot.domain.nudging import NudgeKind
from bot.store.columns import ID, Moment, OneOf, Plain
from bot.store.dialect import where
from bot.store.sealed import Sealed
from bot.store.tables import metadata

answer = Table(
    "answer",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person", ForeignKey("person.id"), nullable=False, index=True),
    Column("question", String(20), nullable=False),
    Column("words", Sealed("answer.words"), nullable=False),
    Column("media", ID),
    Column("media_kind", String(20)),
    Column("picture", String(64)),
    Column("helped_by", Sealed("answer.helped_by", gone=None)),
    Column("at", Moment),
)

action = Table(
    "action",
    metadata,
    Column("id", ID, primary_key=True),
    Column("owner", ForeignKey("person.id"), nullable=False, index=True),
    Column("what", Sealed("action.what"), nullable=False),
    Column("day", Date),
    Column("time", Time),
    Column("repeats", Plain),
    Column("help", OneOf(Help), nullable=False),
    Column("reminder", OneOf(Reminder), nullable=False),
    Column("circle", ForeignKey("circle.id"), index=True),
    Column("open", Boolean, nullable=False),
    Column("ending", OneOf(Ending)),
    Column("done_alone", Integer, nullable=False),
    Column("fading_asked", Boolean, nullable=False),
    Column("made", Moment),
    Column("version", Integer, nullable=False),
    Column("left_on", Date),
)

part = Table(
    "part",
    metadata,
    Column("action", ForeignKey("action.id", ondelete="CASCADE"), primary_key=True),
    Column("person", ForeignKey("person.id"), primary_key=True, index=True),
    Column("agreed", Boolean),
)

telling = Table(
    "telling",
    metadata,
    Column("id", ID, primary_key=True),
    Column("action", ID, nullable=False, index=True),
    Column("person", ForeignKey("person.id"), nullable=False, index=True),
    Column("day", Date),
    Column("ending", OneOf(Ending), nullable=False),
    Column("happened", Sealed("telling.happened"), nullable=False),
    Column("learned", Sealed("telling.learned"), nullable=False),
    Column("next", String(20), nullable=False),
    Column("at", Moment),
)

celebration = Table(
    "celebration",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person", ForeignKey("person.id"), nullable=False, index=True),
    Column("words", Sealed("celebration.words"), nullable=False),
    Column("made_by", String(20), nullable=False),
    Column("action", ID),
    Column("circle", ForeignKey("circle.id")),
    Column("taken_back", Boolean, nullable=False),
    Column("at", Moment),
)

hooray = Table(
    "hooray",
    metadata,
    Column("celebration", ForeignKey("celebration.id", ondelete="CASCADE"), nullable=False),
    Column("person", ForeignKey("person.id"), nullable=False),
    Column("words", Sealed("hooray.words"), nullable=False),
    Column("nr", Integer, primary_key=True),  # grows: hoorays are shown oldest first
    Index("uq_hooray_celebration_person", "celebration", "person", unique=True),
)

help_request = Table(
    "help_request",
    metadata,
    Column("id", ID, primary_key=True),
    Column("action", ID, nullable=False, index=True),
    Column("asker", ForeignKey("person.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("words", Sealed("help_request.words"), nullable=False),
    Column("asked", ForeignKey("person.id"), index=True),
    Column("circle", ForeignKey("circle.id")),
    Column("state", OneOf(HelpState), nullable=False),
    Column("offered_by", ForeignKey("person.id"), index=True),
    Column("asked_at", Moment),
    Column("version", Integer, nullable=False),
    Column("asked_back", Sealed("help_request.asked_back"), nullable=False),
    Column("asked_back_by", ForeignKey("person.id")),
    Column("reply", Sealed("help_request.reply"), nullable=False),
)

call = Table(
    "call",
    metadata,
    Column("id", ID, primary_key=True),
    Column("asker", ForeignKey("person.id"), nullable=False, index=True),
    Column("asked", Integer, nullable=False),
    Column("state", OneOf(CallState), nullable=False),
    Column("at", Moment, nullable=False),
    Column("taken_by", ForeignKey("person.id")),
    Column("version", Integer, nullable=False),
)

medium = Table(
    "medium",
    metadata,
    Column("id", ID, primary_key=True),
    Column("owner", String(80), nullable=False, index=True),  # a person, or `circle:<id>`
    Column("kind", String(20), nullable=False),
    Column("mime", String(80), nullable=False),
    Column("content", Sealed("medium.content", gone=None, text=False)),
    Column("remote", String(256)),
    Column("channel", String(20)),
    Column("at", Moment),
)
Index("ix_medium_to_fetch", medium.c.id, **where("content IS NULL AND remote IS NOT NULL"))

nudge = Table(
    "nudge",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", OneOf(NudgeKind), nullable=False),
    Column("due", Moment, nullable=False, index=True),
    Column("person", ID, index=True),
    Column("circle", ID),
    Column("about", ID, index=True),
    Column("day", Date),
    Column("asked", Integer, nullable=False),
    Column("again", Boolean, nullable=False),
)

# How many messages of a kind a clock started for a person on a day; no words.
nudge_sent = Table(
    "nudge_sent",
    metadata,
    Column("person", ID, primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("count", Integer, nullable=False),
)
