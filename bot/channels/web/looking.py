"""Pages that only look: the chats, what is new in them, photos, voice notes and pictures."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from bot.channels.web.chats import MOST_SHOWN, SHOWN, Chat, Entry, micros
from bot.channels.web.newsroom import news_within
from bot.channels.web.sessions import visitor
from bot.channels.web.site import Kindly, Site, chat_of, who
from bot.channels.web.updates import WEB, circle_place
from bot.content.pictures import NoSuchPicture
from bot.domain.circles import Place

LOOK_AGAIN = 20.0  # seconds; an open page looks again even when nobody told it of news
MOST_DIGITS = 19  # of a moment in microseconds, with room
PICTURE_AGE = "public, max-age=86400"


async def private_page(site: Site, request: Request) -> Response:
    """Show the private chat."""
    chat = await chat_of(site, request)
    await _ensure_places(site, chat)
    return await chat_page(site, request, chat)


async def circle_page(site: Site, request: Request) -> Response:
    """Show a circle's chat."""
    chat = await chat_of(site, request)
    await _ensure_places(site, chat)
    return await chat_page(site, request, chat)


async def chat_page(site: Site, request: Request, chat: Chat, kind: Kindly | None = None) -> Response:
    """Show a chat, with a notice and the words that were typed when there is one."""
    most = _how_many(request)
    root = str(request.scope.get("root_path", ""))
    entries = await site.chats.entries(chat, root, most)
    version = max((micros(entry.version) for entry in entries), default=0)
    membership = chat.visitor.membership(chat.circle) if chat.circle else None
    return site.pages.page(
        "chat.html",
        request,
        site.today,
        visitor=chat.visitor,
        status=kind.status if kind else 200,
        chat=chat,
        here=membership[0] if membership else None,
        holds=membership is not None and membership[1].kind.value == "facilitator",
        entries=entries,
        drawn=[_html(site, root, chat, entry) for entry in entries],
        more=min(MOST_SHOWN, most + SHOWN) if len(entries) == most < MOST_SHOWN else 0,
        version=version,
        tabs=await _tabs(site, root, chat),
        live=site.live,
        notice=kind.key if kind else None,
        words=kind.words if kind else "",
        form=site.ids.new(),
    )


async def news(site: Site, request: Request) -> Response:
    """Give what is new since a version of the chat, for pages that look by themselves."""
    chat = await chat_of(site, request)
    return JSONResponse(await _news(site, request, chat, _number(request.query_params.get("since"))))


async def live(site: Site, request: Request) -> Response:
    """Tell a page of news as long as it is open."""
    chat = await chat_of(site, request)
    since = _number(request.headers.get("last-event-id") or request.query_params.get("since"))
    return EventSourceResponse(_events(site, request, chat, since), ping=15)


async def _events(site: Site, request: Request, chat: Chat, since: int) -> AsyncIterator[ServerSentEvent]:
    circles = {circle_place(circle.id) for circle, _ in chat.visitor.belongs}
    tabs = ""
    with site.channel.news.listening(
        {chat.address, chat.visitor.chat, chat.visitor.address, *circles}
    ) as told:
        while not site.channel.news.closed:
            again = await visitor(site.store, site.clock, chat.visitor.token)
            gone = again is None or (chat.circle is not None and again.membership(chat.circle) is None)
            if again is None or gone or again.chat != chat.visitor.chat:
                yield ServerSentEvent(event="reload", data="{}")
                return
            chat = replace(chat, visitor=again)
            found = await _news(site, request, chat, since)
            if found["items"] or found["tabs"] != tabs:
                since, tabs = found["version"], found["tabs"]
                yield ServerSentEvent(id=str(since), event="news", data=_json(found))
            await news_within(told, LOOK_AGAIN)


async def _news(site: Site, request: Request, chat: Chat, since: int) -> dict[str, Any]:
    root = str(request.scope.get("root_path", ""))
    entries, version = await site.chats.since(chat, root, since)
    items = [
        {"id": entry.id, "order": entry.order, "html": _html(site, root, chat, entry)} for entry in entries
    ]
    return {"version": version, "items": items, "tabs": await _tabs(site, root, chat)}


async def _tabs(site: Site, root: str, chat: Chat) -> str:
    """Give the ways to the visitor's chats, with when each had something new."""
    newest = await site.chats.newest(chat.visitor)
    return site.pages.part(
        "tabs.html", root, site.today, visitor=chat.visitor, here=chat.circle, newest=newest
    )


def _json(found: dict[str, Any]) -> str:
    return bytes(JSONResponse(found).body).decode()


def _html(site: Site, root: str, chat: Chat, entry: Entry) -> str:
    return site.pages.part(
        "message.html",
        root,
        site.today,
        entry=entry,
        chat=chat,
        csrf=chat.visitor.csrf,
        form=site.ids.new(),
        time=entry.at.astimezone(site.zone).time(),
    )


async def medium(site: Site, request: Request) -> Response:
    """Give a photo or voice note that stands in a chat which the visitor may see."""
    chat = await chat_of(site, request)
    entry = await site.chats.message(chat, request.path_params["message"])
    kept = entry and entry.body.get("media")
    if not kept:
        raise Kindly(404, "web-not-found")
    async with site.store.reading() as tx:
        found = await tx.practice.medium(kept)
    if found is None or found.content is None:
        raise Kindly(404, "web-not-found")
    headers = {
        "content-security-policy": "default-src 'none'; sandbox",
        "content-disposition": "inline",
        "cache-control": "private, max-age=3600",
        "accept-ranges": "bytes",
    }
    return _ranged(request, found.content, found.mime, headers)


def _ranged(request: Request, content: bytes, mime: str, headers: dict[str, str]) -> Response:
    """Give all of a file or the range that was asked for: Safari plays no sound without ranges."""
    asked = request.headers.get("range", "")
    start_text, dash, end_text = asked.removeprefix("bytes=").partition("-")
    if not asked.startswith("bytes=") or not dash or not start_text.isdigit():
        return Response(content, media_type=mime, headers=headers)
    start = int(start_text)
    end = min(int(end_text) if end_text.isdigit() else len(content) - 1, len(content) - 1)
    if start > end:
        return Response(status_code=416, headers={"content-range": f"bytes */{len(content)}"})
    headers["content-range"] = f"bytes {start}-{end}/{len(content)}"
    return Response(content[start : end + 1], 206, media_type=mime, headers=headers)


async def picture(site: Site, request: Request) -> Response:
    """Give one of our pictures."""
    try:
        found = site.pictures[request.path_params["name"]]
    except NoSuchPicture:
        raise HTTPException(404) from None
    return FileResponse(found.svg, media_type="image/svg+xml", headers={"cache-control": PICTURE_AGE})


async def _ensure_places(site: Site, chat: Chat) -> None:
    """Let every circle of the person have its chat on the web, so that cards reach it."""
    wanted = [circle.id for circle, _ in chat.visitor.belongs]
    if not wanted:
        return
    async with site.store.reading() as tx:
        missing = [one for one in wanted if await tx.circles.place(WEB, circle_place(one)) is None]
    if missing:
        async with site.store.transaction() as tx:
            for one in missing:
                await tx.circles.put_place(Place(WEB, circle_place(one), one))


async def wait_for_answer(site: Site, chat: Chat, told: asyncio.Event, seconds: float) -> None:
    """Wait a moment for the answer, for a page without a script: it shows what is there when it loads."""
    while await news_within(told, seconds):
        async with site.store.reading() as tx:
            newest = await tx.web.latest(chat.visitor.chat, 1)
        if newest and newest[0].direction == "out":
            await asyncio.sleep(seconds / 8)  # an answer is often followed by a question
            return


def _how_many(request: Request) -> int:
    return min(MOST_SHOWN, max(SHOWN, _number(request.query_params.get("show"))))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0


async def signed_in(site: Site, request: Request) -> Response:
    """Say whether the device is signed in: a page that could not send asks before it gives up."""
    await who(site, request)
    return Response(status_code=204)
