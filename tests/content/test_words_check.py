from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from fluent.syntax import FluentParser, ast

from bot.content import cli
from bot.content.check import check, locales, unused
from bot.content.pictures import Pictures
from bot.content.source import WordsError, read
from bot.content.variants import expand
from bot.content.where import PICTURES, WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.content.conftest import Write

SHOWN = Pictures.load(PICTURES)
GOOD = """
plan-help = Do you want help with it?
    .picture = help
    .alt = 2 hands
    .simpler = You can do it alone, or with help.
    .choice-alone = I can do it myself
    .choice-not-sure = Not sure
"""


def problems(words: Path, key: str) -> list[str]:
    return [
        f"{found.problem.rule}: {found.problem.what}" for found in check(words, SHOWN) if found.key == key
    ]


def test_all_the_words_that_ship_are_easy_to_read() -> None:
    assert [str(found) for found in check(WORDS, SHOWN)] == []


def test_a_good_message_passes(write: Write) -> None:
    assert list(check(write(GOOD), SHOWN)) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("    .picture = help\n", "", "7: there is no .picture"),
        ("= help\n", "= nowhere\n", "7: there is no picture 'nowhere' in data/pictures/pictures.yml"),
        ("    .alt = 2 hands\n", "", "7: there is no .alt, which says what is in the picture"),
        (
            "    .simpler = You can do it alone, or with help.\n",
            "",
            "8: there is no .simpler, for 'Say it again'",
        ),
        (
            "You can do it alone, or with help.",
            "do you want HELP with it",
            "8: .simpler says the same sentence again",
        ),
        ("2 hands", "2 late hands", "4: 'late' is never said; instead: leave it out"),
        ("I can do it myself", "I should", "4: 'should' is never said; instead: can"),
        ("it alone", "it overdue", "4: 'overdue' is never said; instead: leave it out"),
        (
            "it?",
            "{ $n ->\n    [one] that\n   *[other] those failures\n    }?",
            "4: 'failures' is never said; instead: did not go to plan",
        ),
        (
            "    .choice-alone",
            "    .choice-a = A\n    .choice-b = A\n    .choice-c = A\n    .choice-d = A\n    .choice-alone",
            "6: 6 choices; 4 and one way out is the most",
        ),
    ],
)
def test_each_part_of_a_message_is_checked(write: Write, before: str, after: str, expected: str) -> None:
    assert before in GOOD
    assert expected in problems(write(GOOD.replace(before, after)), "plan-help")


def test_a_phrase_needs_no_picture_but_is_checked(write: Write) -> None:
    words = write("phrase-day-before = the day before\nphrase-bad = overdue\n")
    assert problems(words, "phrase-day-before") == []
    assert problems(words, "phrase-bad")[-1].startswith("4: 'overdue'")


def test_safety_messages_may_say_must(write: Write) -> None:
    must = GOOD.replace("plan-help", "x-1").replace("Do you want help with it?", "You must go.")
    assert problems(write(must.replace("x-1", "safety-now")), "safety-now") == []
    assert problems(write(must.replace("x-1", "plan-now")), "plan-now") != []


def test_every_way_of_saying_a_message_is_looked_at(write: Write) -> None:
    words = write("""
-name = Alongside
m = { $n ->
        [0] None
       *[other] { $who ->
            [you] You
           *[them] { $who }
        } said { "it" } { 2 } { { $n } }
    }, { -name } and { $n ->
        [one] { $who ->
            [you] you
           *[other] they
        }
       *[other] all
    }.
""")
    source = read(words, "en-GB")
    text = source.entries["m"].text
    assert text is not None
    ways = expand(text.pattern, source.terms)
    assert "None, Alongside and all." in ways
    assert "You said it 2 \ue000n\ue001, Alongside and you." in ways
    assert "\ue000who\ue001 said it 2 \ue000n\ue001, Alongside and they." in ways
    assert len(ways) == len(set(ways))


def test_every_locale_has_every_message_with_the_same_slots_and_choices(write: Write) -> None:
    write(GOOD + "here-only = Yes\nslots = Hello { $a }\nplain = No\n")
    other = GOOD.replace("    .choice-alone = I can do it myself\n", "")
    words = write(other + "slots = Hello { $b }\nplain = No\nthere-only = Yes\n", locale="cy")
    found = {one.key: str(one) for one in check(words, SHOWN) if one.problem.rule == 9}
    assert set(found) == {"plan-help", "here-only", "slots", "there-only"}
    assert "only one of the locales has .choice-alone" in found["plan-help"]
    assert "this message is not here yet" in found["here-only"]
    assert "the slots differ: $a there, $b here" in found["slots"]
    assert "en-GB has no such message" in found["there-only"]


def test_locales_are_checked_alone_when_the_everyday_one_is_not_there(write: Write) -> None:
    words = write(GOOD, locale="cy")
    assert locales(words) == ["cy"]
    assert list(check(words, SHOWN)) == []


def test_pictures_that_no_message_uses_are_named(write: Write) -> None:
    spare = unused(write(GOOD), SHOWN)
    assert "help" not in spare
    assert "moon" in spare


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("ok = Yes\nthis is nothing\n", r"some\.ftl line 2: this part cannot be read"),
        ("ok = Yes { $ }\n", r"some\.ftl line 1: this part cannot be read"),
        ("ok = Yes\nok = No\n", r"line 2: 'ok' is already in some\.ftl line 1"),
        ("kept = Yes\n", r"line 1: 'kept' is already in controls\.ftl line"),
        ("Bad_Name = Yes\n", "the name 'Bad_Name' can have small letters"),
        ("ok = Yes\n    .pikture = a\n", r"line 2: '\.pikture' means nothing here"),
        ("ok = Yes\n    .alt = a\n    .alt = b\n", r"line 3: 'ok' has two lines that start with \.alt"),
        ("ok =\n    .alt = a\n", "line 1: 'ok' has no text of its own"),
        ("ok = { kept }\n", "say the words in full here. A message cannot use another message"),
        ("ok = { NUMBER($a) }\n", "A message cannot use a function"),
        (
            "ok = { 1 ->\n    [one] a\n   *[other] b\n    }\n",
            "A message cannot use a choice that does not depend on a slot",
        ),
    ],
)
def test_words_that_cannot_be_read_say_where_and_what_would_help(write: Write, text: str, match: str) -> None:
    with pytest.raises(WordsError, match=match):
        read(write(text), "en-GB")


@pytest.mark.parametrize("text", ["m = { kept }\n", "m = { 1 ->\n    [one] a\n   *[other] b\n    }\n"])
def test_what_the_reader_refuses_is_never_expanded(text: str) -> None:
    message = FluentParser().parse_entry(text)
    assert isinstance(message, ast.Message)
    assert message.value is not None
    with pytest.raises(TypeError):
        expand(message.value, {})


def test_a_locale_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match="There are no words in"):
        read(tmp_path, "en-GB")


def test_words_check_ends_well_with_the_words_that_ship() -> None:
    result = CliRunner().invoke(cli.words, ["check"])
    assert result.exit_code == 0
    assert "All the words are easy to read." in result.stdout


def test_words_check_names_each_problem_and_ends_with_1(write: Write) -> None:
    words = write(GOOD.replace("2 hands", "2 late hands"))
    result = CliRunner().invoke(cli.words, ["check", "--folder", str(words)])
    assert result.exit_code == 1
    where = f"{words}/en-GB/some.ftl:4: plan-help: rule 4: 'late' is never said; instead: leave it out"
    assert where in result.stdout.splitlines()
    assert "1 to look at" in result.stderr


@pytest.mark.parametrize("command", ["check", "keys"])
def test_words_that_cannot_be_read_end_with_1_and_no_traceback(write: Write, command: str) -> None:
    result = CliRunner().invoke(cli.words, [command, "--folder", str(write("nothing\n"))])
    assert result.exit_code == 1
    assert "line 1: this part cannot be read" in result.stderr


def test_words_keys_lists_messages_and_their_choices(write: Write) -> None:
    words = str(write(GOOD))
    plain = CliRunner().invoke(cli.words, ["keys", "--folder", words]).stdout.splitlines()
    assert "plan-help  alone not-sure" in plain
    assert "kept" in plain
    as_json = CliRunner().invoke(cli.words, ["keys", "--json", "--folder", words]).stdout.splitlines()
    assert '{"key": "plan-help", "choices": ["alone", "not-sure"]}' in as_json


def test_words_check_says_nothing_of_pictures_when_all_are_used(write: Write) -> None:
    pictures = "".join(
        GOOD.replace("plan-help", f"m-{name}").replace("= help", f"= {name}") for name in SHOWN.names()
    )
    result = CliRunner().invoke(cli.words, ["check", "--folder", str(write(pictures))])
    assert result.exit_code == 0
    assert result.stderr == ""
