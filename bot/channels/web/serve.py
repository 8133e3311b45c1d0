"""Serving the web chat, and the demo, until told to stop. Called by `alongside run` and `alongside demo`."""

from __future__ import annotations

import asyncio
import base64
import secrets
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from bot.app.messages import Incoming, StartIn
from bot.app.ports import Clock
from bot.app.receive import Raw
from bot.channels.web import updates
from bot.channels.web.app import web_app
from bot.channels.web.channel import WebChannel
from bot.channels.web.chats import Chats
from bot.channels.web.demo import Demo, demo_app, keep_clock, kept_ahead
from bot.channels.web.demo_clock import DemoClock, to_start
from bot.channels.web.demo_people import Cast, read_cast, secret, seed
from bot.channels.web.newsroom import Newsroom
from bot.channels.web.pages import Pages
from bot.channels.web.sessions import address_of
from bot.channels.web.site import Site
from bot.content.pictures import Pictures
from bot.settings import MASTER_KEY_BYTES, Settings, load_settings
from bot.understanding.meaning import IntentEngine
from bot.wiring import RandomIds, SystemClock, Wired, load_engine, open_named_store, put_together

FINISH_WITHIN = 5  # seconds that open requests have when the server stops
KEY_FILE = "demo.key"


class _Server(uvicorn.Server):
    """Lets pages that wait for news go before it waits for them. With `stop` its owner hears the signals."""

    def __init__(self, config: uvicorn.Config, news: Newsroom, stop: asyncio.Event | None) -> None:
        super().__init__(config)
        self._news = news
        self._stop = stop

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the process's signals alone when somebody else hears them."""
        if self._stop is not None:
            yield
            return
        with super().capture_signals():
            yield

    async def on_tick(self, counter: int) -> bool:
        """Look whether to stop."""
        return (self._stop is not None and self._stop.is_set()) or await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop."""
        self._news.close()
        await super().shutdown(sockets)


def open_socket(host: str, port: int) -> socket.socket:
    """Listen on an address; port 0 is any that is free. Raises OSError when it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


async def serve(
    app: ASGIApp, listening: socket.socket, news: Newsroom, stop: asyncio.Event | None = None
) -> None:
    """Serve until `stop`, or without one until the process is told to.

    Addresses of pages are not logged: links are secrets.
    """
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=FINISH_WITHIN,
    )
    await _Server(config, news, stop).serve(sockets=[listening])


def site_of(settings: Settings, wired: Wired, channel: WebChannel, *, live: bool = True) -> Site:
    """Give the site of an assistant that has the web channel."""
    return Site(
        assistant=wired.assistant,
        channel=channel,
        store=channel.store,
        pages=Pages(wired.words, settings.locale),
        chats=Chats(channel.store, channel, settings.zone),
        pictures=Pictures.load(settings.words / "pictures"),
        house=wired.house,
        clock=wired.clock,
        ids=wired.ids,
        base=settings.link_base,
        live=live,
    )


async def serve_chat(
    settings: Settings, wired: Wired, channel: WebChannel, stop: asyncio.Event | None = None
) -> None:
    """Serve the web chat of an assistant that is running, until `stop`. Raises OSError for a taken port."""
    with open_socket(settings.web_host, settings.web_port) as listening:
        await serve(web_app(site_of(settings, wired, channel)), listening, channel.news, stop)


async def serve_demo(
    host: str,
    port: int,
    folder: Path,
    *,
    clock: Clock | None = None,
    started: Callable[[str], None] | None = None,
    stop: asyncio.Event | None = None,
) -> None:
    """Serve the demo from a folder of its own, made or carried on. `started` gets the page's address.

    Raises OSError for a taken port and DemoUnreadable.
    """
    with open_socket(host, port) as listening:
        base = f"http://{host}:{listening.getsockname()[1]}"
        async with running_demo(folder, base, clock or SystemClock()) as (app, channel):
            if started is not None:
                started(base)
            await serve(app, listening, channel.news, stop)


@asynccontextmanager
async def running_demo(
    folder: Path, base: str, clock: Clock, engine: Callable[[Settings], IntentEngine] = load_engine
) -> AsyncIterator[tuple[ASGIApp, WebChannel]]:
    """Give the demo's app while its assistant runs. Raises DemoUnreadable."""
    settings, cast = _settings(folder, base)
    ahead = kept_ahead(folder)
    moved = DemoClock(clock, to_start(clock, settings.zone) if ahead is None else timedelta(seconds=ahead))
    demo = Demo(cast, moved, settings.read_master_key(), folder)
    keep_clock(demo)
    store = await open_named_store(settings)
    try:
        channel = WebChannel(store, moved, base)
        is_new = await seed(store, cast, demo.master_key, RandomIds(), moved.now())
        # The people are there first: one of them is a named person.
        wired = await put_together(
            settings, {channel.name: channel}, store=store, nlu=engine(settings), clock=moved
        )
        await wired.assistant.start()
        try:
            if is_new:
                await _greet(wired, demo)
            yield demo_app(site_of(settings, wired, channel, live=False), demo), channel
        finally:
            await wired.assistant.stop()
    finally:
        await store.close()


async def _greet(wired: Wired, demo: Demo) -> None:
    """Let everybody's phone begin with the assistant's hello."""
    for one in demo.cast.characters:
        address = address_of(secret(demo.master_key, one.slug))
        update = f"{address[: updates.DEVICE_LENGTH]}.demo-start"
        hello = Incoming(updates.WEB, update, address, address, True, demo.clock.now(), StartIn())
        await wired.assistant.receive(updates.WEB, [Raw(update, updates.write(hello))])


def _settings(folder: Path, base: str) -> tuple[Settings, Cast]:
    folder.mkdir(parents=True, exist_ok=True)
    data = Settings.model_fields["words"].get_default()
    cast = read_cast(data / "demo")
    return (
        load_settings(
            data=folder,
            keys=folder / "keys",
            master_key=None,
            master_key_file=_key(folder),
            web_url=base,
            people=(cast.person,),
            people_phone=cast.phone,
            telegram_token=None,
        ),
        cast,
    )


def _key(folder: Path) -> Path:
    """Give the demo's own master key, made the first time."""
    file = folder / KEY_FILE
    if not file.exists():
        file.touch(mode=0o600)
        file.write_bytes(base64.b64encode(secrets.token_bytes(MASTER_KEY_BYTES)))
    return file
