"""Who is at a page: a device, signed in by a link. A cookie holds its secret; here only the hash is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

from bot.app.ports import Clock
from bot.channels.web.updates import WEB
from bot.domain.circles import Circle, Membership
from bot.domain.people import Person
from bot.store import SqlStore, StoreTransaction, WebSession

COOKIE = "alongside"
LASTS = timedelta(days=400)  # the longest a browser keeps one; it is renewed while it is used
NOTED_EVERY = timedelta(minutes=10)  # exact enough to say when a device was used last
TEXT_SIZE = "alongside_words"
SIZES = ("1", "2", "3")


@dataclass(frozen=True)
class Visitor:
    """A signed-in device, and whose it is: nobody's until a turn has read the link it came with."""

    token: str
    address: str  # the hash of the token
    person: Person | None = None
    belongs: tuple[tuple[Circle, Membership], ...] = ()

    @property
    def chat(self) -> str:
        """The address of the private chat in the log."""
        return self.address if self.person is None else f"person:{self.person.id}"

    @property
    def csrf(self) -> str:
        """What a form of this device's carries, so that no other site can send one."""
        return hashlib.sha256(f"form {self.token}".encode()).hexdigest()[:32]

    def membership(self, circle: str) -> tuple[Circle, Membership] | None:
        """Give the circle and what the person is in it, if they belong to it now."""
        return next((one for one in self.belongs if one[0].id == circle), None)


def address_of(token: str) -> str:
    """Give a device's address. From it nobody can make the token again."""
    return hashlib.sha256(f"device {token}".encode()).hexdigest()


async def visitor(store: SqlStore, clock: Clock, token: str | None) -> Visitor | None:
    """Give who a cookie belongs to; None for an unknown or ended one."""
    if not token:
        return None
    address = address_of(token)
    async with store.reading() as tx:
        session = await tx.web.session(address)
        if session is None or session.ended:
            return None
        person = await _person(tx, address)
        belongs = await tx.circles.of_person(person.id) if person else []
    now = clock.now()
    owner = person.id if person else ""
    if session.person != owner or now - session.last_used > NOTED_EVERY:
        async with store.transaction() as tx:
            current = await tx.web.session(address)
            if current is None or current.ended:
                return None
            await tx.web.put_session(replace(current, person=owner, last_used=now))
    once = {circle.id: (circle, membership) for circle, membership in belongs}
    return Visitor(token, address, person, tuple(once.values()))


async def _person(tx: StoreTransaction, address: str) -> Person | None:
    account = await tx.people.account(WEB, address)
    return await tx.people.get(account.person) if account else None


async def sign_in(store: SqlStore, token: str, now: datetime) -> None:
    """Begin a session. It is nobody's yet."""
    async with store.transaction() as tx:
        await tx.web.put_session(WebSession(address_of(token), "", now, now))


async def sign_out(store: SqlStore, address: str) -> None:
    """End a session: nothing is sent to that device any more, and its cookie opens nothing."""
    async with store.transaction() as tx:
        await tx.web.end_session(address)
        account = await tx.people.account(WEB, address)
        if account is not None:
            await tx.people.put_account(replace(account, reachable=False))


def cookie_path(request: Request) -> str:
    """Give the part of the site that the cookie is for: the demo has several phones in one browser."""
    return str(request.scope.get("root_path", "")) or "/"


def give_cookie(request: Request, response: Response, token: str) -> None:
    """Let the browser keep the device's secret, where no script can read it."""
    _set(request, response, COOKIE, token)


def give_text_size(request: Request, response: Response, size: str) -> None:
    """Let the browser remember how large the words are."""
    _set(request, response, TEXT_SIZE, size)


def _set(request: Request, response: Response, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=int(LASTS.total_seconds()),
        path=cookie_path(request),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
