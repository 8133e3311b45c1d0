"""The keyring: one key an owner, wrapped by the master key, in a database file of its own.

It is never in the data backup. A new key is durable before the data that uses it commits (`keep`), and
destroying a key leaves its row behind without the key, so that it is never made again.
"""

from __future__ import annotations

import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Column, LargeBinary, MetaData, String, Table, insert, select, update
from sqlalchemy.engine import Engine

from bot.store.dialect import open_keys_engine
from bot.store.sealed import KEY_ID_BYTES, NONCE_BYTES, OwnerKey

KEY_BYTES: Final = 32
_CHECK: Final = b"alongside keys"

metadata = MetaData()
owner_key = Table(
    "owner_key",
    metadata,
    Column("id", LargeBinary(KEY_ID_BYTES), primary_key=True),
    Column("owner", String(80), nullable=False, index=True),
    Column("wrapped", LargeBinary),  # NULL: destroyed
)
keyring_info = Table(
    "keyring_info",
    metadata,
    Column("pair", String(32), primary_key=True),  # the same word stands in the data: they belong together
    Column("proof", LargeBinary, nullable=False),  # opens with the right master key alone
)


class KeysRefused(Exception):
    """The keys cannot be used. The text says why and what to do, without any key in it."""


class Keyring:
    """The keys of one deployment, in memory and on disk. Raises `KeysRefused` at making, never later.

    Not for two threads at once, except `keep`, which a thread may run while nothing else uses the ring.
    """

    def __init__(self, url: str, master_key: bytes) -> None:
        if len(master_key) != KEY_BYTES:
            raise KeysRefused(
                "The master key must have 32 bytes. Set ALONGSIDE_MASTER_KEY or ALONGSIDE_MASTER_KEY_FILE."
            )
        self._master = AESGCM(master_key)
        self._engine: Engine = open_keys_engine(url)
        self._writing = self._engine.execution_options(writes=True)
        self._by_id: dict[bytes, OwnerKey] = {}
        self._by_owner: dict[str, OwnerKey] = {}
        self._destroyed: set[str] = set()
        self._new: list[dict[str, object]] = []
        try:
            metadata.create_all(self._engine)
            self.is_new, self.pair = self._check()
            self._load()
        except BaseException:
            self._engine.dispose()
            raise

    def of_owner(self, owner: str) -> OwnerKey | None:
        """Give the owner's key, a new one the first time; None when it was destroyed."""
        key = self._by_owner.get(owner)
        if key is not None or owner in self._destroyed:
            return key
        self._load(owner_key.c.owner == owner)  # another process may have made or destroyed it
        if owner in self._by_owner or owner in self._destroyed:
            return self._by_owner.get(owner)
        return self._make(owner)

    def by_id(self, key: bytes) -> OwnerKey | None:
        """Give a key by the id that a sealed value carries; None when it was destroyed."""
        known = self._by_id.get(key)
        if known is None and self._load(owner_key.c.id == key):
            known = self._by_id.get(key)
        return known

    @property
    def has_new(self) -> bool:
        """Whether keys were made that are not on disk yet."""
        return bool(self._new)

    def keep(self) -> None:
        """Put new keys on disk. Blocks until they are durable."""
        with self._writing.begin() as connection:
            connection.execute(insert(owner_key), self._new)
        self._new = []

    def destroy(self, owner: str) -> None:
        """Make everything that was sealed for this owner unreadable, at once and for good."""
        self._new = [row for row in self._new if row["owner"] != owner]
        with self._writing.begin() as connection:
            connection.execute(update(owner_key).where(owner_key.c.owner == owner).values(wrapped=None))
            if connection.scalar(select(owner_key.c.id).where(owner_key.c.owner == owner).limit(1)) is None:
                row = {"id": os.urandom(KEY_ID_BYTES), "owner": owner, "wrapped": None}
                connection.execute(insert(owner_key), row)
        self._destroyed.add(owner)
        self._by_owner.pop(owner, None)
        self._by_id = {key: known for key, known in self._by_id.items() if known.owner != owner}

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _make(self, owner: str) -> OwnerKey:
        raw = AESGCM.generate_key(KEY_BYTES * 8)
        key = OwnerKey(os.urandom(KEY_ID_BYTES), owner, AESGCM(raw))
        nonce = os.urandom(NONCE_BYTES)
        wrapped = nonce + self._master.encrypt(nonce, raw, key.id + owner.encode())
        self._new.append({"id": key.id, "owner": owner, "wrapped": wrapped})
        self._by_id[key.id] = self._by_owner[owner] = key
        return key

    def _load(self, *where: object) -> bool:
        found = False
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(owner_key.c.id, owner_key.c.owner, owner_key.c.wrapped).where(*where)  # type: ignore[arg-type]
            ).all()
        for key_id, owner, wrapped in rows:
            found = True
            if wrapped is None:
                self._destroyed.add(owner)
                continue
            try:
                raw = self._master.decrypt(
                    wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], key_id + owner.encode()
                )
            except InvalidTag:
                raise KeysRefused(
                    "A key in the key database was changed. Restore it from a backup."
                ) from None
            self._by_id[key_id] = self._by_owner[owner] = OwnerKey(key_id, owner, AESGCM(raw))
        return found

    def _check(self) -> tuple[bool, str]:
        with self._writing.begin() as connection:
            known = connection.execute(select(keyring_info.c.pair, keyring_info.c.proof)).first()
            if known is None:
                pair, nonce = os.urandom(16).hex(), os.urandom(NONCE_BYTES)
                proof = nonce + self._master.encrypt(nonce, _CHECK, pair.encode())
                connection.execute(insert(keyring_info), {"pair": pair, "proof": proof})
                return True, pair
            pair, proof = known
        try:
            self._master.decrypt(proof[:NONCE_BYTES], proof[NONCE_BYTES:], pair.encode())
        except InvalidTag:
            raise KeysRefused("This is not the master key that these keys were made with.") from None
        return False, pair
