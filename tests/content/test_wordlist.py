from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from bot.content import make_wordlist
from bot.content.make_wordlist import choose, write

if TYPE_CHECKING:
    from pathlib import Path

COMMON = ["the", "3", "a", "i", "x", "don't", "u.s", "john", "late", "not", "tea"]


def test_names_numbers_and_forbidden_words_make_room_for_the_next_ones(tmp_path: Path) -> None:
    (tmp_path / "left-out.txt").write_text("# Names\njohn\n", encoding="utf-8")
    (tmp_path / "never.txt").write_text("## Rule 4\nlate -> leave it out\n", encoding="utf-8")
    write(tmp_path, COMMON, count=6)
    lines = (tmp_path / "wordlist.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["the", "a", "i", "don't", "not", "tea"]


def test_too_few_words_are_refused() -> None:
    with pytest.raises(ValueError, match="there are only 1 words"):
        choose(["tea"], (), 2)


def test_the_list_is_made_from_wordfreq(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "en-GB").mkdir()
    for name in ("left-out.txt", "never.txt"):
        (tmp_path / "en-GB" / name).write_text("", encoding="utf-8")
    fake = ModuleType("wordfreq")
    letters = "abcdefghij"
    words = [a + b + c + d for a in letters for b in letters for c in letters for d in letters]
    fake.__dict__["top_n_list"] = lambda language, count: words[:count] if language == "en" else []
    monkeypatch.setitem(sys.modules, "wordfreq", fake)
    monkeypatch.setattr(make_wordlist, "WORDS", tmp_path)
    make_wordlist.main()
    made = (tmp_path / "en-GB" / "wordlist.txt").read_text(encoding="utf-8")
    assert made.count("\n") == 1500 + 3
    assert "Wrote" in capsys.readouterr().out
