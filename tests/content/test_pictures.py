from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
import yaml
from PIL import Image

from bot.content import easy_read
from bot.content.lexicon import load
from bot.content.pictures import NoSuchPicture, Pictures, PicturesError
from bot.content.where import PICTURES, WORDS

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = Pictures.load(PICTURES)
MOST_BYTES = 30_000


@pytest.mark.parametrize("name", SHOWN.names())
def test_each_picture_is_small_and_can_be_seen_on_a_dark_screen(name: str) -> None:
    picture = SHOWN[name]
    assert picture.svg.read_text(encoding="utf-8").startswith("<svg ")
    assert picture.svg.stat().st_size < MOST_BYTES
    assert picture.png.stat().st_size < MOST_BYTES
    with Image.open(picture.png) as drawn:
        assert drawn.size == (618, 618)
        assert drawn.convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 255)


@pytest.mark.parametrize("name", SHOWN.names())
def test_the_words_for_each_picture_are_easy_to_read(name: str) -> None:
    assert list(easy_read.fragment(SHOWN[name].alt, load(WORDS, "en-GB"))) == []


def test_one_picture_means_one_thing() -> None:
    files = [SHOWN[name].svg for name in SHOWN.names()]
    assert len(files) == len(set(files))


def test_no_picture_ships_without_a_name() -> None:
    named = {file for name in SHOWN.names() for file in (SHOWN[name].svg, SHOWN[name].png)}
    assert {*(PICTURES / "openmoji").glob("*.svg"), *(PICTURES / "openmoji").glob("*.png")} == named


def test_the_licence_and_the_makers_are_named() -> None:
    assert "OpenMoji" in (PICTURES / "CREDITS.md").read_text(encoding="utf-8")
    assert "ShareAlike 4.0" in (PICTURES / "openmoji" / "LICENSE.txt").read_text(encoding="utf-8")


def test_a_name_without_picture_is_refused() -> None:
    assert "help" in SHOWN
    assert "nowhere" not in SHOWN
    with pytest.raises(NoSuchPicture, match="nowhere"):
        SHOWN["nowhere"]


@pytest.mark.parametrize(
    ("index", "match"),
    [
        ("- a\n- b\n", "has no list of pictures"),
        ("help: {openmoji: [\n", "cannot be read"),
        ('yes: {openmoji: "1F91D", alt: "A hand"}\n', "put quotes around the name that is read as True"),
        ('help: {openmoji: "1F91D"}\n', "'help' has to say its openmoji code and its alt"),
        ("help: {openmoji: 2600, alt: The sun}\n", "'help' has to say its openmoji code and its alt"),
        ('help: {openmoji: "FFFF", alt: "A hand"}\n', r"'help' needs FFFF\.svg"),
    ],
)
def test_an_index_that_is_not_right_says_why(tmp_path: Path, index: str, match: str) -> None:
    (tmp_path / "openmoji").mkdir()
    shutil.copy(PICTURES / "openmoji" / "1F91D.svg", tmp_path / "openmoji")
    (tmp_path / "pictures.yml").write_text(index, encoding="utf-8")
    with pytest.raises(PicturesError, match=match):
        Pictures.load(tmp_path)


def test_a_folder_without_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PicturesError, match="cannot be read"):
        Pictures.load(tmp_path)


def test_yes_is_a_name_and_not_a_truth_value() -> None:
    assert {"yes"} <= set(yaml.safe_load((PICTURES / "pictures.yml").read_text(encoding="utf-8")))
