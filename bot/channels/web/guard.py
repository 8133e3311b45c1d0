"""What stands before every page: headers that keep scripts out, whose form it is, how much, and how often."""

from __future__ import annotations

import hmac
from collections import OrderedDict, deque
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web.sessions import Visitor

MOST_BYTES = 20 * 1024 * 1024  # of one photo or voice note
FORM_BYTES = 64 * 1024  # what a form has around it
MOST_POSTS = 60  # in a minute from one device; nobody writes so fast
MINUTE = timedelta(minutes=1)
MOST_DEVICES = 10_000  # whose posts are counted; the ones that wrote longest ago are forgotten first

_RULES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; "
)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(self)",
}


class TooBig(Exception):
    """More was sent than one photo or voice note can be."""


class Guard:
    """Wraps the app: adds the headers to every answer, and stops reading what is too big."""

    def __init__(self, app: ASGIApp, *, framed: bool = False) -> None:
        self._app = app
        frames = "frame-src 'self'; frame-ancestors 'self'" if framed else "frame-ancestors 'none'"
        self._headers = {
            **_HEADERS,
            "content-security-policy": _RULES + frames,
            "x-frame-options": "SAMEORIGIN" if framed else "DENY",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        read = 0
        announced = Headers(scope=scope).get("content-length", "")
        most = MOST_BYTES + FORM_BYTES

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > most or (announced.isdigit() and int(announced) > most):
                raise TooBig
            return message

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        await self._app(scope, counted, with_headers)


def from_here(request: Request, base: str) -> bool | None:
    """Say whether a page of this site sent the request; None when the browser does not tell."""
    fetched = request.headers.get("sec-fetch-site")
    if fetched is not None:
        return fetched == "same-origin"
    origin = request.headers.get("origin") or request.headers.get("referer")
    if origin is None:
        return None
    return urlsplit(origin).netloc in {request.headers.get("host", ""), urlsplit(base).netloc}


def may_post(request: Request, base: str, visitor: Visitor, token: str) -> bool:
    """Say whether a form came from a page that this device was given."""
    return from_here(request, base) is not False and hmac.compare_digest(
        visitor.csrf.encode(), token.encode()
    )


class Pace:
    """Counts what each device sends, so that one that floods slows nobody else down."""

    def __init__(self) -> None:
        self._sent: OrderedDict[str, deque[datetime]] = OrderedDict()

    def wait(self, address: str, now: datetime) -> int:
        """Count one post. Gives for how many seconds it has to wait; 0 when it may go now."""
        sent = self._sent.setdefault(address, deque())
        self._sent.move_to_end(address)
        while len(self._sent) > MOST_DEVICES:
            self._sent.popitem(last=False)
        while sent and now - sent[0] >= MINUTE:
            sent.popleft()
        if len(sent) >= MOST_POSTS:
            return max(1, int((sent[0] + MINUTE - now).total_seconds()) + 1)
        sent.append(now)
        return 0
