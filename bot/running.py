"""Running for real people: the web chat and Telegram over one store, until told to stop."""

from __future__ import annotations

import asyncio
import gc
from contextlib import AsyncExitStack
from datetime import timedelta

import structlog

from bot.app.ports import Channel
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.polling import Polling
from bot.channels.web.channel import WebChannel
from bot.channels.web.serve import serve_chat
from bot.domain.circles import Invite
from bot.domain.joining import INVITE_LASTS, hash_of
from bot.domain.people import Kind
from bot.settings import Settings
from bot.wiring import RandomIds, SystemClock, load_engine, open_named_store, put_together

log = structlog.get_logger(__name__)


async def run_until(settings: Settings, stop: asyncio.Event) -> None:
    """Run every channel that is set up; on stop, finish what is in hand."""
    store = await open_named_store(settings)
    async with AsyncExitStack() as closing:
        closing.push_async_callback(store.close)
        clock = SystemClock()
        web = WebChannel(store, clock, settings.link_base)
        channels: dict[str, Channel] = {web.name: web}
        telegram = None
        if settings.telegram_token is not None:
            telegram = await closing.enter_async_context(
                TelegramChannel.connect(
                    settings.telegram_token.get_secret_value(), settings.telegram_api, settings.words
                )
            )
            channels[telegram.name] = telegram
        wired = await put_together(settings, channels, store=store, nlu=load_engine(settings), clock=clock)
        await wired.assistant.start()
        closing.push_async_callback(wired.assistant.stop)
        tasks = [asyncio.create_task(serve_chat(settings, wired, web, stop))]
        if telegram is not None:
            polling = Polling(telegram, wired.assistant, store)
            tasks.append(asyncio.create_task(polling.run(stop)))
        # What is there by now stays: looking through it again and again took a quarter of a turn's time.
        gc.collect()
        gc.freeze()
        log.info("ready", channels=sorted(channels))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait([*tasks, stopping], return_when=asyncio.FIRST_COMPLETED)
        stop.set()
        await asyncio.gather(*tasks)
    log.info("stopped")


async def make_invite(settings: Settings, kind: str, lasts: timedelta = INVITE_LASTS) -> list[str]:
    """Make a single-use link. Gives the lines to print: one for each channel that is set up."""
    store = await open_named_store(settings)
    ids = RandomIds()
    token = ids.token()
    now = SystemClock().now()
    async with store.transaction() as tx:
        await tx.circles.put_invite(Invite(ids.new(), hash_of(token), Kind(kind), now + lasts))
    await store.close()
    lines = [f"{settings.link_base}/join/{token}"]
    if settings.telegram_token is not None:
        async with TelegramChannel.connect(
            settings.telegram_token.get_secret_value(), settings.telegram_api, settings.words
        ) as telegram:
            lines.append(telegram.link(token))
    return lines
