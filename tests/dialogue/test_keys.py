from __future__ import annotations

from pathlib import Path

from bot.content.catalogue import Catalogue
from bot.dialogue.keys import ENGINE_KEYS, ENGINE_LABELS

WORDS = Path(__file__).parents[2] / "data" / "words"


def test_every_message_of_the_engine_is_in_every_locale() -> None:
    for folder in WORDS.iterdir():
        if folder.is_dir():
            assert set(Catalogue.load(WORDS, folder.name).keys()) >= ENGINE_KEYS


def test_every_label_of_the_engine_is_among_the_controls() -> None:
    for folder in WORDS.iterdir():
        if folder.is_dir():
            assert set(Catalogue.load(WORDS, folder.name).choices("controls")) >= ENGINE_LABELS
