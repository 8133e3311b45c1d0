"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:  # noqa: PLR0915 - a statement for each table and index
    op.create_table(
        "channel_mark",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("mark", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_channel_mark")),
    )
    op.create_table(
        "circle",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("nudge_weekday", sa.Integer(), nullable=True),
        sa.Column("nudge_time", sa.Time(), nullable=True),
        sa.Column("made", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circle")),
    )
    op.create_table(
        "conversation",
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_conversation")),
    )
    op.create_table(
        "inbox",
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("update", sa.String(length=128), nullable=False),
        sa.Column("account", sa.String(length=128), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("warned", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("order", name=op.f("pk_inbox")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["order"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index("uq_inbox_channel_update", "inbox", ["channel", "update"], unique=True)
    op.create_table(
        "medium",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("mime", sa.String(length=80), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("remote", sa.String(length=256), nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medium")),
    )
    op.create_index(op.f("ix_medium_owner"), "medium", ["owner"], unique=False)
    op.create_index(
        "ix_medium_to_fetch",
        "medium",
        ["id"],
        unique=False,
        sqlite_where=sa.text("content IS NULL AND remote IS NOT NULL"),
        postgresql_where=sa.text("content IS NULL AND remote IS NOT NULL"),
    )
    op.create_table(
        "nudge",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=True),
        sa.Column("circle", sa.String(length=64), nullable=True),
        sa.Column("about", sa.String(length=64), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudge")),
    )
    op.create_index(op.f("ix_nudge_about"), "nudge", ["about"], unique=False)
    op.create_index(op.f("ix_nudge_due"), "nudge", ["due"], unique=False)
    op.create_index(op.f("ix_nudge_person"), "nudge", ["person"], unique=False)
    op.create_table(
        "nudge_sent",
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("person", "kind", "day", name=op.f("pk_nudge_sent")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=True),
        sa.Column("person", sa.String(length=64), nullable=True),
        sa.Column("circle", sa.String(length=64), nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("address", sa.String(length=128), nullable=True),
        sa.Column("question", sa.Integer(), nullable=True),
        sa.Column("card", sa.String(length=80), nullable=True),
        sa.Column("edits", sa.String(length=200), nullable=True),
        sa.Column("needs", sa.Text(), nullable=True),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=128), nullable=True),
        sa.Column("dropped", sa.String(length=20), nullable=True),
        sa.Column("chat", sa.String(length=160), nullable=False),
        sa.Column("importance", sa.SmallInteger(), nullable=False),
        sa.Column("holds", sa.Boolean(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("order", name=op.f("pk_outbox")),
        sa.UniqueConstraint("id", name=op.f("uq_outbox_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_card",
        "outbox",
        ["card", "order"],
        unique=False,
        sqlite_where=sa.text("card IS NOT NULL"),
        postgresql_where=sa.text("card IS NOT NULL"),
    )
    op.create_index(
        "ix_outbox_edits",
        "outbox",
        ["edits"],
        unique=False,
        sqlite_where=sa.text("edits IS NOT NULL"),
        postgresql_where=sa.text("edits IS NOT NULL"),
    )
    op.create_index(
        "ix_outbox_not_before",
        "outbox",
        ["not_before"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "ix_outbox_open",
        "outbox",
        ["chat", "order"],
        unique=False,
        sqlite_where=sa.text("state IN ('waiting', 'sending')"),
        postgresql_where=sa.text("state IN ('waiting', 'sending')"),
    )
    op.create_index(
        "ix_outbox_question",
        "outbox",
        ["person", "question"],
        unique=False,
        sqlite_where=sa.text("question IS NOT NULL"),
        postgresql_where=sa.text("question IS NOT NULL"),
    )
    op.create_index(
        "ix_outbox_ref",
        "outbox",
        ["channel", "address", "ref"],
        unique=False,
        sqlite_where=sa.text("ref IS NOT NULL"),
        postgresql_where=sa.text("ref IS NOT NULL"),
    )
    op.create_index(
        "ix_outbox_sending",
        "outbox",
        ["order"],
        unique=False,
        sqlite_where=sa.text("state = 'sending'"),
        postgresql_where=sa.text("state = 'sending'"),
    )
    op.create_index("ix_outbox_sent_at", "outbox", ["person", "kind", "sent_at"], unique=False)
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["importance", "order", "not_before"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "parcel_needs",
        sa.Column("parcel", sa.String(length=200), nullable=False),
        sa.Column("thing_kind", sa.String(length=20), nullable=False),
        sa.Column("thing_id", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("parcel", "thing_kind", "thing_id", name=op.f("pk_parcel_needs")),
    )
    op.create_index(
        op.f("ix_parcel_needs_owner_thing_kind_thing_id"),
        "parcel_needs",
        ["owner", "thing_kind", "thing_id"],
        unique=False,
    )
    op.create_table(
        "person",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("pictures", sa.Boolean(), nullable=False),
        sa.Column("quiet_start", sa.Time(), nullable=False),
        sa.Column("quiet_end", sa.Time(), nullable=False),
        sa.Column("greeted", sa.Boolean(), nullable=False),
        sa.Column("reminders", sa.Boolean(), nullable=False),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("joined", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_kind"), "person", ["kind"], unique=False)
    op.create_table(
        "store_info",
        sa.Column("pair", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("pair", name=op.f("pk_store_info")),
    )
    op.create_table(
        "unclear",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_unclear")),
    )
    op.create_table(
        "web_message",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=128), nullable=False),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("direction", sa.String(length=10), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("edited", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("order", name=op.f("pk_web_message")),
        sa.UniqueConstraint("id", name=op.f("uq_web_message_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_web_message_address_order"), "web_message", ["address", "order"], unique=False)
    op.create_table(
        "web_session",
        sa.Column("token_hash", sa.String(length=128), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("last_used", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_web_session")),
    )
    op.create_index(op.f("ix_web_session_person"), "web_session", ["person"], unique=False)
    op.create_table(
        "account",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=128), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("last_used", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_account_person")),
        sa.PrimaryKeyConstraint("channel", "address", name=op.f("pk_account")),
    )
    op.create_index(op.f("ix_account_person"), "account", ["person"], unique=False)
    op.create_table(
        "action",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("time", sa.Time(), nullable=True),
        sa.Column("repeats", sa.Text(), nullable=True),
        sa.Column("help", sa.String(length=20), nullable=False),
        sa.Column("reminder", sa.String(length=20), nullable=False),
        sa.Column("circle", sa.String(length=64), nullable=True),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("ending", sa.String(length=20), nullable=True),
        sa.Column("done_alone", sa.Integer(), nullable=False),
        sa.Column("fading_asked", sa.Boolean(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_action_circle")),
        sa.ForeignKeyConstraint(["owner"], ["person.id"], name=op.f("fk_action_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    op.create_index(op.f("ix_action_circle"), "action", ["circle"], unique=False)
    op.create_index(op.f("ix_action_owner"), "action", ["owner"], unique=False)
    op.create_table(
        "answer",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=20), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("media", sa.String(length=64), nullable=True),
        sa.Column("media_kind", sa.String(length=20), nullable=True),
        sa.Column("picture", sa.String(length=64), nullable=True),
        sa.Column("helped_by", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_answer_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    op.create_index(op.f("ix_answer_person"), "answer", ["person"], unique=False)
    op.create_table(
        "call",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("asker", sa.String(length=64), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("taken_by", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["asker"], ["person.id"], name=op.f("fk_call_asker")),
        sa.ForeignKeyConstraint(["taken_by"], ["person.id"], name=op.f("fk_call_taken_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
    )
    op.create_index(op.f("ix_call_asker"), "call", ["asker"], unique=False)
    op.create_table(
        "celebration",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.String(length=20), nullable=False),
        sa.Column("action", sa.String(length=64), nullable=True),
        sa.Column("circle", sa.String(length=64), nullable=True),
        sa.Column("taken_back", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_celebration_circle")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_celebration_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_celebration")),
    )
    op.create_index(op.f("ix_celebration_person"), "celebration", ["person"], unique=False)
    op.create_table(
        "help_request",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("asker", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("asked", sa.String(length=64), nullable=True),
        sa.Column("circle", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("offered_by", sa.String(length=64), nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("asked_back", sa.LargeBinary(), nullable=False),
        sa.Column("asked_back_by", sa.String(length=64), nullable=True),
        sa.Column("reply", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["asked"], ["person.id"], name=op.f("fk_help_request_asked")),
        sa.ForeignKeyConstraint(["asked_back_by"], ["person.id"], name=op.f("fk_help_request_asked_back_by")),
        sa.ForeignKeyConstraint(["asker"], ["person.id"], name=op.f("fk_help_request_asker")),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_help_request_circle")),
        sa.ForeignKeyConstraint(["offered_by"], ["person.id"], name=op.f("fk_help_request_offered_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_request")),
    )
    op.create_index(op.f("ix_help_request_action"), "help_request", ["action"], unique=False)
    op.create_index(op.f("ix_help_request_asked"), "help_request", ["asked"], unique=False)
    op.create_index(op.f("ix_help_request_offered_by"), "help_request", ["offered_by"], unique=False)
    op.create_table(
        "invite",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.String(length=128), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=False),
        sa.Column("circle", sa.String(length=64), nullable=True),
        sa.Column("member", sa.String(length=64), nullable=True),
        sa.Column("person", sa.String(length=64), nullable=True),
        sa.Column("by", sa.String(length=64), nullable=True),
        sa.Column("used_by", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_invite_by")),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_invite_circle")),
        sa.ForeignKeyConstraint(["member"], ["person.id"], name=op.f("fk_invite_member")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_invite_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invite_token_hash")),
    )
    op.create_table(
        "look",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("viewer", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["person.id"], name=op.f("fk_look_owner")),
        sa.ForeignKeyConstraint(["viewer"], ["person.id"], name=op.f("fk_look_viewer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look")),
    )
    op.create_index(op.f("ix_look_owner_at"), "look", ["owner", "at"], unique=False)
    op.create_table(
        "membership",
        sa.Column("circle", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("left", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_membership_circle")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_membership_person")),
        sa.PrimaryKeyConstraint("circle", "person", name=op.f("pk_membership")),
    )
    op.create_index(op.f("ix_membership_person"), "membership", ["person"], unique=False)
    op.create_table(
        "place",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=128), nullable=False),
        sa.Column("circle", sa.String(length=64), nullable=True),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_place_circle")),
        sa.PrimaryKeyConstraint("channel", "address", name=op.f("pk_place")),
    )
    op.create_index(op.f("ix_place_circle"), "place", ["circle"], unique=False)
    op.create_table(
        "post",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("circle", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("media", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["circle"], ["circle.id"], name=op.f("fk_post_circle")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_post_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
    )
    op.create_index(op.f("ix_post_circle_at"), "post", ["circle", "at"], unique=False)
    op.create_table(
        "share",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("thing_kind", sa.String(length=20), nullable=False),
        sa.Column("thing_id", sa.String(length=64), nullable=False),
        sa.Column("audience_kind", sa.String(length=20), nullable=False),
        sa.Column("audience_id", sa.String(length=64), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["person.id"], name=op.f("fk_share_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share")),
    )
    op.create_index(
        op.f("ix_share_audience_kind_audience_id"), "share", ["audience_kind", "audience_id"], unique=False
    )
    op.create_index(
        op.f("ix_share_owner_thing_kind_thing_id"), "share", ["owner", "thing_kind", "thing_id"], unique=False
    )
    op.create_table(
        "support",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("member", sa.String(length=64), nullable=False),
        sa.Column("supporter", sa.String(length=64), nullable=False),
        sa.Column("member_agreed", sa.Boolean(), nullable=False),
        sa.Column("supporter_agreed", sa.Boolean(), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["member"], ["person.id"], name=op.f("fk_support_member")),
        sa.ForeignKeyConstraint(["supporter"], ["person.id"], name=op.f("fk_support_supporter")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support")),
    )
    op.create_index(op.f("ix_support_member"), "support", ["member"], unique=False)
    op.create_index(op.f("ix_support_supporter"), "support", ["supporter"], unique=False)
    op.create_table(
        "telling",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("ending", sa.String(length=20), nullable=False),
        sa.Column("happened", sa.LargeBinary(), nullable=False),
        sa.Column("learned", sa.LargeBinary(), nullable=False),
        sa.Column("next", sa.String(length=20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_telling_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telling")),
    )
    op.create_index(op.f("ix_telling_action"), "telling", ["action"], unique=False)
    op.create_index(op.f("ix_telling_person"), "telling", ["person"], unique=False)
    op.create_table(
        "hooray",
        sa.Column("celebration", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["celebration"], ["celebration.id"], name=op.f("fk_hooray_celebration"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_hooray_person")),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_hooray")),
    )
    op.create_index("uq_hooray_celebration_person", "hooray", ["celebration", "person"], unique=True)
    op.create_table(
        "part",
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["action"], ["action.id"], name=op.f("fk_part_action"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_part_person")),
        sa.PrimaryKeyConstraint("action", "person", name=op.f("pk_part")),
    )
    op.create_index(op.f("ix_part_person"), "part", ["person"], unique=False)
