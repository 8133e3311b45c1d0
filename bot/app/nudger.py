"""The nudger: what falls due becomes a message, once, at a kind time (practice.md 7; easy-read.md 17)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

import structlog

from bot.app.commands.calling import reachable
from bot.app.commands.scheduling import move_on
from bot.app.doing import SEERS, Doing, House
from bot.app.faults import report
from bot.app.messages import Kind
from bot.app.ports import Clock, Ids, Store, Transaction
from bot.dialogue.saying import Ref, Said
from bot.dialogues.looks import LookCirclePlan
from bot.domain.calling import NEXT_AFTER, CallState, asking_next
from bot.domain.due import (
    About,
    Drop,
    OfferToWait,
    Send,
    Wait,
    decide,
    decide_weekly,
    next_weekly,
    once_more,
    slot_of,
)
from bot.domain.helping import HelpState
from bot.domain.nudging import Nudge, NudgeKind
from bot.domain.people import Person

AT_ONCE = 50  # nudges in one transaction
AFTER_FAULT = timedelta(hours=1)  # then a nudge that broke is tried again

log = structlog.get_logger(__name__)


class Nudger:
    """Claims what is due. A tick costs the same with a thousand or a million waiting."""

    def __init__(self, store: Store, house: House, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._house = house
        self._clock = clock
        self._ids = ids

    async def next_due(self) -> datetime | None:
        """When the next nudge is due."""
        async with self._store.reading() as tx:
            return await tx.nudges.next_due()

    async def tick(self) -> int:
        """Deal with what is due now. Gives how many nudges were dealt with."""
        now = self._clock.now()
        async with self._store.reading() as tx:
            if not await tx.nudges.due(now, 1):
                return 0
        async with self._store.transaction() as tx:
            due = await tx.nudges.due(now, AT_ONCE)
            for nudge in due:
                try:
                    async with tx.turn():
                        await self._deal_with(tx, nudge, now)
                except Exception as error:  # noqa: BLE001 - the others' nudges go on
                    report(log, "nudge-broke", error, kind=nudge.kind)
                    await tx.nudges.put(replace(nudge, due=now + AFTER_FAULT))
        return len(due)

    async def _deal_with(self, tx: Transaction, nudge: Nudge, now: datetime) -> None:
        if nudge.circle is not None:
            await self._weekly(tx, nudge, nudge.circle, now)
            return
        person = await tx.people.get(nudge.person or "")
        await tx.nudges.drop(nudge.id)
        if person is None:
            return
        doing = self._doing(tx, person, nudge, now)
        slot, today = slot_of(nudge.kind), doing.today
        sent_today = await tx.nudges.count_sent(person.id, slot, today)
        about = await self._about(tx, nudge)
        match decide(
            nudge, person=person, about=about, sent_today=sent_today, now=now, zone=self._house.zone
        ):
            case Send():
                await self._send(doing, nudge)
            case OfferToWait():
                doing.send(Kind.NUDGE, None, person=person.id, card=f"wait:{person.id}")
                await tx.people.save(replace(person, waiting=True))
                slot = slot_of(NudgeKind.WAIT_OFFER)
            case Wait(until):
                await tx.nudges.put(replace(nudge, due=until))
            case Drop() if about.action is not None and nudge.kind is NudgeKind.HOW:
                await move_on(doing, about.action)
            case Drop():
                pass
        if doing.parcels:
            await tx.nudges.note_sent(person.id, slot, today)
            await tx.outbox.add(doing.parcels)

    def _doing(self, tx: Transaction, person: Person, nudge: Nudge, now: datetime) -> Doing:
        cause = f"nudge:{nudge.id}:{nudge.due.timestamp():.0f}"
        return Doing(tx, person, now, self._house, self._ids, cause)

    async def _about(self, tx: Transaction, nudge: Nudge) -> About:
        if nudge.about is None:
            return About()
        match nudge.kind:
            case NudgeKind.REMINDER | NudgeKind.HOW:
                action = await tx.practice.action(nudge.about)
                tellings = await tx.practice.tellings_of(nudge.about)
                told = [telling.day for telling in tellings if telling.person == nudge.person]
                return About(action, told)
            case NudgeKind.NO_ANSWER:
                return About(request=await tx.practice.help(nudge.about))
            case NudgeKind.WAIT_OFFER | NudgeKind.WEEKLY | NudgeKind.CALL_NEXT:
                return About()
            case _:
                assert_never(nudge.kind)

    async def _send(self, doing: Doing, nudge: Nudge) -> None:
        person = doing.person
        match nudge.kind:
            case NudgeKind.REMINDER:
                day = nudge.day or doing.today
                self._clock_says(doing, f"reminder:{day:%Y%m%d}")
            case NudgeKind.HOW:
                self._clock_says(doing, await self._how(doing, nudge))
            case NudgeKind.NO_ANSWER:
                request = await doing.tx.practice.help(nudge.about or "")
                if request is None:
                    return
                await doing.tx.practice.put_help(replace(request, state=HelpState.NO_ANSWER))
                await doing.redraw(f"help:{request.id}")
                self._clock_says(doing, f"no-answer:{request.id}")
            case NudgeKind.WAIT_OFFER:
                self._clock_says(doing, f"wait:{person.id}")
            case NudgeKind.CALL_NEXT:
                await self._ask_next_person(doing, nudge)
                return
            case NudgeKind.WEEKLY:
                return
            case _:
                assert_never(nudge.kind)
        await doing.tx.people.save(replace(person, unanswered=person.unanswered + 1))

    async def _how(self, doing: Doing, nudge: Nudge) -> str:
        """Ask about everything of the day at once, and plan to ask once more. Gives the card."""
        covered = [nudge]
        for other in await doing.tx.nudges.of_person(doing.person.id, NudgeKind.HOW):
            if other.day == nudge.day and other.about != nudge.about and other.due <= doing.now:
                about = await self._about(doing.tx, other)
                if about.action is not None and about.action.open and other.day not in about.told:
                    covered.append(other)
                await doing.tx.nudges.drop(other.id)
        for one in covered:
            again = once_more(one, doing.now, self._house.zone)
            if again is not None:
                await doing.tx.nudges.put(again)
            action = await doing.tx.practice.action(one.about or "")
            if action is not None:
                await move_on(doing, action)
        if len(covered) > 1 and nudge.day is not None:
            return f"how-day:{nudge.day:%Y%m%d}"
        return f"how:{nudge.about}"

    def _clock_says(self, doing: Doing, card: str) -> None:
        doing.send(Kind.NUDGE, None, person=doing.person.id, card=card)

    async def _ask_next_person(self, doing: Doing, nudge: Nudge) -> None:
        """Nobody has said 'I will' for an hour: ask the next named person, and tell the asker."""
        call = await doing.tx.practice.call(nudge.about or "")
        if call is None or call.state is not CallState.WAITING:
            return
        named = self._house.named
        following = asking_next(call, await reachable(doing))
        in_hours = self._house.hours.cover(doing.now, self._house.zone)
        if following.state is CallState.WAITING and in_hours:
            place = following.asked - 1
            doing.show_card(f"call:{call.id}", named[place])
            doing.tell(call.asker, Said("call-next", {"name": Ref("person", named[place])}), kind=Kind.REPLY)
            await doing.tx.nudges.put(replace(nudge, due=doing.now + NEXT_AFTER))
        else:
            following = replace(following, state=CallState.NOBODY)
            doing.tell(call.asker, _nobody(self._house.phone), kind=Kind.REPLY)
        await doing.tx.practice.put_call(following)

    async def _weekly(self, tx: Transaction, nudge: Nudge, circle: str, now: datetime) -> None:
        """One message a week about what a circle does together, on the day and time it chose."""
        await tx.nudges.drop(nudge.id)
        chosen = await tx.circles.get(circle)
        if chosen is None or chosen.nudge_weekday is None or chosen.nudge_time is None:
            return
        zone = self._house.zone
        due = next_weekly(chosen.nudge_weekday, chosen.nudge_time, now, zone)
        await tx.nudges.put(replace(nudge, due=due))
        doing = self._doing(tx, Person(f"circle:{circle}"), nudge, now)
        seen = await SEERS[LookCirclePlan](LookCirclePlan(circle), doing)  # what the message would show
        open_actions = len(seen.actions) if seen is not None else 0
        sent_today = await tx.nudges.count_sent(f"circle:{circle}", slot_of(nudge.kind), doing.today)
        match decide_weekly(open_actions=open_actions, sent_today=sent_today):
            case Send():
                await doing.show_card_in(f"weekly:{circle}", circle, kind=Kind.GROUP)
                await tx.nudges.note_sent(f"circle:{circle}", slot_of(nudge.kind), doing.today)
                await tx.outbox.add(doing.parcels)
            case _:
                return


def _nobody(phone: str) -> Said:
    return Said("call-nobody", {"phone": phone}) if phone else Said("call-nobody-no-number")
