"""Reads the training sentences (data/training/<locale>/*.yml, Rasa 3.1 format) that both engines share."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from pathlib import Path

_SLOT: Final = re.compile(r"\[([^\]]+)\]\((\w+)\)")
_FORMAT: Final = "3.1"
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TrainingUnreadable(Exception):
    """A training file is not what data/training/README.md describes; the message names the file."""


@dataclass(frozen=True, slots=True)
class Example:
    """One training sentence."""

    text: str
    intent: str
    slots: tuple[tuple[str, str], ...] = ()
    """Pairs of slot name and the words that fill it, in the order they stand."""


def read_examples(folder: Path) -> list[Example]:
    """Return every sentence of a locale's folder, in the order of file names. Raises TrainingUnreadable."""
    files = sorted(folder.glob("*.yml"))
    if not files:
        raise TrainingUnreadable(f"There are no training files (*.yml) in {folder}")
    return [example for file in files for example in _read_file(file)]


def content_hash(folder: Path, code_version: str) -> str:
    """Return a name for the model that these files and this code make; another file or code, another name."""
    digest = hashlib.sha256(code_version.encode())
    for file in sorted(folder.glob("*.yml")):
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _read_file(file: Path) -> list[Example]:
    try:
        content: Any = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
        if str(content["version"]) != _FORMAT:
            raise TrainingUnreadable(f'{file} must begin with version: "{_FORMAT}"')
        return [
            _read_line(line, str(block["intent"]))
            for block in content["nlu"]
            for line in str(block["examples"]).splitlines()
            if line.strip()
        ]
    except (yaml.YAMLError, KeyError, TypeError, UnicodeDecodeError) as error:
        raise TrainingUnreadable(f"{file} cannot be read: see data/training/README.md") from error


def _read_line(line: str, intent: str) -> Example:
    text = line.strip().removeprefix("- ").strip()
    slots = tuple((match[2], match[1]) for match in _SLOT.finditer(text))
    return Example(_SLOT.sub(r"\1", text), intent, slots)
