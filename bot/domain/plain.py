"""One way to turn the values of a conversation into JSON and back.

The journal, the outbox and the arguments of a dialogue hold typed values: a date stays a date. Each is
written with a tag, so that reading needs no guess, and is equal to itself when it comes back. Frozen
dataclasses and Enums take part by `@plain`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")
TAG = "$"


class CannotReplay(Exception):
    """A kept value or journal cannot be read by the present code; the person gets a kind message."""


_kinds: dict[str, type[Any]] = {}
_fields: dict[type[Any], tuple[str, ...]] = {}


def plain(kind: type[T]) -> type[T]:
    """Let a frozen dataclass or an Enum be kept in journals, under its class name.

    Raises TypeError for a name that is taken, and for what is neither.
    """
    if kind.__name__ in _READ or _kinds.setdefault(kind.__name__, kind) is not kind:
        raise TypeError(f"two kinds are called {kind.__name__}")
    if is_dataclass(kind):
        _fields[kind] = tuple(field.name for field in fields(kind))
    elif not issubclass(kind, Enum):
        raise TypeError(f"{kind.__name__} is neither a dataclass nor an Enum")
    return kind


def dump(value: object) -> Any:
    """Give the JSON form of a value; raises TypeError for a kind that nobody declared."""
    kind = type(value)
    if value is None or kind is str or kind is int or kind is bool:
        return value
    if isinstance(value, tuple):
        return [dump(item) for item in value]
    if kind in _fields:
        return {TAG: kind.__name__, **{name: dump(getattr(value, name)) for name in _fields[kind]}}
    return _dump_tagged(value, kind)


def _dump_tagged(value: Any, kind: type[Any]) -> Any:
    if kind in _WRITE:
        tag, write = _WRITE[kind]
        return {TAG: tag, "v": write(value)}
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("a mapping that is kept has texts for keys")
        return {TAG: "dict", "v": {key: dump(item) for key, item in value.items()}}
    if _kinds.get(kind.__name__) is kind:
        return {TAG: kind.__name__, "v": dump(value.value)}
    raise TypeError(f"{kind.__name__} is not declared plain")


def load(form: Any) -> Any:
    """Give the value of a JSON form; raises CannotReplay when its kind or shape is no longer known."""
    if isinstance(form, list):
        return tuple(load(item) for item in form)
    if not isinstance(form, dict):
        return form
    tag = form.get(TAG)
    try:
        if tag in _READ:
            return _READ[tag](form["v"])
        kind = _kinds[str(tag)]
        if kind not in _fields:
            return kind(load(form["v"]))
        return kind(**{name: load(item) for name, item in form.items() if name != TAG})
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise CannotReplay(f"a kept value of kind {tag} no longer fits") from error


def _write_set(value: frozenset[Any]) -> list[Any]:
    return sorted((dump(item) for item in value), key=repr)


def _write_span(value: timedelta) -> list[int]:
    return [value.days, value.seconds, value.microseconds]


_WRITE: dict[type[Any], tuple[str, Callable[[Any], Any]]] = {
    datetime: ("datetime", datetime.isoformat),
    date: ("date", date.isoformat),
    time: ("time", time.isoformat),
    timedelta: ("timedelta", _write_span),
    list: ("list", lambda value: [dump(item) for item in value]),
    frozenset: ("set", _write_set),
}
_READ: dict[str, Callable[[Any], Any]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda form: timedelta(*form),
    "list": lambda form: [load(item) for item in form],
    "set": lambda form: frozenset(load(item) for item in form),
    "dict": lambda form: {key: load(item) for key, item in form.items()},
}
