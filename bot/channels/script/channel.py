"""The script channel: chats that live in memory, with everything a real platform can do to us."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

import orjson

from bot.app import messages
from bot.app.messages import Blocked, Incoming, Outcome, Outgoing, PlaceGone, Pressable, Sent

CONTENTS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        messages.TextIn,
        messages.PressIn,
        messages.MediaIn,
        messages.UnusableIn,
        messages.StartIn,
        messages.BlockedIn,
        messages.GroupIn,
        messages.MovedIn,
        messages.LeftIn,
    )
}


@dataclass
class Shown:
    """A message as it stands in a chat. `edits` counts how often it was changed."""

    ref: str
    address: str
    at: datetime
    message: Outgoing
    stripped: bool = False
    edits: int = 0


@dataclass(frozen=True)
class Event:
    """Something that appeared in a chat: a message, or (`edit`) a change of one."""

    shown: Shown
    at: datetime
    message: Outgoing
    edit: bool
    stripped: bool = False


def body_of(incoming: Incoming) -> bytes:
    """Give the raw form of an update on this channel."""
    content = incoming.content
    form = {
        "update": incoming.update,
        "account": incoming.account,
        "place": incoming.place,
        "private": incoming.private,
        "at": incoming.at.isoformat(),
        "kind": type(content).__name__,
        "content": {name: getattr(content, name) for name in content.__dataclass_fields__},
    }
    return orjson.dumps(form)


@dataclass
class ScriptChannel:
    """One channel of a script. `chats` survive a crash of the assistant, as a platform's would."""

    name: str
    now: Callable[[], datetime]
    events: list[Event] = field(default_factory=list)
    chats: dict[str, list[Shown]] = field(default_factory=dict)
    blocked: set[str] = field(default_factory=set)
    files: dict[str, bytes] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    before_send: Callable[[], None] = lambda: None
    after_send: Callable[[], None] = lambda: None

    def parse(self, body: bytes) -> Incoming | None:
        """Read an update of this channel."""
        form = orjson.loads(body)
        return Incoming(
            self.name,
            form["update"],
            form["account"],
            form["place"],
            form["private"],
            datetime.fromisoformat(form["at"]),
            CONTENTS[form["kind"]](**form["content"]),
        )

    async def send(self, address: str, message: Outgoing) -> Outcome:
        """Show a message, unless the person blocked the assistant."""
        self.before_send()
        if address in self.blocked:
            return PlaceGone() if address.startswith("group:") else Blocked()
        chat = self.chats.setdefault(address, [])
        shown = Shown(f"{address}#{len(chat) + 1}", address, self.now(), message)
        chat.append(shown)
        self.events.append(Event(shown, self.now(), message, edit=False))
        self.after_send()
        return Sent(shown.ref)

    async def edit(self, address: str, ref: str, message: Outgoing) -> Outcome:
        """Change a message where it stands."""
        shown = self.find(address, ref)
        if shown is None:
            return Sent(ref)
        shown.message, shown.stripped, shown.edits = message, False, shown.edits + 1
        self.events.append(Event(shown, self.now(), message, edit=True))
        return Sent(ref)

    async def strip(self, address: str, ref: str) -> Outcome:
        """Take the buttons off a message."""
        shown = self.find(address, ref)
        if shown is not None and not shown.stripped:
            shown.stripped = True
            shown.message = replace(shown.message, rows=())
        return Sent(ref)

    async def acknowledge(self, incoming: Incoming, token: str | None = None) -> None:
        """Note the link that a press on a circle's door was answered with."""
        if token is not None and not incoming.private:
            self.links.append(token)

    async def fetch(self, remote: str) -> bytes | None:
        """Give a file that the script sent."""
        return self.files.get(remote)

    def link(self, token: str) -> str:
        """Give what a person would open."""
        self.links.append(token)
        return f"alongside:{token}"

    def kept(self) -> dict[str, list[dict[str, Any]]]:
        """Give what is needed to press a button again in a later run: the buttons, and no words."""
        return {
            address: [
                {
                    "ref": shown.ref,
                    "at": shown.at.isoformat(),
                    "key": shown.message.key,
                    "rows": [[asdict(button) for button in row] for row in shown.message.rows],
                }
                for shown in chat
            ]
            for address, chat in self.chats.items()
        }

    def restore(self, kept: dict[str, list[dict[str, Any]]]) -> None:
        """Take up the chats of an earlier run."""
        for address, chat in kept.items():
            self.chats[address] = [
                Shown(
                    one["ref"],
                    address,
                    datetime.fromisoformat(one["at"]),
                    Outgoing(
                        one["key"],
                        "",
                        tuple(tuple(Pressable(**button) for button in row) for row in one["rows"]),
                    ),
                )
                for one in chat
            ]

    def find(self, address: str, ref: str) -> Shown | None:
        """Give a message by its reference."""
        return next((shown for shown in self.chats.get(address, []) if shown.ref == ref), None)
