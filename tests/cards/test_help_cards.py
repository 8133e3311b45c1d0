from __future__ import annotations

from dataclasses import replace

import pytest

from bot.cards.card import Reaction
from bot.dialogue.given import Opening
from bot.dialogue.payload import StartPress
from bot.dialogue.saying import Said
from bot.dialogues.commands import AcceptHelp, AnswerHelp
from bot.dialogues.looks import HelpAsked
from bot.domain.helping import HelpState
from tests.cards.drawn_cards import draw, drawn, every_press
from tests.dialogues.people_and_words import TUESDAY

ID = "abcdefgh01234567"
ASKED = HelpAsked(
    id=ID,
    action="0123456789abcdef",
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
    asked_name="Jo",
)


def state(state: HelpState, **more: object) -> HelpAsked:
    return replace(ASKED, state=state, offered_by="jo", offered_name="Jo", **more)  # type: ignore[arg-type]


def test_the_one_asked_sees_the_question_and_can_say_no_as_easily_as_yes() -> None:
    text, labels = drawn("help", ID, ASKED)
    assert text == ["Sam asks: can you be with them? Their plan: water the tomatos. On Tuesday 1 December."]
    assert labels == ["Yes", "I can't", "Ask Sam something"]
    assert every_press(draw("help", ID, ASKED)) == {
        "yes": Reaction(AnswerHelp(ID, yes=True), reply=Said("help-said-yes")),
        "no": Reaction(AnswerHelp(ID, yes=False), reply=Said("help-said-no")),
        "ask": Reaction(opening=Opening("ask_back", {"argument": ID})),
    }


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("getting-there", "can you help them get there?"),
        ("showing-me", "can you show them how?"),
        ("something-else", "can you help with this: “hold the ladder”?"),
    ],
)
def test_each_kind_of_help_is_said_in_words(kind: str, said: str) -> None:
    assert said in drawn("help", ID, replace(ASKED, kind=kind, words="hold the ladder"))[0][0]
    assert drawn("helped", ID, state(HelpState.OFFERED, kind=kind, words="hold the ladder"))[1]


def test_what_was_asked_back_and_answered_stands_under_the_question() -> None:
    asked = replace(ASKED, asked_back="what time?", asked_back_name="Jo")
    assert drawn("help", ID, asked)[0][1:] == ["Jo asked: “what time?”."]
    assert drawn("help", ID, replace(asked, reply="at 2"))[0][1:] == [
        "Jo asked: “what time?”.",
        "Sam says: “at 2”.",
    ]


@pytest.mark.parametrize(
    ("seen", "key"),
    [
        (state(HelpState.NO_ANSWER), "help-card"),
        (state(HelpState.OFFERED, offered_by_me=True), "help-you-offered"),
        (state(HelpState.ACCEPTED, offered_by_me=True), "help-you-help"),
        (state(HelpState.OFFERED), "help-somebody-else"),
        (state(HelpState.ACCEPTED), "help-somebody-else"),
        (state(HelpState.DECLINED), "help-you-cannot"),
        (state(HelpState.WITHDRAWN), "help-closed"),
        (None, "help-closed"),
    ],
)
def test_the_card_of_the_one_asked_says_where_it_stands(seen: HelpAsked | None, key: str) -> None:
    assert draw("help", ID, seen).key == key
    drawn("help", ID, seen)


def test_the_person_hears_a_yes_and_accepts_or_changes_their_mind() -> None:
    seen = state(HelpState.OFFERED)
    text, labels = drawn("helped", ID, seen)
    assert text == [
        "Jo says yes. Jo can be with you. It is for your plan: water the tomatos, on Tuesday 1 December."
    ]
    assert labels == ["Good", "I changed my mind"]
    assert every_press(draw("helped", ID, seen)) == {
        "good": Reaction(AcceptHelp(ID, accepted=True), reply=Said("helped-good")),
        "changed-mind": Reaction(AcceptHelp(ID, accepted=False), reply=Said("helped-changed-mind")),
    }


def test_a_no_blames_nobody_and_leads_on() -> None:
    text, labels = drawn("helped", ID, state(HelpState.DECLINED))
    assert text == [
        "Jo can't help with this one: water the tomatos. You can ask somebody else, or do it yourself."
    ]
    assert labels == ["Ask someone else", "I will do it myself"]
    assert every_press(draw("helped", ID, state(HelpState.DECLINED))) == {
        "ask-else": StartPress("ask_someone_else", ASKED.action),
        "do-it-myself": StartPress("do_it_myself", ASKED.action),
    }


@pytest.mark.parametrize(
    ("seen", "key"),
    [
        (state(HelpState.ACCEPTED), "helped-accepted"),
        (ASKED, "helped-waiting"),
        (state(HelpState.NO_ANSWER), "helped-waiting"),
        (state(HelpState.WITHDRAWN), "helped-withdrawn"),
        (None, "thing-gone"),
    ],
)
def test_the_card_of_the_person_says_where_it_stands(seen: HelpAsked | None, key: str) -> None:
    assert draw("helped", ID, seen).key == key
    drawn("helped", ID, seen)


def test_no_answer_is_said_in_time_to_ask_someone_else() -> None:
    text, labels = drawn("no-answer", ID, state(HelpState.NO_ANSWER))
    assert text == [
        "Jo has not answered yet. It is about your plan: water the tomatos. On Tuesday 1 December."
    ]
    assert labels == ["Ask someone else", "I will do it myself"]
    for seen in (None, state(HelpState.OFFERED)):
        assert drawn("no-answer", ID, seen)[1] == []


def test_what_was_asked_back_can_be_answered() -> None:
    asked = replace(ASKED, asked_back="what time?", asked_back_name="Jo")
    text, labels = drawn("asked-back", ID, asked)
    assert text == ["Jo asks about your plan “water the tomatos”: “what time?”."]
    assert labels == ["Answer Jo"]
    assert every_press(draw("asked-back", ID, asked)) == {"answer": StartPress("reply_back", ID)}
    assert drawn("asked-back", ID, replace(asked, reply="at 2"))[1] == []
    for seen in (None, ASKED):
        assert draw("asked-back", ID, seen).key == "thing-gone"
