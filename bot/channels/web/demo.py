"""The demo page: several phones side by side, each a fictional person's, and a clock to move forward."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from bot.channels.web.app import chat_app, show_kindly, static
from bot.channels.web.demo_clock import WISHES, DemoClock
from bot.channels.web.demo_people import Cast, secret
from bot.channels.web.guard import Guard, from_here
from bot.channels.web.joining import TOKEN
from bot.channels.web.looking import picture
from bot.channels.web.sessions import COOKIE, LASTS
from bot.channels.web.site import Answer, Kindly, Site, kindly

GUEST = "guest"  # the phone on which a link of the demo is opened
CLOCK_FILE = "demo-clock.json"


@dataclass(frozen=True)
class Phone:
    """A phone on the page."""

    slug: str
    name: str
    kind: str
    start: str  # the page it opens first


@dataclass(frozen=True)
class Demo:
    """What the demo page needs besides the site: who is in it, its clock, and where its state is."""

    cast: Cast
    clock: DemoClock
    master_key: bytes
    folder: Path


def demo_app(site: Site, demo: Demo) -> ASGIApp:
    """Give the demo: its page, and under /phone/<name> the web chat as each person has it."""

    async def page(site: Site, request: Request) -> Response:
        return _page(site, demo, request)

    async def clock(site: Site, _request: Request) -> Response:
        return JSONResponse({"time": _time(site)})

    async def move(site: Site, request: Request) -> Response:
        return await _move(site, demo, request)

    def route(path: str, answer: Answer, method: str = "GET") -> Route:
        return Route(path, kindly(site, answer, show_kindly), methods=[method])

    pages = Starlette(
        routes=[
            route("/", page),
            route("/join/{token}", page),
            route("/clock", clock),
            route("/clock", move, "POST"),
            route("/picture/{name}.svg", picture),
            Mount("/static", static()),
            Mount("/phone/{phone}", chat_app(site)),
        ]
    )
    return Guard(pages, framed=True)


def _page(site: Site, demo: Demo, request: Request) -> Response:
    token = request.path_params.get("token")
    if token is not None and not TOKEN.fullmatch(token):
        raise Kindly(404, "web-link-unknown")
    link = token or secret(demo.master_key, f"link for {demo.cast.new}")
    name = site.pages.say("phrase-web-demo-new-name", site.today)
    new = GUEST if token else demo.cast.new
    known = request.cookies.get(f"{COOKIE}_{new}") is not None
    phones = [
        Phone(one.slug, one.name, one.kind.value, f"/phone/{one.slug}/") for one in demo.cast.characters
    ]
    phones.insert(
        0 if token else len(phones),
        Phone(new, name, "new", f"/phone/{new}/" if known else f"/phone/{new}/join/{link}"),
    )
    response = site.pages.page(
        "demo.html", request, site.today, phones=phones, time=_time(site), wishes=WISHES
    )
    for one in demo.cast.characters:
        response.set_cookie(
            COOKIE,
            secret(demo.master_key, one.slug),
            max_age=int(LASTS.total_seconds()),
            path=f"/phone/{one.slug}",
            httponly=True,
            samesite="lax",
        )
    return response


async def _move(site: Site, demo: Demo, request: Request) -> Response:
    if not from_here(request, site.base):
        raise Kindly(403, "web-old-page")
    form = await request.form()
    try:
        demo.clock.move(str(form.get("to")), site.zone)
    except ValueError:
        raise Kindly(400, "web-sorry") from None
    keep_clock(demo)
    site.assistant.wake()
    if "x-alongside" in request.headers:
        return JSONResponse({"time": _time(site)})
    return RedirectResponse("/", 303)


def keep_clock(demo: Demo) -> None:
    """Keep how far the clock is ahead: what was said stays in the past when the demo is opened again."""
    (demo.folder / CLOCK_FILE).write_bytes(orjson.dumps({"ahead": demo.clock.ahead.total_seconds()}))


def kept_ahead(folder: Path) -> float | None:
    """Give how far ahead the clock was, in seconds; None in a new demo."""
    try:
        return float(orjson.loads((folder / CLOCK_FILE).read_bytes())["ahead"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _time(site: Site) -> str:
    local = site.now.astimezone(site.zone)
    return site.pages.say("phrase-web-demo-time", site.today, time=local.time(), day=local.date())
