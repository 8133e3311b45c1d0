from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.dialogue.questions import Timing
from bot.dialogues.commands import AskBack, AskForHelp, ReplyBack, SetHelp
from bot.dialogues.looks import HelpAsked, LookHelp
from bot.domain.actions import Help
from bot.domain.errors import NotYours
from bot.domain.helping import HelpState
from tests.dialogues.people_and_words import CAKES, TOMATOS, TUESDAY, Person, World

ASKED = HelpAsked(
    id="h1",
    action="t1",
    asker="sam",
    asker_name="Sam",
    kind="with-me",
    words="",
    state=HelpState.ASKED,
    offered_by=None,
    offered_name="",
    what="water the tomatos",
    day=TUESDAY,
    time=None,
)
ASKED_BACK = replace(ASKED, asked_back="what time?", asked_back_by="jo", asked_back_name="Jo")


def seeing(asked: HelpAsked | None, **here: Any) -> Person:
    return Person(world=World(sights={LookHelp: asked}), **here)


def test_need_help_in_words_asks_which_plan_then_what_would_help() -> None:
    sam = Person(TOMATOS, CAKES)
    assert sam.begin("need_help") == ["help-which"]
    assert sam.offered == ["water the tomatos"[:15].rstrip() + "…", "bake cakes", "Something else"]
    assert sam.press("c1") == ["help-kind"]
    assert sam.press("something-else") == ["help-words"]
    assert sam.types("hold the oven door") == ["kept", "help-who"]
    assert sam.press("gang") == ["help-sure"]
    assert sam.press("ask") == ["help-asked"]
    assert sam.done == [
        AskForHelp("c1", "something-else", "hold the oven door", None, "gang"),
        SetHelp("c1", Help.SOME),
    ]


def test_a_plan_named_in_the_words_or_by_the_reminder_is_not_asked_for() -> None:
    sam = Person(TOMATOS, CAKES)
    assert sam.begin("need_help", what="the tomatoes") == ["help-kind"]
    assert Person(TOMATOS, CAKES).begin("need_help", argument="20261201") == ["help-kind"]
    assert Person(TOMATOS, CAKES).begin("need_help", argument="c1") == ["help-kind"]
    assert Person(TOMATOS).begin("need_help", argument="20269999") == ["help-with"]


def test_nobody_is_asked_without_a_yes() -> None:
    for way in (["with-me", "myself"], ["with-me", "jo", "not-now"]):
        sam = Person(TOMATOS)
        sam.begin("need_help", argument="t1")
        for choice in way:
            got = sam.press(choice)
        assert got == (["help-ask-myself"] if way[-1] == "myself" else ["help-not-asked"])
        assert sam.done == []


def test_somebody_who_knows_nobody_here_is_told_so() -> None:
    sam = Person(TOMATOS, circles=(), supporters=())
    sam.begin("need_help", argument="t1")
    assert sam.press("getting-there") == ["help-nobody-yet"]


def test_a_supporter_who_left_meanwhile_is_said_kindly() -> None:
    world = World(plans=(TOMATOS,), refuses={AskForHelp: NotYours("jo")})
    sam = Person(world=world)
    sam.begin("need_help", argument="t1")
    for choice in ("with-me", "jo"):
        sam.press(choice)
    assert sam.press("ask") == ["help-not-possible"]


def test_help_with_something_else_leads_to_a_plan_a_person_or_nothing() -> None:
    sam = Person(TOMATOS)
    sam.begin("need_help")
    assert sam.press("something-else") == ["help-with"]
    assert sam.offered == ["Make a plan", "Talk to a person", "Not now"]
    assert sam.press("new-plan") == ["plan-what"]
    sam = Person()
    assert sam.begin("need_help", what="my form") == ["help-with"]
    assert sam.press("new-plan") == ["plan-when"]
    sam = Person()
    sam.begin("need_help")
    assert sam.press("not-now") == ["help-not-now"]
    sam.begin("need_help")
    assert "person" in sam.press("person")[0]


def test_someone_else_can_be_asked() -> None:
    sam = Person(TOMATOS)
    assert sam.begin("ask_someone_else", argument="t1") == ["help-kind"]
    sam.press("showing-me")
    sam.press("jo")
    assert sam.press("ask") == ["help-asked"]
    sam.begin("ask_someone_else", argument="t1")
    sam.press("showing-me")
    assert sam.press("myself") == ["help-ask-myself"]
    assert sam.begin("ask_someone_else", argument="gone") == ["thing-gone"]


def test_doing_it_oneself_after_all_takes_the_question_back() -> None:
    sam = Person(TOMATOS)
    assert sam.begin("do_it_myself", argument="t1") == ["help-do-it-myself"]
    assert sam.done == [SetHelp("t1", Help.ALONE)]
    sam = Person(world=World(refuses={SetHelp: NotYours("t1")}))
    assert sam.begin("do_it_myself", argument="t1") == ["thing-gone"]


def test_the_one_asked_can_ask_back_in_their_own_words() -> None:
    jo = seeing(ASKED)
    assert jo.begin("ask_back", argument="h1") == ["help-ask-back"]
    assert jo.types("what time?") == ["kept", "help-asked-back"]
    assert jo.done == [AskBack("h1", "what time?")]
    jo.begin("ask_back", argument="h1")
    assert jo.press("not-now") == ["help-not-now"]
    assert seeing(None).begin("ask_back", argument="h1") == ["thing-gone"]


def test_what_was_asked_back_is_answered_in_own_words() -> None:
    sam = seeing(ASKED_BACK)
    assert sam.begin("reply_back", argument="h1") == ["help-reply"]
    assert sam.types("at 2") == ["kept", "help-replied"]
    assert sam.done == [ReplyBack("h1", "at 2")]
    sam.begin("reply_back", argument="h1")
    assert sam.press("not-now") == ["help-not-now"]
    assert seeing(ASKED).begin("reply_back", argument="h1") == ["thing-gone"]
    assert seeing(None).begin("reply_back", argument="h1") == ["thing-gone"]


def test_help_with_what_somebody_else_started_is_theirs_to_ask_for() -> None:
    sam = Person(replace(CAKES, owner="lee", circle="gang"))
    assert sam.begin("need_help", what="cakes") == ["help-not-mine"]
    assert sam.done == []


def test_who_asked_for_help_with_something_new_is_not_asked_again_whether_they_want_it() -> None:
    sam = Person()
    sam.begin("need_help", what="my shopping", when=Timing(TUESDAY))
    assert sam.press("new-plan") == ["plan-right"]
    assert sam.press("right") == ["help-kind"]
    assert SetHelp("new1", Help.SOME) in sam.done
