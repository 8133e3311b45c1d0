"""Who is looking, and what of another person's they may see. Every look goes through here."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.app.doing import Doing
from bot.app.ports import Transaction
from bot.dialogues.looks import Known
from bot.domain.actions import Action
from bot.domain.seeing import sees_action
from bot.domain.sharing import Thing, Viewer, may_see

# A card in a group chat is drawn for the circle itself, which stands there as a person with this id.
CIRCLE = "circle:"


async def viewer(tx: Transaction, who: str) -> Viewer:
    """Give a person, or 'circle:<id>', as one who wants to see: where they belong and whom they support."""
    if who.startswith(CIRCLE):
        return Viewer(who, frozenset({who.removeprefix(CIRCLE)}), frozenset())
    belongs = await tx.circles.of_person(who)
    supports = await tx.people.supported_by(who)
    return Viewer(
        who,
        frozenset(circle.id for circle, _ in belongs),
        frozenset(support.member for support in supports if support.holds),
    )


async def viewer_of(doing: Doing) -> Viewer:
    """Give the one whose turn it is as one who wants to see."""
    return await viewer(doing.tx, doing.person.id)


async def sees(doing: Doing, owner: str, things: Collection[Thing]) -> bool:
    """Say whether the one whose turn it is may see something that goes under any of these things."""
    return may_see(await viewer_of(doing), owner, things, await doing.tx.sharing.of_owner(owner))


async def action_seen(doing: Doing, action_id: str) -> Action | None:
    """Give an action, or None when it is gone or not shown to the one whose turn it is."""
    action = await doing.tx.practice.action(action_id)
    if action is None:
        return None
    shares = await doing.tx.sharing.of_owner(action.owner)
    return action if sees_action(await viewer_of(doing), action, shares) else None


async def name_of(doing: Doing, person: str | None) -> str:
    """Give what a person wants to be called; '' for nobody."""
    found = await doing.tx.people.get(person) if person else None
    return found.name if found else ""


async def known(doing: Doing, people: Iterable[str]) -> tuple[Known, ...]:
    """Give people with their names, in the same order; those who are gone are left out."""
    ids = list(people)
    found = await doing.tx.people.named(ids)
    return tuple(Known(person, found[person].name) for person in ids if person in found)
