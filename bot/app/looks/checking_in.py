"""What a person shares, as one they share it with may see it; and what is shared with a circle."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from bot.app.doing import Doing, sees
from bot.app.looks.plans import lately_ended, plan_of, soonest
from bot.app.looks.seeing import CIRCLE, name_of, viewer_of
from bot.dialogues.looks import CirclePlan, Known, LookCirclePlan, SharedItem
from bot.domain.actions import Action
from bot.domain.people import Person
from bot.domain.seeing import sees_action, things_of_learning
from bot.domain.sharing import Thing, may_see

May = Callable[[Collection[Thing]], bool]


@sees(LookCirclePlan)
async def see_circle_plan(look: LookCirclePlan, doing: Doing) -> CirclePlan | None:
    """Give a circle's 'we will' actions, and what people in it now show to it."""
    circle = await doing.tx.circles.get(look.circle)
    if circle is None or circle.id not in (await viewer_of(doing)).circles:
        return None
    there = [membership.person for membership in await doing.tx.circles.members(circle.id)]
    # 'Our plan' is the same for everybody in the circle: it is drawn for the circle itself.
    ours = replace(doing, person=Person(CIRCLE + circle.id))
    shared = [item for owner in there for item in await items_shown(ours, owner)]
    actions = await doing.tx.practice.circle_actions(circle.id)
    going = sorted([a for a in actions if await _still_ours(doing, a, there)], key=soonest)
    return CirclePlan(
        Known(circle.id, circle.name),
        tuple([await plan_of(ours, action) for action in going]),
        tuple(item for item in shared if item.plan is None or item.plan.circle != circle.id),
    )


async def items_shown(doing: Doing, owner: str) -> list[SharedItem]:
    """Give everything of an owner's that the one whose turn it is may see; nothing else is counted."""
    who = await viewer_of(doing)
    shares = await doing.tx.sharing.of_owner(owner)
    name = await name_of(doing, owner)

    def may(things: Collection[Thing]) -> bool:
        return may_see(who, owner, things, shares)

    plans = [action for action in await doing.tx.practice.actions(owner) if sees_action(who, action, shares)]
    return [
        *await _answers(doing, owner, name, may),
        *[await _plan(doing, action, name) for action in plans if await _current(doing, action)],
        *await _tellings(doing, owner, name, may),
        *await _celebrations(doing, owner, name, may),
    ]


async def _still_ours(doing: Doing, action: Action, there: Collection[str]) -> bool:
    """Say whether somebody who is in the circle now said a 'we will' or yes to it."""
    parts = await doing.tx.practice.parts(action.id)
    return any(part.agreed and part.person in there for part in parts)


async def _current(doing: Doing, action: Action) -> bool:
    return action.open or await lately_ended(doing, action)


async def _plan(doing: Doing, action: Action, name: str) -> SharedItem:
    plan = await plan_of(doing, action)
    return SharedItem(Thing("action", action.id), action.owner, name, action.what, plan=plan, day=action.day)


async def _answers(doing: Doing, owner: str, name: str, may: May) -> list[SharedItem]:
    return [
        SharedItem(
            thing, owner, name, answer.words, answer.media, answer.media_kind, question=answer.question
        )
        for answer in await doing.tx.practice.answers(owner)
        if may((thing := Thing("answer", answer.id),))
    ]


async def _tellings(doing: Doing, owner: str, name: str, may: May) -> list[SharedItem]:
    items = []
    for telling in await doing.tx.practice.tellings(owner):
        whole, learning = Thing("telling", telling.id), Thing("learning", telling.id)
        if telling.happened and may((whole,)):
            items.append(SharedItem(whole, owner, name, telling.happened, day=telling.day))
        if telling.learned and may(things_of_learning(telling.id)):
            items.append(SharedItem(learning, owner, name, telling.learned, day=telling.day))
    return items


async def _celebrations(doing: Doing, owner: str, name: str, may: May) -> list[SharedItem]:
    return [
        SharedItem(thing, owner, name, celebration.words)
        for celebration in await doing.tx.practice.celebrations(owner)
        if not celebration.taken_back and may((thing := Thing("celebration", celebration.id),))
    ]
