"""`alongside play` and `alongside chat`, as they are typed (script.md)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import main

PEOPLE = "people:\n  sam: {}\n  jo: {kind: supporter, of: [sam]}\ncircles:\n  Garden Gang: {members: [sam]}\n"


def play(folder: Path, script: str, *options: str) -> Result:
    path = folder / "script.yml"
    path.write_text(script, encoding="utf-8")
    return CliRunner().invoke(main, ["play", str(path), *options])


def steps(*lines: str, before: str = "engine: none\n") -> str:
    return PEOPLE + before + "steps:\n" + "".join(f"  - {line}\n" for line in lines)


def test_a_script_that_holds_ends_with_0(tmp_path: Path):
    done = play(tmp_path, steps("sam sends: {kind: sticker}", "expect: {to: sam, key: cannot-use-sticker}"))
    assert done.exit_code == 0
    assert "Mon 30 Nov 10:00  alongside -> sam  That is a nice picture" in done.stdout


@pytest.mark.parametrize(
    ("expect", "says"),
    [
        ("to: sam, key: apology", "expected {'to': 'sam', 'key': 'apology'}, got cannot-use-sticker"),
        ("to: sam, says: hello", "expected"),
        ("to: sam, not: picture", "'picture' was said"),
        ("to: sam, nothing: true", "expected nothing, got"),
        ("to: sam, count: 2", "expected 2 messages, got 1"),
        ("to: jo, says: hello", "got nothing"),
        ("to: sam, buttons: [Start]", "expected"),
        ("to: sam, picture: cake", "expected"),
        ("to: sam, alt: false", "expected"),
        ("to: sam, edited: true", "expected"),
        ("in: Garden Gang, card: {key: goal-card}", "got nothing"),
        ("to: sam, card: {shows: x}", "expected"),
    ],
)
def test_one_that_does_not_ends_with_1_and_says_what_was_there(tmp_path: Path, expect: str, says: str):
    done = play(tmp_path, steps("sam sends: {kind: sticker}", f"expect: {{{expect}}}"))
    assert done.exit_code == 1
    assert "step 2: " in done.stderr
    assert says in done.stderr


@pytest.mark.parametrize(
    "script",
    [
        "- a list",
        "people: [sam]",
        "{",
        PEOPLE + "colour: green",
        PEOPLE + "steps: all",
        PEOPLE + "settings: {colour: green}",
        PEOPLE + "settings: {timezone: Mars}",
        PEOPLE + "engine: magic",
        PEOPLE + "share: [{who: max, what: plans, with: jo}]",
        "people: {jo: {kind: supporter, of: [max]}}",
        "people: {jo: {kind: queen}}",
        "people: {sam: {}}\ncircles: {Garden Gang: {members: [max]}}",
        steps("wave: sam"),
        steps("max: hello"),
        steps("sam loudly: hello"),
        steps("sam in Book Club: hello"),
        steps("sam sends: {kind: cake}"),
        steps("wait: a while"),
        steps("until: then"),
        steps("crash: slowly"),
        steps("break: heart"),
        steps("sam: hello\n    jo: hello"),
        steps("expect: {to: max, nothing: true}"),
        steps("expect: {in: Book Club, nothing: true}"),
        steps("expect: {to: sam, sais: hello}"),
        steps("invite: Garden Gang"),
        steps('sam: "[No such button]"'),
        steps("press: {who: sam, choice: no.such}"),
        steps("sam sends: {kind: photo, path: none.jpg}"),
    ],
)
def test_one_that_cannot_be_read_ends_with_2_and_one_line(tmp_path: Path, script: str):
    done = play(tmp_path, script)
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert done.stderr.strip()


@pytest.mark.parametrize(
    "script",
    [
        PEOPLE + "engine: rasa",
        PEOPLE + "settings: {safeguarding.lead: anna}",
        "people: {anna: {kind: lead}}",
        "people: {mary: {kind: listener}}",
        "people: {sam: {}}\ncircles: {Garden Gang: {members: [sam], region: North}}",
        steps("sam voice: hello"),
        steps("press: {who: sam, choice: agree.happy}"),
    ],
)
def test_what_a_later_version_brings_is_said_to_be_not_yet(tmp_path: Path, script: str):
    done = play(tmp_path, script)
    assert done.exit_code == 2
    assert "not yet" in done.stderr


def test_a_script_that_is_not_there_ends_with_2(tmp_path: Path):
    assert CliRunner().invoke(main, ["play", str(tmp_path / "none.yml")]).exit_code == 2


def test_json_is_one_object_a_message(tmp_path: Path):
    done = play(tmp_path, steps('sam: "yes"', 'sam in Garden Gang: "@alongside hi"'), "--json")
    said: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert set(said[0]) == {"at", "from", "to", "in", "text", "key", "buttons", "picture", "alt", "edit_of"}
    assert (said[0]["from"], said[0]["text"], said[0]["at"]) == ("sam", "yes", "2026-11-30T10:00:00+00:00")
    assert said[1]["key"] == "unclear-first"
    assert {"label": "Help", "id": "unclear-first.help"} in said[1]["buttons"]
    assert [(one["in"], one["key"]) for one in said[2:]] == [
        ("Garden Gang", None),
        ("Garden Gang", "group-private"),
    ]


def test_typed_words_stay_as_they_are_typed(tmp_path: Path):
    assert "sam -> alongside  yes\n" in play(tmp_path, steps("sam: yes")).stdout


def chat(lines: str, *options: str) -> Result:
    return CliRunner().invoke(main, ["chat", *options], input=lines)


def test_chat_keeps_its_state_between_two_runs(tmp_path: Path):
    begun = chat("hello\n[Start]\nSam\n", "--as", "sam", "--data", str(tmp_path / "chat"))
    assert begun.exit_code == 0
    assert "What name shall I call you?" in begun.stdout
    went_on = chat("[Words]\n/wait 2 days\n\n", "--as", "sam", "--data", str(tmp_path / "chat"))
    assert "I am quiet from" in went_on.stdout
    later = chat("help\n", "--as", "sam", "--data", str(tmp_path / "chat"))
    assert "Wed 02 Dec" in later.stdout
    somebody_else = chat("hello\n", "--as", "lee", "--data", str(tmp_path / "chat"))
    assert "I am a computer helper" in somebody_else.stdout


def test_chat_says_when_there_is_no_such_button_and_goes_on():
    said = chat(
        "[Nothing]\n/wait for me\n@alongside hello\n", "--as", "sam", "--circle", "Garden Gang", "--json"
    )
    assert said.exit_code == 0
    assert said.stderr.count("\n") == 2
    assert json.loads(said.stdout.splitlines()[-1])["in"] == "Garden Gang"
