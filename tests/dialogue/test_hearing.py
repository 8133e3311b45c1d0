from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.conversation import Spoken
from bot.dialogue.given import Control, Opening, Pressed, Unusable
from bot.dialogue.payload import ChangePress, MeantPress, StartPress
from bot.dialogue.questions import Day, Open, Timing, Words
from bot.dialogue.saying import Phrase
from bot.dialogue.talk import Talk, dialogue
from bot.domain.when import When
from tests.dialogue.plays import a_stage
from tests.dialogue.stage import PutMendable, Ring, Stage


@dialogue
async def why(talk: Talk) -> None:
    await talk.ask(Open(key="why-here", slots={"name": "Sam"}))
    day = await talk.ask(Day(key="day", way_out="not-sure"))
    await talk.say("thanks", day=day.day if isinstance(day, Timing) else day)


@dialogue
async def light_and_open(talk: Talk) -> None:
    await talk.ask(Words(key="say-anything"))


def a_stage_with_why() -> Stage:
    stage = a_stage()
    stage.book |= {"why": Spoken(why), "chat": Spoken(light_and_open, light=True)}
    return stage


# Answers


def test_a_dialogue_is_spoken_from_its_first_question_to_its_last_words() -> None:
    stage = a_stage()
    stage.begin("planning")
    assert stage.keys() == ["what?"]
    stage.type("swim")
    assert stage.keys() == ["kept", "support?"]
    assert stage.did() == [PutMendable("swim")]
    stage.press("help")
    assert stage.keys() == ["who?"]
    stage.press("jo")
    stage.type("for fun")
    assert stage.keys() == ["kept", "planned"]
    assert stage.said()[-1].slots == {"thing": "t1", "why": "for fun"}
    assert stage.things() == ["jo helps with t1", "swim"]
    assert stage.open_dialogues() == []


def test_typed_words_are_shown_back_with_a_way_to_change_them() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    (kept,) = stage.said()
    assert kept.slots == {"words": "swim"}
    assert [button.label for button in kept.buttons] == ["change"]


def test_a_photo_is_kept_and_shown_back() -> None:
    stage = a_stage_with_why()
    stage.begin("why")
    stage.photo("my garden")
    assert stage.keys() == ["kept-photo", "day?"]
    assert stage.said()[0].media == "photo-1"


def test_an_answered_question_loses_its_buttons() -> None:
    stage = a_stage()
    stage.begin("planning")
    asked = stage.asked_id
    stage.type("swim")
    assert stage.effects[0].id == asked


def test_what_is_no_answer_is_asked_again_each_time_differently() -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.type("blah")
    assert (stage.keys(), stage.shown()[0].simpler) == (["reask-choice", "how?"], False)
    stage.photo()
    assert (stage.keys(), stage.shown()[0].simpler) == (["reask-choice-not-photo", "how?"], True)
    stage.sticker()
    assert stage.keys() == ["unclear-third"]
    assert [button.label for button in stage.said()[0].buttons] == ["person", "not-now"]
    stage.press_button("not-now")
    assert stage.keys() == ["not-now"]


def test_the_third_time_a_person_is_one_tap_away() -> None:
    stage = a_stage()
    stage.begin("telling")
    for _ in range(3):
        stage.sticker()
    stage.press_button("person")
    assert stage.keys() == ["which-person?"]


def test_of_two_possible_days_the_person_picks_one() -> None:
    stage = a_stage_with_why()
    stage.begin("why")
    stage.type("fun")
    first = stage.asked_id
    stage.type("next tuesday", when=When(unclear=(date(2026, 12, 1), date(2026, 12, 8))))
    assert stage.keys() == ["which-day?"]
    assert stage.asked_id == first
    stage.type("blah")
    assert stage.keys() == ["reask-day", "which-day?"]
    stage.type("the 8th", choice="2026-12-08")
    assert stage.said()[-1].slots == {"day": date(2026, 12, 8)}


def test_another_answer_is_taken_while_two_days_are_offered() -> None:
    stage = a_stage_with_why()
    stage.begin("why")
    stage.type("fun")
    stage.type("next tuesday", when=When(unclear=(date(2026, 12, 1), date(2026, 12, 8))))
    stage.press("not-sure")
    assert stage.said()[-1].slots == {"day": "not-sure"}


def test_a_label_that_is_also_a_control_is_a_choice_when_it_is_offered() -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.type("no", choice="no", control=Control.NOT_NOW)
    assert stage.keys() == ["more?"]


# Long after the question


def test_words_long_after_an_open_question_are_held_until_the_person_says_yes() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.wait(hours=13)
    stage.type("swim")
    assert stage.keys() == ["what", "is-this-your-answer?"]
    assert stage.shown()[0].question.slots == {"words": "swim"}
    assert [choice.id for choice in stage.shown()[0].choices] == ["yes", "no"]
    assert stage.things() == []
    stage.press("yes")
    assert stage.keys() == ["kept", "support?"]
    assert stage.things() == ["swim"]


def test_held_words_that_were_no_answer_leave_the_question_open() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.wait(hours=13)
    stage.type("swim")
    stage.type("no", choice="no")
    assert stage.keys() == ["what?"]
    stage.type("walk")
    assert stage.things() == ["walk"]


def test_held_words_may_be_another_wish() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.wait(hours=13)
    stage.wish("telling")
    assert [choice.id for choice in stage.shown()[0].choices] == ["yes", "meant", "no"]
    stage.press("meant")
    assert stage.keys() == ["tell-me", "how?"]
    assert stage.open_dialogues() == ["planning", "telling"]


def test_new_words_take_the_place_of_held_ones() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.wait(hours=13)
    stage.type("swim")
    stage.type("walk")
    assert stage.things() == ["walk"]


def test_within_twelve_hours_and_by_press_an_answer_counts_at_once() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.wait(hours=12)
    stage.type("swim")
    stage.wait(days=30)
    stage.press("alone")
    assert stage.asked == "why"


def test_a_greeting_is_never_an_answer() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.hi()
    assert stage.keys() == ["what?"]
    assert stage.things() == []


# New wishes


def test_a_wish_at_an_open_question_is_its_answer_and_can_be_meant_otherwise() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.wish("telling")
    kept = stage.said()[0]
    assert [button.label for button in kept.buttons] == ["change", "meant"]
    stage.press_button("meant", kept)
    assert stage.keys() == ["tell-me", "how?"]
    assert stage.things() == []
    assert stage.open_dialogues() == ["planning", "telling"]
    stage.press("yes")
    stage.press("no")
    assert stage.keys() == ["told", "carry-on", "what?"]


def test_i_meant_something_else_belongs_to_one_answer() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.wish("telling")
    answered = stage.asked_id - 1
    stage.give(Pressed(MeantPress(stage.asked_id)))
    assert stage.keys() == ["change-not-possible", "support?"]
    stage.give(Pressed(MeantPress(answered)))
    stage.give(Pressed(MeantPress(answered)))
    assert stage.keys() == ["change-not-possible", "how?"]


def test_what_was_meant_is_begun_when_the_answer_cannot_be_taken_back() -> None:
    @dialogue
    async def shouting(talk: Talk) -> None:
        await talk.do(Ring(await talk.ask(Words(key="shout"))))

    stage = a_stage()
    stage.book["shouting"] = Spoken(shouting)
    stage.begin("shouting")
    stage.wish("telling")
    stage.press_button("meant")
    assert stage.keys() == ["tell-me", "how?"]
    assert stage.world.rung == ["i want that"]
    assert stage.open_dialogues() == ["telling"]


def test_a_wish_at_a_closed_question_is_offered_first() -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.wish("planning")
    assert stage.keys() == ["do-this-now?"]
    assert stage.shown()[0].question.slots == {"about": Phrase("phrase-planning")}
    stage.press("yes")
    assert stage.keys() == ["what?"]
    assert stage.open_dialogues() == ["telling", "planning"]


def test_a_wish_that_is_put_off_leads_straight_back_to_the_question() -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.wish("planning")
    stage.press("no")
    assert stage.keys() == ["how?"]


def test_back_from_the_offer_leads_straight_back_to_the_question() -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.wish("planning")
    stage.control(Control.BACK)
    assert stage.keys() == ["how?"]


def test_another_wish_at_the_offer_is_offered_instead() -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.wish("planning")
    stage.wish("ringing")
    assert stage.keys() == ["do-this-now?"]
    assert stage.open_dialogues() == ["telling", "do_this_now"]


def test_with_two_dialogues_open_one_thing_comes_first() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.begin("telling")
    stage.wish("ringing")
    assert stage.keys() == ["one-thing-first", "how?"]


def test_a_light_dialogue_gives_way_to_a_wish() -> None:
    stage = a_stage_with_why()
    stage.type("blah")
    assert stage.keys() == ["unsure?"]
    stage.wish("telling")
    assert stage.open_dialogues() == ["telling"]


def test_words_at_a_light_open_question_are_its_answer() -> None:
    stage = a_stage_with_why()
    stage.begin("chat")
    stage.wish("telling")
    assert stage.keys() == ["kept"]


def test_a_wish_for_a_dialogue_that_is_gone_gets_a_kind_message_and_the_question() -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.wish("gone")
    assert stage.keys() == ["dialogue-changed", "how?"]
    stage.control(Control.NOT_NOW)
    stage.wish("gone")
    assert stage.keys() == ["dialogue-changed"]


# When nothing is open


def test_a_greeting_begins_the_greeting() -> None:
    stage = a_stage()
    stage.hi()
    assert stage.keys() == ["hello"]


def test_a_wish_is_begun_at_once() -> None:
    stage = a_stage()
    stage.wish("planning")
    assert stage.keys() == ["what?"]


def test_what_is_not_understood_is_asked_about() -> None:
    stage = a_stage()
    stage.type("blah", nearest=(Opening("telling"),))
    assert stage.keys() == ["unsure?"]
    assert stage.shown()[0].question.slots == {"words": "blah"}
    stage.press("yes")
    assert stage.conversation.frames[-1].opening == Opening("telling")


def test_a_photo_is_asked_about() -> None:
    stage = a_stage()
    stage.photo("look")
    assert stage.keys() == ["unsure?"]


@pytest.mark.parametrize(("kind", "key"), [("sticker", "cannot-use-sticker"), ("too-long", "too-long")])
def test_what_cannot_be_used_is_said(kind: str, key: str) -> None:
    stage = a_stage()
    stage.give(Unusable(kind))
    assert stage.keys() == [key]


@pytest.mark.parametrize("control", [Control.NOT_NOW, Control.BACK, Control.DONT_GET_IT, Control.CHANGE])
def test_a_control_with_nothing_to_control_is_just_words(control: Control) -> None:
    stage = a_stage()
    stage.control(control)
    assert stage.keys() == ["unsure?"]


# Presses


def test_a_second_tap_is_quiet() -> None:
    stage = a_stage()
    stage.begin("telling")
    first = stage.asked_id
    stage.press("yes")
    assert stage.press("yes", first) == []
    assert stage.press("yes", first) == []
    stage.press("no", first)
    assert stage.keys() == ["old-question", "more?"]


def test_the_same_control_pressed_twice_under_the_open_question_works_twice() -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.press("!help")
    stage.press("!help")
    assert stage.keys() == ["help-menu"]


def test_an_old_button_shows_the_present_question_under_its_own_id() -> None:
    stage = a_stage()
    stage.begin("telling")
    first = stage.asked_id
    stage.press("yes")
    present = stage.asked_id
    stage.press("!back", first)
    assert stage.keys() == ["old-question", "more?"]
    assert stage.asked_id == present
    stage.press("no")
    stage.press("yes", first)
    assert stage.keys() == ["old-question-closed"]


def test_talk_to_a_person_works_on_any_old_button() -> None:
    stage = a_stage()
    stage.begin("telling")
    first = stage.asked_id
    stage.press("yes")
    stage.press("!person", first)
    assert stage.keys() == ["which-person?"]


@pytest.mark.parametrize("choice", ["!forged", "forged", "!", "!!back"])
def test_a_forged_choice_is_no_answer(choice: str) -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.press(choice)
    assert stage.keys() == ["reask-choice", "how?"]


def test_a_button_begins_a_dialogue_with_its_argument() -> None:
    stage = a_stage()
    stage.give(Pressed(StartPress("telling", "a1")))
    assert stage.said()[0].slots == {"about": "a1"}
    stage.give(Pressed(StartPress("telling", "a1")))
    assert stage.keys() == ["how?"]
    assert stage.open_dialogues() == ["telling"]


@pytest.mark.parametrize("press", [StartPress("gone"), StartPress("planning", "no-argument")])
def test_a_button_of_another_version_gets_a_kind_message(press: StartPress) -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.give(Pressed(press))
    assert stage.keys()[0] == "dialogue-changed"
    assert stage.asked == "how"


# Stacking


def test_a_press_on_a_card_speaks_on_top_and_the_lower_dialogue_goes_on_after() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.begin("telling")
    stage.press("yes")
    stage.press("yes")
    assert stage.keys() == ["told", "carry-on", "what?"]
    assert stage.said()[-1].slots == {"about": Phrase("phrase-planning")}


def test_a_third_dialogue_puts_off_the_lowest() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.begin("telling")
    stage.begin("ringing")
    assert (stage.parked_dialogues(), stage.open_dialogues()) == (["planning"], ["telling", "ringing"])


def test_a_dialogue_that_was_put_off_is_not_resumed_by_itself() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.control(Control.NOT_NOW)
    stage.begin("telling")
    stage.press("yes")
    stage.press("yes")
    assert stage.keys() == ["told"]
    stage.hi()
    assert stage.keys() == ["what?"]


def test_the_same_wish_goes_on_where_it_was_left() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    stage.control(Control.NOT_NOW)
    stage.wish("planning")
    assert stage.keys() == ["carry-on", "support?"]
    assert stage.parked_dialogues() == []


def test_only_three_dialogues_are_kept_for_later() -> None:
    stage = a_stage()
    for number in range(5):
        stage.begin("telling", argument=str(number))
        stage.control(Control.NOT_NOW)
    assert [frame.opening.arguments["argument"] for frame in stage.conversation.frames] == ["2", "3", "4"]


def test_one_dialogue_leads_to_another() -> None:
    stage = a_stage()
    stage.begin("ringing")
    stage.press("yes")
    stage.press("no")
    assert stage.keys() == ["rung-twice", "tell-me", "how?"]


def test_nudges_wait_while_somebody_answers() -> None:
    stage = a_stage()
    assert stage.conversation.busy_until() is None
    stage.begin("telling")
    assert stage.conversation.busy_until() is None
    stage.press("yes")
    busy = stage.conversation.busy_until()
    assert busy is not None
    assert (busy - stage.now).total_seconds() == 600
    stage.press("yes")
    assert stage.conversation.busy_until() is None


def test_an_old_change_button_still_reaches_an_answer_that_was_changed() -> None:
    stage = a_stage()
    stage.begin("planning")
    first = stage.asked_id
    stage.type("swim")
    stage.give(Pressed(ChangePress(first)))
    stage.type("walk")
    stage.give(Pressed(ChangePress(first)))
    assert stage.keys() == ["what?"]
