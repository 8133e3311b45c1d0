"""Joining by a link: who somebody is, before they have said their private yes (safety.md, 'Attackers')."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.app.doing import Doing
from bot.app.messages import Incoming, Kind, StartIn
from bot.app.ports import Transaction
from bot.dialogue.given import Opening
from bot.dialogue.saying import Said
from bot.domain.circles import Invite
from bot.domain.errors import LinkNotGood
from bot.domain.joining import good, hash_of
from bot.domain.people import Account, Person

MakeDoing = Callable[[Transaction, Person, str], Doing]


async def newcomer(
    make_doing: MakeDoing, tx: Transaction, incoming: Incoming, cause: str
) -> tuple[Person, Account, Opening] | None:
    """Make a person of somebody who opens a good link; answer anyone else kindly and keep nothing of them."""
    doing = make_doing(tx, Person(id=""), cause)
    token = incoming.content.token if isinstance(incoming.content, StartIn) else ""
    invite = await _good_invite(tx, token, doing.now) if token else None
    if invite is None:
        _answer(doing, incoming, await _why_not(tx, token) if token else "not-invited")
        await tx.outbox.add(doing.parcels)
        return None
    if invite.person is not None:
        await _ask_first_device(doing, incoming, invite)
        await tx.outbox.add(doing.parcels)
        return None
    person = Person(doing.ids.new(), kind=invite.kind, joined=doing.now)
    account = Account(incoming.channel, incoming.account, person.id, last_used=doing.now)
    await tx.people.add(person)
    await tx.people.put_account(account)
    await tx.circles.put_invite(replace(invite, used_by=person.id))
    return person, account, Opening("joining", {"argument": invite.id})


async def known_person(doing: Doing, incoming: Incoming) -> Opening | None:
    """Begin joining one more circle, or supporting somebody, for a person who is here already.

    Who opens their own link again goes on where they were: then neither an opening nor words are given.
    """
    token = incoming.content.token if isinstance(incoming.content, StartIn) else ""
    known = await doing.tx.circles.invite_by_token(hash_of(token))
    if known is not None and known.used_by == doing.person.id:
        return None
    invite = await _good_invite(doing.tx, token, doing.now)
    if invite is None or invite.person is not None:
        _answer(doing, incoming, await _why_not(doing.tx, token), person=doing.person.id)
        return None
    await doing.tx.circles.put_invite(replace(invite, used_by=doing.person.id))
    return Opening("joining", {"argument": invite.id})


async def _ask_first_device(doing: Doing, incoming: Incoming, invite: Invite) -> None:
    """Another device waits until the first one says that it is the same person."""
    used_by = f"{incoming.channel} {incoming.account}"
    await doing.tx.circles.put_invite(replace(invite, used_by=used_by))
    _answer(doing, incoming, "device-wait")
    if invite.person is not None:
        doing.show_card(f"device:{invite.id}", invite.person)


async def _good_invite(tx: Transaction, token: str, now: datetime) -> Invite | None:
    try:
        return good(await tx.circles.invite_by_token(hash_of(token)), now)
    except LinkNotGood:
        return None


async def _why_not(tx: Transaction, token: str) -> str:
    invite = await tx.circles.invite_by_token(hash_of(token))
    return "link-used" if invite is not None and invite.used_by is not None else "link-not-good"


def _answer(doing: Doing, incoming: Incoming, key: str, person: str | None = None) -> None:
    doing.send(Kind.REPLY, Said(key), person=person, channel=incoming.channel, address=incoming.account)
