"""The fixed words for danger: there for every kind, with a real number, and with no promise."""

from __future__ import annotations

import pytest

from bot.understanding.safety import DangerKind
from tests.dialogues.people_and_words import TODAY, WORDS_HERE

SAFETY = [key for key in WORDS_HERE.keys() if key.startswith("safety-")]  # noqa: SIM118 - a catalogue is no dict
FILLED = {"names": ("Anna",), "phone": "01234 567890"}


def said(key: str) -> str:
    return WORDS_HERE.render(key, FILLED, today=TODAY).text


@pytest.mark.parametrize("kind", DangerKind)
def test_every_kind_of_danger_has_words_with_a_number_to_call(kind: DangerKind) -> None:
    assert any(
        number in said(f"safety-{kind.replace('_', '-')}") for number in ("999", "111", "101", "116 123")
    )


@pytest.mark.parametrize("key", SAFETY)
def test_safety_words_ask_nothing_and_promise_nobody_who_reads(key: str) -> None:
    assert "?" not in said(key)
    assert not any(word in said(key).lower() for word in ("secret", "lead", "i will", "i am sending", "read"))


def test_the_first_words_believe_the_person() -> None:
    assert said("safety-believe") == (
        "I am sorry that is happening. It is not your fault. You are right to tell."
    )


def test_words_about_hurting_oneself_speak_of_no_fault() -> None:
    assert "fault" not in said("safety-believe-self-harm")
    assert "You are right to tell." in said("safety-believe-self-harm")
