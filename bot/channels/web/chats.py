"""What stands in a chat, for the one who looks at it: messages of the log, and words written to a circle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

from bot.app.messages import Pressable
from bot.channels.web import shown
from bot.channels.web.channel import WebChannel
from bot.channels.web.sessions import Visitor
from bot.channels.web.updates import CIRCLE, circle_place
from bot.domain.circles import Post
from bot.store import SqlStore, StoreTransaction, WebMessage

SHOWN = 60  # messages on a page; more by [Earlier messages]
MOST_SHOWN = 600
# Messages may be kept in another order than they were timed; showing one twice changes nothing on a page.
SLACK = timedelta(seconds=5)
STANDING = ("!back", "!help")  # set apart from the choices; easy-read.md 6
JOIN = "c:join:"  # the door of a circle: on the web it leads to the private chat
_LINK = re.compile(r"https?://[^\s“”\"<>]+[^\s“”\"<>.,;:!?)]")


@dataclass(frozen=True)
class Piece:
    """A piece of a text: plain, or a link of ours."""

    text: str
    link: bool = False


@dataclass(frozen=True)
class Entry:
    """One message as a page shows it. `version` is when it became what it is now."""

    id: str
    at: datetime
    version: datetime
    mine: bool
    body: shown.Body
    who: str | None = None  # who wrote it, when it is neither the assistant nor the one who looks
    by_person: bool = False
    new_day: date | None = None
    media_url: str | None = None
    door: Pressable | None = None
    choices: tuple[Pressable, ...] = ()
    standing: tuple[Pressable, ...] = ()
    lines: tuple[tuple[Piece, ...], ...] = ()

    @property
    def order(self) -> int:
        """What entries of one chat are sorted by: microseconds since 1970."""
        return micros(self.at)


def micros(at: datetime) -> int:
    """Give a moment as microseconds since 1970."""
    return round(at.timestamp() * 1_000_000)


@dataclass(frozen=True)
class Chat:
    """A chat that somebody may see: their private one, or their circle's."""

    visitor: Visitor
    circle: str | None = None
    links: tuple[str, ...] = field(default_factory=tuple)  # what our own links begin with

    @property
    def address(self) -> str:
        """Where it stands in the log."""
        return self.visitor.chat if self.circle is None else circle_place(self.circle)

    @property
    def path(self) -> str:
        """The page it is on."""
        return "/" if self.circle is None else f"/circle/{self.circle}"


class Chats:
    """Reads chats from the store."""

    def __init__(self, store: SqlStore, channel: WebChannel, zone: ZoneInfo) -> None:
        self._store = store
        self._channel = channel
        self._zone = zone

    async def entries(self, chat: Chat, root: str, most: int = SHOWN) -> list[Entry]:
        """Give the newest messages of a chat, oldest first."""
        async with self._store.reading() as tx:
            found = [self._of_log(chat, one) for one in await tx.web.latest(chat.address, most)]
            if chat.circle is not None:
                found += await self._posts(tx, chat, most)
        if chat.circle is None:
            unkept = self._channel.unkept.get(chat.visitor.address, ())
            kept = {one.id for one in found}
            found += [self._of_log(chat, one) for one in unkept if one.id not in kept]
        found.sort(key=lambda entry: (entry.at, entry.id))
        return list(self._dated(self._drawn(chat, root, entry) for entry in found[-most:]))

    async def since(self, chat: Chat, root: str, version: int, most: int = SHOWN) -> tuple[list[Entry], int]:
        """Give what is new or changed since a version of the chat, and its present version."""
        entries = await self.entries(chat, root, most)
        newest = max((micros(entry.version) for entry in entries), default=0)
        if newest <= version:
            return [], max(version, newest)
        slack = version - round(SLACK.total_seconds() * 1_000_000)
        return [entry for entry in entries if micros(entry.version) > slack], newest

    async def newest(self, visitor: Visitor) -> dict[str, int]:
        """Give when the newest message came to each chat that the visitor has; 0 for none."""
        newest: dict[str, int] = {}
        async with self._store.reading() as tx:
            for address in (visitor.chat, *(circle_place(circle.id) for circle, _ in visitor.belongs)):
                log = [message.at for message in await tx.web.latest(address, 1)]
                circle = address.removeprefix(CIRCLE)
                posts = [] if circle == address else [post.at for post in await tx.circles.posts(circle, 1)]
                newest[address] = max((micros(at) for at in (*log, *posts)), default=0)
        return newest

    async def message(self, chat: Chat, message: str) -> Entry | None:
        """Give one message of a chat; None for one that is not in it."""
        async with self._store.reading() as tx:
            found = await tx.web.get(message)
            if found is not None and found.address == chat.address:
                return self._of_log(chat, found)
        return None

    async def _posts(self, tx: StoreTransaction, chat: Chat, most: int) -> list[Entry]:
        posts = await tx.circles.posts(chat.circle or "", most)
        people = await tx.people.named(sorted({post.person for post in posts}))
        return [
            _of_post(chat, post, people[post.person].name if post.person in people else "") for post in posts
        ]

    def _of_log(self, chat: Chat, message: WebMessage) -> Entry:
        mine = message.direction == "in" and chat.circle is None
        return Entry(message.id, message.at, message.edited or message.at, mine, message.body, by_person=mine)

    def _drawn(self, chat: Chat, root: str, entry: Entry) -> Entry:
        buttons = [button for row in shown.rows(entry.body) for button in row]
        path = "" if chat.circle is None else f"/circle/{chat.circle}"
        has_media = bool(entry.body.get("media"))
        return replace(
            entry,
            body={**shown.of_words(""), **entry.body},
            media_url=f"{root}{path}/media/{quote(entry.id, safe='')}" if has_media else None,
            door=next((button for button in buttons if button.payload.startswith(JOIN)), None),
            choices=tuple(
                button for button in buttons if not button.payload.startswith(JOIN) and not _standing(button)
            ),
            standing=tuple(button for button in buttons if _standing(button)),
            lines=tuple(_lines(str(entry.body.get("text", "")), chat.links)),
        )

    def _dated(self, entries: Iterator[Entry]) -> Iterator[Entry]:
        before: date | None = None
        for entry in entries:
            day = entry.at.astimezone(self._zone).date()
            yield entry if day == before else replace(entry, new_day=day)
            before = day


def _of_post(chat: Chat, post: Post, name: str) -> Entry:
    person = chat.visitor.person
    mine = person is not None and post.person == person.id
    body = dict(shown.of_words(post.words))
    if post.media:
        body = dict(shown.of_medium(post.media, "photo"))
    return Entry(f"post:{post.id}", post.at, post.at, mine, body, None if mine else name, by_person=True)


def _standing(button: Pressable) -> bool:
    return button.payload.endswith(STANDING)


def _lines(text: str, links: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    """Give the lines of a text, with links of this site as links; another site's stay plain text."""
    for line in text.split("\n"):
        pieces: list[Piece] = []
        end = 0
        for found in _LINK.finditer(line):
            if not found[0].startswith(tuple(links)):
                continue
            pieces += [Piece(line[end : found.start()]), Piece(found[0], link=True)]
            end = found.end()
        pieces.append(Piece(line[end:]))
        yield tuple(piece for piece in pieces if piece.text)
