"""What a page sends comes back from the inbox as it was; what nobody sent is refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.messages import Content, Incoming, LeftIn, MediaIn, PressIn, StartIn, TextIn, UnusableIn
from bot.channels.web import updates

AT = datetime(2026, 11, 30, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "content",
    [
        TextIn("hello"),
        TextIn("<b>*_\u202e\u200b" + "x" * 4096, addressed=False),
        PressIn("q:1:yes", "web:1.0"),
        MediaIn("photo", "image/jpeg", 12, media="abc"),
        UnusableIn("file"),
        StartIn("token"),
        StartIn(),
    ],
)
@pytest.mark.parametrize("place", ["device", "circle:garden"])
def test_an_update_comes_back_as_it_was_sent(content: Content, place: str) -> None:
    incoming = Incoming("web", "u1", "device", place, place == "device", AT, content)
    assert updates.read(updates.write(incoming)) == incoming


def test_the_web_writes_nothing_that_it_cannot_read() -> None:
    with pytest.raises(TypeError):
        updates.write(Incoming("web", "u1", "a", "a", True, AT, LeftIn("a")))


@given(st.binary(max_size=200))
def test_bytes_that_no_page_sent_are_refused_and_break_nothing(body: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        updates.read(body)


@given(
    st.recursive(
        st.none() | st.text(max_size=5) | st.integers(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["update", "account", "place", "at", "kind", "content"]), inner)
        ),
    )
)
def test_forms_that_no_page_sent_are_refused(form: object) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        updates.read(json.dumps(form).encode())


def test_the_same_thing_sent_twice_is_one_update() -> None:
    one = updates.update_id("secret", "address" * 8, "form-number-1", b"hello")
    assert one == updates.update_id("secret", "address" * 8, "form-number-1", b"hello")


@pytest.mark.parametrize(
    ("token", "address", "form", "content"),
    [
        ("secret", "b" * 64, "form-number-1", b"hello"),  # somebody else's device
        ("secret", "a" * 64, "form-number-2", b"hello"),  # the same words again, on purpose
        ("secret", "a" * 64, "form-number-1", b"goodbye"),  # the browser's Back, then other words
    ],
)
def test_another_thing_is_another_update(token: str, address: str, form: str, content: bytes) -> None:
    known = updates.update_id("secret", "a" * 64, "form-number-1", b"hello")
    assert updates.update_id(token, address, form, content) != known


def test_the_id_of_an_update_fits_the_inbox_and_says_nothing_of_its_words() -> None:
    long = updates.update_id("secret", "a" * 64, "x" * 40, b"hello")
    assert len(long) <= 128
    assert long != updates.update_id("other secret", "a" * 64, "x" * 40, b"hello")
