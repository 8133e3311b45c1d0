"""Finding one's own things, with the refusals that every handler makes alike."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.app.doing import Doing
from bot.domain.actions import Action, Telling
from bot.domain.errors import Gone, NotYours


async def change_self(doing: Doing, **changes: Any) -> None:
    """Save this person with these changes; the rest of the turn sees them."""
    doing.person = replace(doing.person, **changes)
    await doing.tx.people.save(doing.person)


async def own_action(doing: Doing, action_id: str) -> Action:
    """Give an action of one's own; raises Gone or NotYours."""
    action = await doing.tx.practice.action(action_id)
    if action is None:
        raise Gone(action_id)
    if action.owner != doing.person.id:
        raise NotYours(action_id)
    return action


async def own_open_action(doing: Doing, action_id: str) -> Action:
    """Give an open action of one's own; raises Gone when it has ended, or NotYours."""
    action = await own_action(doing, action_id)
    if not action.open:
        raise Gone(action_id)
    return action


async def shared_action(doing: Doing, action_id: str) -> Action:
    """Give an open action that is one's own, or a 'we will' one said yes to; raises Gone or NotYours."""
    action = await doing.tx.practice.action(action_id)
    if action is None or not action.open:
        raise Gone(action_id)
    if action.owner == doing.person.id:
        return action
    parts = await doing.tx.practice.parts(action_id)
    if not any(part.person == doing.person.id and part.agreed for part in parts):
        raise NotYours(action_id)
    return action


async def own_telling(doing: Doing, telling_id: str) -> Telling:
    """Give a telling of one's own; raises Gone or NotYours."""
    telling = await doing.tx.practice.telling(telling_id)
    if telling is None:
        raise Gone(telling_id)
    if telling.person != doing.person.id:
        raise NotYours(telling_id)
    return telling


async def belongs_to(doing: Doing, circle: str) -> bool:
    """Say whether this person belongs to a circle now, as whatever."""
    return any(there.id == circle for there, _ in await doing.tx.circles.of_person(doing.person.id))
