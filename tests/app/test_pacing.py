"""How fast a channel is written to."""

from __future__ import annotations

import asyncio
from time import perf_counter

import pytest

from bot.app import pacing
from bot.app.pacing import NoPace, PerChatPace


async def seconds(pace: PerChatPace, *turns: tuple[str, bool]) -> float:
    begun = perf_counter()
    await asyncio.gather(*(pace.turn(address, group=group) for address, group in turns))
    return perf_counter() - begun


async def test_a_slow_chat_holds_nobody_else_up():
    pace = PerChatPace(per_second=1000, chat_seconds=0.1, group_per_minute=600)
    assert await seconds(pace, ("sam", False), ("lee", False), ("garden", True)) < 0.05
    slow = asyncio.create_task(pace.turn("sam", group=False))
    assert await seconds(pace, ("jo", False)) < 0.05
    assert not slow.done()
    await slow


async def test_one_chat_gets_so_many_and_no_more():
    pace = PerChatPace(per_second=1000, chat_seconds=0.05, group_per_minute=600)
    assert await seconds(pace, *[("sam", False)] * 4) >= 0.14


async def test_all_chats_together_keep_the_platforms_limit():
    pace = PerChatPace(per_second=20, chat_seconds=0.01, group_per_minute=600)
    assert await seconds(pace, *[(f"p{place}", False) for place in range(24)]) >= 0.15


async def test_a_group_has_a_burst_and_then_its_own_pace():
    pace = PerChatPace(per_second=1000, chat_seconds=0.01, group_per_minute=20)
    assert await seconds(pace, *[("garden", True)] * 20) < 0.1
    waiting = asyncio.create_task(pace.turn("garden", group=True))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    waiting.cancel()


async def test_the_least_used_chats_are_forgotten(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pacing, "MOST_CHATS", 2)
    pace = PerChatPace(per_second=1000, chat_seconds=10, group_per_minute=20)
    assert await seconds(pace, ("a", False), ("b", False), ("c", False)) < 0.05
    assert await seconds(pace, ("a", False)) < 0.05


async def test_a_channel_without_limits_goes_at_once():
    await NoPace().turn("sam", group=False)
