"""The web app: which page answers which address."""

from __future__ import annotations

from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.channels.web import joining, looking, writing
from bot.channels.web.guard import Guard
from bot.channels.web.pages import STATIC
from bot.channels.web.site import Answer, Kindly, Site, kindly

_GET = (
    ("/", looking.private_page),
    ("/news", looking.news),
    ("/live", looking.live),
    ("/signed-in", looking.signed_in),
    ("/media/{message:path}", looking.medium),
    ("/circle/{circle}", looking.circle_page),
    ("/circle/{circle}/news", looking.news),
    ("/circle/{circle}/live", looking.live),
    ("/circle/{circle}/media/{message:path}", looking.medium),
    ("/circle/{circle}/invite", joining.invite_page),
    ("/join/{token}", joining.door),
    ("/devices", joining.devices),
    ("/picture/{name}.svg", looking.picture),
)
_POST = (
    ("/say", writing.say),
    ("/press", writing.press),
    ("/upload", writing.upload),
    ("/circle/{circle}/say", writing.say),
    ("/circle/{circle}/press", writing.press),
    ("/circle/{circle}/invite", joining.invite),
    ("/join/{token}", joining.come_in),
    ("/devices/end", joining.end_device),
    ("/devices/link", joining.device_link),
    ("/words-size", joining.words_size),
)


async def show_kindly(site: Site, request: Request, kind: Kindly) -> Response:
    """Show a kind page: the chat with a notice when there is one, so that typed words are not lost."""
    if kind.chat is not None:
        return await looking.chat_page(site, request, kind.chat, kind)
    headers = {"retry-after": str(kind.wait)} if kind.wait else None
    return site.pages.page(
        "notice.html", request, site.today, status=kind.status, headers=headers, key=kind.key
    )


class _Static(StaticFiles):
    """The style sheet and the scripts: a browser may keep them for an hour."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """Give one of them."""
        response = super().file_response(*args, **kwargs)
        response.headers["cache-control"] = "public, max-age=3600"
        return response


def static() -> ASGIApp:
    """Give what serves the style sheet and the scripts."""
    return _Static(directory=STATIC)


def chat_app(site: Site) -> Starlette:
    """Give the pages of the chat, without the guard around them."""

    async def not_found(_site: Site, _request: Request) -> Response:
        raise Kindly(404, "web-not-found")

    def route(path: str, method: str, answer: Answer) -> Route:
        return Route(path, kindly(site, answer, show_kindly), methods=[method])

    async def lost(request: Request, _error: Exception) -> Response:
        return await kindly(site, not_found, show_kindly)(request)

    routes: list[Route | Mount] = [route(path, "GET", answer) for path, answer in _GET]
    routes += [route(path, "POST", answer) for path, answer in _POST]
    routes.append(Mount("/static", static()))
    return Starlette(routes=routes, exception_handlers={404: lost, 405: lost})


def web_app(site: Site) -> ASGIApp:
    """Give the web chat as it is served."""
    return Guard(chat_app(site))
