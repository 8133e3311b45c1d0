"""The format of scripted conversations: read strictly, so that a misspelt key never passes for a promise."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

START = datetime(2026, 11, 30, 10, 0)  # noqa: DTZ001 - local to the script's own zone
_LENGTH = re.compile(r"(\d+) (minute|hour|day|week)s?")


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
    choice: str
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
    invite: str | None = None


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


def read_script(path: Path) -> Script:
    """Read a script. Raises ScriptWrong, or NotYet for what a later version brings."""
    try:
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ScriptWrong(f"{path}: cannot be read: {error}") from error
    if not isinstance(form, dict):
        raise ScriptWrong(f"{path}: a script is a mapping with people and steps")
    if form.get("engine") == "rasa":
        raise NotYet("engine: rasa")
    for name in form.get("settings") or {}:
        if str(name).startswith("safeguarding"):
            raise NotYet(f"settings: {name}")
    for circle in (form.get("circles") or {}).values():
        if isinstance(circle, dict) and "region" in circle:
            raise NotYet("circles: region")
    steps = form.pop("steps", None) or []
    try:
        people = {**form}
        script = Script.model_validate(
            people | {"people": _filled(form.get("people")), "circles": _filled(form.get("circles"))}
        )
        script.steps = [_step(number, step, script) for number, step in enumerate(steps, start=1)]
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise ScriptWrong(f"{path}: {where}: {problem['msg']}") from error
    return script


def _filled(mapping: Any) -> dict[str, Any]:
    if mapping is None:
        return {}
    if not isinstance(mapping, dict):
        raise ScriptWrong("people and circles are mappings from names")
    return {str(name): value or {} for name, value in mapping.items()}


def _step(number: int, form: Any, script: Script) -> Step:
    if form == "again":
        return Step(line=number, again=True)
    if not isinstance(form, dict) or len(form) != 1:
        raise ScriptWrong(f"step {number}: a step is one key with its value")
    ((key, value),) = form.items()
    match str(key):
        case "expect" | "press" | "leave" | "opens" as plain:
            return Step.model_validate({"line": number, plain: value})
        case "crash" | "mend" | "block" | "unblock" | "invite" as plain:
            return Step.model_validate({"line": number, plain: value})
        case "break":
            return Step.model_validate({"line": number, "break_": value})
        case "wait":
            return Step(line=number, wait=length(number, str(value)))
        case "until":
            return Step(line=number, until=_moment(number, value))
        case _:
            return _from_person(number, str(key), value, script)


def _from_person(number: int, key: str, value: Any, script: Script) -> Step:
    who, _, how = key.partition(" ")
    if who not in script.people:
        raise ScriptWrong(f"step {number}: nobody is called {who}, and there is no such key")
    if how == "sends":
        return Step.model_validate({"line": number, "who": who, "sends": value})
    if how == "voice":
        raise NotYet("a voice note that is heard")
    text = str(value) if value is not None else ""
    if how == "on web":
        return Step(line=number, who=who, text=text, channel="web")
    if how.startswith("in ") and how[3:] in script.circles:
        return Step(line=number, who=who, text=text, circle=how[3:])
    if how:
        raise ScriptWrong(f"step {number}: {how!r} is no way to say something")
    return Step(line=number, who=who, text=text)


def length(number: int, text: str) -> timedelta:
    """Read '2 days'. Raises ScriptWrong."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        raise ScriptWrong(f"step {number}: wait for so many minutes, hours, days or weeks")
    return timedelta(**{f"{found[2]}s": int(found[1])})


def _moment(number: int, value: Any) -> datetime:
    try:
        return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError as error:
        raise ScriptWrong(f"step {number}: until a day and time, like 2026-12-01 18:00") from error
