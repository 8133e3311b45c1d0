"""What passes between the app and a channel: what came in, what goes out, and how sending ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import TypeAlias

from bot.dialogue.saying import Said
from bot.domain.sharing import Thing


@dataclass(frozen=True)
class TextIn:
    """Typed words. `addressed` says that in a group they were meant for the assistant."""

    text: str
    addressed: bool = True
    reply_to: str | None = None  # the channel's reference of the message replied to


@dataclass(frozen=True)
class PressIn:
    """A press on a button. `press` is what the channel needs to acknowledge it, `message` where it stands."""

    payload: str
    message: str
    press: str = ""


@dataclass(frozen=True)
class MediaIn:
    """A photo or voice note. `remote` is the channel's file id; or `media` is one that is kept already."""

    kind: str  # photo or voice
    mime: str
    size: int  # bytes
    remote: str | None = None
    media: str | None = None
    caption: str = ""


@dataclass(frozen=True)
class UnusableIn:
    """A sticker, location, contact, file, or something too-big."""

    kind: str


@dataclass(frozen=True)
class StartIn:
    """A joining link was opened; `token` is '' when the chat was started without one."""

    token: str = ""


@dataclass(frozen=True)
class BlockedIn:
    """The person blocked the assistant, or took that back."""

    blocked: bool


@dataclass(frozen=True)
class GroupIn:
    """The assistant was added to a group (by the account) or removed from it."""

    added: bool
    title: str = ""


@dataclass(frozen=True)
class MovedIn:
    """The group has a new address (it became a supergroup)."""

    to: str


@dataclass(frozen=True)
class LeftIn:
    """Someone left the group, or was taken out of it."""

    account: str


Content: TypeAlias = (
    "TextIn | PressIn | MediaIn | UnusableIn | StartIn | BlockedIn | GroupIn | MovedIn | LeftIn"
)


@dataclass(frozen=True)
class Incoming:
    """One update as every channel gives it.

    `update` is unique within the channel. `account` is who it is from, by the channel's own address of
    their private chat; `place` is the chat it came in, equal to `account` when `private`.
    """

    channel: str
    update: str
    account: str
    place: str
    private: bool
    at: datetime
    content: Content


class Kind(StrEnum):
    """What a parcel is. Only kinds of `TWICE_IS_HARMLESS` are sent again when the outcome is unknown."""

    SAFETY = "safety"
    REPLY = "reply"
    QUESTION = "question"
    EDIT = "edit"
    FROM_PERSON = "from-person"  # something another person started: a request for help, an answer to it
    CARD = "card"
    CELEBRATION = "celebration"
    GROUP = "group"  # the weekly message
    NUDGE = "nudge"


TWICE_IS_HARMLESS = frozenset({Kind.SAFETY, Kind.REPLY, Kind.QUESTION, Kind.EDIT})
KEEPS_QUIET_HOURS = frozenset({Kind.FROM_PERSON, Kind.CARD, Kind.CELEBRATION, Kind.NUDGE})
WAITS_FOR_TALK = frozenset({Kind.FROM_PERSON, Kind.CARD, Kind.NUDGE})


class Importance(IntEnum):
    """Safety, replies, what people send each other, nudges: in this order (architecture.md, 'Limits')."""

    SAFETY = 0
    REPLY = 1
    PEOPLE = 2
    NUDGE = 3


IMPORTANCE = {
    Kind.SAFETY: Importance.SAFETY,
    Kind.REPLY: Importance.REPLY,
    Kind.QUESTION: Importance.REPLY,
    Kind.EDIT: Importance.REPLY,
    Kind.FROM_PERSON: Importance.PEOPLE,
    Kind.CARD: Importance.PEOPLE,
    Kind.CELEBRATION: Importance.PEOPLE,
    Kind.GROUP: Importance.NUDGE,
    Kind.NUDGE: Importance.NUDGE,
}


@dataclass(frozen=True)
class Needs:
    """That a parcel may only go out while `owner` lets this recipient see one of `things`."""

    owner: str
    things: tuple[Thing, ...]


@dataclass(frozen=True)
class Parcel:
    """One message on its way: what to say, to whom. Rendered when it is sent, from present state.

    `id` is deterministic (`<what made it>:<number>`), so that a turn told twice adds nothing. For a person,
    `person` is set and `channel` and `address` may be None: then it goes where they wrote last. For a group,
    `circle` is set, and channel and address. `said` is sealed to the person or the circle. `question` is the
    id of the question it shows. `card` is `kind:object`; the message is drawn anew from that object. `edits`
    is the id of the sent parcel that this one changes (its buttons come off when `said` is None).
    """

    id: str
    kind: Kind
    said: Said | None
    person: str | None = None
    circle: str | None = None
    channel: str | None = None
    address: str | None = None
    question: int | None = None
    card: str | None = None
    edits: str | None = None
    needs: Needs | None = None
    not_before: datetime | None = None


class State(StrEnum):
    """Where a parcel is. `unknown` was being sent when the process stopped, and is not sent again."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    DROPPED = "dropped"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Queued:
    """A parcel as the outbox holds it. `ref` is the channel's reference once it is sent.

    `order` grows with every parcel added; within one chat parcels go out in that order. `dropped` names why
    one was not sent: not-shared, blocked, withdrawn, left, too-late, refused.
    """

    parcel: Parcel
    order: int
    state: State = State.WAITING
    attempts: int = 0
    ref: str | None = None
    dropped: str | None = None


@dataclass(frozen=True)
class Pressable:
    """A button as it is shown. `id` is message key and choice, whatever the wording."""

    label: str
    payload: str
    picture: str | None = None
    id: str = ""


@dataclass(frozen=True)
class Outgoing:
    """A message as a channel shows it, in the recipient's language and preferences. No markup in it.

    `rows` are the buttons, the standing choices last. `picture` is the name of one of our pictures, None
    when the person wants words only. `media` is the id of a photo or voice note of a person's, with its
    bytes. `key` and `question` say which message it is, for the transcript and for tests.
    """

    key: str
    text: str
    rows: tuple[tuple[Pressable, ...], ...] = ()
    picture: str | None = None
    alt: str = ""
    media: str | None = None
    media_kind: str | None = None
    media_bytes: bytes | None = None
    question: int | None = None
    card: str | None = None
    id: str = ""  # of the parcel: a channel that can, refuses it the second time


@dataclass(frozen=True)
class Sent:
    """It is there, under this reference of the channel's."""

    ref: str


@dataclass(frozen=True)
class Blocked:
    """The person blocked the assistant or never started it; nothing can be sent to them there."""


@dataclass(frozen=True)
class TryAgain:
    """Nothing was sent; it may go after so many seconds. `chat_only` when only this chat must wait."""

    after: float
    chat_only: bool = True


@dataclass(frozen=True)
class Unknown:
    """It may have been sent or not: the connection broke after the request went out."""


@dataclass(frozen=True)
class Moved:
    """The group has a new address; nothing was sent."""

    to: str


@dataclass(frozen=True)
class PlaceGone:
    """The group is gone, or the assistant is not in it any more."""


@dataclass(frozen=True)
class Refused:
    """The channel will never take this message; `why` is its short reason, without words of people."""

    why: str


Outcome: TypeAlias = "Sent | Blocked | TryAgain | Unknown | Moved | PlaceGone | Refused"


@dataclass(frozen=True)
class Received:
    """An update as the inbox holds it. `order` grows; `body` is the channel's own raw form."""

    order: int
    channel: str
    update: str
    account: str
    body: bytes
    at: datetime
    attempts: int = 0
    warned: bool = False  # the safety reply has been sent by the receive loop
