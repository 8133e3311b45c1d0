from __future__ import annotations

import pytest

from bot.dialogue.given import Opening
from bot.dialogue.saying import Phrase
from bot.dialogues.book import BOOK
from bot.dialogues.unsure import LEADS_TO, MEANINGS
from tests.dialogues.people_and_words import WORDS_HERE, Person


def test_at_first_the_nearest_meanings_are_offered_and_a_press_leads_there() -> None:
    sam = Person()
    nearest = (Opening("who_looked"), Opening("preferences"), Opening("nowhere"))
    assert sam.begin("unsure", nearest=nearest, words="fgjh") == ["unsure-nearest"]
    assert sam.offered == ["Who looked", "How you talk to me", "Something else"]
    assert sam.press("preferences") == ["preferences-what"]


def test_without_a_near_meaning_the_usual_choices_are_offered() -> None:
    sam = Person()
    assert sam.begin("unsure") == ["unclear-first"]
    assert sam.offered == ["Something I will do", "How something went", "I want help", "Something else"]
    assert sam.press("something-else") == ["can-do"]


def test_the_second_time_it_asks_with_pictures_and_the_third_time_it_offers_a_person() -> None:
    sam = Person()
    sam.begin("unsure")
    assert sam.types("bus th thing") == ["unclear-second"]
    assert sam.press("pick-picture") == ["unclear-pictures"]
    assert [choice.picture for choice in sam.shown.choices][:4] == ["plan", "question", "help", "celebrate"]  # type: ignore[union-attr]
    assert sam.types("mum") == ["unclear-third"]
    assert sam.offered == ["Talk to a person", "Not now"]
    assert sam.press("person") == ["person-asking"]


def test_not_understood_three_times_can_also_wait() -> None:
    sam = Person()
    sam.begin("unsure")
    sam.types("bus")
    assert sam.types("th") == ["unclear-third"]
    assert sam.press("not-now") == ["that-is-fine"]


def test_a_picture_leads_where_its_words_would() -> None:
    sam = Person()
    sam.begin("unsure")
    sam.types("bus")
    sam.press("pick-picture")
    assert sam.press("something-else") == ["can-do"]


@pytest.mark.parametrize("name", sorted(MEANINGS))
def test_every_meaning_has_a_label_that_fits_a_button(name: str) -> None:
    assert len(WORDS_HERE.render(f"phrase-meaning-{name.replace('_', '-')}", {}, today=None).text) <= 24  # type: ignore[arg-type]


def test_choices_lead_to_conversations_that_there_are() -> None:
    assert set(LEADS_TO.values()) <= set(BOOK)


@pytest.mark.parametrize(("answer", "then"), [("yes", ["person-asking"]), ("no", [])])
def test_something_new_in_the_middle_of_a_question_is_done_now_or_the_question_goes_on(
    answer: str, then: list[str]
) -> None:
    sam = Person()
    about = Phrase("phrase-about-person")
    assert sam.begin("do_this_now", opening=Opening("talk_to_person"), about=about) == ["do-it-now"]
    assert sam.read == ["You said something about talking to a person. Do this now?"]
    assert sam.press(answer) == then


def test_an_idea_is_thanked_for_and_can_become_a_plan() -> None:
    sam = Person()
    assert sam.begin("idea") == ["idea-no-place"]
    assert sam.press_under_words("new-plan") == ["plan-what"]
