"""`alongside nlu` as the contract says: in order, one row out for each row in, clear words for bad lines."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.understanding.cli import nlu

pytestmark = pytest.mark.slow  # a model is trained


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("models")


def run(*arguments, lines=""):
    return CliRunner().invoke(nlu, arguments, input=lines)


def test_training_says_that_it_is_ready(cache):
    result = run("train", "--cache", str(cache))
    assert result.exit_code == 0
    assert "embedded" in result.stdout


def test_the_model_goes_to_the_data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path))
    assert run("train").exit_code == 0
    assert list(tmp_path.glob("models/intents-*/intent-model.npz"))


def test_each_row_has_its_meaning_in_order(cache):
    texts = [
        "hello",
        "",
        "he hits me",
        "🎉",
        "im gonna water the tomatos on tuesday",
        "/yes",
        "x" * 4096,
        "fgjh bus",
    ]
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    result = run("parse", "--cache", str(cache), lines=lines)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [row["text"] for row in rows] == texts
    assert rows[4] | {"confidence": 0, "ranking": 0} == {
        "text": texts[4],
        "intent": "add_action",
        "confidence": 0,
        "what": "water the tomatos",
        "when": "tuesday",
        "who": None,
        "engine": "embedded",
        "ranking": 0,
    }
    assert [row["intent"] for row in rows[:4]] == ["greet", "out_of_scope", "safety", "out_of_scope"]
    assert set(rows[4]["ranking"][0]) == {"intent", "confidence"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("hello secret", "Line 2 is not JSON"),
        ('{"words": "secret"}', 'has no "text"'),
        ('{"text": 3}', 'has no "text"'),
        ('["secret"]', 'has no "text"'),
        ('{"text": "secret", "intent": "greet"}', "keys besides"),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_never_repeated(cache, line, says):
    result = run("parse", "--cache", str(cache), lines='{"text": "hi"}\n' + line + "\n")
    assert result.exit_code == 2
    assert says in result.stderr
    assert "secret" not in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_rasa_is_not_yet_here():
    result = run("parse", "--engine", "rasa", lines="")
    assert result.exit_code == 2
    assert "not yet" in result.stderr


def test_unreadable_training_files_say_which(monkeypatch, tmp_path):
    (tmp_path / "greet.yml").write_text("version: '2.0'\nnlu: []\n", encoding="utf-8")
    monkeypatch.setattr("bot.understanding.cli._DATA", tmp_path)
    monkeypatch.setattr("bot.understanding.cli._LOCALE", ".")
    Path(tmp_path / "training").mkdir()
    result = run("train", "--cache", str(tmp_path))
    assert result.exit_code == 2
    assert "training" in result.stderr
