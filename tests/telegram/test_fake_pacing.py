"""The counting behind Telegram's limits."""

from __future__ import annotations

from tests.fakes.bot_api.pacing import Window


def test_the_twenty_first_in_a_minute_waits_for_the_first_to_pass() -> None:
    window = Window(20, 60)
    for second in range(20):
        assert window.wait(second) == 0
        window.take(second)
    assert window.wait(30) == 30
    assert window.wait(60) == 0
