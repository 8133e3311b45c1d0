"""What is shown fits Telegram's limits and says exactly what was meant, whoever's words are in it."""

from __future__ import annotations

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.messages import Outgoing, Pressable
from bot.channels.telegram import refs
from bot.channels.telegram.render import (
    LONGEST_CAPTION,
    LONGEST_TEXT,
    Shown,
    cut,
    emoji,
    plain,
    to_edit,
    to_send,
    to_strip,
    units,
    with_emoji,
)

PICTURE = Shown("hello", "AgACx", b"")
ROWS = ((Pressable("Yes", "q:1:yes"),), (Pressable("Back", "q:1:!back"), Pressable("Help", "q:1:!help")))


def test_rows_stay_rows_with_the_standing_choices_last() -> None:
    draft = to_send(7, Outgoing("x", "Do it?", ROWS), None)
    assert draft.method == "sendMessage"
    keyboard = draft.params["reply_markup"]["inline_keyboard"]
    assert [[button["text"] for button in row] for row in keyboard] == [["Yes"], ["Back", "Help"]]
    assert keyboard[0][0]["callback_data"] == "q:1:yes"


def test_no_buttons_means_no_keyboard_so_that_an_edit_takes_them_off() -> None:
    assert "reply_markup" not in to_edit(7, "12", Outgoing("x", "Done"), None).params
    assert "reply_markup" not in to_strip(7, "p12").params


def test_words_are_never_markup() -> None:
    draft = to_send(7, Outgoing("x", "<b>Sam</b> & *Lee* _x_ [a](b)"), None)
    assert draft.params["text"] == "<b>Sam</b> & *Lee* _x_ [a](b)"
    assert "parse_mode" not in draft.params


def test_a_link_is_not_opened_to_draw_a_preview_of_it() -> None:
    assert to_send(7, Outgoing("x", "https://t.me/a?start=b"), None).params["link_preview_options"] == {
        "is_disabled": True
    }


def test_a_picture_goes_with_a_text_that_fits_and_is_left_out_of_one_that_does_not() -> None:
    assert to_send(7, Outgoing("x", "a" * LONGEST_CAPTION), PICTURE).method == "sendPhoto"
    assert to_send(7, Outgoing("x", "a" * (LONGEST_CAPTION + 1)), PICTURE).method == "sendMessage"
    assert to_send(7, Outgoing("x", "\N{RED APPLE}" * 513), PICTURE).method == "sendMessage"


def test_a_picture_is_uploaded_until_telegram_gave_it_an_id() -> None:
    draft = to_send(7, Outgoing("x", "Hello"), Shown("hello", None, b"png"))
    assert draft.files["photo"].content == b"png"
    assert to_send(7, Outgoing("x", "Hello"), PICTURE).params["photo"] == "AgACx"


@pytest.mark.parametrize(
    ("kind", "content", "method"),
    [
        ("photo", b"\xff\xd8\xff", "sendPhoto"),
        ("voice", b"OggS....", "sendVoice"),
        ("voice", b"....ftypM4A ", "sendAudio"),
        ("voice", b"\x1aE\xdf\xa3....", "sendDocument"),
    ],
)
def test_what_a_person_sent_goes_as_what_it_is(kind: str, content: bytes, method: str) -> None:
    message = Outgoing("x", "From Sam", media="m1", media_kind=kind, media_bytes=content)
    assert to_send(7, message, None).method == method


@pytest.mark.parametrize(
    ("ref", "picture", "method"),
    [
        ("12", PICTURE, "editMessageText"),
        ("12", None, "editMessageText"),
        ("p12", PICTURE, "editMessageMedia"),
        ("p12", None, "editMessageCaption"),
        ("v12", PICTURE, "editMessageCaption"),
    ],
)
def test_an_edit_uses_the_call_that_fits_what_stands_there(ref: str, picture: Shown, method: str) -> None:
    draft = to_edit(7, ref, Outgoing("x", "New"), picture)
    assert draft.method == method
    assert draft.params["message_id"] == 12


def test_a_persons_photo_is_not_replaced_by_a_picture_of_ours() -> None:
    message = Outgoing("x", "From Sam", media="m1", media_kind="photo", media_bytes=b"\xff")
    assert to_edit(7, "p12", message, PICTURE).method == "editMessageCaption"


@given(st.text(max_size=6000), st.integers(1, LONGEST_TEXT))
def test_nothing_is_ever_longer_than_it_may_be(text: str, limit: int) -> None:
    assert units(cut(text, limit)) <= limit


@given(st.text(max_size=300))
def test_what_fits_is_not_touched(text: str) -> None:
    assert cut(text, LONGEST_TEXT) == text


@given(st.text(st.characters(codec=None), max_size=300))
def test_every_text_can_be_sent(text: str) -> None:
    orjson.dumps(plain(text))
    assert units(plain(text)) == len(plain(text).encode("utf-16-le")) // 2


def test_right_to_left_and_joined_letters_stay() -> None:
    text = "\u0645\u0631\u062d\u0628\u0627 \U0001f9d1\u200d\U0001f91d\u200d\U0001f9d1\nnew line"
    assert plain(text) == text


def test_a_choice_wears_the_emoji_of_its_picture() -> None:
    row = (Pressable("A cake", "q:1:cake", "cake"), Pressable("Circle", "q:1:circle", "circle"))
    codes = {"cake": "1F370", "circle": "E249"}
    shown = with_emoji(Outgoing("x", "Pick", (row,)), lambda name: emoji(codes[name]))
    assert [button.label for button in shown.rows[0]] == ["\N{SHORTCAKE} A cake", "Circle"]


@pytest.mark.parametrize("ref", ["12", "p12", "v12"])
def test_a_reference_says_what_stands_there(ref: str) -> None:
    kind, number = refs.read(ref)
    assert f"{kind}{number}" == ref
