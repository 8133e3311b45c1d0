"""A celebration, as those it is shown to see it."""

from __future__ import annotations

from bot.app.doing import Doing, sees
from bot.app.looks.seeing import name_of
from bot.app.looks.seeing import sees as may_see_it
from bot.dialogues.looks import Celebrated, Joined, LookCelebration
from bot.domain.celebrating import Celebration
from bot.domain.sharing import Thing


@sees(LookCelebration)
async def see_celebration(look: LookCelebration, doing: Doing) -> Celebrated | None:
    """Give a celebration with who joined, in the order they came."""
    celebration = await celebration_seen(doing, look.celebration)
    if celebration is None:
        return None
    return Celebrated(
        celebration.id,
        celebration.person,
        await name_of(doing, celebration.person),
        celebration.words,
        celebration.made_by,
        await _joined(doing, celebration),
    )


async def celebration_seen(doing: Doing, celebration_id: str) -> Celebration | None:
    """Give a celebration, or None when it was taken back or is not shown to the one whose turn it is."""
    celebration = await doing.tx.practice.celebration(celebration_id)
    if celebration is None or celebration.taken_back:
        return None
    shown = await may_see_it(doing, celebration.person, (Thing("celebration", celebration.id),))
    return celebration if shown else None


async def _joined(doing: Doing, celebration: Celebration) -> tuple[Joined, ...]:
    """Give who joined; of a circle's card, those who are still in the circle."""
    hoorays = await doing.tx.practice.hoorays(celebration.id)
    if celebration.circle is not None:
        there = {membership.person for membership in await doing.tx.circles.members(celebration.circle)}
        hoorays = [hooray for hooray in hoorays if hooray.person in there]
    return tuple([Joined(h.person, await name_of(doing, h.person), h.words) for h in hoorays])
