"""Who one is here, one's two answers, and who can be reached."""

from __future__ import annotations

from bot.app.doing import Doing, sees
from bot.app.looks.seeing import known, viewer_of
from bot.dialogue.given import OwnWords
from bot.dialogues.looks import (
    Answers,
    Here,
    HumanHelp,
    Known,
    LookAnswers,
    LookHere,
    LookHumanHelp,
    LookMembers,
)
from bot.domain.answers import WANT, WHY, OpeningAnswer
from bot.domain.people import Kind


@sees(LookHere)
async def see_here(_look: LookHere, doing: Doing) -> Here:
    """Give this person, their circles and supporters, and the moment."""
    me, people = doing.person, doing.tx.people
    belongs = await doing.tx.circles.of_person(me.id)
    supporters = [s.supporter for s in await people.supports_of(me.id) if s.holds]
    supports = [s.member for s in await people.supported_by(me.id) if s.holds]
    return Here(
        person=me.id,
        name=me.name,
        kind=me.kind,
        pictures=me.pictures,
        quiet=me.quiet,
        greeted=me.greeted,
        reminders=me.reminders,
        today=doing.today,
        time=doing.clock,
        circles=tuple(Known(c.id, c.name) for c, m in belongs if m.kind is Kind.MEMBER),
        holds=tuple(Known(c.id, c.name) for c, m in belongs if m.kind is Kind.FACILITATOR),
        supporters=await known(doing, supporters),
        supports=await known(doing, supports),
        paused_until=me.paused_until,
    )


@sees(LookMembers)
async def see_members(look: LookMembers, doing: Doing) -> tuple[Known, ...]:
    """Give the other members of a circle, to somebody who belongs to it."""
    if look.circle not in (await viewer_of(doing)).circles:
        return ()
    there = await doing.tx.circles.members(look.circle)
    others = [m.person for m in there if m.kind is Kind.MEMBER and m.person != doing.person.id]
    return await known(doing, others)


@sees(LookAnswers)
async def see_answers(_look: LookAnswers, doing: Doing) -> Answers:
    """Give one's own two answers."""
    found = {answer.question: answer for answer in await doing.tx.practice.answers(doing.person.id)}
    why, want = found.get(WHY), found.get(WANT)
    return Answers(
        why=words_of(why) if why else None,
        want=words_of(want) if want else None,
        why_id=why.id if why else None,
        want_id=want.id if want else None,
    )


@sees(LookHumanHelp)
async def see_human_help(_look: LookHumanHelp, doing: Doing) -> HumanHelp:
    """Give how to reach a person, as the operator has set it."""
    house = doing.house
    return HumanHelp(
        names=house.named_names,
        phone=house.phone,
        in_hours=house.hours.cover(doing.now, house.zone),
        weekdays=house.hours.weekdays,
        start=house.hours.start,
        end=house.hours.end,
    )


def words_of(answer: OpeningAnswer) -> OwnWords:
    """Give the person's own words in an answer, as they gave them."""
    return OwnWords(answer.words, answer.media, answer.media_kind, answer.picture, answer.helped_by)
