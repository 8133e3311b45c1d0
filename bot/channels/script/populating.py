"""The people and circles of a script, as if they had joined before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.channels.script.script_parts import CircleIn, PersonIn, ShareIn
from bot.domain.circles import Circle, Membership, Place
from bot.domain.people import Account, Kind, Person, Support
from bot.domain.sharing import Audience, Share, Thing

if TYPE_CHECKING:
    from bot.channels.script.world import World


async def populate(world: World, store: Any) -> None:
    """Make everybody and every circle that is not there from an earlier run on the same files."""
    async with store.transaction() as tx:
        known = {name: await tx.people.account("script", name) for name in world.script.people}
        for name in world.script.people:
            account = known[name]
            world.people[name] = account.person if account else world.ids.new()
        for name, described in world.script.people.items():
            if known[name] is None and not described.outside:
                await _make_person(world, tx, name, described)
        for name, circle in world.script.circles.items():
            await _make_circle(world, tx, name, circle)
        for share in world.script.share:
            await _show(world, tx, share)


async def _make_person(world: World, tx: Any, name: str, described: PersonIn) -> None:
    now = world.clock.at
    person = Person(
        world.people[name],
        "" if described.new else name.capitalize(),
        Kind(described.kind),
        greeted=not described.new,
        joined=now,
    )
    await tx.people.add(person)
    for channel in ("web", "script"):
        used = now if channel == "script" else None
        await tx.people.put_account(Account(channel, name, person.id, last_used=used))
    for member in described.of:
        support = Support(world.ids.new(), world.people[member], person.id, True, True)
        await tx.people.put_support(support)


async def _make_circle(world: World, tx: Any, name: str, described: CircleIn) -> None:
    place = await tx.circles.place("script", f"group:{name}")
    known: str = place.circle if place is not None else world.ids.new()
    if place is None:
        await tx.circles.put(Circle(known, name, made=world.clock.at))
        await tx.circles.put_place(Place("script", f"group:{name}", known))
    world.circles[name] = known
    here = {membership.person for membership in await tx.circles.members(known)}
    kinds = (
        (described.members, Kind.MEMBER),
        (described.facilitators, Kind.FACILITATOR),
        (described.supporters, Kind.SUPPORTER),
    )
    for names, kind in kinds:
        for member in names:
            if world.people[member] not in here:
                await tx.circles.put_membership(Membership(known, world.people[member], kind))


async def _show(world: World, tx: Any, share: ShareIn) -> None:
    owner = world.people[share.who]
    thing = Thing("plans", owner)
    audience = (
        Audience("circle", world.circles[share.with_])
        if share.with_ in world.circles
        else Audience("person", world.people[share.with_])
    )
    shares = [Share(world.ids.new(), owner, thing, audience, world.clock.at)]
    await tx.sharing.replace(owner, thing, shares)
