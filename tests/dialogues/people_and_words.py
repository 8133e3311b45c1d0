"""A small pretend world for scripts of one person's conversations, with the real words.

Every message and button is rendered from data/words as it is said, so that a missing key, slot or label
fails the script that comes to it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any

from bot.content.catalogue import Catalogue
from bot.content.catalogue import Phrase as SaidPhrase
from bot.content.pictures import Pictures
from bot.content.where import PICTURES, WORDS
from bot.dialogue.conversation import Conversation
from bot.dialogue.engine import Do, Result, Say, See
from bot.dialogue.given import Given, Media, Opening, Pressed, Text
from bot.dialogue.hearing import Settle, Show, begin, hear
from bot.dialogue.payload import AnswerPress, StartPress, read
from bot.dialogue.questions import Choice
from bot.dialogue.saying import Phrase, Ref, Said
from bot.dialogue.talk import Command, Look
from bot.dialogues.book import BOOK
from bot.dialogues.commands import AddAction, AskForHelp, AskForPerson, Celebrate, TellHow
from bot.dialogues.looks import (
    Answers,
    DayPlan,
    Here,
    HumanHelp,
    Known,
    LookAnswers,
    LookDay,
    LookHere,
    LookHumanHelp,
    LookInvite,
    LookMembers,
    LookMyPlan,
    LookPlan,
    LookPlansMade,
    LookShowing,
    LookToTell,
    LookWhoLooked,
    Plan,
)
from bot.domain.actions import Help, Reminder
from bot.domain.errors import Refusal
from bot.domain.people import Kind, QuietHours
from bot.domain.repeating import Freq, Repeats

WORDS_HERE = Catalogue.load(WORDS, "en-GB")
PICTURES_HERE = Pictures.load(PICTURES)
TODAY = date(2026, 11, 30)
TUESDAY = date(2026, 12, 1)
FRIDAY = date(2026, 12, 4)
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
LONGEST_LABEL = 24 + 16  # a label may hold one name, cut at 16

JO, MAX, ANN = Known("jo", "Jo"), Known("max", "Max"), Known("ann", "Ann")
GANG, BAKERS = Known("gang", "Garden Gang"), Known("bakers", "Bakers")
SAM = Here(
    person="sam",
    name="Sam",
    kind=Kind.MEMBER,
    pictures=True,
    quiet=QuietHours(),
    greeted=True,
    reminders=True,
    today=TODAY,
    time=time(10),
    circles=(GANG,),
    holds=(),
    supporters=(JO,),
    supports=(),
)
ANNA_IN_HOURS = HumanHelp(("Anna",), "01234 567890", True, (0, 1, 2, 3, 4), time(9), time(17))
NOTHING_YET = Answers(None, None)
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
class World:
    """What a person can see, what commands give, and what was done.

    `due` are the plans whose day has come, `made` how many there ever were.
    """

    here: Here = SAM
    sights: dict[type[Look[Any]], Any] = field(default_factory=dict)
    gives: dict[type[Command[Any]], Any] = field(
        default_factory=lambda: {AddAction: "new1", TellHow: "told1", AskForHelp: "h1", Celebrate: "x1"}
    )
    refuses: dict[type[Command[Any]], Refusal] = field(default_factory=dict)
    done: list[Command[Any]] = field(default_factory=list)
    plans: tuple[Plan, ...] = ()
    due: tuple[Plan, ...] = ()
    made: int = 2

    def see(self, look: Look[Any]) -> Any:
        if type(look) in self.sights:
            return self.sights[type(look)]
        match look:
            case LookPlan(action):
                return next((plan for plan in (*self.plans, *self.due) if plan.id == action), None)
            case LookDay(day):
                plans = tuple(plan for plan in self.plans if plan.open and plan.day == day)
                return DayPlan(day, TODAY, time(10), "Sam", plans)
        usual: dict[type[Look[Any]], Any] = {
            LookHere: self.here,
            LookAnswers: NOTHING_YET,
            LookHumanHelp: ANNA_IN_HOURS,
            LookInvite: None,
            LookShowing: (),
            LookWhoLooked: (),
            LookMembers: (),
            LookMyPlan: self.plans,
            LookToTell: self.due,
            LookPlansMade: self.made,
        }
        return usual[type(look)]

    def do(self, command: Command[Any]) -> Result:
        if type(command) in self.refuses:
            raise self.refuses[type(command)]
        self.done.append(command)
        if isinstance(command, AskForPerson):
            return Result("Anna")
        return Result(self.gives.get(type(command)), undo=command)


class Person:
    """Somebody who talks. Each step gives the keys of what they got, in order."""

    def __init__(self, *plans: Plan, world: World | None = None, **here: Any) -> None:
        self.world = world or World(plans=plans)
        self.world.here = replace(self.world.here, **here)
        self.conversation = Conversation()
        self.shown: Show | None = None
        self.said: list[Said] = []
        self.read: list[str] = []

    def begin(self, name: str, **arguments: Any) -> list[str]:
        return self._turn(lambda: begin(self.conversation, Opening(name, arguments), NOW, BOOK))

    def press(self, choice: str) -> list[str]:
        assert self.shown is not None
        assert choice in {offer.id for offer in self.shown.choices}, [o.id for o in self.shown.choices]
        return self.gives(Pressed(AnswerPress(self.shown.id, choice)))

    def press_under_words(self, label: str) -> list[str]:
        """Press a button of the last message that is no question."""
        button = next(button for button in self.said[-1].buttons if button.label == label)
        press = read(button.payload)
        assert isinstance(press, StartPress)
        return self.gives(Pressed(press))

    def types(self, words: str, **understood: Any) -> list[str]:
        return self.gives(Text(words, **understood))

    def sends(self, kind: str, media: str = "m1") -> list[str]:
        return self.gives(Media(kind, media))

    def gives(self, given: Given) -> list[str]:
        return self._turn(lambda: hear(self.conversation, given, NOW, BOOK))

    @property
    def offered(self) -> list[str]:
        assert self.shown is not None
        return [label_of(self.shown, choice) for choice in self.shown.choices]

    @property
    def done(self) -> list[Command[Any]]:
        return self.world.done

    def _turn(self, start: Callable[[], Any]) -> list[str]:
        self.conversation = Conversation.from_plain(json.loads(json.dumps(self.conversation.to_plain())))
        assert not self.conversation.broken
        steps, reply, refusal = start(), None, None
        keys: list[str] = []
        self.said, self.read, self.shown = [], [], None
        while True:
            try:
                effect = steps.throw(refusal) if refusal else steps.send(reply)
            except StopIteration:
                return keys
            reply, refusal = None, None
            match effect:
                case Say(said):
                    keys.append(said.key)
                    self.said.append(said)
                    self.read += rendered(said)
                case Show() as show:
                    keys.append(show.key)
                    self.shown = show
                    self.read.append(asked(show))
                case See(look):
                    reply = self.world.see(look)
                case Do(command):
                    try:
                        reply = self.world.do(command)
                    except Refusal as refused:
                        refusal = refused
                case Settle():
                    pass


def rendered(said: Said) -> list[str]:
    """Say a message in both wordings, with its lines and labels; fails when the words lack something."""
    slots = filled(said.slots)
    text = WORDS_HERE.render(said.key, slots, today=TODAY).text
    WORDS_HERE.render(said.key, slots, today=TODAY, simpler=True)
    for button in said.buttons:
        WORDS_HERE.label(said.key, button.label, {**slots, **filled(button.slots)}, today=TODAY)
    lines = [WORDS_HERE.render(line.key, filled(line.slots), today=TODAY).text for line in said.lines]
    return [text, *lines]


def asked(show: Show) -> str:
    """Say a question in both wordings and check its choices (easy-read.md 6)."""
    slots = filled(show.question.slots)
    text = WORDS_HERE.render(show.key, slots, today=TODAY).text
    WORDS_HERE.render(show.key, slots, today=TODAY, simpler=True)
    out = show.question.way_out is not None
    assert len(show.choices) <= 4 + out, show.key
    labels = [label_of(show, choice) for choice in show.choices]
    assert len(set(labels)) == len(labels), show.key
    assert all(0 < len(label) <= LONGEST_LABEL for label in labels), labels
    for choice in show.choices:
        assert choice.picture is None or choice.picture in PICTURES_HERE
        AnswerPress(show.id, choice.id)
    return text


def label_of(show: Show, choice: Choice) -> str:
    slots = {**filled(show.question.slots), **filled(choice.slots)}
    return WORDS_HERE.label(show.key, choice.label or choice.id, slots, today=TODAY)


def filled(slots: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _filled(value) for name, value in slots.items()}


def _filled(value: Any) -> Any:
    match value:
        case Ref(kind, thing):
            return f"{kind} {thing}"
        case Phrase(key, slots):
            return SaidPhrase(key, filled(slots))
        case tuple():
            return tuple(_filled(each) for each in value)
    return value
