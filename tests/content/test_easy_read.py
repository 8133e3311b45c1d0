from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.content import easy_read
from bot.content.lexicon import Lexicon, load
from bot.content.marks import mark
from bot.content.source import WordsError
from bot.content.where import WORDS

if TYPE_CHECKING:
    from tests.content.conftest import Write

LEXICON = load(WORDS, "en-GB")


def rules(text: str, *, safety: bool = False) -> list[int]:
    return [problem.rule for problem in easy_read.message(text, LEXICON, safety=safety)]


@pytest.mark.parametrize(
    "text",
    [
        "Do you want help with it?",
        f"I kept that: “{mark('words')}”.",
        "You can type a time, like 2:30pm. Or 9am.",
        "We planned a bigger party, and the man's friend tried stopping by.",
        "It is done. I am tired and we are not worried.",
        "I don\u2019t know yet.",
        "That is OK.",
        "Call 0808 808 1111, any time.",
        f"Saved. You will {mark('what')} on {mark('day')}.",
        "Hooray 🎉",
        f"{mark('name')}!",
    ],
)
def test_plain_sentences_pass(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("one " * 15 + "more.", 1),
        (f"{'one ' * 13}on {mark('day')}.", 1),
        ("Yes. Yes. Yes. Yes.", 1),
        ("Yes\nYes\nYes\nYes", 1),
        ("We can. " * 26, 1),
        ("Is it you? Is it me?", 1),
        ("Please elucidate.", 2),
        ("This is a task for you.", 2),
        ("Bring cake, tea, etc.", 3),
        ("Cake & tea.", 3),
        ("50% of it.", 3),
        ("Ask the NHS.", 3),
        ("Part IV.", 3),
        ("Good!!", 3),
        ("Really?!", 3),
        ("You can't do nothing.", 3),
        ("Nobody does not know.", 3),
        ("It was written by Jo.", 3),
        ("It is not yet planned.", 3),
        ("It was never wanted.", 3),
        ("You are late.", 4),
        ("You only said one thing.", 4),
        ("You still  not know.", 4),
        ("You should go.", 4),
        ("You must go.", 4),
        ("We have two days.", 5),
        ("See you on Tues.", 5),
        ("At 14:00.", 5),
        ("At 2 pm.", 5),
        ("At 2.30pm.", 5),
        ("On 13/10/2026.", 5),
        ("On the 13th.", 5),
        ("I 🎂 you.", 7),
        ("🎂", 7),
    ],
)
def test_each_rule_finds_what_is_hard_to_read(text: str, rule: int) -> None:
    assert rule in rules(text)


def test_a_word_beginning_like_a_forbidden_one_is_fine() -> None:
    assert rules("See you later, at a later time.") == []


def test_safety_text_may_say_must() -> None:
    assert rules("You must call 999.", safety=True) == []


@pytest.mark.parametrize("text", ["You are late.", "I FAILED", "14:00, etc & 50%!!"])
def test_no_rule_looks_inside_a_persons_words(text: str) -> None:
    assert rules(f"You said: {mark(text)}.") == []


def test_the_problem_says_what_is_wrong_and_what_would_help() -> None:
    found = [problem.what for problem in easy_read.message(f"Your task is late, {mark('name')}.", LEXICON)]
    assert "'task' is never said; instead: plan, or thing to do" in found


def test_a_button_has_at_most_24_letters_beside_a_name() -> None:
    assert list(easy_read.label("x " * 12 + "x", LEXICON)) != []
    assert [one.rule for one in easy_read.label("Not now, thank you very much", LEXICON)] == [1]
    assert list(easy_read.label(f"Ask {mark('a-very-long-slot-name-of-somebody')}", LEXICON)) == []


@pytest.mark.parametrize(
    ("ids", "fine"),
    [
        (["yes", "no"], True),
        (["a", "b", "c", "d"], True),
        (["a", "b", "c", "d", "not-sure"], True),
        (["a", "b", "c", "d", "e"], False),
        (["a", "b", "c", "d", "skip", "not-now"], False),
    ],
)
def test_there_are_at_most_four_choices_and_one_way_out(ids: list[str], fine: bool) -> None:  # noqa: FBT001
    assert (list(easy_read.choices(ids)) == []) is fine


def test_a_language_without_a_list_of_past_forms_has_no_passive_check(write: Write) -> None:
    words = write("a = b\n")
    (words / "en-GB" / "past-forms.txt").unlink()
    lexicon = load(words, "en-GB")
    assert list(easy_read.message("It was written by them.", lexicon)) == []


@pytest.mark.parametrize(
    ("name", "text", "match"),
    [
        ("never.txt", "late\n", "has no '## Rule' line above it"),
        ("never.txt", "## Words\nlate\n", "has to start with '## Rule'"),
    ],
)
def test_a_list_that_cannot_be_read_says_why(write: Write, name: str, text: str, match: str) -> None:
    words = write("a = b\n")
    (words / "en-GB" / name).write_text(text, encoding="utf-8")
    with pytest.raises(WordsError, match=match):
        load(words, "en-GB")


def test_a_list_that_is_not_there_is_named(write: Write) -> None:
    words = write("a = b\n")
    (words / "en-GB" / "wordlist.txt").unlink()
    with pytest.raises(WordsError, match=r"wordlist\.txt is not there"):
        load(words, "en-GB")


def test_the_word_list_holds_1500_words_and_no_forbidden_one() -> None:
    lines = (WORDS / "en-GB" / "wordlist.txt").read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert len(words) == len(set(words)) == 1500
    assert not {one.phrase for one in LEXICON.never} & set(words)
    assert isinstance(LEXICON, Lexicon)
