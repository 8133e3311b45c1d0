"""The intent model reads without scikit-learn exactly as scikit-learn would, and is data on disk."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from nlu.intent_model import IntentModel, ModelUnreadable, cached_model
from nlu.ngrams import normal
from nlu.training import Example, TrainingUnreadable, content_hash, read_examples

ROOT = Path(__file__).resolve().parents[2]
TRAINING = ROOT / "data" / "training" / "en-GB"
EXAMPLES = read_examples(TRAINING)
WALK = """
    greet thanks goodbye what_can_you_do say_again go_back not_now stop_reminders remind_me pause
    yes no not_sure share_idea add_action my_plan group_plan report_done report_part_done
    report_not_to_plan report_changed_mind change_plan ask_help talk_to_person celebrate
    supporter_check_in who_can_see who_looked preferences my_answers my_circle my_supporters
"""
UNSEEN = [
    "im gonna do the beans",
    "cud u stop it",
    "",
    "🎉",
    "a",
    "wot is that thing",
    "x" * 4096,
    "\uff48\uff45\uff4c\uff4c\uff4f 123",
]

pytestmark = pytest.mark.slow  # models are trained


@pytest.fixture(scope="module")
def model():
    return IntentModel.train(EXAMPLES)


def test_every_meaning_of_the_walk_has_enough_different_sentences():
    counts = dict.fromkeys([*WALK.split(), "out_of_scope"], 0)
    for example in EXAMPLES:
        counts[example.intent] += 1
    assert min(counts.values()) >= 40
    assert counts["out_of_scope"] >= 120


def test_no_sentence_stands_in_two_files():
    texts = [normal(example.text) for example in EXAMPLES]
    assert len(set(texts)) > len(texts) - 20
    meaning = {}
    for example in EXAMPLES:
        assert meaning.setdefault(normal(example.text), example.intent) == example.intent, example.text


def test_reading_agrees_with_scikit_learn(model):
    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), lowercase=False, sublinear_tf=True)
    matrix = vectoriser.fit_transform([normal(example.text) for example in EXAMPLES])
    regression = LogisticRegression(C=10.0, tol=1e-4, max_iter=1000).fit(matrix, [e.intent for e in EXAMPLES])
    texts = [*UNSEEN, *(example.text for example in EXAMPLES[::25])]
    there = vectoriser.transform([normal(text) for text in texts])
    nearest = np.asarray((there @ matrix.T).max(axis=1).todense()).ravel()
    expected = np.sqrt(regression.predict_proba(there) * nearest[:, None])
    for text, row in zip(texts, expected, strict=True):
        ranking = dict(model.rank(text))
        ours = [ranking[intent] for intent in regression.classes_]
        np.testing.assert_allclose(ours, row, atol=1e-9)


def test_a_saved_model_reads_the_same_and_holds_no_pickle(model, tmp_path):
    model.save(tmp_path)
    loaded = IntentModel.load(tmp_path)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".npz"]
    for text in UNSEEN:
        assert loaded.rank(text) == model.rank(text)


@pytest.mark.parametrize("damage", ["intent-model.npz", "intent-model.json"])
def test_a_damaged_model_is_made_anew(tmp_path, damage):
    training = tmp_path / "training"
    training.mkdir()
    for intent in ("greet", "thanks"):
        lines = "".join(f"      - {example.text}\n" for example in EXAMPLES if example.intent == intent)
        head = f'version: "3.1"\nnlu:\n  - intent: {intent}\n    examples: |\n'
        (training / f"{intent}.yml").write_text(head + lines, encoding="utf-8")
    before = cached_model(training, tmp_path).rank("hello")
    (folder,) = tmp_path.glob("intents-*")
    (folder / damage).write_bytes(b"no model")
    with pytest.raises(ModelUnreadable):
        IntentModel.load(folder)
    assert cached_model(training, tmp_path).rank("hello") == before


def test_another_sentence_or_code_makes_another_model(tmp_path):
    file = tmp_path / "greet.yml"
    file.write_text("a", encoding="utf-8")
    first = content_hash(tmp_path, "1")
    assert content_hash(tmp_path, "2") != first
    file.write_text("b", encoding="utf-8")
    assert content_hash(tmp_path, "1") != first


def test_two_meanings_are_enough_to_learn():
    model = IntentModel.train([Example("hello", "greet"), Example("bye", "goodbye"), Example("hi", "greet")])
    assert model.rank("hello")[0][0] == "greet"
    assert model.rank("bye bye")[0][0] == "goodbye"


def test_confidence_falls_to_nothing_for_unknown_characters(model):
    assert model.rank("\u6f22\u5b57")[0][1] < 0.3
    assert model.rank("")[0][1] == 0


@given(text=st.text(max_size=300))
def test_nothing_typed_breaks_the_model(model, text):
    ranking = model.rank(text)
    assert len(ranking) == len(model.intents)
    assert all(0 <= confidence <= 1 for _, confidence in ranking)


def test_slots_stand_beside_the_plain_sentence(tmp_path):
    head = 'version: "3.1"\nnlu:\n- intent: add_action\n  examples: |\n'
    content = head + "    - i will [bake](what) on [friday](when)\n"
    (tmp_path / "add_action.yml").write_text(content, encoding="utf-8")
    assert read_examples(tmp_path) == [
        Example("i will bake on friday", "add_action", (("what", "bake"), ("when", "friday")))
    ]


@pytest.mark.parametrize(
    "content", ["version: '2.0'\nnlu: []", "nlu: 3", "version: '3.1'\nnlu: [3]", "{", "3"]
)
def test_a_training_file_that_cannot_be_read_is_named(tmp_path, content):
    (tmp_path / "greet.yml").write_text(content, encoding="utf-8")
    with pytest.raises(TrainingUnreadable, match=r"greet\.yml"):
        read_examples(tmp_path)


def test_a_folder_without_training_files_says_so(tmp_path):
    with pytest.raises(TrainingUnreadable):
        read_examples(tmp_path)


def test_reading_a_saved_model_does_not_load_scikit_learn(model, tmp_path):
    model.save(tmp_path)
    code = (
        "import sys, pathlib; from nlu.intent_model import IntentModel;"
        f"IntentModel.load(pathlib.Path({str(tmp_path)!r})).rank('hello');"
        "sys.exit(any(name.startswith(('sklearn', 'scipy')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
