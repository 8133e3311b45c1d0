"""The `Sealed` column type: people's words, names and media, unreadable without their owner's key.

A value is bound as `Private(owner, value)`, because a column type sees no row. What is kept is

    1 byte version | 8 bytes key id | 12 bytes nonce | AES-256-GCM ciphertext and tag

with the owner and the place (`table.column`) as associated data, so that words moved to another column or
given to another owner cannot be read there. Words whose key is destroyed read as `gone` of the column.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, Final, Protocol
from weakref import WeakKeyDictionary

import structlog
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

log = structlog.get_logger(__name__)

VERSION: Final = b"\x01"
NOT_KEPT: Final = b"\x00"  # stands for words of an owner whose key was destroyed before they came
KEY_ID_BYTES: Final = 8
NONCE_BYTES: Final = 12
_HEAD: Final = 1 + KEY_ID_BYTES
_BODY: Final = _HEAD + NONCE_BYTES


class Unreadable(Exception):
    """A sealed value was changed, or belongs to another column or owner."""


@dataclass(frozen=True, slots=True)
class Private:
    """A value with its owner: a person's id, `circle:<id>`, `inbox` or `org`."""

    owner: str
    value: str | bytes | None


@dataclass(frozen=True, slots=True)
class OwnerKey:
    """A key in memory, with what it belongs to."""

    id: bytes
    owner: str
    cipher: AESGCM


class Keys(Protocol):
    """Where `Sealed` finds keys. None says that the key was destroyed, or never was."""

    def of_owner(self, owner: str) -> OwnerKey | None: ...
    def by_id(self, key: bytes) -> OwnerKey | None: ...


def seal(keys: Keys, owner: str, place: str, value: bytes) -> bytes:
    """Give the sealed form of a value, new each time."""
    key = keys.of_owner(owner)
    if key is None:
        return NOT_KEPT
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + key.id + nonce + key.cipher.encrypt(nonce, value, _bound_to(owner, place))


def unseal(keys: Keys, place: str, sealed: bytes) -> bytes | None:
    """Give the value; None when its key is destroyed. Raises `Unreadable` when it was tampered with."""
    if sealed == NOT_KEPT:
        return None
    if sealed[:1] != VERSION or len(sealed) <= _BODY:
        raise Unreadable(place)
    key = keys.by_id(sealed[1:_HEAD])
    if key is None:
        return None
    try:
        return key.cipher.decrypt(sealed[_HEAD:_BODY], sealed[_BODY:], _bound_to(key.owner, place))
    except InvalidTag as error:
        raise Unreadable(place) from error


def _bound_to(owner: str, place: str) -> bytes:
    return f"{owner}\0{place}".encode()


# The keys belong to an open store, the column types to the module: the engine's dialect joins them.
_keys: WeakKeyDictionary[Dialect, Keys] = WeakKeyDictionary()


def use_keys(dialect: Dialect, keys: Keys) -> None:
    """Let the sealed columns of every statement on this dialect's engine use these keys."""
    _keys[dialect] = keys


class Sealed(TypeDecorator[Any]):
    """A sealed column. `place` is `table.column`; `gone` is what destroyed words read as."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str, *, gone: str | bytes | None = "", text: bool = True) -> None:
        super().__init__()
        self.place = place
        self.gone = gone
        self.text = text

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> bytes | None:
        """Seal a `Private`; raises TypeError for a bare value, so that no words slip through."""
        if value is None:
            return None
        if not isinstance(value, Private):
            raise TypeError(f"{self.place} takes Private(owner, value)")
        if value.value is None:
            return None
        raw = value.value.encode() if isinstance(value.value, str) else value.value
        return seal(_keys[dialect], value.owner, self.place, raw)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | bytes | None:
        """Open a value. What cannot be opened reads as `gone`, so that it breaks nobody else's rows."""
        if value is None:
            return None
        try:
            raw = unseal(_keys[dialect], self.place, value)
        except Unreadable:
            log.warning("sealed.unreadable", place=self.place)
            return self.gone
        if raw is None:
            return self.gone
        return raw.decode() if self.text else raw
