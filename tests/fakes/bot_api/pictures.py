"""Pictures and sounds that tests send: made here, so that none has to be kept."""

from __future__ import annotations

import io

from PIL import Image

# The beginning of an Ogg stream with Opus: enough to be taken for a voice note, not to be played.
VOICE = b"OggS\x00\x02" + bytes(22) + b"OpusHead\x01\x01" + bytes(10)


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(out, "PNG")
    return out.getvalue()
