"""The pictures beside messages: OpenMoji symbols in data/pictures, each under a name with one meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

INDEX = "pictures.yml"


class PicturesError(Exception):
    """The pictures cannot be used as they are. The text says where, and what would help."""


class NoSuchPicture(KeyError):
    """No picture has this name."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One symbol, drawn once for screens (svg) and once for chat platforms (png, on white)."""

    name: str
    svg: Path
    png: Path
    alt: str
    """What is in the picture, for where no message says it better: a picture to pick, for example."""


class Pictures:
    """Every picture there is, by name."""

    def __init__(self, pictures: Mapping[str, Picture]) -> None:
        self._pictures = pictures

    @classmethod
    def load(cls, folder: Path) -> Pictures:
        """Read data/pictures (`folder`). Raises PicturesError when the index or a file of it is not right."""
        index = folder / INDEX
        try:
            listed = yaml.safe_load(index.read_text(encoding="utf-8"))
        except (OSError, yaml.YAMLError) as error:
            raise PicturesError(f"{index} cannot be read. Is it there, one picture a line?") from error
        if not isinstance(listed, dict):
            raise PicturesError(f"{index} has no list of pictures in it.")
        return cls({name: _picture(folder, index, name, about) for name, about in listed.items()})

    def __getitem__(self, name: str) -> Picture:
        """Give the picture of this name. Raises NoSuchPicture."""
        try:
            return self._pictures[name]
        except KeyError:
            raise NoSuchPicture(name) from None

    def __contains__(self, name: object) -> bool:
        return name in self._pictures

    def names(self) -> list[str]:
        """Every name, in the order of the index."""
        return list(self._pictures)


def _picture(folder: Path, index: Path, name: object, about: object) -> Picture:
    if not isinstance(name, str):
        raise PicturesError(f'{index}: put quotes around the name that is read as {name}, such as "yes".')
    match about:
        case {"openmoji": str(code), "alt": str(alt)}:
            picture = Picture(
                name, folder / "openmoji" / f"{code}.svg", folder / "openmoji" / f"{code}.png", alt
            )
        case _:
            raise PicturesError(
                f"{index}: '{name}' has to say its openmoji code and its alt, both in quotes."
            )
    for file in (picture.svg, picture.png):
        if not file.is_file():
            raise PicturesError(f"{index}: '{name}' needs {file.name} in {file.parent}.")
    return picture
