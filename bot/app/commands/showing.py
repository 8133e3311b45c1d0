"""Changing who sees a thing, so that what is taken away counts at once (safety.md, 'Who sees what')."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.app.doing import Doing
from bot.app.looks.sharing import audiences_now
from bot.app.messages import Kind
from bot.dialogue.saying import Said
from bot.domain.errors import Gone, NotYours
from bot.domain.sharing import Audience, Share, Thing


async def audiences_of(doing: Doing, thing: Thing) -> tuple[Audience, ...]:
    """Give those to whom this person shows a thing."""
    shares = await doing.tx.sharing.of_owner(doing.person.id)
    return tuple(share.audience for share in shares if share.thing == thing)


async def show_exactly(doing: Doing, thing: Thing, to: Sequence[Audience]) -> tuple[Audience, ...]:
    """Show one's own thing to these and nobody else. Gives who could see it before."""
    shares = await doing.tx.sharing.of_owner(doing.person.id)
    before = {share.audience: share for share in shares if share.thing == thing}
    now = [before.get(audience) or _share(doing, thing, audience) for audience in dict.fromkeys(to)]
    await doing.tx.sharing.replace(doing.person.id, thing, now)
    for audience in before:
        if audience not in to:
            await cover(doing, doing.person.id, thing, audience)
    return tuple(before)


async def check_audiences(doing: Doing, to: Collection[Audience]) -> None:
    """Raise NotYours unless each is one's supporter, or a circle of one's own, now."""
    if to and not set(to) <= set(await audiences_now(doing)):
        raise NotYours("an audience that this person does not have")


async def check_own(doing: Doing, thing: Thing) -> None:
    """Raise Gone when a thing is not there, NotYours when it is somebody else's."""
    owner = await _owner(doing, thing)
    if owner is None:
        raise Gone(thing.id)
    if owner != doing.person.id:
        raise NotYours(thing.id)


async def cover(doing: Doing, owner: str, thing: Thing, audience: Audience) -> None:
    """Drop what waits to show a thing to an audience, and take it out of what was shown to them."""
    cards: dict[str, None] = {}
    for out in await doing.tx.outbox.withdraw(owner, thing, audience):
        if out.parcel.card is not None:
            cards[out.parcel.card] = None
        elif out.parcel.edits is None:
            _take_words_out(doing, out.parcel.id, audience, out.parcel.channel, out.parcel.address)
    for card in cards | dict.fromkeys(await _cards_about(doing, thing)):
        await doing.redraw(card)


def _take_words_out(
    doing: Doing, parcel: str, audience: Audience, channel: str | None, address: str | None
) -> None:
    to = {"person": audience.id} if audience.kind == "person" else {"circle": audience.id}
    doing.send(Kind.EDIT, Said("no-longer-shown"), edits=parcel, channel=channel, address=address, **to)


async def _cards_about(doing: Doing, thing: Thing) -> list[str]:
    """Give the cards that show a thing in a group, where a parcel names no needs."""
    match thing.kind:
        case "action":
            return [f"help:{request.id}" for request in await doing.tx.practice.helps(thing.id)]
        case "celebration":
            return [f"celebration:{thing.id}"]
        case _:
            return []


async def _owner(doing: Doing, thing: Thing) -> str | None:
    """Give whose a thing is; None when it is not there."""
    practice = doing.tx.practice
    match thing.kind:
        case "plans":
            return thing.id
        case "answer":
            answer = await practice.answer(thing.id)
            return answer.person if answer else None
        case "action":
            action = await practice.action(thing.id)
            return action.owner if action else None
        case "telling" | "learning":
            telling = await practice.telling(thing.id)
            return telling.person if telling else None
        case "celebration":
            celebration = await practice.celebration(thing.id)
            return celebration.person if celebration else None
        case _:
            return None


def _share(doing: Doing, thing: Thing, audience: Audience) -> Share:
    return Share(doing.ids.new(), doing.person.id, thing, audience, doing.now)
