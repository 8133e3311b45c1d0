"""What Telegram gave is stored before it is acknowledged, whatever goes wrong in between."""

from __future__ import annotations

import asyncio
import base64
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import orjson
import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.polling import Polling
from bot.content.where import DATA
from bot.settings import SettingsWrong, load_settings
from bot.wiring import open_named_store
from tests.fakes.bot_api.client import TOKEN, FakeTelegram, Person

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
    from pathlib import Path

    from bot.app.ports import Store
    from bot.app.receive import Raw


class Notes:
    """Takes updates as the assistant does: the texts in order, the mark in the store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.texts: list[str] = []
        self.known: set[str] = set()
        self.broken = 0
        self.news = asyncio.Event()

    async def receive(self, channel: str, raws: Sequence[Raw], mark: int | None = None) -> int:
        if self.broken:
            self.broken -= 1
            raise OSError("the disk is full")
        async with self.store.transaction() as tx:
            if mark is not None:
                await tx.inbox.set_mark(channel, mark)
        new = [raw for raw in raws if raw.update not in self.known]
        self.known |= {raw.update for raw in new}
        self.texts += [orjson.loads(raw.body)["message"]["text"] for raw in new]
        self.news.set()
        return len(new)

    async def until(self, count: int) -> list[str]:
        async with asyncio.timeout(20):
            while len(self.texts) < count:
                self.news.clear()
                await self.news.wait()
        return self.texts


@pytest_asyncio.fixture
async def notes(tmp_path: Path) -> AsyncIterator[Notes]:
    key = base64.b64encode(bytes(32)).decode()
    store = await open_named_store(load_settings(data=tmp_path, master_key=key))
    yield Notes(store)
    await store.close()


@asynccontextmanager
async def polling(telegram: FakeTelegram, notes: Notes) -> AsyncIterator[asyncio.Task[None]]:
    stop = asyncio.Event()
    async with TelegramChannel.connect(TOKEN, telegram.url, DATA) as channel:
        task = asyncio.create_task(Polling(channel, notes, notes.store).run(stop))
        yield task
        stop.set()
        async with asyncio.timeout(5):
            await asyncio.gather(task, return_exceptions=True)


async def until(true: Callable[[Any], Awaitable[bool]], of: Any) -> None:
    """Wait for what happens in another process, or in a log: there is no Event to wait on."""
    async with asyncio.timeout(10):
        while not await true(of):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def nothing_waits(telegram: FakeTelegram) -> bool:
    return not await telegram.waiting_updates()


async def asked(telegram: FakeTelegram) -> bool:
    return bool(await telegram.calls("getUpdates"))


async def was_said(logs: list[Any]) -> bool:
    return any(line["event"] == "another-reader" for line in logs)


async def test_updates_come_in_order_and_are_acknowledged_by_the_next_call(
    telegram: FakeTelegram, sam: Person, notes: Notes
) -> None:
    async with polling(telegram, notes):
        for number in range(5):
            await sam.says(f"{number}")
        assert await notes.until(5) == ["0", "1", "2", "3", "4"]
        await until(nothing_waits, telegram)


async def test_a_long_queue_comes_in_whole(telegram: FakeTelegram, sam: Person, notes: Notes) -> None:
    await telegram.queue([(sam.id, f"{number}") for number in range(250)])
    async with polling(telegram, notes):
        assert await notes.until(250) == [f"{number}" for number in range(250)]


async def test_nothing_is_acknowledged_that_could_not_be_stored(
    telegram: FakeTelegram, sam: Person, notes: Notes
) -> None:
    notes.broken = 2
    await sam.says("keep me")
    with capture_logs() as logs:
        async with polling(telegram, notes):
            assert await notes.until(1) == ["keep me"]
    assert {"updates-not-stored"} == {line["event"] for line in logs if line["log_level"] == "error"}
    assert "keep me" not in str(logs)


async def test_a_stop_ends_the_long_call_and_the_next_start_goes_on_from_there(
    telegram: FakeTelegram, sam: Person, notes: Notes
) -> None:
    async with polling(telegram, notes):
        await sam.says("before")
        await notes.until(1)
    await sam.says("meanwhile")
    async with polling(telegram, notes):
        assert await notes.until(2) == ["before", "meanwhile"]
    offsets = [call.params.get("offset") for call in await telegram.calls("getUpdates")]
    assert offsets[0] is None
    assert None not in offsets[-2:]


async def test_updates_out_of_order_are_put_in_order(
    telegram: FakeTelegram, sam: Person, notes: Notes
) -> None:
    await telegram.queue([(sam.id, f"{number}") for number in range(4)])
    await telegram.reverse_updates()
    async with polling(telegram, notes):
        assert await notes.until(4) == ["0", "1", "2", "3"]


async def test_an_update_that_comes_twice_stops_nothing(
    telegram: FakeTelegram, sam: Person, notes: Notes
) -> None:
    async with polling(telegram, notes):
        await sam.says("once")
        await notes.until(1)
        await telegram.repeat_update()
        await sam.says("more")
        assert await notes.until(2) == ["once", "more"]


@pytest.mark.parametrize("kind", ["drop", "drop_after", "garbage", "cut"])
async def test_a_connection_that_breaks_is_tried_again(
    telegram: FakeTelegram, sam: Person, notes: Notes, kind: str
) -> None:
    await telegram.fault("getUpdates", kind)  # type: ignore[arg-type]
    await sam.says("hello")
    async with polling(telegram, notes):
        assert await notes.until(1) == ["hello"]


async def test_a_flood_waits_as_long_as_telegram_asks(
    telegram: FakeTelegram, sam: Person, notes: Notes
) -> None:
    await telegram.fault("getUpdates", "flood", retry_after=1)
    await sam.says("hello")
    async with polling(telegram, notes):
        assert await notes.until(1) == ["hello"]
    first, second = (await telegram.calls("getUpdates"))[:2]
    assert second.at - first.at >= 1


async def test_another_reader_is_said_plainly(telegram: FakeTelegram, notes: Notes) -> None:
    await telegram.fault("getUpdates", "status", status=409, description="Conflict: terminated by other")
    with capture_logs() as logs:
        async with polling(telegram, notes):
            await until(was_said, logs)


async def test_a_token_that_was_taken_back_ends_with_what_to_do(telegram: FakeTelegram, notes: Notes) -> None:
    await telegram.fault("getUpdates", "status", status=401, description="Unauthorized")
    async with polling(telegram, notes) as task:
        with pytest.raises(SettingsWrong, match="BotFather"):
            await task


async def test_a_webhook_of_the_past_is_taken_down(telegram: FakeTelegram, notes: Notes) -> None:
    async with polling(telegram, notes):
        await until(asked, telegram)
    (call,) = await telegram.calls("deleteWebhook")
    assert call.params["drop_pending_updates"] == "false"
