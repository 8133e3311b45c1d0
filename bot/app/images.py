"""Photos: made anew from their pixels, so that no hidden location or other data stays (safety.md)."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 1600  # pixels; enough for any screen, small enough for any phone
MOST_PIXELS = 50_000_000  # a larger picture is refused before it is unpacked
QUALITY = 82


class NotAnImage(Exception):
    """The bytes are no picture that we can open."""


def safe_image(content: bytes) -> bytes:
    """Give the picture as a JPEG without metadata, turned upright, at most 1,600 pixels a side.

    Raises NotAnImage for anything that is not a picture, is broken, or is made to fill the memory.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise NotAnImage
                upright = ImageOps.exif_transpose(picture).convert("RGB")
                upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotAnImage from error
    except Image.DecompressionBombWarning as error:
        raise NotAnImage from error
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
