"""Under what a thing of a person's may be seen: the rules of sharing applied to each kind of thing."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.actions import Action
from bot.domain.sharing import Share, Thing, Viewer, may_see


def things_of_action(action: Action) -> tuple[Thing, ...]:
    """An action goes under itself and under all of its owner's plans."""
    return (Thing("action", action.id), Thing("plans", action.owner))


def things_of_learning(telling: str) -> tuple[Thing, ...]:
    """What was learned goes under itself and under the telling that it is part of."""
    return (Thing("learning", telling), Thing("telling", telling))


def sees_action(viewer: Viewer, action: Action, shares: Collection[Share]) -> bool:
    """Say whether a viewer may see an action.

    A 'we will' belongs to everybody in its circle; its owner shows it to somebody else only by itself, when
    they ask them for help: 'all my plans' are one's own.
    """
    if action.circle is not None:
        itself = (Thing("action", action.id),)
        return action.circle in viewer.circles or may_see(viewer, action.owner, itself, shares)
    return may_see(viewer, action.owner, things_of_action(action), shares)
