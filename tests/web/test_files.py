"""A file is what its bytes say, whatever it is called."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.channels.web.files import upload_of


def picture(kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_photo_is_made_anew_as_jpeg(kind: str) -> None:
    made = upload_of(picture(kind))
    assert made is not None
    assert (made.kind, made.mime) == ("photo", "image/jpeg")
    assert made.content.startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    ("start", "mime"),
    [
        (b"\x1a\x45\xdf\xa3rest", "audio/webm"),
        (b"OggSrest", "audio/ogg"),
        (b"\0\0\0\x20ftypM4A rest", "audio/mp4"),
        (b"RIFF\0\0\0\0WAVErest", "audio/wav"),
        (b"ID3rest", "audio/mpeg"),
        (b"#!AMR\n", "audio/amr"),
    ],
)
def test_a_voice_note_is_known_by_its_first_bytes(start: bytes, mime: str) -> None:
    made = upload_of(start)
    assert made is not None
    assert (made.kind, made.mime, made.content) == ("voice", mime, start)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><script>alert(1)</script>",
        b"%PDF-1.7",
        b"PK\x03\x04zip",
        picture()[:40],
        b"RIFF\0\0\0\0AVI ",
    ],
)
def test_anything_else_is_neither(content: bytes) -> None:
    assert upload_of(content) is None


@given(st.binary(max_size=300))
def test_no_bytes_break_it(content: bytes) -> None:
    upload_of(content)
