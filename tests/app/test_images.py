"""A photo's hidden location is always removed (safety.md), and no picture fills the memory."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.app.images import LONGEST_SIDE, NotAnImage, safe_image

ORIENTATION, GPS = 0x0112, 0x8825


def photo(width: int = 60, height: int = 40, *, form: str = "JPEG", turned: bool = False) -> bytes:
    picture = Image.new("RGB", (width, height), (200, 30, 30))
    exif = picture.getexif()
    exif.get_ifd(GPS).update({1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)})
    exif[0x010E] = "our street"
    if turned:
        exif[ORIENTATION] = 6
    out = io.BytesIO()
    picture.save(out, form, exif=exif, comment=b"our street") if form == "JPEG" else picture.save(out, form)
    return out.getvalue()


def test_where_it_was_taken_is_gone():
    before = photo()
    assert Image.open(io.BytesIO(before)).getexif().get_ifd(GPS)
    after = safe_image(before)
    with Image.open(io.BytesIO(after)) as clean:
        assert not clean.getexif()
        assert "exif" not in clean.info
    assert b"our street" not in after


def test_it_stays_upright():
    with Image.open(io.BytesIO(safe_image(photo(60, 40, turned=True)))) as clean:
        assert clean.size == (40, 60)


@pytest.mark.parametrize("form", ["PNG", "GIF", "WEBP", "BMP"])
def test_other_pictures_become_jpeg(form: str):
    with Image.open(io.BytesIO(safe_image(photo(form=form)))) as clean:
        assert clean.format == "JPEG"


def test_a_large_one_becomes_small_enough_for_a_phone():
    with Image.open(io.BytesIO(safe_image(photo(3000, 1500)))) as clean:
        assert clean.size == (LONGEST_SIDE, LONGEST_SIDE // 2)


@pytest.mark.parametrize(
    "content",
    [b"", b"this is no picture", b"GIF89a", photo()[:200], b"\xff\xd8\xff\xe0" + bytes(50), b"<svg></svg>"],
)
def test_what_is_no_picture_is_refused(content: bytes):
    with pytest.raises(NotAnImage):
        safe_image(content)


@pytest.mark.parametrize("side", [7_100, 9_500, 15_000])
def test_one_that_would_fill_the_memory_is_refused_before_it_is_unpacked(side: int):
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    with pytest.raises(NotAnImage):
        safe_image(out.getvalue())
