"""Reads the file of a scripted conversation (script.md)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bot.channels.script.script_parts import Expect, NotYet, Script, ScriptWrong, Step
from bot.settings import Settings

NOT_A_SCRIPTS = frozenset({"data", "keys", "master_key", "master_key_file", "timezone"})
_LENGTH = re.compile(r"(\d+) (minute|hour|day|week)s?")


def read_script(path: Path) -> Script:
    """Read a script. Raises ScriptWrong, or NotYet for what a later version brings."""
    try:
        # Everything stays text, so that a typed 'yes' is not taken for a truth value.
        form = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes text only
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ScriptWrong(f"{path}: cannot be read: {error}") from error
    if not isinstance(form, dict):
        raise ScriptWrong(f"{path}: a script is a mapping with people and steps")
    if form.get("engine") == "rasa":
        raise NotYet("engine: rasa")
    people, circles = _filled(form.get("people")), _filled(form.get("circles"))
    _refuse_what_comes_later(people, circles, _filled(form.get("settings")))
    steps = form.pop("steps", None) or []
    try:
        script = Script.model_validate(form | {"people": people, "circles": circles})
        _check_names(script)
        script.steps = _steps(steps, script)
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise ScriptWrong(f"{path}: {where}: {problem['msg']}") from error
    return script


def _refuse_what_comes_later(
    people: dict[str, Any], circles: dict[str, Any], settings: dict[str, Any]
) -> None:
    for name in settings:
        if name.startswith("safeguarding"):
            raise NotYet(f"settings: {name}")
        if name not in Settings.model_fields or name in NOT_A_SCRIPTS:
            raise ScriptWrong(f"settings: there is no {name} for a script")
    for person in people.values():
        if isinstance(person, dict) and person.get("kind") in {"listener", "lead"}:
            raise NotYet(f"people: kind {person['kind']}")
    for circle in circles.values():
        if isinstance(circle, dict) and "region" in circle:
            raise NotYet("circles: region")


def _check_names(script: Script) -> None:
    """Refuse a name that stands for nobody; a misspelt one would pass for a promise kept."""
    named = [name for person in script.people.values() for name in person.of]
    named += [share.who for share in script.share]
    for circle in script.circles.values():
        named += [*circle.members, *circle.facilitators, *circle.supporters]
    for name in named:
        _check_person(script, name)
    for share in script.share:
        if share.with_ not in script.circles:
            _check_person(script, share.with_)


def _check_person(script: Script, name: str) -> None:
    if name not in script.people:
        raise ScriptWrong(f"nobody is called {name}")


def _steps(forms: Any, script: Script) -> list[Step]:
    if not isinstance(forms, list):
        raise ScriptWrong("steps are a list")
    circles = {*script.circles}
    circles |= {_added_to(form["invite"]) for form in forms if isinstance(form, dict) and "invite" in form}
    steps = [_step(number, form, script, circles) for number, form in enumerate(forms, start=1)]
    for step in steps:
        _check_step(step, script, circles)
    return steps


def _added_to(form: Any) -> str:
    if not isinstance(form, dict) or not isinstance(form.get("circle"), str):
        raise ScriptWrong("invite: who adds the assistant, and to which circle")
    return str(form["circle"])


def _check_step(step: Step, script: Script, circles: set[str]) -> None:
    expect = step.expect or Expect()
    people, places = [expect.to, step.block, step.unblock], [expect.in_, step.remove]
    if step.press is not None:
        people.append(step.press.who)
        places.append(step.press.in_)
        if step.press.choice.startswith("agree."):
            raise NotYet("agreement")
    if step.leave is not None:
        people.append(step.leave.who)
        places.append(step.leave.circle)
    if step.opens is not None:
        people.append(step.opens.who)
    if step.invite is not None:
        people.append(step.invite.who)
    for name in people:
        if name is not None and name not in script.people:
            raise ScriptWrong(f"step {step.line}: nobody is called {name}")
    for circle in places:
        if circle is not None and circle not in circles:
            raise ScriptWrong(f"step {step.line}: no circle is called {circle}")


def _filled(mapping: Any) -> dict[str, Any]:
    if mapping is None:
        return {}
    if not isinstance(mapping, dict):
        raise ScriptWrong("people, circles and settings are mappings from names")
    return {str(name): value or {} for name, value in mapping.items()}


def _step(number: int, form: Any, script: Script, circles: set[str]) -> Step:
    if form == "again":
        return Step(line=number, again=True)
    if not isinstance(form, dict) or len(form) != 1:
        raise ScriptWrong(f"step {number}: a step is one key with its value")
    ((key, value),) = form.items()
    match str(key):
        case "expect" | "press" | "leave" | "opens" as plain:
            return Step.model_validate({"line": number, plain: value})
        case "crash" | "mend" | "block" | "unblock" | "invite" | "remove" | "link" as plain:
            return Step.model_validate({"line": number, plain: value})
        case "break":
            return Step.model_validate({"line": number, "break_": value})
        case "wait":
            return Step(line=number, wait=length(number, str(value)))
        case "until":
            return Step(line=number, until=_moment(number, value))
        case _:
            return _from_person(number, str(key), value, script, circles)


def _from_person(number: int, key: str, value: Any, script: Script, circles: set[str]) -> Step:
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
    if how.startswith("in ") and how[3:] in circles:
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
