"""What every page has at hand, and how a request becomes a visitor, a chat, or a kind page instead."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from bot.app.assistant import Assistant
from bot.app.doing import House
from bot.app.ports import Clock, Ids
from bot.channels.web.channel import WebChannel
from bot.channels.web.chats import Chat, Chats
from bot.channels.web.guard import Pace, TooBig
from bot.channels.web.pages import Pages
from bot.channels.web.sessions import COOKIE, Visitor, visitor
from bot.content.pictures import Pictures
from bot.store import SqlStore

BY_SCRIPT = "x-alongside"  # a header that only the page's own script sends: it wants JSON back

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Site:
    """The parts that pages are made of. `live` says whether pages are told of news, or look for it."""

    assistant: Assistant
    channel: WebChannel
    store: SqlStore
    pages: Pages
    chats: Chats
    pictures: Pictures
    house: House
    clock: Clock
    ids: Ids
    base: str
    live: bool = True
    pace: Pace = field(default_factory=Pace)

    @property
    def zone(self) -> ZoneInfo:
        """The zone everybody lives in."""
        return self.house.zone

    @property
    def now(self) -> datetime:
        """The time."""
        return self.clock.now()

    @property
    def today(self) -> date:
        """Everybody's day."""
        return self.now.astimezone(self.zone).date()

    def links(self) -> tuple[str, ...]:
        """Give what our own links begin with."""
        return (self.channel.link(""),)


class Kindly(Exception):
    """The request ends with a kind page. `key` names its words; `words` are given back to who typed them."""

    def __init__(
        self, status: int, key: str, *, words: str = "", wait: int = 0, chat: Chat | None = None
    ) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.words = words
        self.wait = wait
        self.chat = chat


Endpoint = Callable[[Request], Awaitable[Response]]
Answer = Callable[[Site, Request], Awaitable[Response]]
Show = Callable[[Site, Request, Kindly], Awaitable[Response]]

NOT_FOUND = ("web-not-found", 404)
NAMES = {
    404: "web-not-found",
    405: "web-not-found",
    403: "web-old-page",
    413: "web-too-big",
    400: "web-sorry",
}


def by_script(request: Request) -> bool:
    """Say whether the page's script sent this."""
    return BY_SCRIPT in request.headers


async def who(site: Site, request: Request) -> Visitor:
    """Give who is at the page. Raises Kindly when nobody is signed in."""
    found = await visitor(site.store, site.clock, request.cookies.get(COOKIE))
    if found is None:
        raise Kindly(401, "web-signed-out")
    return found


async def chat_of(site: Site, request: Request) -> Chat:
    """Give the chat that the address names. A circle one is not in is not found, as one that is not there."""
    found = await who(site, request)
    circle = request.path_params.get("circle")
    if circle is not None and found.membership(circle) is None:
        raise Kindly(404, "web-not-found")
    return Chat(found, circle, site.links())


def kindly(site: Site, answer: Answer, show: Show) -> Endpoint:
    """Wrap an answer so that whatever goes wrong ends kindly, and no words reach the log."""

    async def endpoint(request: Request) -> Response:
        try:
            return await answer(site, request)
        except Kindly as kind:
            return await _shown(site, request, kind, show)
        except TooBig:
            return await _shown(site, request, Kindly(413, "web-too-big"), show)
        except HTTPException as error:
            return await _shown(
                site, request, Kindly(error.status_code, NAMES.get(error.status_code, "web-sorry")), show
            )
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:  # noqa: BLE001 - the page says sorry, whatever it was
            log.error("page-broke", page=answer.__name__, error=type(error).__name__)
            return await _shown(site, request, Kindly(503, "web-sorry"), show)

    return endpoint


async def _shown(site: Site, request: Request, kind: Kindly, show: Show) -> Response:
    headers = {"retry-after": str(kind.wait)} if kind.wait else None
    if by_script(request):
        text = site.pages.say(kind.key, site.today)
        return JSONResponse({"notice": text, "wait": kind.wait}, kind.status, headers=headers)
    return await show(site, request, kind)
