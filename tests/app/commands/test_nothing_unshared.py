"""Whatever is shown, taken back, left and ended, in any order: nobody sees what they were not shown."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.dialogue.given import OwnWords
from bot.dialogues.commands import (
    AcceptHelp,
    AddAction,
    AddToTelling,
    AnswerHelp,
    AskForHelp,
    Celebrate,
    CheckIn,
    EndSupport,
    KeepAnswer,
    LeaveCircle,
    ShowTo,
    TellHow,
)
from bot.dialogues.looks import LookCelebration, LookCirclePlan, LookHelp, LookPlan
from bot.domain.actions import Ending
from bot.domain.circles import Circle, Membership
from bot.domain.errors import Refusal
from bot.domain.people import Kind, Support
from bot.domain.sharing import Audience, Thing
from tests.app.commands.world import World, a_world

VIEWERS = ("jo", "kit", "lee", "priya")
CIRCLES = ("garden", "bakery")
AUDIENCES = (*(Audience("person", who) for who in ("jo", "kit")), *(Audience("circle", c) for c in CIRCLES))


class NothingUnshared(RuleBasedStateMachine):
    """Sam shows things; the model knows by hand who may see which words."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.exits = AsyncExitStack()
        self.shown: dict[Thing, set[Audience]] = {}
        self.words: dict[str, tuple[Thing, ...]] = {}
        self.supporters = {"jo"}
        self.there = {"garden": {"sam", "lee", "priya"}, "bakery": set()}
        self.requests: list[str] = []

    def teardown(self) -> None:
        self.runner.run(self.exits.aclose())
        self.runner.close()

    @initialize()
    def people(self) -> None:
        self.world: World = self.runner.run(self.exits.enter_async_context(a_world()))
        self.runner.run(self._things())

    async def _things(self) -> None:
        async with self.world.store.transaction() as tx:
            await tx.circles.put(Circle("bakery", "Bakers"))
        await self._join("sam", "bakery")
        do = self.world.do
        self.action = await do("sam", AddAction("water", None))
        second = await do("sam", AddAction("dentist", None))
        plans = Thing("plans", "sam")
        self.telling = await do("sam", TellHow(second, Ending.NOT_TO_PLAN))
        await do("sam", AddToTelling(self.telling, "it raind", "rain plan"))
        telling, learning = Thing("telling", self.telling), Thing("learning", self.telling)
        answer = Thing("answer", await do("sam", KeepAnswer("why", OwnWords("bored"))))
        self.celebration = await do("sam", Celebrate("40 cakes", "me"))
        self.words = {
            "water": (Thing("action", self.action), plans),
            "dentist": (Thing("action", second), plans),
            "it raind": (telling,),
            "rain plan": (learning, telling),
            "bored": (answer,),
            "40 cakes": (Thing("celebration", self.celebration),),
        }

    @rule(number=st.integers(0, 7), to=st.lists(st.sampled_from(AUDIENCES), max_size=3, unique=True))
    def show(self, number: int, to: list[Audience]) -> None:
        things = sorted({t for ts in self.words.values() for t in ts}, key=lambda t: (t.kind, t.id))
        thing = things[number % len(things)]
        with suppress(Refusal):
            self.runner.run(self.world.do("sam", ShowTo(thing, tuple(to))))
            self.shown[thing] = set(to)

    @rule(number=st.integers(0, 7))
    def show_and_take_back(self, number: int) -> None:
        things = sorted({t for ts in self.words.values() for t in ts}, key=lambda t: (t.kind, t.id))
        with suppress(Refusal):
            command = ShowTo(things[number % len(things)], AUDIENCES[:1])
            result = self.runner.run(self.world.run("sam", command))
            self.runner.run(self.world.undo("sam", result))

    @rule(to=st.sampled_from(AUDIENCES))
    def ask(self, to: Audience) -> None:
        person, circle = (to.id, None) if to.kind == "person" else (None, to.id)
        with suppress(Refusal):
            asking = AskForHelp(self.action, "with-me", "", person, circle)
            self.requests.append(self.runner.run(self.world.do("sam", asking)))
            self.shown.setdefault(Thing("action", self.action), set()).add(to)

    @rule(who=st.sampled_from(VIEWERS), accept=st.booleans())
    def offer(self, who: str, accept: bool) -> None:  # noqa: FBT001
        for request in self.requests:
            with suppress(Refusal):
                self.runner.run(self.world.do(who, AnswerHelp(request, yes=True)))
                self.runner.run(self.world.do("sam", AcceptHelp(request, accepted=accept)))

    @rule(who=st.sampled_from(("sam", "lee", "priya")), circle=st.sampled_from(CIRCLES))
    def leave(self, who: str, circle: str) -> None:
        with suppress(Refusal):
            self.runner.run(self.world.do(who, LeaveCircle(circle)))
        self.there[circle].discard(who)
        if who == "sam":
            self._end(Audience("circle", circle))

    @rule(who=st.sampled_from(("sam", "lee", "kit")), circle=st.sampled_from(CIRCLES))
    def join(self, who: str, circle: str) -> None:
        self.runner.run(self._join(who, circle))

    @rule(who=st.sampled_from(("jo", "kit")), by_member=st.booleans())
    def end_support(self, who: str, by_member: bool) -> None:  # noqa: FBT001
        with suppress(Refusal):
            ending = ("sam", EndSupport(who)) if by_member else (who, EndSupport("sam"))
            self.runner.run(self.world.do(*ending))
        self.supporters.discard(who)
        self._end(Audience("person", who))

    @rule(who=st.sampled_from(("jo", "kit")))
    def support(self, who: str) -> None:
        if who not in self.supporters:
            self.supporters.add(who)
            self.runner.run(self._support(who))

    @rule()
    def deliver(self) -> None:
        self.runner.run(self.world.deliver())

    @invariant()
    def nobody_sees_what_they_were_not_shown(self) -> None:
        if self.words:
            for who in (*VIEWERS, "circle:garden", "circle:bakery"):
                seen = self.runner.run(self._seen(who))
                assert seen == {words for words in self.words if self._may(who, words)}, who

    def _may(self, who: str, words: str) -> bool:
        to = {audience for thing in self.words[words] for audience in self.shown.get(thing, ())}
        return any(
            (a.kind == "person" and a.id == who and who in self.supporters)
            or (a.kind == "circle" and (who in self.there[a.id] or who == f"circle:{a.id}"))
            for a in to
        )

    def _end(self, audience: Audience) -> None:
        for to in self.shown.values():
            to.discard(audience)

    async def _seen(self, who: str) -> set[str]:
        seen = set()
        with suppress(Refusal):
            if not who.startswith("circle:"):
                seen |= {item.words for item in await self.world.do(who, CheckIn("sam"))}
        for circle in CIRCLES:
            plan = await self.world.look(who, LookCirclePlan(circle))
            seen |= {item.words for item in plan.shared} if plan else set()
        looks = [LookPlan(self.action), *(LookHelp(request) for request in self.requests)]
        seen |= {found.what for look in looks if (found := await self.world.look(who, look))}
        news = await self.world.look(who, LookCelebration(self.celebration))
        return seen | ({news.words} if news else set())

    async def _join(self, who: str, circle: str) -> None:
        async with self.world.store.transaction() as tx:
            await tx.circles.put_membership(Membership(circle, who, Kind.MEMBER))
        self.there[circle].add(who)

    async def _support(self, who: str) -> None:
        async with self.world.store.transaction() as tx:
            support = Support(self.world.ids.new(), "sam", who, member_agreed=True)
            await tx.people.put_support(replace(support, supporter_agreed=True))


TestNothingUnshared = pytest.mark.slow(NothingUnshared.TestCase)
TestNothingUnshared.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
