"""Every conversation of the book, along every button, in several people's places.

What is said and asked on the way is rendered from the words, so a key, slot, label or picture that is not
there fails here; and no way ends in an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from bot.dialogue.engine import Do, Ended, Say, See, Waiting, tell
from bot.dialogue.floor import Show
from bot.dialogue.given import Opening, OwnWords
from bot.dialogue.journal import Answered, Journal
from bot.dialogue.questions import UNCLEAR, Day, Guess, Open, Question, TimeOfDay, Timing, Words
from bot.dialogue.saying import Phrase
from bot.dialogue.talk import Talk
from bot.dialogues.book import BOOK
from bot.dialogues.commands import CheckIn, KeepAnswer, MakeCircle, MakeInvite
from bot.dialogues.looks import (
    Answers,
    Celebrated,
    CirclePlan,
    Invited,
    Known,
    LookAnswers,
    LookCelebration,
    LookCirclePlan,
    LookHelp,
    LookHumanHelp,
    LookInvite,
    LookMembers,
    LookMyPlan,
    LookPlan,
    LookPlansMade,
    LookShowing,
    LookWhoLooked,
    SharedItem,
    Showing,
    Visit,
)
from bot.domain.errors import AlreadyDone, Gone, LinkNotGood, NotYours, Refusal
from bot.domain.people import Kind
from bot.domain.sharing import Audience, Thing
from bot.domain.when import When
from tests.dialogues.people_and_words import (
    ANN,
    ANNA_IN_HOURS,
    BAKERS,
    CAKES,
    CHOIR,
    FRIDAY,
    GANG,
    JO,
    MAX,
    SAM,
    TODAY,
    TOMATOS,
    TUESDAY,
    WORDS_HERE,
    World,
    asked,
    rendered,
)
from tests.dialogues.test_helping import ASKED_BACK

DEEPEST = 12  # answers; deep enough for every question to be come to
GIVES: dict[type[Any], Any] = {
    **World().gives,
    KeepAnswer: "a1",
    MakeCircle: "gang",
    MakeInvite: "token",
    CheckIn: (SharedItem(Thing("answer", "a1"), "jo", "Jo", "", "m1", "photo", question="why"),),
}
DAY = {"argument": "20261201"}
ARGUMENTS: dict[str, dict[str, Any]] = {
    "planning": {"what": "water the tomatos", "when": When(unclear=(TUESDAY, FRIDAY)), "together": True},
    "changing": {"argument": "t1"},
    "one_plan": {"argument": "t1"},
    "letting_go": {"argument": "t1"},
    "do_it_myself": {"argument": "t1"},
    "need_help": {"argument": "t1"},
    "ask_someone_else": {"argument": "t1"},
    "ask_back": {"argument": "h1"},
    "reply_back": {"argument": "h1"},
    "telling": {"argument": "t1"},
    "celebrating": {"argument": "t1"},
    "later_today": DAY,
    "not_today": DAY,
    "ask_tomorrow": DAY,
    "stop_reminding": DAY,
    "do_this_now": {"opening": Opening("who_looked"), "about": Phrase("phrase-about-person")},
    "unsure": {"nearest": (Opening("my_plan"), Opening("who_can_see"))},
}
REFUSALS: tuple[Refusal | None, ...] = (None, NotYours("x"), Gone("x"), AlreadyDone("x"), LinkNotGood("x"))
SEVERAL: dict[type[Any], Any] = {
    LookAnswers: Answers(OwnWords("x"), OwnWords("y"), "a1", "a2"),
    LookShowing: (
        Showing(Thing("answer", "a1"), "my words", (Audience("person", "jo"),), ("Jo",)),
        *(Showing(Thing(kind, "t"), "", (), ()) for kind in ("plans", "telling", "learning", "celebration")),
    ),
    LookWhoLooked: (Visit("Jo", TODAY, time(9)),),
    LookInvite: Invited("i1", Kind.SUPPORTER, None, JO, "Jo"),
    LookHumanHelp: replace(ANNA_IN_HOURS, in_hours=False),
    LookMembers: (Known("lee", "Lee"), Known("priya", "Priya")),
    LookHelp: ASKED_BACK,
    LookCelebration: Celebrated("x1", "jo", "Jo", "40 cakes", "us", ()),
    LookCirclePlan: CirclePlan(GANG, (TOMATOS,), ()),
    LookMyPlan: (CHOIR, TOMATOS, CAKES, replace(CAKES, id="c2", open=False)),
    LookPlan: replace(CHOIR, id="t1", may_fade=True),
    LookPlansMade: 1,
}
NOT_THERE: dict[type[Any], Any] = {LookHelp: None, LookCelebration: None, LookCirclePlan: None}
WORLDS = {
    "a member": World(
        SAM,
        {**NOT_THERE, LookInvite: Invited("i1", Kind.MEMBER, GANG, None, "Kit")},
        GIVES,
        plans=(TOMATOS,),
        due=(TOMATOS,),
    ),
    "somebody new": World(
        replace(SAM, greeted=False, name="", circles=(), supporters=()),
        {**NOT_THERE, LookInvite: Invited("i1", Kind.FACILITATOR, None, None, "")},
        GIVES,
    ),
    "a member who knows many": World(
        replace(SAM, circles=(GANG, BAKERS), supporters=(JO, MAX), supports=(ANN,)),
        SEVERAL,
        GIVES,
        plans=(TOMATOS, CAKES),
    ),
    "a facilitator": World(
        replace(SAM, kind=Kind.FACILITATOR, circles=(), holds=(GANG, BAKERS), supporters=(), reminders=False),
        {**NOT_THERE, LookInvite: Invited("i1", Kind.FACILITATOR, GANG, None, "")},
        GIVES,
    ),
    "a supporter": World(
        replace(SAM, kind=Kind.SUPPORTER, circles=(), supporters=(), supports=(JO,)), SEVERAL, GIVES
    ),
}


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
@pytest.mark.parametrize("name", BOOK)
def test_every_way_through_every_conversation_can_be_said_and_ends_well(name: str, world: World) -> None:
    for refusal in REFUSALS:
        for ended in walk(name, world, refusal, Journal()):
            then = ended.then
            assert then is None or then.dialogue in BOOK
            assert then or not ended.silent or name == "do_this_now", "every press gets words"


@pytest.mark.parametrize("name", BOOK)
def test_what_a_conversation_is_about_is_a_piece_of_a_sentence(name: str) -> None:
    about = WORDS_HERE.render(BOOK[name].about, {}, today=TODAY).text
    assert about[0].islower()
    assert not about.endswith(".")


def walk(name: str, world: World, refusal: Refusal | None, journal: Journal) -> Iterator[Ended]:
    """Tell a conversation on from a journal, along every answer to its next question."""
    stop = told(name, world, refusal, journal)
    if isinstance(stop, Ended):
        yield stop
        return
    answers = sum(isinstance(entry, Answered) for entry in journal.entries)
    asked(Show(answers + 1, stop.question.key, stop.question, stop.question.offered))
    if answers >= DEEPEST:
        return
    for number, answer in enumerate(ways(stop.question)):
        if number and answers > 3:
            break
        on = Journal(list(journal.entries), journal.told)
        on.answer(Answered(stop.key, answer, None, answers + 1))
        yield from walk(name, world, refusal, on)


def told(name: str, world: World, refusal: Refusal | None, journal: Journal) -> Waiting | Ended:
    telling = tell(BOOK[name].dialogue(Talk(), **ARGUMENTS.get(name, {})), journal)
    reply: Any = None
    refused: Refusal | None = None
    while True:
        try:
            effect = telling.throw(refused) if refused else telling.send(reply)
        except StopIteration as end:
            return end.value
        reply, refused = None, None
        match effect:
            case Say(said):
                rendered(said)
            case See(look):
                reply = world.see(look)
            case Do(command):
                if refusal is not None and may_refuse(command):
                    refused = refusal
                else:
                    reply = world.do(command)


def may_refuse(command: object) -> bool:
    """What is done about oneself alone, and one's own device, is never refused."""
    alone = {"SetName", "SetPictures", "SetQuiet", "FinishHello", "SetReminders", "PauseUntil", "KeepAnswer"}
    return type(command).__name__ not in alone and not getattr(command, "device", False)


def ways(question: Question[Any]) -> Iterator[Any]:
    """Give an answer of every kind that a question takes: its own kind first, then each choice."""
    match question:
        case Open():
            yield OwnWords("my words")
            yield OwnWords(media="m1", media_kind="photo")
        case Words():
            yield "my words"
        case Day():
            yield Timing(TODAY)
        case TimeOfDay():
            yield time(9)
        case Guess():
            yield UNCLEAR
        case _:
            pass
    yield from (choice.id for choice in question.offered if not choice.id[:1].isdigit())
