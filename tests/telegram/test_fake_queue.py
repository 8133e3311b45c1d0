"""What can never happen to the queue of updates."""

from __future__ import annotations

import asyncio

import orjson
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.bot_api.updates import Updates

FIRST = 100


@given(st.lists(st.one_of(st.just("say"), st.integers(0, 25), st.just("take")), max_size=40))
def test_nothing_is_lost_before_it_is_acknowledged_or_given_after(acts: list[str | int]) -> None:
    async def play() -> None:
        updates = Updates(FIRST)
        said = 0
        acknowledged = FIRST
        for act in acts:
            if act == "say":
                updates.add("message", {"number": said})
                said += 1
                continue
            if isinstance(act, int):
                acknowledged = max(acknowledged, min(FIRST + act, FIRST + said))
            given_now = orjson.loads(await updates.give(acknowledged, 100, 0))
            waiting = list(range(acknowledged, FIRST + said))
            assert updates.ids() == waiting
            # The same offset again within half a second gives one update, as the real server does.
            assert [update["update_id"] for update in given_now] in (waiting, waiting[:1])

    asyncio.run(play())
