"""One way to turn the values of a conversation into JSON and back.

The journal, the outbox and the arguments of a dialogue hold typed values: a date stays a date. Each is
written with a tag, so that reading needs no guess. Frozen dataclasses take part by `@plain`.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")
TAG = "$"


class CannotReplay(Exception):
    """A kept value or journal cannot be read by the present code; the person gets a kind message."""


_kinds: dict[str, type[Any]] = {}


def plain(kind: type[T]) -> type[T]:
    """Let a frozen dataclass or an Enum be kept in journals, under its class name."""
    if _kinds.setdefault(kind.__name__, kind) is not kind:
        raise TypeError(f"two kinds are called {kind.__name__}")
    return kind


def dump(value: object) -> Any:
    """Give the JSON form of a value; raises TypeError for a kind that nobody declared."""
    match value:
        case Enum():
            return {TAG: _known(value), "v": value.value}
        case None | bool() | int() | str():
            return value
        case datetime():
            return {TAG: "datetime", "v": value.isoformat()}
        case date():
            return {TAG: "date", "v": value.isoformat()}
        case time():
            return {TAG: "time", "v": value.isoformat()}
        case timedelta():
            return {TAG: "timedelta", "v": value.total_seconds()}
        case tuple() | list():
            return [dump(item) for item in value]
        case frozenset():
            return {TAG: "set", "v": sorted((dump(item) for item in value), key=repr)}
        case dict():
            return {TAG: "dict", "v": {key: dump(item) for key, item in value.items()}}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {
                TAG: _known(value),
                **{field.name: dump(getattr(value, field.name)) for field in fields(value)},
            }
    raise TypeError(f"{type(value).__name__} is not declared plain")


def load(form: Any) -> Any:
    """Give the value of a JSON form; raises CannotReplay when its kind or shape is no longer known."""
    if isinstance(form, list):
        return tuple(load(item) for item in form)
    if not isinstance(form, dict):
        return form
    tag = form.get(TAG)
    try:
        return _read(str(tag), form)
    except (TypeError, ValueError, KeyError) as error:
        raise CannotReplay(f"a kept value of kind {tag} no longer fits") from error


def _read(tag: str, form: dict[str, Any]) -> Any:
    match tag:
        case "datetime":
            return datetime.fromisoformat(form["v"])
        case "date":
            return date.fromisoformat(form["v"])
        case "time":
            return time.fromisoformat(form["v"])
        case "timedelta":
            return timedelta(seconds=form["v"])
        case "set":
            return frozenset(load(item) for item in form["v"])
        case "dict":
            return {key: load(item) for key, item in form["v"].items()}
    kind = _kinds[tag]
    if issubclass(kind, Enum):
        return kind(form["v"])
    return kind(**{name: load(item) for name, item in form.items() if name != TAG})


def _known(value: object) -> str:
    name = type(value).__name__
    if _kinds.get(name) is not type(value):
        raise TypeError(f"{name} is not declared plain")
    return name
