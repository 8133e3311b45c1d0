"""Photos and voice notes that people send: what they really are, whatever their name says. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bot.app.images import NotAnImage, safe_image

JPEG = "image/jpeg"
_MOVIE = b"ftyp"  # at the fifth byte of MP4, M4A and 3GP files
_RIFF = b"RIFF"
_WAVE = b"WAVE"
_STARTS = (
    (b"\x1a\x45\xdf\xa3", "audio/webm"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"#!AMR", "audio/amr"),
    (b"fLaC", "audio/flac"),
)


@dataclass(frozen=True)
class Upload:
    """A file that can be kept: a photo made anew, or a voice note as it came."""

    kind: str  # photo or voice
    mime: str
    content: bytes


def upload_of(content: bytes) -> Upload | None:
    """Give what a file is, by its own bytes; None for what is neither a photo nor a voice note."""
    sound = sound_of(content)
    if sound is not None:
        return Upload("voice", sound, content)
    try:
        return Upload("photo", JPEG, safe_image(content))
    except NotAnImage:
        return None


def sound_of(content: bytes) -> str | None:
    """Give the kind of a sound file, None for anything else."""
    if content[4:8] == _MOVIE and content[8:12] not in {b"avif", b"heic", b"heix", b"mif1", b"msf1"}:
        return "audio/mp4"
    if content[:4] == _RIFF and content[8:12] == _WAVE:
        return "audio/wav"
    return next((kind for start, kind in _STARTS if content.startswith(start)), None)
