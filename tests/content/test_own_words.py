from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.own_words import LABEL_GRAPHEMES, graphemes, harmless, short

DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("becuase i get bored", "becuase i get bored"),
        ("café 🎉", "café 🎉"),
        ("one\ntwo\r\nthree\tfour\u2028five", "one two three four five"),
        ("bell\x07 and \x00nothing\x9f", "bell and nothing"),
        ("evil \u202etxt.exe", "evil txt.exe"),
        ("half \ud800 a letter", "half  a letter"),
        ("\u05d0\u05d1", "\u2068\u05d0\u05d1\u2069"),
        ("\u2067\u0645\u0631", "\u2068\u0645\u0631\u2069"),
        ("<b>*_", "<b>*_"),
        ("", ""),
    ],
)
def test_words_stay_as_they_are_but_cannot_disturb_the_words_around_them(words: str, expected: str) -> None:
    assert harmless(words) == expected


@given(st.text(alphabet=st.characters() | st.sampled_from(DIRECTIONS)))
def test_directions_are_always_closed_and_lines_never_break(words: str) -> None:
    made = harmless(words)
    assert made.count("\u2068") == made.count("\u2069") <= 1
    assert not set(made) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067")
    assert len(made.splitlines()) <= 1


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])))
def test_no_letter_is_changed(words: str) -> None:
    kept = [letter for letter in words if letter not in DIRECTIONS + "\u2028\u2029"]
    assert [letter for letter in harmless(words) if letter not in DIRECTIONS + " "] == [
        letter for letter in kept if letter != " "
    ]


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("abc", ["a", "b", "c"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("👨\u200d👩\u200d👧x", ["👨\u200d👩\u200d👧", "x"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("❤\ufe0fx", ["❤\ufe0f", "x"]),
        ("🇬🇧🇫🇷", ["🇬🇧", "🇫🇷"]),
        ("🏴\U000e0067\U000e0062\U000e007fx", ["🏴\U000e0067\U000e0062\U000e007f", "x"]),
        ("\u0301", ["\u0301"]),
    ],
)
def test_what_a_reader_sees_as_one_letter_stays_whole(words: str, letters: list[str]) -> None:
    assert graphemes(words) == letters


@given(st.text(max_size=60))
def test_a_name_on_a_button_has_at_most_16_letters(words: str) -> None:
    cut = short(words)
    assert len(graphemes(cut)) <= LABEL_GRAPHEMES
    assert cut == words or cut.endswith("…")


def test_a_title_is_not_cut_in_the_middle_of_a_flag() -> None:
    assert short("Garden open day 🇬🇧 in May") == "Garden open day…"
    assert short("Garden open 🇬🇧 in May") == "Garden open 🇬🇧 i…"
