"""The demo: fictional people with a phone each, and a clock that only goes forward."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
from starlette.types import ASGIApp

from bot.channels.web.channel import WebChannel
from bot.channels.web.demo_clock import WISHES, DemoClock, to_start
from bot.channels.web.demo_people import DemoUnreadable, read_cast
from bot.channels.web.serve import open_socket, running_demo, serve
from bot.content.where import DATA
from bot.wiring import load_engine
from tests.web.town import HandClock

LONDON = ZoneInfo("Europe/London")
HERE = "http://127.0.0.1:8000"

pytestmark = pytest.mark.slow  # a whole demo is started


Open = Callable[[Path, str, HandClock], AbstractAsyncContextManager[tuple[ASGIApp, WebChannel]]]


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Open:
    """Open a demo with a model that is trained once for all these tests."""
    cache = tmp_path_factory.mktemp("nlu")
    return lambda folder, base, clock: running_demo(
        folder, base, clock, lambda settings: load_engine(settings, cache=cache)
    )


@pytest.fixture
async def demo(tmp_path: Path, opened: Open) -> AsyncIterator[httpx.AsyncClient]:
    async with opened(tmp_path / "demo", HERE, HandClock()) as (app, _):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
            yield client


async def test_the_page_says_that_nobody_is_real_and_that_no_lead_is_there(demo: httpx.AsyncClient) -> None:
    page = (await demo.get("/")).text
    assert "The people are not real." in page
    assert "no safeguarding lead" in page
    assert re.findall(r'<iframe src="/phone/(\w+)/', page) == ["sam", "jo", "lee", "priya", "kit", "new"]


async def test_each_phone_is_its_own_persons(demo: httpx.AsyncClient) -> None:
    assert (await demo.get("/phone/sam/")).status_code == 401
    page = await demo.get("/")
    for cookie in page.headers.get_list("set-cookie"):
        assert re.search(r"path=/phone/\w+", cookie, re.IGNORECASE)
    assert "Garden Gang" in (await demo.get("/phone/sam/")).text
    assert "Garden Gang" not in (await demo.get("/phone/jo/")).text
    assert 'action="/phone/sam/say"' in (await demo.get("/phone/sam/")).text
    assert (await demo.get("/phone/nobody/")).status_code == 401


async def test_the_clock_moves_forward_and_the_page_says_so(demo: httpx.AsyncClient) -> None:
    assert "It is 10am on Monday 30 November." in (await demo.get("/")).text
    headers = {"origin": HERE, "x-alongside": "1"}
    moved = await demo.post("/clock", data={"to": "evening"}, headers=headers)
    assert moved.json()["time"] == "It is 6pm on Monday 30 November."
    assert (await demo.post("/clock", data={"to": "back"}, headers=headers)).status_code == 400
    assert (await demo.post("/clock", data={"to": "hour"})).status_code == 403
    assert (await demo.get("/clock")).json()["time"] == "It is 6pm on Monday 30 November."


async def test_a_link_of_the_demo_opens_on_a_phone_of_its_own(demo: httpx.AsyncClient) -> None:
    page = (await demo.get("/join/" + "x" * 43)).text
    assert '<iframe src="/phone/guest/join/' in page
    assert (await demo.get("/join/short")).status_code == 404


async def test_a_demo_can_be_carried_on_where_it_was(tmp_path: Path, opened: Open) -> None:
    clock = HandClock()
    for wish in ("morning", None):
        async with opened(tmp_path / "demo", HERE, clock) as (app, _):
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
                if wish:
                    await client.post("/clock", data={"to": wish}, headers={"origin": HERE})
                page = (await client.get("/")).text
                assert "It is 9:30am on Tuesday 1 December." in page
                assert (await client.get("/phone/sam/")).status_code == 200


async def test_an_open_page_is_told_of_news_and_let_go_when_the_server_stops(
    tmp_path: Path, opened: Open
) -> None:
    stop = asyncio.Event()
    with open_socket("127.0.0.1", 0) as listening:
        base = f"http://127.0.0.1:{listening.getsockname()[1]}"
        async with opened(tmp_path / "demo", base, HandClock()) as (app, channel):
            serving = asyncio.create_task(serve(app, listening, channel.news, stop))
            async with httpx.AsyncClient(base_url=base, timeout=20) as client:
                await client.get("/")
                async with client.stream("GET", "/phone/sam/live") as live:
                    lines = live.aiter_lines()
                    told = [await anext(lines) for _ in range(3)]
                    assert told[1] == "event: news"
                    while "Why are you here?" not in told[-1]:  # it may come with later news
                        told.append(await anext(lines))
                    stop.set()
                    async for _ in lines:
                        pass
            await asyncio.wait_for(serving, 15)


def test_the_clock_goes_on_by_itself_and_never_back() -> None:
    machine = HandClock()
    clock = DemoClock(machine)
    assert clock.now() == machine.now()
    for wish in (*WISHES, "evening"):
        before = clock.now()
        clock.move(wish, LONDON)
        assert clock.now() > before
    before = clock.now()
    machine.forward(minutes=3)
    assert clock.now() - before == timedelta(minutes=3)
    with pytest.raises(ValueError, match="forward"):
        clock.move_to(before)
    with pytest.raises(ValueError, match="no such wish"):
        clock.move("yesterday", LONDON)


@pytest.mark.parametrize("hour", [0, 9, 10, 11, 23])
def test_a_demo_begins_at_ten_in_the_morning(hour: int) -> None:
    machine = HandClock(datetime(2026, 3, 28, hour, tzinfo=UTC))
    begins = (machine.now() + to_start(machine, LONDON)).astimezone(LONDON)
    assert (begins.hour, begins.minute) == (10, 0)
    assert begins >= machine.now()


def test_the_people_of_the_demo_can_be_read() -> None:
    cast = read_cast(DATA / "demo")
    assert [one.name for one in cast.characters] == ["Sam", "Jo", "Lee", "Priya", "Kit"]


@pytest.mark.parametrize("text", ["", "people: 3", "people: {sam: {name: Sam, kind: boss}}", ": ["])
def test_people_that_cannot_be_read_are_named_by_their_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "people.yml").write_text(text)
    with pytest.raises(DemoUnreadable, match=r"people\.yml"):
        read_cast(tmp_path)
