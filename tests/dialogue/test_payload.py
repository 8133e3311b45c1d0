from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.payload import (
    LONGEST,
    AnswerPress,
    CardPress,
    ChangePress,
    MeantPress,
    Press,
    StartPress,
    read,
    write,
)

PRESSES = [
    (AnswerPress(12, "some-help"), "q:12:some-help"),
    (AnswerPress(12, "!back"), "q:12:!back"),
    (ChangePress(7), "k:7"),
    (MeantPress(7), "m:7"),
    (CardPress("agree", "a1", "yes"), "c:agree:a1:yes"),
    (StartPress("telling", "a1"), "s:telling:a1"),
    (StartPress("planning"), "s:planning:"),
]


@pytest.mark.parametrize(("press", "payload"), PRESSES)
def test_a_press_is_read_as_it_was_written(press: Press, payload: str) -> None:
    assert write(press) == payload
    assert read(payload) == press


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "q",
        "q:",
        "q:x:a",
        "q:1:",
        "q:1:a:b",
        "q:٣:a",
        "k:",
        "k:-1",
        "m:x",
        "m:1:2",
        "c:a:b:",
        "c:a:b",
        "s::x",
        "z:1",
        "k:" + "1" * 99,
        "s:a:b:c",
    ],
)
def test_a_payload_that_nobody_made_is_no_press(payload: str) -> None:
    assert read(payload) is None


@given(st.text(max_size=70))
def test_reading_never_breaks(payload: str) -> None:
    press = read(payload)
    assert press is None or read(write(press)) == press or len(payload.encode()) > LONGEST


def test_a_payload_that_no_button_can_carry_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        write(StartPress("d", "ä" * 31))
