"""The first reply when somebody may be in danger: fixed words, before anything else (safety.md).

It needs no database, no understanding of language and no outbox. What was written goes, sealed, to a spool
on disk that is synced before the reply counts as given; a lead and alerts are not set up yet.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import structlog
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.app.doing import House
from bot.app.faults import report
from bot.app.messages import Incoming, Outcome, Outgoing, Sent, Unknown
from bot.app.ports import Channel
from bot.content.catalogue import Catalogue
from bot.dialogue.saying import Said, SlotValue
from bot.understanding.safety import Danger, SafetyRules

NONCE = 12  # bytes; what AES-GCM takes
KEY = 32  # bytes

log = structlog.get_logger(__name__)


class Spool:
    """Alerts on disk, one sealed line each, kept for the safeguarding that a later version sets up."""

    def __init__(self, folder: Path, master_key: bytes) -> None:
        self._path = folder / "safety.spool"
        self._seal = AESGCM(HKDF(SHA256(), KEY, None, b"alongside safety spool").derive(master_key))
        self._known = {alert["update"] for alert in self.alerts()}

    def knows(self, update: str) -> bool:
        """Whether an alert for this update is there: its reply was given before."""
        return update in self._known

    def append(self, update: str, alert: Mapping[str, str]) -> None:
        """Add an alert and sync it to the disk. Raises OSError when the disk takes nothing."""
        nonce = os.urandom(NONCE)
        sealed = nonce + self._seal.encrypt(nonce, orjson.dumps(dict(alert)), None)
        self._known.add(update)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        new = not self._path.exists()
        with self._path.open("ab") as spool:
            spool.write(b"\n" + sealed.hex().encode() + b"\n")  # apart from a line that a crash cut short
            spool.flush()
            os.fsync(spool.fileno())
        if new:
            _sync_folder(self._path.parent)

    def alerts(self) -> list[dict[str, str]]:
        """Give the alerts that are kept, oldest first; a line that a crash cut short is left out."""
        try:
            lines = self._path.read_bytes().split()
        except FileNotFoundError:
            return []
        except OSError as error:
            report(log, "safety-spool-unreadable", error)
            return []
        return [alert for line in lines if (alert := self._open(line)) is not None]

    def _open(self, line: bytes) -> dict[str, str] | None:
        try:
            body = bytes.fromhex(line.decode())
            alert: dict[str, str] = orjson.loads(self._seal.decrypt(body[:NONCE], body[NONCE:], None))
        except (ValueError, InvalidTag):
            log.warning("safety-spool-line-broken")
            return None
        return alert


def _sync_folder(folder: Path) -> None:
    """Have the name of a new file on the disk too, not only what is in it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@dataclass(frozen=True)
class Checked:
    """What the safety rules found. `unsent` are the messages that the channel did not take at once."""

    danger: bool
    unsent: tuple[Said, ...] = ()


class FirstReply:
    """Checks all typed words for danger and answers at once, privately where the platform can."""

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
        self._unsent: dict[str, tuple[Said, ...]] = {}

    async def check(self, incoming: Incoming, text: str) -> Checked:
        """Give the fixed reply if the words may mean danger; once, also when the update comes again."""
        danger = self._rules.check(text)
        if danger is None:
            return Checked(danger=False)
        update = f"{incoming.channel}:{incoming.update}"
        if self._spool.knows(update):
            return Checked(danger=True, unsent=self._unsent.get(update, ()))
        unsent = await self._reply(incoming, danger)
        if unsent:
            self._unsent[update] = unsent  # an update that could not be stored comes again
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
            report(log, "safety-spool-failed", error)
        return Checked(danger=True, unsent=unsent)

    async def _reply(self, incoming: Incoming, danger: Danger) -> tuple[Said, ...]:
        update = f"{incoming.channel}:{incoming.update}"
        messages = self._messages(danger)
        for place, said in enumerate(messages):
            slots: dict[str, Any] = dict(said.slots)  # names and a number: nothing to look up
            face = self._words.render(said.key, slots, today=incoming.at.date())
            outgoing = Outgoing(
                said.key, face.text, picture=face.picture or None, alt=face.alt, id=f"{update}.s{place}"
            )
            outcome = await self._send(incoming, outgoing)
            log.info("safety-reply", kind=danger.kind, outcome=type(outcome).__name__)
            if not isinstance(outcome, Sent):
                return messages[place:]
        return ()

    async def _send(self, incoming: Incoming, outgoing: Outgoing) -> Outcome:
        channel = self._channels[incoming.channel]
        try:
            outcome = await channel.send(incoming.account, outgoing)
            if not isinstance(outcome, Sent) and not incoming.private:
                outcome = await channel.send(incoming.place, outgoing)
        except Exception as error:  # noqa: BLE001 - whatever a channel does, the update is stored
            report(log, "safety-reply-broke", error)
            return Unknown()
        return outcome

    def _messages(self, danger: Danger) -> tuple[Said, ...]:
        """Words that believe the person, then 999, then what fits, then the people the operator named."""
        believe = "safety-believe-self-harm" if danger.kind == "self_harm" else "safety-believe"
        said = [Said(believe), Said("safety-now")]
        if danger.kind != "now":
            said.append(Said(f"safety-{danger.kind.replace('_', '-')}"))
        if self._house.named_names and self._house.phone:
            people: dict[str, SlotValue] = {"names": self._house.named_names, "phone": self._house.phone}
            said.append(Said("safety-people", people))
        return tuple(said)
