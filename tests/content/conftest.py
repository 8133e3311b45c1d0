from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from bot.content.catalogue import Catalogue
from bot.content.where import WORDS

if TYPE_CHECKING:
    from pathlib import Path


class Write(Protocol):
    def __call__(self, text: str, locale: str = "en-GB", file: str = "some.ftl") -> Path: ...


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load(WORDS, "en-GB")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a words file beside copies of the lists and of the messages that every locale needs."""

    def _write(text: str, locale: str = "en-GB", file: str = "some.ftl") -> Path:
        place = tmp_path / locale
        place.mkdir(exist_ok=True)
        for shared in (*(WORDS / "en-GB").glob("*.txt"), WORDS / "en-GB" / "controls.ftl"):
            if not (place / shared.name).exists():
                (place / shared.name).write_text(shared.read_text(encoding="utf-8"), encoding="utf-8")
        (place / file).write_text(text, encoding="utf-8")
        return tmp_path

    return _write
