"""The web channel. Its own platform: what it 'sends' is kept in the web log, and open pages are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import structlog

from bot.app.messages import Incoming, Outcome, Outgoing, Sent, TryAgain
from bot.app.ports import Clock
from bot.channels.web import shown, updates
from bot.channels.web.newsroom import Newsroom
from bot.store import SqlStore, StoreTransaction, WebMessage

SAFETY = "safety-"  # how the keys of the fixed replies begin
WAIT = 2.0  # seconds until a message is tried again that the store did not take

log = structlog.get_logger(__name__)


async def log_address(tx: StoreTransaction, address: str) -> str:
    """Give where a chat stands in the log.

    A person has one private chat, whichever device they use; a device that is no person's yet has its own.
    """
    if address.startswith(updates.CIRCLE):
        return address
    account = await tx.people.account(updates.WEB, address)
    return address if account is None else f"person:{account.person}"


class WebChannel:
    """Chats on web pages. An address is the hash of a device's secret, or `circle:<id>`."""

    name = updates.WEB

    def __init__(self, store: SqlStore, clock: Clock, base: str) -> None:
        self.store = store
        self._clock = clock
        self._base = base
        self.news = Newsroom()
        # Safety replies that the store did not take: they are shown all the same (safety.md).
        self.unkept: dict[str, list[WebMessage]] = {}

    def parse(self, body: bytes) -> Incoming | None:
        """Read an update of this channel."""
        return updates.read(body)

    async def send(self, address: str, message: Outgoing) -> Outcome:
        """Put a message in its chat. The same message a second time changes nothing."""
        now = self._clock.now()
        try:
            async with self.store.transaction() as tx:
                chat = await log_address(tx, address)
                if await tx.web.get(message.id) is None:
                    await tx.web.put(WebMessage(message.id, chat, "out", shown.of_outgoing(message), now))
        except Exception as error:  # noqa: BLE001 - whatever stops the store, a safety reply is shown
            return self._not_kept(address, message, now, error)
        self.news.tell(chat)
        return Sent(message.id)

    async def edit(self, address: str, ref: str, message: Outgoing) -> Outcome:
        """Change a message where it stands; one that is gone is left alone."""
        return await self._change(address, ref, shown.of_outgoing(message))

    async def strip(self, address: str, ref: str) -> Outcome:
        """Take the buttons off a message."""
        return await self._change(address, ref, None)

    async def _change(self, address: str, ref: str, body: shown.Body | None) -> Outcome:
        try:
            async with self.store.transaction() as tx:
                chat = await log_address(tx, address)
                message = await tx.web.get(ref)
                if message is not None:
                    new = shown.without_buttons(message.body) if body is None else body
                    await tx.web.put(replace(message, body=new, edited=self._clock.now()))
        except Exception as error:  # noqa: BLE001 - the courier tries again, whatever it was
            log.warning("web-log-closed", error=type(error).__name__)
            return TryAgain(WAIT)
        self.news.tell(chat)
        return Sent(ref)

    def _not_kept(self, address: str, message: Outgoing, now: datetime, error: Exception) -> Outcome:
        log.warning("web-log-closed", error=type(error).__name__)
        if not message.key.startswith(SAFETY):
            return TryAgain(WAIT)
        unkept = self.unkept.setdefault(address, [])
        if all(one.id != message.id for one in unkept):
            unkept.append(WebMessage(message.id, address, "out", shown.of_outgoing(message), now))
        self.news.tell(address)
        return Sent(message.id)

    async def acknowledge(self, incoming: Incoming, token: str | None = None) -> None:
        """Nothing to do: a page sees that its press arrived, and whoever presses is signed in."""

    async def fetch(self, remote: str) -> bytes | None:  # noqa: ARG002 - uploads are kept before their turn
        """Nothing to fetch."""
        return None

    def link(self, token: str) -> str:
        """Give what a person opens to join."""
        return f"{self._base}/join/{token}"
