"""For tests: start the server as a process of its own, act as people, and see what they see."""

from __future__ import annotations

import asyncio
import base64
import subprocess
import sys
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import orjson

from tests.fakes.bot_api.seen import Received, Seen, seen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from tests.fakes.bot_api.kinds import FaultKind

ROOT = Path(__file__).parents[3]
TOKEN = "700000007:AAtest-token-of-no-real-bot"
BOT_ID = 700_000_007
BOT_USERNAME = "alongside_test_bot"
FIRST_UPDATE_ID = 870_000_001
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Running:
    """A server process. `pid`: for a benchmark that measures what the server itself costs."""

    url: str
    pid: int


@dataclass(slots=True)
class FakeTelegram:
    """The server's control side."""

    url: str
    http: aiohttp.ClientSession
    token: str = TOKEN

    @property
    def base_url(self) -> str:
        """For telegram.Bot(base_url=...)."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """For telegram.Bot(base_file_url=...)."""
        return f"{self.url}/file/bot"

    async def control(self, verb: str, **given: Any) -> Any:
        """One verb of the control side. Raises ValueError with the server's reason."""
        async with self.http.post(f"{self.url}/control/{verb}", data=orjson.dumps(given)) as response:
            body = await response.read()
            if response.status != 200:
                raise ValueError(body.decode())
            return orjson.loads(body)

    async def call(self, method: str, **params: Any) -> tuple[int, dict[str, Any]]:
        """A call as a bot makes it, without a library: the HTTP status and the whole answer."""
        given = {name: value for name, value in params.items() if value is not None}
        url = f"{self.base_url}{self.token}/{method}"
        async with self.http.post(url, data=orjson.dumps(given), headers=JSON) as response:
            return response.status, orjson.loads(await response.read())

    async def begin_anew(self) -> None:
        """Forget everybody and everything, so that the next test finds an empty world."""
        await self.control("begin_anew")

    async def person(self, first_name: str, **rest: Any) -> Person:
        """`rest`: id, last_name, username, language_code; known or started=True: met the bot before."""
        user = await self.control("person", first_name=first_name, **rest)
        return Person(self, user["id"], user)

    async def chat(self, chat_id: int) -> list[Seen]:
        """All messages of a chat, oldest first, also deleted ones."""
        return [seen(message) for message in (await self.control("chat", chat_id=chat_id))["messages"]]

    async def calls(self, method: str | None = None) -> list[Received]:
        return [Received(**call) for call in await self.control("calls", method=method)]

    async def count(self, method: str | None = None) -> int:
        """Calls answered with 200."""
        return int((await self.control("count", method=method))["count"])

    async def fault(self, method: str, kind: FaultKind, **how: Any) -> None:
        """`how`: times, chat_id, status, description, retry_after, seconds; see faults.py and kinds.py."""
        await self.control("fault", method=method, kind=kind, **how)

    async def clear_faults(self) -> None:
        await self.control("clear_faults")

    async def pace(self, *, enforced: bool) -> None:
        await self.control("pacing", enforced=enforced)

    async def waiting_updates(self) -> list[int]:
        """Ids of updates that are not acknowledged yet."""
        return [int(number) for number in (await self.control("updates"))["waiting"]]

    async def repeat_update(self, update_id: int | None = None) -> int:
        return int((await self.control("repeat_update", update_id=update_id))["update_id"])

    async def reverse_updates(self) -> None:
        await self.control("reverse_updates")

    async def queue(self, texts: list[tuple[int, str]]) -> None:
        """Many messages of many people at once, for benchmarks."""
        await self.control("queue", texts=texts)

    async def press_answer(self, press_id: str) -> dict[str, Any] | None:
        """What the bot answered to a tap (`text`, `show_alert`), or None while it has not."""
        answer: dict[str, Any] | None = (await self.control("press_answer", press_id=press_id))["answer"]
        return answer

    async def commands(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self.control("commands")
        return found

    async def until(
        self, chat_id: int, enough: Callable[[list[Seen]], bool], *, seconds: float = 5.0
    ) -> list[Seen]:
        """The chat's messages as soon as they are `enough`. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            # What is waited for happens in another process, so there is no Event to wait on.
            while not enough(messages := await self.chat(chat_id)):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return messages


@dataclass(slots=True)
class Person:
    """Somebody with a phone. `chat_id` in each act: a group; the chat with the bot when left out."""

    telegram: FakeTelegram
    id: int
    user: dict[str, Any]
    read: int = 0  # messages of the bot already looked at by `hears`

    async def _act(self, verb: str, **given: Any) -> dict[str, Any]:
        done: dict[str, Any] = await self.telegram.control(verb, person_id=self.id, **given)
        return done

    async def start(self, payload: str = "") -> int:
        """Press Start, perhaps after a deep link; the message's id."""
        return int((await self._act("start", payload=payload))["message_id"])

    async def says(self, text: str, *, chat_id: int | None = None, reply_to: int | None = None) -> int:
        return int((await self._act("say", text=text, chat_id=chat_id, reply_to=reply_to))["message_id"])

    async def posts(self, content: dict[str, Any], *, chat_id: int | None = None) -> int:
        """Any other content: {"location": {...}}, {"contact": {...}}, {"dice": {...}}."""
        return int((await self._act("post", content=content, chat_id=chat_id))["message_id"])

    async def sends(
        self,
        kind: str,
        content: bytes | None = None,
        *,
        size: int = 1000,
        caption: str = "",
        name: str = "",
        chat_id: int | None = None,
        reply_to: int | None = None,
    ) -> str:
        """A photo, voice, document, audio or sticker; without content only its size counts. Its file_id."""
        encoded = None if content is None else base64.b64encode(content).decode()
        where = {"chat_id": chat_id, "reply_to": reply_to}
        sent = await self._act(
            "send_file", kind=kind, content=encoded, size=size, caption=caption, name=name, **where
        )
        return str(sent["file_id"])

    async def edits(self, message_id: int, text: str, *, chat_id: int | None = None) -> None:
        await self._act("edit", message_id=message_id, text=text, chat_id=chat_id)

    async def presses(
        self,
        label: str | None = None,
        *,
        data: str | None = None,
        message_id: int | None = None,
        chat_id: int | None = None,
        version: int | None = None,
        too_old: bool = False,
    ) -> str:
        """Tap a button, or forge a tap by its `data`; see people.press. The press's id."""
        which = {"label": label, "data": data, "message_id": message_id, "version": version}
        return str((await self._act("press", chat_id=chat_id, too_old=too_old, **which))["press_id"])

    async def blocks(self) -> None:
        await self._act("block", blocked=True)

    async def unblocks(self) -> None:
        await self._act("block", blocked=False)

    async def sees(self, chat_id: int | None = None) -> list[Seen]:
        """What stands in a chat now; deleted messages are gone."""
        messages = await self.telegram.chat(self.id if chat_id is None else chat_id)
        return [message for message in messages if not message.deleted]

    async def hears(self, *, seconds: float = 5.0) -> Seen:
        """The bot's next message in the private chat that was not looked at yet. Raises TimeoutError."""

        def from_bot(messages: list[Seen]) -> list[Seen]:
            return [message for message in messages if message.by_bot]

        messages = await self.telegram.until(
            self.id, lambda found: len(from_bot(found)) > self.read, seconds=seconds
        )
        self.read += 1
        return from_bot(messages)[self.read - 1]

    async def makes_group(
        self, title: str, *members: Person, with_bot: bool = False, supergroup: bool = False
    ) -> Group:
        ids = [member.id for member in members]
        made = await self._act(
            "group_create", title=title, members=ids, with_bot=with_bot, supergroup=supergroup
        )
        return Group(self.telegram, made["chat_id"])


@dataclass(slots=True)
class Group:
    """A group, or the supergroup that it became."""

    telegram: FakeTelegram
    id: int

    async def _act(self, verb: str, person: Person, **given: Any) -> dict[str, Any]:
        done: dict[str, Any] = await self.telegram.control(
            f"group_{verb}", chat_id=self.id, person_id=person.id, **given
        )
        return done

    async def add_bot(self, by: Person, payload: str = "") -> None:
        await self._act("add_bot", by, payload=payload)

    async def remove_bot(self, by: Person) -> None:
        await self._act("remove_bot", by)

    async def join(self, person: Person, *, invited_by: Person | None = None) -> None:
        await self._act("join", person, invited_by=invited_by and invited_by.id)

    async def leave(self, person: Person, *, removed_by: Person | None = None) -> None:
        await self._act("leave", person, removed_by=removed_by and removed_by.id)

    async def rename(self, by: Person, title: str) -> None:
        await self._act("rename", by, title=title)

    async def migrate(self, by: Person) -> Group:
        return Group(self.telegram, (await self._act("migrate", by))["chat_id"])

    async def delete(self) -> None:
        await self.telegram.control("group_delete", chat_id=self.id)

    async def sees(self) -> list[Seen]:
        return [message for message in await self.telegram.chat(self.id) if not message.deleted]


@asynccontextmanager
async def talking_to(url: str) -> AsyncIterator[FakeTelegram]:
    """A server that runs already, with an empty world."""
    async with aiohttp.ClientSession() as http:
        server = FakeTelegram(url, http)
        await server.begin_anew()
        yield server


@contextmanager
def server_process(*options: str) -> Iterator[Running]:
    """The server in a process of its own, ended when the block is left. Options: __main__.py."""
    command = (sys.executable, "-m", "tests.fakes.bot_api", "--token", TOKEN, "--username", BOT_USERNAME)
    with subprocess.Popen((*command, *options), cwd=ROOT, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            port = int(process.stdout.readline())
            yield Running(f"http://127.0.0.1:{port}", process.pid)
        finally:
            process.terminate()
