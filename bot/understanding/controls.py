"""Standing controls, yes and no, and choices, typed instead of pressed (easy-read.md 6 and 11).

Only the whole message is a control: 'i want to stop smoking' is something to say and not 'Stop'.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from bot.dialogue.given import Control
from bot.understanding.control_words import ANSWERS, CONTROLS, phrases
from bot.understanding.plain_words import closest, jumbled, plain, simple

if TYPE_CHECKING:
    from collections.abc import Mapping


_CONTROLS: Final = {
    plain(phrase): Control(name) for name, text in CONTROLS.items() for phrase in phrases(text)
}
_MISSPELLABLE: Final = tuple(phrase for phrase in _CONTROLS if len(phrase) > len("later"))
"""One letter makes another word of a shorter one: 'black', 'alter', 'held'."""
_JUMBLED: Final = {jumbled(phrase): control for phrase, control in _CONTROLS.items()}
_LONGEST_CONTROL: Final = max(map(len, _CONTROLS)) + 10
_POLITE: Final = re.compile(
    r"^(?:please|sorry|ok|oh|um|er|erm|hey|oi) | (?:please|thanks|thank you|now please|mate|ta)$"
)
_CLOSE: Final = 0.86
_CLOSE_LABEL: Final = 0.8
"""Looser, because only the few labels shown can be meant."""
_SHORTEST_JUMBLED: Final = 4
_SHORTEST_MISSPELT: Final = 5
"""Shorter words become other words by one letter: 'bake', 'hell', 'eat'."""

_YES_NO: Final[tuple[Literal["yes", "no", "not-sure"], ...]] = ("yes", "no", "not-sure")
_ANSWERS: Final = {plain(phrase): answer for answer in _YES_NO for phrase in phrases(ANSWERS[answer])}
_NUMBER: Final = re.compile(
    r"(?:number |no |option |choice |the )?(\d{1,2}|one|two|three|four|five|six)(?: one)?"
)
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_IN_WORDS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ORDINAL: Final = re.compile(r"(?:the )?(first|second|third|fourth|last)(?: one)?")


def control(text: str) -> Control | None:
    """Return the control that a whole message is, however it is spelt; None for anything with more in it."""
    if len(text) > _LONGEST_CONTROL * 2:
        return None
    said = _without_politeness(plain(text))
    if not said or len(said) > _LONGEST_CONTROL or said in _ANSWERS:
        return None
    if len(said) >= _SHORTEST_JUMBLED and jumbled(said) in _JUMBLED:
        return _JUMBLED[jumbled(said)]
    return _CONTROLS.get(said) or _nearest_control(said)


def _nearest_control(said: str) -> Control | None:
    near = closest(said, _MISSPELLABLE, cutoff=_CLOSE)
    return _CONTROLS[near] if near and _same_words(said, near) else None


def yes_no(text: str) -> Literal["yes", "no", "not-sure"] | None:
    """Return what a whole message answers to a yes-or-no question; None when it is neither or more."""
    if _only(text, "\N{THUMBS UP SIGN}"):
        return "yes"
    if _only(text, "\N{THUMBS DOWN SIGN}"):
        return "no"
    said = plain(text) if len(text) <= _LONGEST_CONTROL * 2 else ""
    polite = _without_politeness(said)
    return _ANSWERS.get(said) or _ANSWERS.get(polite) or ("yes" if said in {"please", "yes please"} else None)


def pick(text: str, labels: Mapping[str, str]) -> str | None:
    """Return the id of the choice whose label, or whose number, was typed.

    `labels` maps choice ids to the labels in the order shown. None when no label or more than one fits.
    """
    said, raw = plain(text), simple(text)
    if not raw or len(text) > _LONGEST_CONTROL * 4:
        return None
    number = _number(raw)
    same = [choice for choice, label in labels.items() if raw == simple(label) or said == plain(label)]
    if number is not None and not same:
        ids = list(labels)
        return ids[number - 1 if number > 0 else -1] if ids and number <= len(ids) else None
    polite = _without_politeness(said)
    names = {choice: _names(label) for choice, label in labels.items()}
    named = [choice for choice, known in names.items() if polite in known]
    part = [choice for choice, known in names.items() if any(_is_part(polite, name) for name in known)]
    for hits in (same, named, part):
        if hits:
            return hits[0] if len(hits) == 1 else None
    if len(polite) < _SHORTEST_MISSPELT:
        return None
    near = closest(polite, set().union(*names.values()), cutoff=_CLOSE_LABEL)
    hits = [choice for choice, known in names.items() if near in known]
    return hits[0] if len(hits) == 1 else None


def _names(label: str) -> set[str]:
    """Return what a label goes by: all of it, and also 'Jo' and 'my supporter' of 'Jo, my supporter'."""
    whole = {plain(label), _without_politeness(plain(label))}
    return whole | {plain(part) for part in label.split(",") if plain(part)}


def _number(said: str) -> int | None:
    if match := _ORDINAL.fullmatch(said):
        return _ORDINALS[match[1]]
    if match := _NUMBER.fullmatch(said):
        return _IN_WORDS.get(match[1]) or (int(match[1]) if match[1].isdigit() else 0) or None
    return None


def _is_part(said: str, label: str) -> bool:
    """Tell whether somebody typed the words of a label that matter: 'garden gang' of 'Tell Garden Gang'."""
    words = said.split()
    return len(said) > 2 and len(words) * 2 >= len(label.split()) and f" {said} " in f" {label} "  # noqa: PLR2004 - 'jo' is part of nothing


def _without_politeness(said: str) -> str:
    shorter = _POLITE.sub("", said)
    return shorter or said


def _same_words(said: str, known: str) -> bool:
    """Tell whether only spelling differs: as many words, each with the same beginning or nearly alike."""
    if said.replace(" ", "") == known.replace(" ", ""):
        return True
    pairs = list(zip(said.split(), known.split(), strict=False))
    if len(said.split()) != len(known.split()):
        return False
    return all(mine == theirs or _misspelt(mine, theirs) for mine, theirs in pairs)


def _misspelt(mine: str, theirs: str) -> bool:
    """Tell whether a word is another one misspelt; a short word must begin the same way."""
    if sorted(mine) == sorted(theirs):
        return True
    return mine[0] == theirs[0] and closest(mine, (theirs,), cutoff=0.7) is not None


def _only(text: str, emoji: str) -> bool:
    """Tell whether a message is one emoji, in whatever skin colour and however often."""
    plain_ones = (c for c in text if not c.isspace() and not "\U0001f3fb" <= c <= "\U0001f3ff")
    rest = {character for character in plain_ones if character != "\N{VARIATION SELECTOR-16}"}
    return rest == {emoji}
