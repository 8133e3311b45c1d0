"""`alongside run`, killed with kill -9 in the middle of 300 updates of 30 people."""

from __future__ import annotations

import random

import pytest

from tests.bench.killing import one_kill

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_kill_loses_no_answer_keeps_the_order_and_repeats_only_what_is_harmless(seed: int) -> None:
    found = await one_kill(random.Random(seed))  # noqa: S311 - where to kill, not a secret
    assert found.lost == 0
    assert found.out_of_order == 0
    assert set(found.repeats) <= {"reply", "question"}
