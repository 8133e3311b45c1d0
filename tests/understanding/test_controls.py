"""Typing a control or a label does what pressing it does; saying more is an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.control_words import ANSWERS, CONTROLS, phrases
from bot.understanding.controls import Control, control, pick, yes_no


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            ("go bak", Control.BACK),
            ("bakc", Control.BACK),
            ("BACK!!", Control.BACK),
            ("goback", Control.BACK),
        ),
        *(("  Back. ", Control.BACK), ("can i go back pls", Control.BACK), ("⬅️ back", Control.BACK)),
        *(("wot", Control.AGAIN), ("what?", Control.AGAIN), ("say again pls", Control.AGAIN)),
        *(("sya it again", Control.AGAIN), ("Say it again", Control.AGAIN), ("pardon?", Control.AGAIN)),
        *(("say it another way", Control.SIMPLER), ("say it annother way", Control.SIMPLER)),
        *(("not now", Control.NOT_NOW), ("nto now", Control.NOT_NOW), ("later", Control.NOT_NOW)),
        *(
            ("help", Control.HELP),
            ("hlep", Control.HELP),
            ("HEEEELP", Control.HELP),
            ("help me plz", Control.HELP),
        ),
        *(("Talk to a person", Control.PERSON), ("talk to a persn", Control.PERSON)),
        *(("talk 2 sum1", Control.PERSON), ("speak to a human please", Control.PERSON)),
        *(("i dnt get it", Control.DONT_GET_IT), ("I don't get it", Control.DONT_GET_IT)),
        *(
            ("i don\N{RIGHT SINGLE QUOTATION MARK}t understand", Control.DONT_GET_IT),
            ("i dont undrstand", Control.DONT_GET_IT),
        ),
        *(("change it", Control.CHANGE), ("chnage it", Control.CHANGE), ("change my anser", Control.CHANGE)),
        ("\uff42\uff41\uff43\uff4b", Control.BACK),
        ("ba\u200bck", Control.BACK),
    ],
)
def test_a_whole_message_is_a_control_however_it_is_spelt(text, expected):
    assert control(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        *("i want to stop smoking", "i want to go back to college", "help me with the cake", "back garden"),
        *(
            "what time is it",
            "later i will swim",
            "change my bed",
            "call a person a name",
            "baking",
            "hell",
            "cake",
        ),
        *(
            "hello",
            "hi",
            "yes",
            "no",
            "not sure",
            "lateral",
            "bank",
            "",
            "   ",
            "🎉",
            "pack",
            "black",
            "heal",
            "kelp",
        ),
        *(
            "i talk to a person every day at the cafe",
            "exchange it",
            "backs",
            "hat",
            "help" * 2000,
            "a",
            "the person",
        ),
    ],
)
def test_words_that_only_contain_a_control_are_something_to_say(text):
    assert control(text) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        *(
            ("yes pls", "yes"),
            ("YES!", "yes"),
            ("yeahhhh", "yes"),
            ("ok", "yes"),
            ("👍🏽", "yes"),
            ("👍👍", "yes"),
        ),
        *(("That's right", "yes"), ("no", "no"), ("nah", "no"), ("No thanks.", "no"), ("nope sorry", None)),
        *(("👎", "no"), ("idk", "not-sure"), ("dunno", "not-sure"), ("I'm not sure", "not-sure")),
        *(
            ("maybe", "not-sure"),
            ("yes but later", None),
            ("no way jose", None),
            ("", None),
            ("banana", None),
        ),
        ("👍 but not on friday", None),
    ],
)
def test_yes_no_and_not_sure_are_read_when_they_are_all_there_is(text, answer):
    assert yes_no(text) == answer


LABELS = {"me": "Just me", "jo": "Jo, my supporter", "gang": "Garden Gang", "both": "Jo and Garden Gang 🌱"}


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        *(("garden gang", "gang"), ("GARDEN GANG!", "gang"), ("gardan gang", "gang"), ("jo", "jo")),
        *(
            ("just me pls", "me"),
            ("jo my suporter", "jo"),
            ("my supporter", "jo"),
            ("jo and garden gang", "both"),
        ),
        *(("2", "jo"), ("number 3", "gang"), ("the last one", "both"), ("first", "me"), ("one", "me")),
        *(
            ("5", None),
            ("0", None),
            ("gang", "gang"),
            ("banana", None),
            ("", None),
            ("🌱", None),
            ("x" * 4096, None),
        ),
    ],
)
def test_a_typed_label_or_number_picks_its_choice_and_a_doubtful_one_picks_none(text, choice):
    assert pick(text, LABELS) == choice


def test_a_number_that_is_a_label_is_the_label():
    assert pick("2", {"a": "3", "b": "1", "c": "2"}) == "c"


def test_the_same_label_twice_picks_neither():
    assert pick("yes", {"a": "Yes", "b": "Yes"}) is None


def test_no_phrase_is_two_controls_or_two_answers():
    for table in (CONTROLS, ANSWERS):
        listed = [phrase for text in table.values() for phrase in phrases(text)]
        assert len(listed) == len(set(listed))


@given(st.text(max_size=300))
def test_nothing_typed_breaks_the_controls(text):
    control(text)
    yes_no(text)
    assert pick(text, LABELS) in {*LABELS, None}
