"""The machine rules of Easy Read (easy-read.md 1-7), for one text at a time. Which texts: check.py.

A text comes with marks where its slots are (marks.py). A mark is a person's own words, a name or a value that
is made elsewhere: it counts as one word, a day as three, and no rule looks inside it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.content.english import base_forms, passives
from bot.content.lexicon import straight
from bot.content.marks import MARK, readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.content.lexicon import Lexicon

MOST_WORDS_IN_SENTENCE = 15
MOST_SENTENCES = 3
MOST_WORDS = 50
MOST_QUESTIONS = 1
MOST_LABEL_LETTERS = 24
MOST_CHOICES = 4
"""Beside them there may be one way out."""
WORDS_OF_A_DAY = 3
"""'Tuesday 13 October' fills one slot."""

WAYS_OUT = frozenset(
    {"ask-tomorrow", "cancel", "later", "no-fuss", "no-thanks", "none", "not-now", "not-sure", "not-yet"}
    | {"person", "skip", "something-else", "stop"}
)
"""Choice ids that leave a question without deciding it."""
_DAY_SLOTS = frozenset({"day", "date", "when", "until", "days"})

_SENTENCE_END = re.compile(r"(?<=[.?!…])[”\"']?\s+|\n+")
_TOKEN = re.compile(r"\ue000[^\ue001]+\ue001|[^\W_]+(?:'[^\W_]+)*")
_CAPITALS = re.compile(r"(?<![^\W_])[A-Z]{2,}(?![^\W_])")
_LOUD = re.compile(r"[!?]{2,}")
_NUMBERS = (
    (re.compile(r"\b\d{1,2}:\d{2}(?!\s?[ap]m)\b"), "write the time as 2:30pm"),
    (re.compile(r"\b\d{1,2}(?::\d{2})? [ap]m\b"), "write the time as 2pm, with no space"),
    (re.compile(r"\b\d{1,2}\.\d{2} ?[ap]m\b"), "write the time as 2:30pm"),
    (re.compile(r"\b\d{1,4}[/-]\d{1,2}[/-]\d{1,4}\b"), "write the day as Tuesday 13 October"),
    (re.compile(r"\b\d+(?:st|nd|rd|th)\b"), "write the day as Tuesday 13 October"),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing about a text that makes it hard to read."""

    rule: int
    """Its number in easy-read.md."""
    what: str


def message(text: str, lexicon: Lexicon, *, safety: bool = False) -> Iterator[Problem]:
    """Check the text of a message, or its second wording."""
    text = straight(text)
    sentences = split_sentences(text)
    if len(sentences) > MOST_SENTENCES:
        yield Problem(1, f"{len(sentences)} sentences; {MOST_SENTENCES} is the most")
    if (total := sum(length(one) for one in sentences)) > MOST_WORDS:
        yield Problem(1, f"{total} words; {MOST_WORDS} is the most")
    if (questions := MARK.sub("", text).count("?")) > MOST_QUESTIONS:
        yield Problem(1, f"{questions} questions; ask one at a time")
    yield from fragment(text, lexicon, safety=safety)


def fragment(text: str, lexicon: Lexicon, *, safety: bool = False) -> Iterator[Problem]:
    """Check alternative text, or a phrase that fills a slot."""
    text = straight(text)
    for sentence in split_sentences(text):
        if (words := length(sentence)) > MOST_WORDS_IN_SENTENCE:
            yield Problem(1, f"{words} words in '{readable(sentence)}'; {MOST_WORDS_IN_SENTENCE} is the most")
    yield from _wording(text, lexicon, safety=safety)


def label(text: str, lexicon: Lexicon, *, safety: bool = False) -> Iterator[Problem]:
    """Check the label of a button."""
    text = straight(text)
    letters = len(MARK.sub("", text).strip())
    if letters > MOST_LABEL_LETTERS:
        yield Problem(
            1, f"{letters} letters on the button '{readable(text)}'; {MOST_LABEL_LETTERS} is the most"
        )
    yield from _wording(text, lexicon, safety=safety)


def choices(ids: list[str]) -> Iterator[Problem]:
    """Check how many ways there are to answer."""
    outs = [choice for choice in ids if choice in WAYS_OUT]
    if len(ids) > MOST_CHOICES + bool(outs):
        yield Problem(6, f"{len(ids)} choices; {MOST_CHOICES} and one way out is the most")


def split_sentences(text: str) -> list[str]:
    """Give the sentences of a text; a new line starts a new one."""
    return [one.strip() for one in _SENTENCE_END.split(text) if _TOKEN.search(one)]


def length(sentence: str) -> int:
    """Count the words a person reads, with a day as three."""
    tokens = _TOKEN.findall(sentence)
    days = sum(1 for token in tokens if (slot := MARK.fullmatch(token)) and slot[1] in _DAY_SLOTS)
    return len(tokens) + days * (WORDS_OF_A_DAY - 1)


def _wording(text: str, lexicon: Lexicon, *, safety: bool) -> Iterator[Problem]:
    yield from _common_words(text, lexicon)
    plain = MARK.sub(" \ue000 ", text)
    for never in lexicon.never:
        if never.found.search(plain) and not (safety and never.safety_may):
            instead = f"; instead: {never.instead}" if never.instead else ""
            yield Problem(never.rule, f"'{never.phrase}' is never said{instead}")
    for capitals in _CAPITALS.findall(plain):
        if capitals not in lexicon.capitals:
            yield Problem(3, f"'{capitals}' is letters that stand for words; say the words")
    if _LOUD.search(plain):
        yield Problem(3, "one ! or ? at a time")
    for sentence in split_sentences(text):
        yield from _sentence(sentence, lexicon)
    for found, instead in _NUMBERS:
        if number := found.search(plain):
            yield Problem(5, f"'{number[0]}': {instead}")
    if (emoji := _emoji_for_a_word(text)) is not None:
        yield Problem(7, f"{emoji} stands where a word would be")


def _common_words(text: str, lexicon: Lexicon) -> Iterator[Problem]:
    for token in dict.fromkeys(_TOKEN.findall(text)):
        word = token.lower()
        if MARK.fullmatch(token) or any(letter.isdigit() for letter in word):
            continue
        if not any(form in lexicon.common for form in base_forms(word)):
            yield Problem(2, f"'{token}' is not in wordlist.txt or glossary.txt")


def _sentence(sentence: str, lexicon: Lexicon) -> Iterator[Problem]:
    words = [token.lower() for token in _TOKEN.findall(sentence)]
    shortened = "n't" in lexicon.negatives
    negatives = [word for word in words if word in lexicon.negatives or (shortened and word.endswith("n't"))]
    if len(negatives) > 1:
        yield Problem(3, f"two words that mean no in one sentence: {', '.join(negatives)}")
    if lexicon.past_forms is not None:
        for passive in passives(words, lexicon.past_forms, lexicon.passive_exceptions):
            yield Problem(3, f"'{passive}' is passive; say who does it")


def _emoji_for_a_word(text: str) -> str | None:
    """Give an emoji with words on both sides of it in one sentence, or one that stands alone."""
    if not _TOKEN.search(text):
        return text.strip() or "nothing"
    for sentence in split_sentences(text):
        for at, letter in enumerate(sentence):
            between = _TOKEN.search(sentence[:at]) and _TOKEN.search(sentence[at + 1 :])
            if unicodedata.category(letter) == "So" and between:
                return letter
    return None
