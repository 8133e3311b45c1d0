"""Signing in by a link, the devices of a person, and links for others with a QR code."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import segno
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.app.doing import HANDLERS, Doing
from bot.app.messages import Incoming, StartIn
from bot.app.receive import Raw
from bot.channels.web import updates
from bot.channels.web.chats import Chat
from bot.channels.web.guard import from_here
from bot.channels.web.sessions import (
    COOKIE,
    SIZES,
    Visitor,
    address_of,
    give_cookie,
    give_text_size,
    sign_in,
    sign_out,
    visitor,
)
from bot.channels.web.site import Kindly, Site, chat_of, who
from bot.channels.web.writing import form_of
from bot.dialogues.commands import MakeInvite
from bot.domain.errors import Refusal
from bot.domain.joining import hash_of
from bot.domain.people import Kind

TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}")


async def door(site: Site, request: Request) -> Response:
    """Say what this is, with one button. A look does not use the link up: chat apps look at links too."""
    _token(request)
    return site.pages.page("join.html", request, site.today)


async def come_in(site: Site, request: Request) -> Response:
    """Open the chat: sign this device in, and let the assistant read the link."""
    token = _token(request)
    if not from_here(request, site.base):
        raise Kindly(403, "web-old-page")
    here = await visitor(site.store, site.clock, request.cookies.get(COOKIE))
    secret = here.token if here else site.ids.token()
    root = str(request.scope.get("root_path", ""))
    response = RedirectResponse(f"{root}/", 303)
    if here is None:
        await sign_in(site.store, secret, site.now)
        give_cookie(request, response, secret)
    address = address_of(secret)
    wait = site.pace.wait(address, site.now)
    if wait:
        raise Kindly(429, "web-too-fast", wait=wait)
    update = updates.update_id(secret, address, "joining-by-link", hash_of(token).encode())
    incoming = Incoming(updates.WEB, update, address, address, True, site.now, StartIn(token))
    await site.assistant.receive(updates.WEB, [Raw(update, updates.write(incoming))])
    return response


async def devices(site: Site, request: Request) -> Response:
    """Show where the person is signed in."""
    return await _devices(site, request, await who(site, request))


async def _devices(site: Site, request: Request, here: Visitor, link: str | None = None) -> Response:
    async with site.store.reading() as tx:
        if here.person is None:
            own = await tx.web.session(here.address)
            sessions = [own] if own else []
        else:
            sessions = await tx.web.sessions_of(here.person.id)
    listed = [
        {
            "id": session.token_hash,
            "here": session.token_hash == here.address,
            "used": session.last_used.astimezone(site.zone).date(),
        }
        for session in sessions
    ]
    return site.pages.page(
        "devices.html",
        request,
        site.today,
        visitor=here,
        devices=listed,
        link=link,
        qr=qr_of(link) if link else "",
        form=site.ids.new(),
    )


async def end_device(site: Site, request: Request) -> Response:
    """Sign one of the person's devices out."""
    here = await who(site, request)
    form = await form_of(site, request, Chat(here))
    address = form.get("device")
    async with site.store.reading() as tx:
        session = await tx.web.session(address) if isinstance(address, str) else None
    own = session is not None and not session.ended
    mine = (
        own
        and session is not None
        and (
            session.token_hash == here.address
            or (here.person is not None and session.person == here.person.id)
        )
    )
    if session is None or not mine:
        raise Kindly(404, "web-not-found")
    await sign_out(site.store, session.token_hash)
    site.channel.news.tell(here.chat)
    if session.token_hash == here.address:
        # Words that waited to be sent stay on no device that is signed out.
        gone = {"clear-site-data": '"storage"'}
        return site.pages.page("notice.html", request, site.today, headers=gone, key="web-signed-out")
    return RedirectResponse(f"{request.scope.get('root_path', '')}/devices", 303)


async def device_link(site: Site, request: Request) -> Response:
    """Make a link for another device of the same person; this one is asked before it is let in."""
    here = await who(site, request)
    form = await form_of(site, request, Chat(here))
    person = here.person
    if person is None:
        raise Kindly(404, "web-not-found")
    link = await _make_link(site, here, MakeInvite(person.kind, device=True), str(form.get("form")))
    return await _devices(site, request, here, link)


async def invite_page(site: Site, request: Request) -> Response:
    """Ask a facilitator whom the link is for."""
    return _invite(site, request, await _holder(site, request))


async def invite(site: Site, request: Request) -> Response:
    """Make a link into the circle."""
    chat = await _holder(site, request)
    form = await form_of(site, request, chat)
    if form.get("kind") not in ("member", "facilitator"):
        raise Kindly(400, "web-sorry")
    wish = MakeInvite(Kind(str(form.get("kind"))), chat.circle)
    return _invite(site, request, chat, await _make_link(site, chat.visitor, wish, str(form.get("form"))))


def _invite(site: Site, request: Request, chat: Chat, link: str | None = None) -> Response:
    membership = chat.visitor.membership(chat.circle or "")
    return site.pages.page(
        "invite.html",
        request,
        site.today,
        visitor=chat.visitor,
        circle=membership[0] if membership else None,
        link=link,
        qr=qr_of(link) if link else "",
        form=site.ids.new(),
    )


async def _holder(site: Site, request: Request) -> Chat:
    chat = await chat_of(site, request)
    membership = chat.visitor.membership(chat.circle or "")
    if membership is None or membership[1].kind is not Kind.FACILITATOR:
        raise Kindly(404, "web-not-found")
    return chat


async def _make_link(site: Site, here: Visitor, wish: MakeInvite, form: str) -> str:
    wait = site.pace.wait(here.address, site.now)
    if wait:
        raise Kindly(429, "web-too-fast", wait=wait)
    person = here.person
    if person is None:
        raise Kindly(404, "web-not-found")
    cause = f"web:link:{here.address}:{form}"
    try:
        async with site.store.transaction() as tx:
            doing = Doing(tx, replace(person), site.now, site.house, site.ids, cause)
            result = await HANDLERS[MakeInvite](wish, doing)
            await tx.outbox.add(doing.parcels)
    except Refusal:
        raise Kindly(404, "web-not-found") from None
    return site.channel.link(str(result.value))


def qr_of(link: str) -> str:
    """Give a QR code as SVG that a page can hold: black on white, whatever the page's colours."""
    out = io.BytesIO()
    segno.make(link, error="m").save(
        out, kind="svg", border=4, xmldecl=False, omitsize=True, dark="#000", light="#fff"
    )
    return out.getvalue().decode()


async def words_size(site: Site, request: Request) -> Response:
    """Make the words on all pages larger or smaller."""
    here = await who(site, request)
    form = await form_of(site, request, Chat(here))
    root = str(request.scope.get("root_path", ""))
    back = str(form.get("back", "/"))
    circle = back.removeprefix("/circle/")
    known = back == f"/circle/{circle}" and here.membership(circle) is not None
    response = RedirectResponse(f"{root}{back if known or back == '/devices' else '/'}", 303)
    size = str(form.get("size"))
    if size in SIZES:
        give_text_size(request, response, size)
    return response


def _token(request: Request) -> str:
    token = str(request.path_params["token"])
    if not TOKEN.fullmatch(token):
        raise Kindly(404, "web-link-unknown")
    return token
