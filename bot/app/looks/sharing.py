"""Who can see what, and who looked: for the person whose things they are."""

from __future__ import annotations

from collections.abc import Collection

from bot.app.doing import Doing, sees
from bot.app.looks.oneself import words_of
from bot.app.looks.plans import lately_ended
from bot.app.looks.seeing import name_of
from bot.dialogues.looks import LookShowing, LookWhoLooked, Showing, Visit
from bot.domain.sharing import Audience, Share, Thing

VISITS_SHOWN = 10


@sees(LookShowing)
async def see_showing(_look: LookShowing, doing: Doing) -> tuple[Showing, ...]:
    """Give everything of one's own that can be shown, with who can see it now."""
    names = await audiences_now(doing)
    shares = await doing.tx.sharing.of_owner(doing.person.id)
    return tuple(
        [
            _showing(thing, words, [*always, *_audiences(shares, thing)], names)
            for thing, words, always in await _things(doing)
        ]
    )


@sees(LookWhoLooked)
async def see_who_looked(_look: LookWhoLooked, doing: Doing) -> tuple[Visit, ...]:
    """Give who looked at what one shares, newest first."""
    looks = await doing.tx.sharing.looks_at(doing.person.id, VISITS_SHOWN)
    local = [(look.viewer, look.at.astimezone(doing.house.zone)) for look in looks]
    return tuple([Visit(await name_of(doing, who), at.date(), at.time()) for who, at in local])


async def audiences_now(doing: Doing) -> dict[Audience, str]:
    """Give those whom this person can show things to now, with their names: supporters, then circles."""
    supports = [s.supporter for s in await doing.tx.people.supports_of(doing.person.id) if s.holds]
    belongs = await doing.tx.circles.of_person(doing.person.id)
    names = {Audience("person", person): await name_of(doing, person) for person in supports}
    return names | {Audience("circle", circle.id): circle.name for circle, _ in belongs}


async def _things(doing: Doing) -> list[tuple[Thing, str, list[Audience]]]:
    """Give one's own things with their words and, of a 'we will', the circle that always sees it."""
    me, practice = doing.person.id, doing.tx.practice
    found: list[tuple[Thing, str, list[Audience]]] = [(Thing("plans", me), "", [])]
    for action in await practice.actions(me):
        if action.open or await lately_ended(doing, action):
            always = [Audience("circle", action.circle)] if action.circle else []
            found.append((Thing("action", action.id), action.what, always))
    for telling in await practice.tellings(me):
        if telling.happened:
            found.append((Thing("telling", telling.id), telling.happened, []))
        if telling.learned:
            found.append((Thing("learning", telling.id), telling.learned, []))
    celebrations = await practice.celebrations(me)
    found += [(Thing("celebration", c.id), c.words, []) for c in celebrations if not c.taken_back]
    found += [(Thing("answer", a.id), words_of(a).words, []) for a in await practice.answers(me)]
    return found


def _audiences(shares: Collection[Share], thing: Thing) -> list[Audience]:
    return [share.audience for share in shares if share.thing == thing]


def _showing(thing: Thing, words: str, to: list[Audience], names: dict[Audience, str]) -> Showing:
    now = tuple(audience for audience in dict.fromkeys(to) if audience in names)
    return Showing(thing, words, now, tuple(names[audience] for audience in now))
