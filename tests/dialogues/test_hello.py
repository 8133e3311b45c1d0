from __future__ import annotations

from datetime import time

from bot.dialogue.given import OwnWords
from bot.dialogues.commands import AskForPerson, FinishHello, SetName, SetPictures, SetQuiet
from bot.dialogues.looks import Answers, LookAnswers, LookHumanHelp
from bot.domain.people import Kind, QuietHours
from tests.dialogues.people_and_words import ANNA_IN_HOURS, NOTHING_YET, Person, World

BOTH = Answers(OwnWords("I like plants"), OwnWords("grow tomatos"), "a1", "a2")
NEW = {"greeted": False, "name": "", "circles": (), "supporters": ()}


def test_the_first_message_says_it_is_a_computer_and_offers_a_person() -> None:
    new = Person(**NEW)
    assert new.begin("greeting") == ["hello-start"]
    assert "a computer helper, not a person" in new.read[0]
    assert new.offered == ["Start", "About my words", "Talk to a person"]


def test_hello_asks_name_pictures_and_quiet_hours_and_goes_straight_on_to_the_first_question() -> None:
    new = Person(**NEW)
    new.begin("greeting")
    assert new.press("start") == ["hello-name"]
    assert new.types("sam") == ["hello-nice", "hello-pictures"]
    assert new.read[0] == "Nice to meet you, Sam."
    assert new.press("both") == ["hello-quiet"]
    assert "from 8pm to 9am" in new.read[0]
    assert new.press("ok") == ["opening-why"]
    assert new.done == [SetName("Sam"), SetPictures(True), FinishHello()]


def test_about_my_words_and_talking_to_a_person_come_back_to_the_start() -> None:
    new = Person(**NEW)
    new.begin("hello")
    assert new.press("about-words") == ["hello-about-words", "hello-about-seeing", "hello-start"]
    assert new.press("person") == ["person-asking", "hello-start"]
    assert new.done == [AskForPerson()]
    assert new.press("start") == ["hello-name"]


def test_other_quiet_hours_take_two_taps() -> None:
    new = Person(**NEW)
    new.begin("hello")
    new.press("start")
    new.types("Sam")
    new.press("words")
    assert new.press("change") == ["quiet-from"]
    assert new.offered == ["7pm", "8pm", "9pm", "10pm", "No quiet hours"]
    assert new.press("2100") == ["quiet-until"]
    assert new.press("0800") == ["quiet-kept", "opening-why"]
    assert new.done[1:] == [SetPictures(False), SetQuiet(QuietHours(time(21), time(8))), FinishHello()]


def test_a_supporter_gets_their_part_explained_and_not_the_two_questions() -> None:
    jo = Person(**{**NEW, "kind": Kind.SUPPORTER})
    jo.begin("hello", argument="joined")
    assert jo.press("start") == ["hello-pictures"]
    jo.press("words")
    assert jo.press("ok") == ["part-supporter", "part-supporter-waits"]


def test_hello_again_goes_straight_on_with_the_question_that_has_no_answer() -> None:
    sam = Person(world=World(sights={LookAnswers: Answers(BOTH.why, None, "a1")}))
    assert sam.begin("greeting") == ["opening-want"]


def test_who_skips_the_question_again_goes_on_at_once_to_what_they_came_for() -> None:
    sam = Person()
    assert sam.begin("greeting") == ["opening-why"]
    assert sam.press("skip") == ["greeting-member"]


def test_hello_again_asks_what_somebody_would_like_to_do() -> None:
    sam = Person(world=World(sights={LookAnswers: BOTH}))
    assert sam.begin("greeting") == ["greeting-member"]
    assert sam.read == ["Hello Sam. What would you like to do?"]
    assert sam.offered == ["See my plan", "Something I will do", "How something went", "Something else"]
    assert sam.press("something-else") == ["can-do"]


def test_who_supports_or_facilitates_is_offered_their_own_things_first() -> None:
    jo = Person(kind=Kind.SUPPORTER, circles=(), supporters=())
    assert jo.begin("greeting") == ["greeting-supporter"]
    kit = Person(kind=Kind.FACILITATOR, circles=(), supporters=())
    assert kit.begin("greeting") == ["greeting-facilitator"]
    assert kit.press("something-else") == ["can-belong"]
    assert kit.press("something-else") == ["can-see"]


def test_a_supporter_who_is_also_a_member_is_asked_the_two_questions() -> None:
    both = Person(world=World(sights={LookAnswers: NOTHING_YET}), kind=Kind.SUPPORTER)
    assert both.begin("greeting") == ["opening-why"]


def test_nobody_to_ask_is_no_reason_not_to_start() -> None:
    nobody = ANNA_IN_HOURS.__class__((), "", False, (), time(9), time(17))
    new = Person(world=World(sights={LookHumanHelp: nobody}), **NEW)
    new.begin("hello")
    assert new.press("person") == ["person-nobody", "person-danger", "hello-start"]
