"""A web chat on a real store, with the real assistant behind it and a clock moved by hand."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from bot.app.messages import Incoming, Outgoing, Pressable, StartIn
from bot.app.receive import Raw
from bot.channels.web import updates
from bot.channels.web.app import web_app
from bot.channels.web.channel import WebChannel
from bot.channels.web.serve import site_of
from bot.channels.web.sessions import COOKIE, address_of
from bot.channels.web.site import Site
from bot.channels.web.updates import WEB, circle_place
from bot.content.catalogue import Catalogue
from bot.domain.circles import Circle, Invite, Membership, Place
from bot.domain.joining import INVITE_LASTS, hash_of
from bot.domain.people import Account, Kind, Person
from bot.settings import Settings, load_settings
from bot.store import SqlStore, WebSession
from bot.wiring import Wired, open_named_store, put_together

BASE = "http://chat.test"
BY_SCRIPT = {"x-alongside": "1", "sec-fetch-site": "same-origin"}
BY_FORM = {"origin": BASE}


@dataclass
class HandClock:
    """A clock that a test moves."""

    time: datetime = datetime(2026, 11, 30, 10, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def forward(self, **by: float) -> None:
        self.time += timedelta(**by)


@dataclass
class Device:
    """A signed-in browser. `person` is whose it is."""

    client: httpx.AsyncClient
    token: str
    person: Person
    number: int = 0
    pages: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return address_of(self.token)

    async def page(self, path: str = "/") -> str:
        answer = await self.client.get(path)
        assert answer.status_code == 200, answer.status_code
        return answer.text

    async def csrf(self) -> str:
        found = re.search(r'name="csrf" value="(\w+)"', await self.page())
        assert found
        return found[1]

    async def post(
        self,
        path: str,
        *,
        form: str | None = None,
        headers: dict[str, str] | None = None,
        files: dict[str, tuple[str, bytes, str]] | None = None,
        **values: str,
    ) -> httpx.Response:
        """Send a form as the page's script does, each with an id of its own."""
        self.number += 1
        data = {"csrf": await self.csrf(), "form": form or f"from-a-test-{self.number}", **values}
        return await self.client.post(
            path, data=data, files=files, headers=BY_SCRIPT if headers is None else headers
        )

    async def buttons(self, path: str = "/") -> dict[str, dict[str, str]]:
        """Every button in the chat that can be pressed, by label, with what its form sends."""
        found: dict[str, dict[str, str]] = {}
        for press in re.findall(r'<form class="press".*?</form>', await self.page(path), re.DOTALL):
            message = html.unescape(re.search(r'name="message" value="([^"]*)"', press)[1])
            for payload, label in re.findall(
                r'<button[^>]*value="([^"]*)"[^>]*>(.*?)</button>', press, re.DOTALL
            ):
                plain = html.unescape(re.sub(r"<[^>]+>", "", label)).strip()
                found[plain] = {"message": message, "payload": html.unescape(payload)}
        return found


@dataclass
class Town:
    """The site with its store and clock, and ways to put people in it."""

    site: Site
    store: SqlStore
    wired: Wired
    channel: WebChannel
    clock: HandClock
    transport: httpx.ASGITransport
    clients: list[httpx.AsyncClient] = field(default_factory=list)

    def browser(self, token: str | None = None) -> httpx.AsyncClient:
        cookies = {COOKIE: token} if token else None
        client = httpx.AsyncClient(transport=self.transport, base_url=BASE, cookies=cookies)
        self.clients.append(client)
        return client

    async def device(self, name: str, kind: Kind = Kind.MEMBER, person: Person | None = None) -> Device:
        token = self.site.ids.token()
        now = self.clock.now()
        async with self.store.transaction() as tx:
            if person is None:
                person = Person(self.site.ids.new(), name, kind, greeted=True, joined=now)
                await tx.people.add(person)
            await tx.people.put_account(Account(WEB, address_of(token), person.id, last_used=now))
            await tx.web.put_session(WebSession(address_of(token), person.id, now, now))
        return Device(self.browser(token), token, person)

    async def circle(self, name: str, *devices: Device) -> Circle:
        circle = Circle(self.site.ids.new(), name, made=self.clock.now())
        async with self.store.transaction() as tx:
            await tx.circles.put(circle)
            await tx.circles.put_place(Place(WEB, circle_place(circle.id), circle.id))
            for device in devices:
                belongs = Membership(circle.id, device.person.id, device.person.kind)
                await tx.circles.put_membership(belongs)
        return circle

    async def leave(self, circle: Circle, device: Device) -> None:
        async with self.store.transaction() as tx:
            for one in await tx.circles.members(circle.id):
                if one.person == device.person.id:
                    await tx.circles.put_membership(replace(one, left=True))

    async def invite(self, circle: Circle | None = None) -> str:
        token = self.site.ids.token()
        ends = self.clock.now() + INVITE_LASTS
        kind = Kind.MEMBER if circle else Kind.FACILITATOR
        async with self.store.transaction() as tx:
            await tx.circles.put_invite(
                Invite(self.site.ids.new(), hash_of(token), kind, ends, circle=circle.id if circle else None)
            )
        return token

    async def greet(self, device: Device) -> None:
        """Let the assistant begin, as it does when somebody comes by a link."""
        hello = Incoming(
            WEB,
            f"hello-{device.address[:8]}",
            device.address,
            device.address,
            True,
            self.clock.now(),
            StartIn(),
        )
        await self.wired.assistant.receive(WEB, [Raw(hello.update, updates.write(hello))])
        await self.settle()

    async def settle(self) -> None:
        await self.wired.assistant.settle()


def message(number: int = 1, text: str = "Hello Sam.", *labels: str, key: str = "test") -> Outgoing:
    rows = tuple(
        (Pressable(label, f"q:{number}:{place}", None, f"test.{place}"),)
        for place, label in enumerate(labels)
    )
    return Outgoing(key, text, rows, "hello", "A hand that waves", id=f"web:test.{number}")


def settings_in(folder: Path) -> Settings:
    key = base64.b64encode(b"k" * 32).decode()
    return load_settings(data=folder, master_key=key, web_url=BASE, people=(), telegram_token=None)


async def make_store(folder: Path) -> None:
    """Make an empty store, to be copied: that is quicker than making its tables each time."""
    store = await open_named_store(settings_in(folder))
    await store.close()


@asynccontextmanager
async def open_town(folder: Path, words: Catalogue) -> AsyncIterator[Town]:
    settings = settings_in(folder)
    store = await open_named_store(settings)
    clock = HandClock()
    channel = WebChannel(store, clock, BASE)
    wired = await put_together(
        settings, {channel.name: channel}, store=store, nlu=None, words=words, clock=clock
    )
    site = site_of(settings, wired, channel)
    transport = httpx.ASGITransport(app=web_app(site))
    made = Town(site, store, wired, channel, clock, transport)
    try:
        yield made
    finally:
        for client in made.clients:
            await client.aclose()
        await store.close()
