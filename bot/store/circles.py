"""Circles, who belongs to them, where they chat, what is written there, and joining links."""

from __future__ import annotations

from sqlalchemy import BindParameter, bindparam, delete, select, update

from bot.domain.circles import Circle, Invite, Membership, Place, Post
from bot.store import tables as t
from bot.store.dialect import insert_once, put
from bot.store.outbox_statements import move_chat
from bot.store.rows import Rows
from bot.store.work import Read, Work, Write

CIRCLE = Rows(Circle, t.circle, {"name": lambda circle: f"circle:{circle.id}"})
MEMBERSHIP = Rows(Membership, t.membership)
PLACE = Rows(Place, t.place)
INVITE = Rows(Invite, t.invite)
POST = Rows(Post, t.post, {"words": lambda post: f"circle:{post.circle}"})

_ID: BindParameter[str] = bindparam("b_id")
_AT_PLACE = (t.place.c.channel == bindparam("b_channel"), t.place.c.address == bindparam("b_address"))
_get = CIRCLE.where(t.circle.c.id == _ID)
_put = Write(put(t.circle))
_members = MEMBERSHIP.where(
    t.membership.c.circle == _ID, t.membership.c.left.is_(False), order=(t.membership.c.person,)
)
_of_person = Read(
    select(*CIRCLE.columns, *MEMBERSHIP.columns)
    .join_from(t.circle, t.membership)
    .where(t.membership.c.person == _ID, t.membership.c.left.is_(False))
    .order_by(t.circle.c.made, t.circle.c.id)
)
_put_membership = Write(put(t.membership))
_places = PLACE.where(t.place.c.circle == _ID, t.place.c.gone.is_(False), order=(t.place.c.channel,))
_place = PLACE.where(*_AT_PLACE)
_put_place = Write(put(t.place))
_drop_place = Write(delete(t.place).where(*_AT_PLACE))
_move_place = Write(update(t.place).where(*_AT_PLACE).values(address=bindparam("to")))
_invite = INVITE.where(t.invite.c.id == _ID)
_invite_by_token = INVITE.where(t.invite.c.token_hash == _ID)
_put_invite = Write(put(t.invite))
_add_post = Write(insert_once(t.post))
_posts = Read(
    select(*POST.columns)
    .where(t.post.c.circle == _ID)
    .order_by(t.post.c.at.desc(), t.post.c.id.desc())
    .limit(bindparam("most"))
)


class CirclesRows:
    """The circles of one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def get(self, circle: str) -> Circle | None:
        return CIRCLE.one(await self._work.row(_get, {"b_id": circle}))

    async def put(self, circle: Circle) -> None:
        await self._work.write(_put, CIRCLE.params(circle))

    async def members(self, circle: str) -> list[Membership]:
        return MEMBERSHIP.all(await self._work.rows(_members, {"b_id": circle}))

    async def of_person(self, person: str) -> list[tuple[Circle, Membership]]:
        rows = await self._work.rows(_of_person, {"b_id": person})
        split = len(CIRCLE.columns)
        return [(Circle(*row[:split]), Membership(*row[split:])) for row in rows]

    async def put_membership(self, membership: Membership) -> None:
        await self._work.write(_put_membership, MEMBERSHIP.params(membership))

    async def places(self, circle: str) -> list[Place]:
        return PLACE.all(await self._work.rows(_places, {"b_id": circle}))

    async def place(self, channel: str, address: str) -> Place | None:
        return PLACE.one(await self._work.row(_place, {"b_channel": channel, "b_address": address}))

    async def put_place(self, place: Place) -> None:
        await self._work.write(_put_place, PLACE.params(place))

    async def move_place(self, channel: str, address: str, to: str) -> None:
        """Let a group have its new address, also for what waits to be sent there."""
        if await self.place(channel, address) is not None:  # else it moved before: it is told more than once
            await self._work.write(_drop_place, {"b_channel": channel, "b_address": to})
            await self._work.write(_move_place, {"b_channel": channel, "b_address": address, "to": to})
        await move_chat(self._work, channel, address, to)

    async def invite(self, invite: str) -> Invite | None:
        return INVITE.one(await self._work.row(_invite, {"b_id": invite}))

    async def invite_by_token(self, token_hash: str) -> Invite | None:
        return INVITE.one(await self._work.row(_invite_by_token, {"b_id": token_hash}))

    async def put_invite(self, invite: Invite) -> None:
        await self._work.write(_put_invite, INVITE.params(invite))

    async def add_post(self, post: Post) -> None:
        await self._work.write(_add_post, POST.params(post))

    async def posts(self, circle: str, limit: int) -> list[Post]:
        """Give the newest `limit` posts, oldest first."""
        rows = await self._work.rows(_posts, {"b_id": circle, "most": limit})
        return POST.all(rows)[::-1]
