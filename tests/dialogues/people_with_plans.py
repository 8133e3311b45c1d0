"""The pretend world of people_and_words.py with plans in it, and the whole book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

from bot.dialogue.conversation import Spoken
from bot.dialogue.given import Given, Opening
from bot.dialogue.hearing import begin, hear
from bot.dialogue.talk import Look
from bot.dialogues.book import BOOK
from bot.dialogues.commands import AddAction, AskForHelp, Celebrate, TellHow
from bot.dialogues.looks import (
    DayPlan,
    LookDay,
    LookMembers,
    LookMyPlan,
    LookPlan,
    LookPlansMade,
    LookToTell,
    Plan,
)
from bot.domain.actions import Help, Reminder
from bot.domain.repeating import Freq, Repeats
from tests.dialogues.people_and_words import NOW, SAM, TODAY, Person, World

BOOK: Mapping[str, Spoken] = {**BOOK, **BOOK}
TUESDAY = date(2026, 12, 1)
FRIDAY = date(2026, 12, 4)
EVERY_TUESDAY = Repeats(Freq.WEEK, weekdays=(1,))
ALONE = replace(SAM, circles=(), supporters=())

TOMATOS = Plan(
    id="t1",
    owner="sam",
    owner_name="Sam",
    what="water the tomatos",
    day=TUESDAY,
    time=None,
    repeats=None,
    help=Help.ALONE,
    reminder=Reminder.THAT_MORNING,
    circle=None,
    open=True,
    ending=None,
    helper=None,
    helper_name="",
    help_state=None,
    may_fade=False,
)
CAKES = replace(TOMATOS, id="c1", what="bake cakes", day=FRIDAY)
CHOIR = replace(TOMATOS, id="q1", what="go to choir", repeats=EVERY_TUESDAY, time=time(14))


@dataclass
class PlansWorld(World):
    """What Sam sees of their plans: `due` are those whose day has come, `made` how many there ever were."""

    plans: tuple[Plan, ...] = ()
    due: tuple[Plan, ...] = ()
    made: int = 2
    gives: dict[Any, Any] = field(
        default_factory=lambda: {AddAction: "new1", TellHow: "told1", AskForHelp: "h1", Celebrate: "x1"}
    )

    def see(self, look: Look[Any]) -> Any:
        if type(look) in self.sights:
            return self.sights[type(look)]
        match look:
            case LookMyPlan():
                return self.plans
            case LookToTell():
                return self.due
            case LookPlan(action):
                return next((plan for plan in (*self.plans, *self.due) if plan.id == action), None)
            case LookPlansMade():
                return self.made
            case LookMembers():
                return ()
            case LookDay(day):
                plans = tuple(plan for plan in self.plans if plan.open and plan.day == day)
                return DayPlan(day, TODAY, time(10), "Sam", plans)
        return super().see(look)


class Walker(Person):
    """Somebody who talks, with the whole book."""

    def __init__(self, *plans: Plan, world: PlansWorld | None = None, **here: Any) -> None:
        super().__init__(world or PlansWorld(plans=plans), **here)

    def begin(self, name: str, **arguments: Any) -> list[str]:
        return self._turn(lambda: begin(self.conversation, Opening(name, arguments), NOW, BOOK))

    def gives(self, given: Given) -> list[str]:
        return self._turn(lambda: hear(self.conversation, given, NOW, BOOK))
