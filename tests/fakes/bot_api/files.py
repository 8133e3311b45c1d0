"""Files: what people and the bot sent, and what may be fetched back."""

from __future__ import annotations

import io
import itertools
from dataclasses import dataclass
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.fakes.bot_api.refusals import bad_request

DOWNLOAD_LIMIT = 20 * 1024 * 1024  # getFile: https://core.telegram.org/bots/api#getfile
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
PHOTO_SIDES = 10_000  # width and height together
# Where Telegram puts them, the letters its ids begin with, and the ending of the name.
KINDS = {
    "photo": ("photos", "AgACAgQAAx", "jpg"),
    "voice": ("voice", "AwACAgQAAx", "oga"),
    "audio": ("music", "CQACAgQAAx", "mp3"),
    "document": ("documents", "BQACAgQAAx", ""),
    "sticker": ("stickers", "CAACAgQAAx", "webp"),
}


@dataclass(frozen=True, slots=True)
class File:
    """A stored file. `content` is None for one of which only the size matters."""

    kind: str
    file_id: str
    unique_id: str
    path: str
    size: int
    content: bytes | None

    def about(self) -> dict[str, Any]:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


class Files:
    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}
        self._numbers = itertools.count()

    def add(self, kind: str, content: bytes | None, *, size: int = 0, name: str = "") -> File:
        folder, letters, ending = KINDS[kind]
        number = next(self._numbers)
        ending = ending or (name.rpartition(".")[2] if "." in name else "bin")
        file = File(
            kind=kind,
            file_id=f"{letters}{number:08d}BQADAgADFg",
            unique_id=f"AQAD{number:08d}",
            path=f"{folder}/file_{number}.{ending}",
            size=size if content is None else len(content),
            content=content,
        )
        self._by_id[file.file_id] = file
        self._by_path[file.path] = file
        return file

    def by_id(self, file_id: str, kind: str | None = None) -> File:
        file = self._by_id.get(file_id)
        if file is None:
            raise bad_request("wrong remote file identifier specified: Wrong string length")
        if kind is not None and file.kind != kind:
            raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
        return file

    def get(self, file_id: str) -> dict[str, Any]:
        """getFile. Raises a refusal for more than 20 MB."""
        if not file_id:
            raise bad_request("file_id not specified")
        file = self._by_id.get(file_id)
        if file is None:
            raise bad_request("invalid file_id")
        if file.size > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return {**file.about(), "file_path": file.path}

    def download(self, path: str) -> bytes | None:
        """The bytes at a file_path, or None when nothing is there."""
        file = self._by_path.get(path)
        if file is None or file.size > DOWNLOAD_LIMIT:
            return None
        return bytes(file.size) if file.content is None else file.content


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height. Raises the refusals of sendPhoto for what is no picture or too large a one."""
    if len(content) > PHOTO_LIMIT:
        raise bad_request(f"file of size {len(content)} bytes is too big for a photo")
    try:
        with Image.open(io.BytesIO(content)) as picture:
            width, height = picture.size
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    if width + height > PHOTO_SIDES or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def photo_sizes(file: File, width: int, height: int) -> list[dict[str, Any]]:
    """The `photo` field: a small size and the whole one, both by the same stored file."""
    longest = max(width, height)
    sizes = []
    if longest > 90:
        small = {"width": max(1, width * 90 // longest), "height": max(1, height * 90 // longest)}
        thumb = {"file_id": f"{file.file_id}s", "file_unique_id": f"{file.unique_id}s", "file_size": 1200}
        sizes.append({**thumb, **small})
    sizes.append({**file.about(), "width": width, "height": height})
    return sizes
