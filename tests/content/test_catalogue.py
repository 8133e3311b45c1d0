from __future__ import annotations

from datetime import date, datetime, time
from timeit import timeit
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.catalogue import (
    Catalogue,
    Face,
    MissingSlot,
    NoSuchLabel,
    NoSuchMessage,
    Phrase,
    SlotValue,
    WordsError,
)
from bot.content.where import WORDS

if TYPE_CHECKING:
    from tests.content.conftest import Write

TODAY = date(2026, 11, 30)
SHIPPED = Catalogue.load(WORDS, "en-GB")

GARDEN = """
water = You will water { $what } on { $day }.
    .picture = water
    .alt = A drop of water
    .simpler = On { $day } you will give water to { $what }.
    .choice-alone = I can do it myself
    .choice-ask = Ask { $who }
    .choice-on = On { $day }
count = { $count ->
    [0] Nobody has said yet.
    [one] { $count } person has said yes.
   *[other] { $count } people have said yes.
    }
kind = { $kind ->
    [with-me] Can you be with { $who }?
   *[other] { $who } asks: { $kind }
    }
named = Welcome to { -place }.
-place = the Old Barn
phrase-on = on { $day }
"""


@pytest.fixture
def garden(write: Write) -> Catalogue:
    return Catalogue.load(write(GARDEN), "en-GB")


def text(catalogue: Catalogue, key: str, **slots: SlotValue) -> str:
    return catalogue.render(key, slots, today=TODAY).text


def said(value: SlotValue, today: date = TODAY) -> str:
    whole = SHIPPED.render("kept", {"words": value}, today=today).text
    return whole.removeprefix("I kept that: “").removesuffix("”.")


def test_a_message_comes_with_its_picture_and_the_words_for_it(garden: Catalogue) -> None:
    face = garden.render("water", {"what": "the tomatos", "day": date(2026, 12, 1), "who": "Jo"}, today=TODAY)
    assert face == Face("You will water the tomatos on Tuesday 1 December.", "water", "A drop of water")


def test_say_it_again_gives_the_second_wording(garden: Catalogue) -> None:
    slots: dict[str, SlotValue] = {"what": "the tomatos", "day": date(2026, 12, 1)}
    face = garden.render("water", slots, today=TODAY, simpler=True)
    assert face.text == "On Tuesday 1 December you will give water to the tomatos."
    assert face.picture == "water"


def test_a_message_without_second_wording_is_said_the_same_way_again(garden: Catalogue) -> None:
    face = garden.render("named", {}, today=TODAY, simpler=True)
    assert face == Face("Welcome to the Old Barn.", "", "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2026, 10, 13), "Tuesday 13 October"),
        (date(2027, 3, 12), "Friday 12 March 2027"),
        (time(14), "2pm"),
        (time(14, 30), "2:30pm"),
        (time(9, 5), "9:05am"),
        (time(0), "12am"),
        (time(12), "12pm"),
        (datetime(2026, 10, 13, 14), "Tuesday 13 October at 2pm"),  # noqa: DTZ001 - said as it is given
        (datetime(2027, 10, 13, 9, 30), "Wednesday 13 October 2027 at 9:30am"),  # noqa: DTZ001
        (4096, "4,096"),
        (["Lee"], "Lee"),
        (["Lee", "Priya"], "Lee and Priya"),
        (("Lee", "Priya", "Jo"), "Lee, Priya and Jo"),
        ([date(2026, 12, 1), 3, "a", "b"], "Tuesday 1 December, 3, a and b"),
        ([], "nobody"),
    ],
)
def test_days_times_and_lists_are_said_in_full(value: SlotValue, expected: str) -> None:
    assert said(value) == expected


def test_every_day_of_two_years_has_its_name() -> None:
    for ordinal in range(date(2026, 1, 1).toordinal(), date(2028, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        year = "" if day.year == TODAY.year else f" {day.year}"
        assert said(day) == f"{day:%A} {day.day} {day:%B}{year}"


def test_the_year_is_said_when_it_is_not_this_one_even_after_it_was_said_without() -> None:
    assert said(date(2026, 12, 1)) == "Tuesday 1 December"
    assert said(date(2026, 12, 1), today=date(2027, 1, 1)) == "Tuesday 1 December 2026"


def test_a_phrase_fills_a_slot(garden: Catalogue) -> None:
    phrase = Phrase("phrase-on", {"day": date(2026, 12, 1)})
    assert text(garden, "kept", words=phrase) == "I kept that: “on Tuesday 1 December”."


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "Nobody has said yet."), (1, "1 person has said yes."), (1200, "1,200 people have said yes.")],
)
def test_a_number_chooses_the_wording(garden: Catalogue, count: int, expected: str) -> None:
    assert text(garden, "count", count=count) == expected


def test_a_code_chooses_the_wording(garden: Catalogue) -> None:
    assert text(garden, "kind", kind="with-me", who="Sam") == "Can you be with Sam?"


def test_words_where_a_code_was_meant_are_said_as_they_are(garden: Catalogue) -> None:
    long = "a lift " * 600
    assert text(garden, "kind", kind=long, who="Sam") == f"Sam asks: {long}"
    assert text(garden, "kind", kind=date(2026, 12, 1), who="Sam") == "Sam asks: Tuesday 1 December"


def test_the_label_of_the_message_comes_before_the_one_for_everywhere(garden: Catalogue) -> None:
    assert garden.label("water", "alone") == "I can do it myself"
    assert garden.label("water", "back") == "Back"


def test_a_long_name_is_cut_on_a_button_and_whole_in_the_text(garden: Catalogue) -> None:
    name = "Bartholomew-Jonathan"
    assert garden.label("water", "ask", {"who": name}) == "Ask Bartholomew-Jon…"
    assert name in text(garden, "kind", kind="with-me", who=name)


def test_a_day_on_a_button_has_its_year_unless_it_is_this_year(garden: Catalogue) -> None:
    day = date(2026, 12, 1)
    assert garden.label("water", "on", {"day": day}, today=TODAY) == "On Tuesday 1 December"
    assert garden.label("water", "on", {"day": day}) == "On Tuesday 1 December 2026"


def test_what_is_not_there_is_refused_by_name(garden: Catalogue) -> None:
    with pytest.raises(NoSuchMessage, match="nowhere"):
        garden.render("nowhere", {}, today=TODAY)
    with pytest.raises(NoSuchMessage, match="nowhere"):
        garden.choices("nowhere")
    with pytest.raises(NoSuchMessage, match="phrase-nowhere"):
        text(garden, "kept", words=Phrase("phrase-nowhere"))
    with pytest.raises(NoSuchLabel, match=r"water\.nowhere"):
        garden.label("water", "nowhere")
    with pytest.raises(MissingSlot, match="water: day"):
        garden.render("water", {"what": "my private words"}, today=TODAY)


def test_keys_choices_and_slots_can_be_listed(garden: Catalogue) -> None:
    assert {"water", "kept", "phrase-on"} <= set(garden.keys())
    assert garden.choices("water") == ("alone", "ask", "on")
    assert garden.choices("kept") == ()
    assert garden.slots("water") == {"what", "day", "who"}


def test_a_term_that_is_not_written_is_found_at_the_start(write: Write) -> None:
    with pytest.raises(WordsError, match="'named' cannot be said"):
        Catalogue.load(write("named = Welcome to { -nowhere }.\n"), "en-GB")


@given(st.text(alphabet=st.characters(), max_size=5000))
def test_no_words_of_a_person_break_a_message(words: str) -> None:
    sentence = SHIPPED.render("kept", {"words": words}, today=TODAY).text
    assert sentence.startswith("I kept that: “")
    assert sentence.endswith("”.")
    assert sentence.encode("utf-8")


@pytest.mark.parametrize(
    "words", ["{ $x }", "{", "}", '{""}', " = ", "\\u0041", "a" * 4096, "\ue000words\ue001"]
)
def test_words_that_look_like_fluent_are_said_as_they_are(words: str) -> None:
    assert said(words) == words


def test_a_message_is_said_in_far_less_than_50_microseconds() -> None:
    slots: dict[str, SlotValue] = {"words": "becuase i get bored at home"}
    rounds = 2000
    # Ten times what it takes, so that a busy machine does not fail this.
    assert timeit(lambda: SHIPPED.render("kept", slots, today=TODAY), number=rounds) / rounds < 50e-6
