"""The fictional people of the demo (data/demo/people.yml). They never exist outside a demo's own store."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml

from bot.app.ports import Ids
from bot.channels.web.sessions import address_of
from bot.channels.web.updates import WEB, circle_place
from bot.domain.circles import Circle, Invite, Membership, Place
from bot.domain.joining import INVITE_LASTS, hash_of
from bot.domain.people import Account, Kind, Person, Support
from bot.store import SqlStore, WebSession

FILE = "people.yml"


@dataclass(frozen=True)
class Character:
    """Somebody in the demo: their phone's name in addresses, and who they are."""

    slug: str
    name: str
    kind: Kind
    circle: bool = False
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cast:
    """Everybody in the demo. `new` is the phone of somebody who has a link and has never written."""

    circle: str
    characters: tuple[Character, ...]
    new: str
    person: str
    phone: str


class DemoUnreadable(Exception):
    """data/demo/people.yml is not as it has to be. The text says where it is."""


def read_cast(folder: Path) -> Cast:
    """Read who is in the demo. Raises DemoUnreadable."""
    file = folder / FILE
    try:
        form = yaml.safe_load(file.read_text(encoding="utf-8"))
        people = tuple(_character(slug, about) for slug, about in form["people"].items())
        return Cast(form["circle"], people, form["new"], form["person"], str(form["phone"]))
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise DemoUnreadable(
            f"{file} cannot be read. Is each person on one line, with a name and a kind?"
        ) from error


def _character(slug: str, about: Mapping[str, object]) -> Character:
    of = about.get("of", [])
    if not isinstance(of, list):
        raise TypeError("of")
    return Character(slug, str(about["name"]), Kind(str(about["kind"])), bool(about.get("circle")), tuple(of))


def secret(master_key: bytes, slug: str) -> str:
    """Give what a phone of the demo is signed in by: the same each time the same demo is opened."""
    made = hmac.new(master_key, f"demo phone {slug}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


async def seed(store: SqlStore, cast: Cast, master_key: bytes, ids: Ids, now: datetime) -> bool:
    """Put the people and their circle in an empty store. False when they are there already."""
    if not cast.characters:
        raise DemoUnreadable("There is nobody in the demo.")
    async with store.transaction() as tx:
        first = address_of(secret(master_key, cast.characters[0].slug))
        if await tx.web.session(first) is not None:
            return False
        circle = Circle(ids.new(), cast.circle, made=now)
        await tx.circles.put(circle)
        await tx.circles.put_place(Place(WEB, circle_place(circle.id), circle.id))
        known: dict[str, str] = {}
        holder: str | None = None
        for one in cast.characters:
            person = Person(ids.new(), one.name, one.kind, greeted=True, joined=now)
            known[one.slug] = person.id
            await tx.people.add(person)
            address = address_of(secret(master_key, one.slug))
            await tx.people.put_account(Account(WEB, address, person.id, last_used=now))
            await tx.web.put_session(WebSession(address, person.id, now, now))
            if one.circle:
                await tx.circles.put_membership(Membership(circle.id, person.id, one.kind))
                holder = person.id if one.kind is Kind.FACILITATOR else holder
        for one in cast.characters:
            for member in one.of:
                support = Support(ids.new(), known[member], known[one.slug], True, True)
                await tx.people.put_support(support)
        token = secret(master_key, f"link for {cast.new}")
        ends = now + INVITE_LASTS
        await tx.circles.put_invite(
            Invite(ids.new(), hash_of(token), Kind.MEMBER, ends, circle=circle.id, by=holder)
        )
    return True
