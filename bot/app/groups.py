"""In groups there are no dialogues: only cards, and buttons that open the private chat (architecture.md)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from bot.app.commands.leaving import leave_circle
from bot.app.doing import Doing
from bot.app.messages import GroupIn, Incoming, Kind, LeftIn, MovedIn, PressIn, TextIn
from bot.app.ports import Ids, Transaction
from bot.dialogue.payload import CardPress, read, write
from bot.dialogue.saying import Button, Said
from bot.dialogues.commands import LeaveCircle
from bot.domain.circles import Circle, Invite, Membership, Place
from bot.domain.errors import NotYours
from bot.domain.joining import INVITE_LASTS, hash_of
from bot.domain.people import Kind as PersonKind
from bot.domain.people import Person

MakeDoing = Callable[[Transaction, Person, str], Doing]
JOIN = "join"  # the card of a circle's door: its press is answered with a fresh link


async def in_group(
    make_doing: MakeDoing, tx: Transaction, incoming: Incoming, person: Person | None, cause: str
) -> PressIn | None:
    """Deal with an update from a group. Gives a press that goes on to its card."""
    doing = make_doing(tx, person or Person(id=""), cause)
    place = await tx.circles.place(incoming.channel, incoming.place)
    match incoming.content:
        case GroupIn(added=True, title=title):
            await _added(doing, incoming, place, person, title)
        case GroupIn(added=False) if place is not None:
            await tx.circles.put_place(replace(place, gone=True))
        case MovedIn(to=to):
            await tx.circles.move_place(incoming.channel, incoming.place, to)
        case LeftIn(account=account) if place is not None and place.circle is not None:
            await _left(doing, incoming.channel, account, place.circle)
        case TextIn(addressed=True) if place is not None and place.circle is not None:
            _say(doing, incoming, place.circle, Said("group-private", buttons=(door(place.circle),)))
        case PressIn() as press if not _at_the_door(press):
            return press
        case _:
            pass
    await tx.outbox.add(doing.parcels)
    return None


def _at_the_door(content: PressIn) -> bool:
    """Whether it is a press on a circle's door, which was answered with a link when it was received."""
    press = read(content.payload)
    return isinstance(press, CardPress) and press.kind == JOIN


def door(circle: str) -> Button:
    """Give the button by which somebody in a group comes to the private chat."""
    return Button("join", write(CardPress(JOIN, circle, "join")))


async def _added(
    doing: Doing, incoming: Incoming, place: Place | None, person: Person | None, title: str
) -> None:
    """A facilitator who adds the assistant to a group makes a circle of it; nobody else can."""
    if person is None or person.kind is not PersonKind.FACILITATOR:
        doing.send(Kind.REPLY, Said("group-not-invited"), channel=incoming.channel, address=incoming.place)
        return
    if place is not None and place.circle is not None:
        await doing.tx.circles.put_place(replace(place, gone=False))
        circle = place.circle
    else:
        circle = doing.ids.new()
        await doing.tx.circles.put(Circle(circle, title, made=doing.now))
        await doing.tx.circles.put_membership(Membership(circle, person.id, PersonKind.FACILITATOR))
        await doing.tx.circles.put_place(Place(incoming.channel, incoming.place, circle))
    _say(doing, incoming, circle, Said("group-hello", buttons=(door(circle),)))


async def _left(doing: Doing, channel: str, account: str, circle: str) -> None:
    """Who leaves the group leaves the circle, and what they showed to it is shown no more."""
    known = await doing.tx.people.account(channel, account)
    person = await doing.tx.people.get(known.person) if known else None
    if person is None:
        return
    with suppress(NotYours):  # was in the group, and never in the circle
        await leave_circle(LeaveCircle(circle), replace(doing, person=person))


def _say(doing: Doing, incoming: Incoming, circle: str, said: Said) -> None:
    doing.send(Kind.REPLY, said, circle=circle, channel=incoming.channel, address=incoming.place)


async def fresh_link(tx: Transaction, ids: Ids, now: datetime, circle: str) -> str:
    """Make a single-use link into a circle for whoever pressed its door. Gives the token."""
    token = ids.token()
    invite = Invite(ids.new(), hash_of(token), PersonKind.MEMBER, now + INVITE_LASTS, circle=circle)
    await tx.circles.put_invite(invite)
    return token
