"""The same conversation over two servers: our fake, and an emulator that nobody here wrote."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import orjson
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import TelegramError

from bot.channels.telegram.request import AiohttpRequest
from tests.fakes.bot_api.client import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from tests.fakes.bot_api.client import Person

ROOT = Path(__file__).parents[2]
PEERS = ROOT / ".tools" / "peers"
NPM_PEER = "telegram-test-api@4.2.1"
HOW = f"npm install --prefix .tools/peers --no-save --no-audit --no-fund {NPM_PEER}"
PERSON_ID = 7_000_000_001


class Somebody(Protocol):
    """The person at the other end, on either server."""

    async def says(self, text: str) -> None: ...

    async def presses(self, *, data: str) -> None: ...


class Recording(AiohttpRequest):
    """Keeps the body of each answer."""

    __slots__ = ("answer",)

    async def do_request(self, *given: Any, **named: Any) -> tuple[int, bytes]:
        status, body = await super().do_request(*given, **named)
        self.answer = (status, orjson.loads(body))
        return status, body


def shape(value: Any, at: str = "") -> dict[str, str]:
    """Where there is what kind of value; all elements of a list count as one."""
    if isinstance(value, dict):
        found = {at: "object"} if at else {}
        for name, inner in value.items():
            found |= shape(inner, f"{at}.{name}" if at else name)
        return found
    if isinstance(value, list):
        found = {at: "list"}
        for inner in value:
            found |= shape(inner, f"{at}[]")
        return found
    return {at: type(value).__name__}


async def conversation(base_url: str, somebody: Somebody) -> dict[str, tuple[dict[str, str], str]]:
    """Each step's answer: its shape, and what python-telegram-bot said when it could not read it."""
    layer = Recording()
    bot = Bot(TOKEN, base_url=base_url, request=layer, get_updates_request=layer)
    steps: dict[str, tuple[dict[str, str], str]] = {}

    async def step(name: str, call: Callable[[], Awaitable[object]]) -> Any:
        unreadable = ""
        try:
            await call()
        except (TelegramError, TypeError, AttributeError, LookupError, ValueError) as error:
            unreadable = type(error).__name__
        status, answer = layer.answer
        steps[name] = ({"status": str(status), **shape(answer)}, unreadable)
        return answer.get("result")

    async with layer:
        await step("getMe", bot.get_me)
        await step("deleteWebhook", bot.delete_webhook)
        await somebody.says("hello")
        updates = await step("getUpdates: a message", bot.get_updates)
        offset = updates[-1]["update_id"] + 1
        yes = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="yes:1")]])
        no = InlineKeyboardMarkup([[InlineKeyboardButton("No", callback_data="no:1")]])
        sent = await step("sendMessage", lambda: bot.send_message(PERSON_ID, "Well?", reply_markup=yes))
        number = sent["message_id"]
        await somebody.presses(data="yes:1")
        await step("getUpdates: a tap", lambda: bot.get_updates(offset=offset))
        tap = layer.answer[1]["result"][0]["callback_query"]["id"]
        await step("answerCallbackQuery", lambda: bot.answer_callback_query(tap, "Thank you"))
        await step(
            "editMessageText", lambda: bot.edit_message_text("Good", PERSON_ID, number, reply_markup=yes)
        )
        await step(
            "editMessageReplyMarkup",
            lambda: bot.edit_message_reply_markup(PERSON_ID, number, reply_markup=no),
        )
        await step("deleteMessage", lambda: bot.delete_message(PERSON_ID, number))
        await step("deleteMessage again", lambda: bot.delete_message(PERSON_ID, number))
        await step("getUpdates: nothing", lambda: bot.get_updates(offset=offset + 1))
    return steps


class OurPerson:
    """Acts on our fake."""

    def __init__(self, person: Person) -> None:
        self._person = person

    async def says(self, text: str) -> None:
        await self._person.says(text)

    async def presses(self, *, data: str) -> None:
        await self._person.presses(data=data)


class PeersPerson:
    """Acts on the peer, through the peer's own client."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def _act(self, act: dict[str, str]) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(orjson.dumps(act) + b"\n")
        assert await asyncio.wait_for(self._process.stdout.readline(), 10) == b"done\n"

    async def says(self, text: str) -> None:
        await self._act({"say": text})

    async def presses(self, *, data: str) -> None:
        await self._act({"press": data})


@asynccontextmanager
async def peer() -> AsyncIterator[tuple[str, PeersPerson]]:
    """telegram-test-api in a Node process: its address, and the person in it. Skips when it is not there."""
    if not (PEERS / "node_modules" / "telegram-test-api").is_dir():
        missing = f"the peer is not installed; get it with: {HOW}"
        if os.environ.get("ALONGSIDE_REQUIRE_PEERS") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        "node",
        str(Path(__file__).with_name("peer.cjs")),
        *(str(PEERS), str(port), TOKEN, str(PERSON_ID)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        assert await asyncio.wait_for(process.stdout.readline(), 20) == b"ready\n"
        yield f"http://127.0.0.1:{port}/bot", PeersPerson(process)
    finally:
        process.terminate()
        await process.communicate()
