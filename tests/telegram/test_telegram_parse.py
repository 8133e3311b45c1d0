"""Every update that Telegram can give becomes what it means here, and none raises."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.messages import (
    BlockedIn,
    GroupIn,
    LeftIn,
    MediaIn,
    MovedIn,
    PressIn,
    StartIn,
    TextIn,
    UnusableIn,
)
from bot.channels.telegram.parse import Me, parse

ME = Me(700, "alongside_bot", {"plan": "My plan", "help": "Help"})
SAM = {"id": 7_000_000_001, "is_bot": False, "first_name": "Sam"}
BOT = {"id": 700, "is_bot": True, "username": "alongside_bot"}
PRIVATE = {"id": SAM["id"], "type": "private", "first_name": "Sam"}
GROUP = {"id": -4_100_000_001, "type": "group", "title": "Garden Gang"}
SUPERGROUP = {**GROUP, "id": -1_002_100_000_001, "type": "supergroup"}
CHANNEL = {"id": -1_003_000_000_001, "type": "channel", "title": "News"}
AT = 1_764_496_800


def message(chat: dict[str, Any], **content: Any) -> dict[str, Any]:
    return {"message_id": 5, "chat": chat, "from": SAM, "date": AT, **content}


def read(kind: str, content: dict[str, Any]) -> Any:
    return parse(orjson.dumps({"update_id": 41, kind: content}), ME)


def said(chat: dict[str, Any], **content: Any) -> Any:
    incoming = read("message", message(chat, **content))
    return incoming and incoming.content


def document(mime: str, size: int = 5) -> dict[str, Any]:
    return {"file_id": "D", "mime_type": mime, "file_size": size}


PRIVATE_MESSAGES = [
    ({"text": "im gonna water the tomatos"}, TextIn("im gonna water the tomatos")),
    ({"text": "  "}, TextIn("  ")),
    ({"text": "/start"}, StartIn("")),
    ({"text": "/start abc-DEF_1"}, StartIn("abc-DEF_1")),
    ({"text": "/START@alongside_bot abc"}, StartIn("abc")),
    ({"text": "/plan"}, TextIn("My plan")),
    ({"text": "/Plan@alongside_bot"}, TextIn("My plan")),
    ({"text": "/plan water the tomatos"}, TextIn("/plan water the tomatos")),
    ({"text": "/dance"}, TextIn("/dance")),
    ({"text": "yes", "reply_to_message": {"message_id": 9, "text": "?"}}, TextIn("yes", reply_to="9")),
    ({"text": "yes", "reply_to_message": {"message_id": 9, "photo": []}}, TextIn("yes", reply_to="p9")),
    (
        {
            "photo": [
                {"file_id": "small", "width": 90, "height": 60, "file_size": 900},
                {"file_id": "large", "width": 1280, "height": 960, "file_size": 90_000},
            ],
            "caption": "the cake",
        },
        MediaIn("photo", "image/jpeg", 90_000, remote="large", caption="the cake"),
    ),
    ({"document": document("image/png")}, MediaIn("photo", "image/png", 5, remote="D")),
    ({"voice": {"file_id": "V", "duration": 3, "file_size": 7}}, MediaIn("voice", "audio/ogg", 7, "V")),
    ({"voice": {"file_id": "V", "file_size": 30_000_000}}, UnusableIn("too-big")),
    ({"document": document("application/pdf")}, UnusableIn("file")),
    ({"document": document("application/pdf", 50_000_000)}, UnusableIn("too-big")),
    ({"document": document("image/png", 50_000_000)}, UnusableIn("too-big")),
    ({"video": {"file_id": "X", "file_size": 50_000_000}}, UnusableIn("too-big")),
    ({"video_note": {"file_id": "X"}}, UnusableIn("file")),
    ({"animation": {"file_id": "X"}, "document": document("video/mp4")}, UnusableIn("file")),
    ({"sticker": {"file_id": "S"}}, UnusableIn("sticker")),
    ({"location": {"latitude": 1.0, "longitude": 2.0}}, UnusableIn("location")),
    ({"venue": {}, "location": {}}, UnusableIn("location")),
    ({"contact": {"phone_number": "1", "first_name": "Lee"}}, UnusableIn("contact")),
    ({"poll": {"id": "1"}}, UnusableIn("file")),
    ({"pinned_message": {"message_id": 1}}, None),
    ({"message_auto_delete_time_changed": {}}, None),
    ({"photo": []}, None),
]


@pytest.mark.parametrize(("content", "expected"), PRIVATE_MESSAGES)
def test_what_a_person_sends_is_read_as_what_it_is(content: dict[str, Any], expected: Any) -> None:
    assert said(PRIVATE, **content) == expected


MENTION = "@alongside_bot"
REPLIED = {"message_id": 9, "from": BOT, "text": "Hello"}
GROUP_MESSAGES = [
    ({"text": f"{MENTION} hi"}, TextIn("hi")),
    ({"text": "hi @Alongside_Bot"}, TextIn("hi")),
    ({"text": f"well {MENTION}, hi"}, TextIn("well , hi")),
    ({"text": "@alongside_bot_two hi"}, TextIn("@alongside_bot_two hi", addressed=False)),
    ({"text": "hi"}, TextIn("hi", addressed=False)),
    ({"text": "hi", "reply_to_message": REPLIED}, TextIn("hi", reply_to="9")),
    ({"text": "/plan"}, TextIn("/plan")),
    ({"text": f"/plan{MENTION}"}, TextIn("My plan")),
    ({"text": "/plan@other_bot"}, TextIn("/plan@other_bot", addressed=False)),
    ({"text": "/dance"}, TextIn("/dance", addressed=False)),
    ({"text": f"/start{MENTION} true"}, None),
    ({"photo": [{"file_id": "P"}], "caption": f"look {MENTION}"}, TextIn("look")),
    ({"sticker": {}, "reply_to_message": REPLIED}, TextIn("", reply_to="9")),
    ({"migrate_to_chat_id": -1_002_100_000_001}, MovedIn("-1002100000001")),
    ({"migrate_from_chat_id": -4_100_000_001}, None),
    ({"left_chat_member": {"id": 8, "is_bot": False}}, LeftIn("8")),
    ({"left_chat_member": BOT}, None),
    ({"new_chat_members": [BOT]}, None),
    ({"new_chat_title": "Gardeners"}, None),
    ({"sender_chat": GROUP, "text": f"{MENTION} hi"}, None),
]


@pytest.mark.parametrize(("content", "expected"), GROUP_MESSAGES)
@pytest.mark.parametrize("chat", [GROUP, SUPERGROUP], ids=["group", "supergroup"])
def test_in_a_group_only_what_is_addressed_counts(chat: Any, content: Any, expected: Any) -> None:
    assert said(chat, **content) == expected


def test_who_and_where_are_the_numbers_of_telegram() -> None:
    private = read("message", message(PRIVATE, text="hi"))
    group = read("message", message(GROUP, text="hi"))
    assert (private.channel, private.update, private.account) == ("telegram", "41", "7000000001")
    assert (private.place, private.private) == ("7000000001", True)
    assert (group.account, group.place, group.private) == ("7000000001", "-4100000001", False)
    assert private.at == datetime.fromtimestamp(AT, UTC)


@pytest.mark.parametrize(
    ("kind", "ref"), [({"text": "?"}, "5"), ({"photo": []}, "p5"), ({"voice": {}}, "v5")]
)
@pytest.mark.parametrize("chat", [PRIVATE, GROUP, SUPERGROUP])
def test_a_press_names_its_message_and_what_answers_it(chat: Any, kind: Any, ref: str) -> None:
    query = {"id": "77", "from": SAM, "data": "q:1:yes", "message": message(chat, **kind) | {"from": BOT}}
    incoming = read("callback_query", query)
    assert incoming.content == PressIn("q:1:yes", ref, "77")
    assert incoming.private == (chat is PRIVATE)
    assert incoming.account == "7000000001"


def test_a_press_on_a_message_too_old_to_be_shown_still_counts() -> None:
    old = {"chat": PRIVATE, "message_id": 5, "date": 0}
    incoming = read("callback_query", {"id": "77", "from": SAM, "data": "q:1:yes", "message": old})
    assert incoming.content == PressIn("q:1:yes", "5", "77")


def change(chat: Any, old: Any, new: Any) -> Any:
    incoming = read(
        "my_chat_member",
        {"chat": chat, "from": SAM, "date": AT, "old_chat_member": old, "new_chat_member": new},
    )
    return incoming and incoming.content


MEMBER, ADMIN, KICKED, LEFT = ({"status": name} for name in ("member", "administrator", "kicked", "left"))
MUTED = {"status": "restricted", "is_member": True}


@pytest.mark.parametrize(
    ("chat", "old", "new", "expected"),
    [
        (PRIVATE, MEMBER, KICKED, BlockedIn(blocked=True)),
        (PRIVATE, KICKED, MEMBER, BlockedIn(blocked=False)),
        (GROUP, LEFT, MEMBER, GroupIn(added=True, title="Garden Gang")),
        (GROUP, KICKED, ADMIN, GroupIn(added=True, title="Garden Gang")),
        (SUPERGROUP, MEMBER, KICKED, GroupIn(added=False, title="Garden Gang")),
        (SUPERGROUP, MEMBER, LEFT, GroupIn(added=False, title="Garden Gang")),
        (GROUP, MEMBER, ADMIN, None),
        (SUPERGROUP, MEMBER, MUTED, None),
        (CHANNEL, LEFT, ADMIN, None),
    ],
)
def test_coming_and_going_is_told_once(chat: Any, old: Any, new: Any, expected: Any) -> None:
    assert change(chat, old, new) == expected


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("channel_post", message(CHANNEL, text="hi")),
        ("edited_message", message(PRIVATE, text="hi")),
        ("message", message(CHANNEL, text="hi")),
        ("message", {**message(PRIVATE, text="hi"), "from": BOT}),
        ("message", {**message(GROUP, text="hi @alongside_bot"), "from": BOT}),
        ("poll", {"id": "1"}),
        ("callback_query", {"id": "1", "from": SAM, "inline_message_id": "x", "data": "q:1:yes"}),
        ("callback_query", {"id": "1", "from": SAM, "game_short_name": "x"}),
    ],
)
def test_what_is_not_meant_for_the_assistant_is_nothing(kind: str, content: Any) -> None:
    assert read(kind, content) is None


FIELDS = [
    "update_id", "message", "callback_query", "my_chat_member", "chat", "id", "type", "from", "is_bot",
    "text", "caption", "photo", "voice", "document", "file_id", "file_size", "mime_type", "width", "date",
    "data", "message_id", "reply_to_message", "old_chat_member", "new_chat_member", "status", "title",
    "migrate_to_chat_id", "left_chat_member", "sticker", "sender_chat",
]  # fmt: skip
WORDS = [
    "private",
    "group",
    "supergroup",
    "channel",
    "member",
    "kicked",
    "/start x",
    "/plan",
    "@alongside_bot",
]
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.sampled_from(WORDS)
)
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(FIELDS), inner), max_leaves=30
)


@given(JSON)
def test_no_json_makes_reading_fail(update: Any) -> None:
    parse(orjson.dumps(update), ME)


@given(
    st.sampled_from([PRIVATE, GROUP, SUPERGROUP, CHANNEL]),
    st.dictionaries(st.sampled_from(FIELDS), JSON),
    st.sampled_from(["message", "callback_query", "my_chat_member"]),
)
def test_no_odd_field_in_a_real_update_makes_reading_fail(chat: Any, odd: Any, kind: str) -> None:
    body = {**message(chat, text="hi"), "id": "1", "data": "x", "message": message(chat), **odd}
    read(kind, body)


@given(st.binary())
def test_what_is_no_json_is_nothing(body: bytes) -> None:
    parse(body, ME)
