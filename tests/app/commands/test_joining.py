from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogues.commands import (
    Accept,
    AgreeSupporter,
    ConfirmDevice,
    EndSupport,
    MakeCircle,
    MakeInvite,
)
from bot.dialogues.looks import LookDevice, LookHere, LookInvite, LookSupport
from bot.domain.circles import Invite
from bot.domain.errors import AlreadyDone, Gone, LinkNotGood, NotYours
from bot.domain.joining import hash_of
from bot.domain.people import Account, Kind
from tests.app.commands.world import World


async def test_a_facilitator_makes_an_empty_circle_and_holds_it(world: World):
    circle = await world.do("priya", MakeCircle("Bakers"))
    assert circle in [known.id for known in (await world.look("priya", LookHere())).holds]
    for who in ("sam", "jo"):
        with pytest.raises(NotYours):
            await world.do(who, MakeCircle("Bakers"))


async def test_of_a_link_only_the_hash_is_kept_and_it_works_once(world: World):
    token = await world.do("priya", MakeInvite(Kind.MEMBER, "garden"))
    invite = await _open(world, token, "kit")
    assert token not in repr(invite)
    seen = await world.look("kit", LookInvite(invite.id))
    assert (seen.kind, seen.circle.name, seen.by_name) == (Kind.MEMBER, "Garden Gang", "Priya")
    await world.do("kit", Accept(invite.id, yes=True))
    assert [known.id for known in (await world.look("kit", LookHere())).circles] == ["garden"]
    assert await world.look("kit", LookInvite(invite.id)) is None
    with pytest.raises(LinkNotGood):
        await world.do("kit", Accept(invite.id, yes=True))


async def test_a_link_is_only_for_whoever_opened_it_and_only_for_its_days(world: World):
    invite = await _open(world, await world.do("priya", MakeInvite(Kind.MEMBER, "garden")), "kit")
    with pytest.raises(LinkNotGood):
        await world.do("jo", Accept(invite.id, yes=True))
    assert await world.look("jo", LookInvite(invite.id)) is None
    world.pass_time(days=14)
    with pytest.raises(LinkNotGood):
        await world.do("kit", Accept(invite.id, yes=True))


async def test_a_no_lets_nobody_in(world: World):
    invite = await _open(world, await world.do("priya", MakeInvite(Kind.MEMBER, "garden")), "kit")
    await world.do("kit", Accept(invite.id, yes=False))
    assert (await world.look("kit", LookHere())).circles == ()


async def test_a_link_can_be_taken_back_until_it_is_opened(world: World):
    result = await world.run("priya", MakeInvite(Kind.MEMBER, "garden"))
    with pytest.raises(NotYours):
        await world.undo("sam", result)
    await world.undo("priya", result)
    invite = await _open(world, result.value, "kit")
    with pytest.raises(LinkNotGood):
        await world.do("kit", Accept(invite.id, yes=True))
    await world.undo("priya", result)


async def test_who_belongs_already_is_not_added_twice(world: World):
    invite = await _open(world, await world.do("priya", MakeInvite(Kind.FACILITATOR, "garden")), "sam")
    with pytest.raises(AlreadyDone):
        await world.do("sam", Accept(invite.id, yes=True))


@pytest.mark.parametrize(
    ("who", "command"),
    [
        ("sam", MakeInvite(Kind.MEMBER, "garden")),
        ("priya", MakeInvite(Kind.SUPPORTER, "garden")),
        ("priya", MakeInvite(Kind.MEMBER, "bakery")),
        ("priya", MakeInvite(Kind.FACILITATOR)),
        ("priya", MakeInvite(Kind.SUPPORTER, supporter_of_me=True)),
    ],
)
async def test_nobody_invites_beyond_their_part(world: World, who, command):
    with pytest.raises(NotYours):
        await world.do(who, command)


async def test_the_operators_link_makes_a_first_facilitator(world: World):
    async with world.store.transaction() as tx:
        ends = world.now + timedelta(days=14)
        await tx.circles.put_invite(Invite("first", hash_of("t"), Kind.FACILITATOR, ends, used_by="kit"))
    assert (await world.look("kit", LookInvite("first"))).by_name == ""
    await world.do("kit", Accept("first", yes=True))
    assert (await world.look("kit", LookHere())).kind is Kind.FACILITATOR


async def test_somebody_supports_a_member_once_both_said_yes(world: World):
    invite, support = await _offered(world)
    assert world.cards("sam") == [f"support:{support}"]
    seen = await world.look("sam", LookSupport(support))
    assert (seen.supporter_name, seen.member_name, seen.agreed) == ("Kit", "Sam", False)
    assert await world.look("jo", LookSupport(support)) is None
    assert (await world.look("kit", LookHere())).supports == ()
    result = await world.run("sam", AgreeSupporter(support, yes=True))
    assert [known.name for known in (await world.look("kit", LookHere())).supports] == ["Sam"]
    assert world.told("kit") == ["support-agreed"]
    with pytest.raises(AlreadyDone):
        await world.do("sam", AgreeSupporter(support, yes=True))
    await world.undo("sam", result)
    assert (await world.look("kit", LookHere())).supports == ()
    assert invite.member == "sam"


async def test_the_members_no_ends_it_and_only_the_member_says_it(world: World):
    _, support = await _offered(world)
    with pytest.raises(NotYours):
        await world.do("kit", AgreeSupporter(support, yes=True))
    await world.do("sam", AgreeSupporter(support, yes=False))
    assert world.told("kit") == ["support-declined"]
    assert await world.look("sam", LookSupport(support)) is None
    for thing in (support, "nothing"):
        with pytest.raises(Gone):
            await world.do("sam", AgreeSupporter(thing, yes=True))


async def test_nobody_supports_themselves_or_twice(world: World):
    own = await _open(world, await world.do("sam", MakeInvite(Kind.SUPPORTER, supporter_of_me=True)), "sam")
    with pytest.raises(NotYours):
        await world.do("sam", Accept(own.id, yes=True))
    again = await _open(world, await world.do("sam", MakeInvite(Kind.SUPPORTER, supporter_of_me=True)), "jo")
    with pytest.raises(AlreadyDone):
        await world.do("jo", Accept(again.id, yes=True))


async def test_a_supporter_elsewhere_may_choose_a_supporter_where_they_are_a_member(world: World):
    invite = await _open(world, await world.do("priya", MakeInvite(Kind.MEMBER, "garden")), "kit")
    with pytest.raises(NotYours):
        await world.do("kit", MakeInvite(Kind.SUPPORTER, supporter_of_me=True))
    await world.do("kit", Accept(invite.id, yes=True))
    assert await world.do("kit", MakeInvite(Kind.SUPPORTER, supporter_of_me=True))


async def test_another_device_joins_only_by_a_yes_on_the_first(world: World):
    invite = await _device(world)
    assert (await world.look("sam", LookDevice(invite))).channel == "telegram"
    assert await world.look("jo", LookDevice(invite)) is None
    with pytest.raises(NotYours):
        await world.do("jo", ConfirmDevice(invite, yes=True))
    assert await _person_at(world) is None
    await world.do("sam", ConfirmDevice(invite, yes=True))
    assert await _person_at(world) == "sam"
    assert world.told("sam") == ["device-joined"]
    assert await world.look("sam", LookDevice(invite)) is None
    with pytest.raises(LinkNotGood):
        await world.do("sam", ConfirmDevice(invite, yes=True))


async def test_a_device_that_is_refused_stays_out(world: World):
    invite = await _device(world)
    await world.do("sam", ConfirmDevice(invite, yes=False))
    assert await _person_at(world) is None
    assert [(p.said.key, p.address) for p in world.said] == [("link-not-good", "4711")]


async def test_a_device_link_lasts_an_hour(world: World):
    invite = await _device(world)
    world.pass_time(hours=1)
    with pytest.raises(LinkNotGood):
        await world.do("sam", ConfirmDevice(invite, yes=True))


async def test_a_device_of_somebody_elses_does_not_become_ones_own(world: World):
    invite = await _device(world)
    async with world.store.transaction() as tx:
        await tx.people.put_account(Account("telegram", "4711", "lee"))
    with pytest.raises(AlreadyDone):
        await world.do("sam", ConfirmDevice(invite, yes=True))


async def test_ending_what_is_not_there_is_refused(world: World):
    with pytest.raises(Gone):
        await world.do("sam", EndSupport("kit"))


async def _open(world: World, token: str, who: str) -> Invite:
    """The turn marks a link as opened by whoever came by it."""
    async with world.store.transaction() as tx:
        invite = await tx.circles.invite_by_token(hash_of(token))
        await tx.circles.put_invite(replace(invite, used_by=who))
    return invite


async def _offered(world: World) -> tuple[Invite, str]:
    invite = await _open(
        world, await world.do("sam", MakeInvite(Kind.SUPPORTER, supporter_of_me=True)), "kit"
    )
    await world.do("kit", Accept(invite.id, yes=True))
    async with world.store.reading() as tx:
        (support,) = await tx.people.supported_by("kit")
    return invite, support.id


async def _device(world: World) -> str:
    token = await world.do("sam", MakeInvite(Kind.MEMBER, device=True))
    return (await _open(world, token, "telegram 4711")).id


async def _person_at(world: World) -> str | None:
    async with world.store.reading() as tx:
        account = await tx.people.account("telegram", "4711")
    return account.person if account else None
