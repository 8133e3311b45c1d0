"""The first reply when somebody may be in danger: fixed words, before anything else (safety.md).

It needs no database, no understanding of language and no outbox. What was written goes, sealed, to a spool
on disk that is synced before the reply counts as given; a lead and alerts are not set up yet.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import orjson
import structlog
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.app.doing import House
from bot.app.messages import Incoming, Outgoing, Sent
from bot.app.ports import Channel
from bot.content.catalogue import Catalogue
from bot.understanding.safety import Danger, SafetyRules

NONCE = 12  # bytes; what AES-GCM takes
KEY = 32  # bytes

log = structlog.get_logger(__name__)


class Spool:
    """Alerts on disk, one sealed line each, kept for the safeguarding that a later version sets up."""

    def __init__(self, folder: Path, master_key: bytes) -> None:
        self._path = folder / "safety.spool"
        self._seal = AESGCM(HKDF(SHA256(), KEY, None, b"alongside safety spool").derive(master_key))
        self._known = self._read_known()

    def _read_known(self) -> set[str]:
        if not self._path.exists():
            return set()
        return {line.split(b" ", 1)[0].decode() for line in self._path.read_bytes().splitlines() if line}

    def knows(self, update: str) -> bool:
        """Whether an alert for this update is there: its reply was given before."""
        return update in self._known

    def append(self, update: str, alert: Mapping[str, str]) -> None:
        """Add an alert and sync it to the disk. Raises OSError when the disk takes nothing."""
        nonce = os.urandom(NONCE)
        sealed = nonce + self._seal.encrypt(nonce, orjson.dumps(dict(alert)), update.encode())
        self._known.add(update)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as spool:
            spool.write(update.encode() + b" " + sealed.hex().encode() + b"\n")
            spool.flush()
            os.fsync(spool.fileno())

    def alerts(self) -> list[dict[str, str]]:
        """Give the alerts that are kept, oldest first."""
        if not self._path.exists():
            return []
        found: list[dict[str, str]] = []
        for line in self._path.read_bytes().splitlines():
            update, sealed = line.split(b" ", 1)
            body = bytes.fromhex(sealed.decode())
            found.append(orjson.loads(self._seal.decrypt(body[:NONCE], body[NONCE:], update)))
        return found


class FirstReply:
    """Checks every typed message for danger and answers at once, privately where the platform can."""

    def __init__(
        self,
        rules: SafetyRules,
        words: Catalogue,
        channels: Mapping[str, Channel],
        house: House,
        spool: Spool,
    ) -> None:
        self._rules = rules
        self._words = words
        self._channels = channels
        self._house = house
        self._spool = spool

    async def check(self, incoming: Incoming, text: str) -> bool:
        """Give the fixed reply if the words may mean danger. True when they do, also the second time."""
        danger = self._rules.check(text)
        if danger is None:
            return False
        update = f"{incoming.channel}:{incoming.update}"
        if self._spool.knows(update):
            return True
        await self._reply(incoming, danger)
        alert = {
            "update": update,
            "account": incoming.account,
            "kind": danger.kind,
            "at": incoming.at.isoformat(),
            "words": text,
        }
        try:
            self._spool.append(update, alert)
        except OSError as error:
            log.error("safety-spool-failed", error=type(error).__name__)  # noqa: TRY400 - no words in a trace
        return True

    async def _reply(self, incoming: Incoming, danger: Danger) -> None:
        channel = self._channels[incoming.channel]
        update = f"{incoming.channel}:{incoming.update}"
        for place, message in enumerate(self._messages(danger, incoming.at.date())):
            outgoing = Outgoing(
                message.key, message.text, (), message.picture, message.alt, id=f"{update}.s{place}"
            )
            outcome = await channel.send(incoming.account, outgoing)
            if not isinstance(outcome, Sent) and not incoming.private:
                outcome = await channel.send(incoming.place, outgoing)
            log.info("safety-reply", kind=danger.kind, outcome=type(outcome).__name__)

    def _messages(self, danger: Danger, today: date) -> list[Outgoing]:
        """Words that believe the person, then the numbers, then the people the operator named."""
        fitting = f"safety-{danger.kind.replace('_', '-')}"
        keys: list[tuple[str, dict[str, str]]] = [("safety-believe", {}), (fitting, {})]
        if danger.kind != "now":
            keys.append(("safety-now", {}))
        if self._house.named_names and self._house.phone:
            keys.append(("safety-people", {"names": self._house.named_names, "phone": self._house.phone}))  # type: ignore[dict-item]
        return [self._said(key, slots, today) for key, slots in keys]

    def _said(self, key: str, slots: Mapping[str, object], today: date) -> Outgoing:
        face = self._words.render(key, slots, today=today)  # type: ignore[arg-type]
        return Outgoing(key, face.text, picture=face.picture or None, alt=face.alt)
