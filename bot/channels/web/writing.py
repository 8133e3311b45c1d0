"""What people send from a page: words, presses, photos and voice notes. Kept before the page is answered."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.app.messages import Content, Incoming, MediaIn, PressIn, TextIn, UnusableIn
from bot.app.receive import Raw
from bot.channels.web import shown, updates
from bot.channels.web.chats import Chat
from bot.channels.web.files import Upload, upload_of
from bot.channels.web.guard import FORM_BYTES, MOST_BYTES, may_post
from bot.channels.web.looking import wait_for_answer
from bot.channels.web.site import Kindly, Site, by_script, chat_of
from bot.domain.answers import Medium
from bot.domain.circles import Post
from bot.store import WebMessage

LONGEST = 4096  # characters in one message, as on every channel
ANSWER_WITHIN = 1.5  # seconds that a page without a script waits for its answer
MENTION = "@alongside"
ID_LENGTH = 32  # hexadecimal digits


async def say(site: Site, request: Request) -> Response:
    """Take typed words, in the private chat or in a circle."""
    chat = await chat_of(site, request)
    form = await _form(site, request, chat)
    text = _text(form, "text").replace("\r\n", "\n")
    if len(text) > LONGEST:
        raise Kindly(422, "web-too-long", words=text, chat=chat)
    if not text.strip():
        return _done(request, chat, None)
    update = _update(chat, form, text.encode())
    _slowly(site, chat, words=text)
    at = site.now
    async with _answered(site, request, chat):
        if chat.circle is None:
            await _receive(site, chat, update, at, TextIn(text))
            known = await _keep(site, chat, update, at, shown.of_words(text))
        else:
            addressed = text.casefold().lstrip().startswith(MENTION)
            await _receive(site, chat, update, at, TextIn(text, addressed=addressed))
            known = await _post(site, chat, update, at, text)
    return _done(request, chat, known)


async def press(site: Site, request: Request) -> Response:
    """Take a press on a button that stands, or stood, in this chat."""
    chat = await chat_of(site, request)
    form = await _form(site, request, chat)
    message, payload = _text(form, "message"), _text(form, "payload")
    entry = await site.chats.message(chat, message)
    button = shown.find_button(entry.body, payload) if entry else None
    if button is None:
        raise Kindly(404, "web-button-gone", chat=chat)
    update = _update(chat, form, payload.encode())
    _slowly(site, chat)
    at = site.now
    known = None
    async with _answered(site, request, chat):
        await _receive(site, chat, update, at, PressIn(payload, message))
        if chat.circle is None:
            known = await _keep(site, chat, update, at, shown.of_words(button.label))
    return _done(request, chat, known)


async def upload(site: Site, request: Request) -> Response:
    """Take a photo or a voice note, in the private chat. It is on disk before its update is."""
    chat = await chat_of(site, request)
    form = await _form(site, request, chat, files=True)
    try:
        file = form.get("file")
        content = await file.read() if isinstance(file, UploadFile) else b""
    finally:
        await form.close()
    if len(content) > MOST_BYTES:
        raise Kindly(413, "web-too-big", chat=chat)
    person = chat.visitor.person
    if not content or person is None:
        return _done(request, chat, None)
    update = _update(chat, form, hashlib.sha256(content).digest())
    _slowly(site, chat)
    at = site.now
    made = await asyncio.to_thread(upload_of, content)
    known = None
    async with _answered(site, request, chat):
        if made is None:
            await _receive(site, chat, update, at, UnusableIn("file"))
        else:
            medium = await _keep_medium(site, person.id, update, made, at)
            got = MediaIn(made.kind, made.mime, len(made.content), media=medium)
            await _receive(site, chat, update, at, got)
            known = await _keep(site, chat, update, at, shown.of_medium(medium, made.kind))
    return _done(request, chat, known)


async def _keep_medium(site: Site, owner: str, update: str, made: Upload, at: datetime) -> str:
    """Keep a photo or voice note. Gives its id, the same for the same update."""
    medium = Medium(_id_of(update), owner, made.kind, made.mime, made.content, at=at)
    async with site.store.transaction() as tx:
        await tx.practice.put_medium(medium)
    return medium.id


def _id_of(update: str) -> str:
    return hashlib.sha256(update.encode()).hexdigest()[:ID_LENGTH]


async def form_of(site: Site, request: Request, chat: Chat) -> FormData:
    """Read a form. Raises Kindly when it is not from a page that this device was given."""
    return await _form(site, request, chat)


async def _form(site: Site, request: Request, chat: Chat, *, files: bool = False) -> FormData:
    if files:
        form = await _with_files(request)
    else:
        form = await request.form(max_files=0, max_fields=10, max_part_size=FORM_BYTES)
    if not may_post(request, site.base, chat.visitor, _text(form, "csrf")):
        await form.close()
        raise Kindly(403, "web-old-page", words=_text(form, "text"), chat=chat)
    return form


class _InMemory(MultiPartParser):
    """Reads a form without ever putting a photo on disk unsealed."""

    spool_max_size = MOST_BYTES + FORM_BYTES


async def _with_files(request: Request) -> FormData:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise Kindly(400, "web-sorry")
    try:
        return await _InMemory(request.headers, request.stream(), max_files=1, max_fields=10).parse()
    except MultiPartException:
        raise Kindly(400, "web-sorry") from None


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _update(chat: Chat, form: FormData, content: bytes) -> str:
    """Give the update's id, or say kindly that the page was not ours."""
    page = _text(form, "form")
    if not updates.FORM_ID.fullmatch(page):
        raise Kindly(400, "web-old-page", words=_text(form, "text"), chat=chat)
    return updates.update_id(chat.visitor.token, chat.visitor.address, page, content)


def _slowly(site: Site, chat: Chat, *, words: str = "") -> None:
    wait = site.pace.wait(chat.visitor.address, site.now)
    if wait:
        raise Kindly(429, "web-too-fast", words=words, wait=wait, chat=chat)


async def _receive(site: Site, chat: Chat, update: str, at: datetime, content: Content) -> None:
    account = chat.visitor.address
    place = account if chat.circle is None else updates.circle_place(chat.circle)
    incoming = Incoming(updates.WEB, update, account, place, chat.circle is None, at, content)
    await site.assistant.receive(updates.WEB, [Raw(update, updates.write(incoming))])


async def _keep(site: Site, chat: Chat, update: str, at: datetime, body: shown.Body) -> str:
    """Keep what a person sent where they see it. Gives the id under which the page shows it."""
    known = f"in:{update}"
    async with site.store.transaction() as tx:
        if await tx.web.get(known) is None:
            await tx.web.put(WebMessage(known, chat.address, "in", body, at))
    site.channel.news.tell(chat.address)
    return known


async def _post(site: Site, chat: Chat, update: str, at: datetime, text: str) -> str:
    """Put words in a circle's chat. They belong to the circle."""
    person, circle = chat.visitor.person, chat.circle
    assert person is not None  # noqa: S101 - chat_of lets only members in
    assert circle is not None  # noqa: S101 - only called for a circle
    known = _id_of(update)
    async with site.store.transaction() as tx:
        await tx.circles.add_post(Post(known, circle, person.id, text, at))
    site.channel.news.tell(chat.address)
    return f"post:{known}"


@asynccontextmanager
async def _answered(site: Site, request: Request, chat: Chat) -> AsyncIterator[None]:
    """Give the answer a moment to come before a page without a script is shown again."""
    with site.channel.news.listening({chat.address, chat.visitor.chat}) as told:
        yield
        if not by_script(request):
            await wait_for_answer(site, chat, told, ANSWER_WITHIN)


def _done(request: Request, chat: Chat, known: str | None) -> Response:
    if by_script(request):
        return JSONResponse({"id": known})
    root = str(request.scope.get("root_path", ""))
    return RedirectResponse(f"{root}{chat.path}#newest", 303)
