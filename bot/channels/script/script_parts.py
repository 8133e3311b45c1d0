"""The parts of a scripted conversation. Read strictly: a misspelt key never passes for a promise."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

START = datetime(2026, 11, 30, 10, 0)  # noqa: DTZ001 - local to the script's own zone


class ScriptWrong(Exception):
    """The script cannot be read; the text says where and why."""


class NotYet(ScriptWrong):
    """The script asks for something that a later version brings."""


class Strict(BaseModel):
    """A part of a script; an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class PersonIn(Strict):
    """Somebody in the script."""

    kind: Literal["member", "supporter", "facilitator", "listener", "lead", "operator"] = "member"
    new: bool = False
    of: list[str] = []
    outside: bool = False  # nobody that the assistant knows: has to come in by a link


class CircleIn(Strict):
    """A circle in the script, with its group chat."""

    members: list[str] = []
    facilitators: list[str] = []
    supporters: list[str] = []
    region: str | None = None


class ShareIn(Strict):
    """Something that is shown from the beginning."""

    who: str
    what: Literal["plans"]
    with_: str = Field(alias="with")


class CardIn(Strict):
    """What a card must show."""

    key: str | None = None
    shows: str | None = None


class Expect(Strict):
    """What must have been delivered since the last step that is not an expect."""

    to: str | None = None
    in_: str | None = Field(default=None, alias="in")
    says: str | None = None
    key: str | None = None
    buttons: list[str] | None = None
    picture: str | None = None
    alt: bool | None = None
    not_: str | None = Field(default=None, alias="not")
    nothing: bool = False
    card: CardIn | None = None
    edited: bool | None = None
    count: int | None = None


class Press(Strict):
    """A press on a button by its choice id; it may be somebody else's."""

    who: str
    choice: str = ""
    forged: str | None = None  # a payload that no button has
    card: str | None = None
    which: Literal["newest", "previous"] = "newest"
    times: int = 1
    in_: str | None = Field(default=None, alias="in")


class Sends(Strict):
    """Something sent that is not text."""

    kind: Literal["photo", "voice", "sticker", "location", "file", "contact"]
    path: str | None = None
    bytes: int | None = None
    caption: str = ""


class Leave(Strict):
    """Somebody leaves a circle's group."""

    who: str
    circle: str


class Opens(Strict):
    """Somebody opens a joining link: the newest that was given out, or a wrong one; from which channel."""

    who: str
    link: Literal["newest", "same", "wrong"] = "newest"
    on: Literal["script", "web"] = "script"


class Added(Strict):
    """Somebody adds the assistant to a group of that name; a facilitator's becomes a circle."""

    who: str
    circle: str


class Step(Strict):
    """One step: exactly one of these."""

    line: int = 0
    who: str | None = None
    text: str | None = None
    channel: Literal["script", "web"] = "script"
    circle: str | None = None
    sends: Sends | None = None
    press: Press | None = None
    expect: Expect | None = None
    wait: timedelta | None = None
    until: datetime | None = None
    crash: Literal["before-turn", "after-turn", "while-sending"] | None = None
    again: bool = False
    break_: Literal["nlu", "database", "disk", "outbox"] | None = None
    mend: Literal["nlu", "database", "disk", "outbox"] | None = None
    block: str | None = None
    unblock: str | None = None
    leave: Leave | None = None
    opens: Opens | None = None
    invite: Added | None = None
    remove: str | None = None  # somebody takes the assistant out of that group
    link: Literal["facilitator", "member", "supporter", "operator"] | None = None  # `alongside invite KIND`


class Script(Strict):
    """A whole script."""

    people: dict[str, PersonIn]
    circles: dict[str, CircleIn] = {}
    start: datetime = START
    timezone: str = "Europe/London"
    engine: Literal["embedded", "none"] = "embedded"
    settings: dict[str, Any] = {}
    share: list[ShareIn] = []
    steps: list[Step] = []

    @property
    def zone(self) -> ZoneInfo:
        """The zone everybody in the script lives in."""
        return ZoneInfo(self.timezone)
