from __future__ import annotations

import pytest

from bot.dialogue.controls import NotUnderstood
from bot.dialogue.conversation import Spoken
from bot.dialogue.given import Control, Opening, Pressed
from bot.dialogue.payload import ChangePress
from bot.dialogue.questions import OneOf, Words
from bot.dialogue.talk import Talk, dialogue
from tests.dialogue.plays import YES_NO, a_stage
from tests.dialogue.stage import Exchange, NoRoom, Put, PutMendable, Stage, Take

# Help, and saying it again


@pytest.mark.parametrize("give_help", [lambda s: s.press("!help"), lambda s: s.control(Control.HELP)])
def test_help_offers_the_other_standing_choices(give_help) -> None:
    stage = a_stage()
    stage.begin("telling")
    give_help(stage)
    assert stage.keys() == ["help-menu"]
    labels = [button.label for button in stage.said()[0].buttons]
    assert labels == ["again", "not-now", "dont-get-it", "person"]
    stage.press_button("again")
    assert (stage.keys(), stage.shown()[0].simpler) == (["how?"], True)


def test_help_with_nothing_open_offers_what_it_can_do_and_a_person() -> None:
    stage = a_stage()
    stage.control(Control.HELP)
    assert [button.label for button in stage.said()[0].buttons] == ["what-can-you-do", "person"]
    stage.press_button("person")
    assert stage.keys() == ["which-person?"]


@pytest.mark.parametrize("control", [Control.AGAIN, Control.SIMPLER])
def test_the_question_is_said_again_in_simpler_words_under_its_own_id(control: Control) -> None:
    stage = a_stage()
    stage.begin("telling")
    asked = stage.asked_id
    stage.control(control)
    assert (stage.keys(), stage.shown()[0].simpler, stage.asked_id) == (["how?"], True, asked)


def test_the_last_words_are_said_again_when_nothing_is_open() -> None:
    stage = a_stage()
    stage.begin("telling", argument="a1")
    stage.press("yes")
    stage.press("no")
    stage.control(Control.AGAIN)
    (said,) = stage.said()
    assert (said.key, said.slots, said.simpler) == ("told", {"how": "yes"}, True)


def test_say_it_again_before_anything_was_said_is_a_greeting() -> None:
    stage = a_stage()
    stage.control(Control.AGAIN)
    assert stage.keys() == ["hello"]


def test_i_do_not_get_it_puts_the_message_on_the_list_and_says_it_another_way() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.press("!dont-get-it")
    assert stage.did() == [NotUnderstood("what")]
    assert stage.keys() == ["dont-get-it", "what?"]
    assert stage.shown()[0].simpler


def test_talk_to_a_person_speaks_on_top() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.control(Control.PERSON)
    stage.press("yes")
    assert stage.keys() == ["i-asked", "carry-on", "what?"]


# Not now


def test_not_now_keeps_all_and_hello_goes_straight_on_weeks_later() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    asked = stage.asked_id
    stage.press("!not-now")
    assert stage.keys() == ["not-now"]
    assert stage.effects[0].id == asked
    stage.wait(days=21)
    stage.hi()
    assert stage.keys() == ["support?"]
    assert stage.things() == ["swim"]


def test_not_now_drops_a_light_dialogue() -> None:
    stage = a_stage()
    stage.type("blah")
    stage.control(Control.NOT_NOW)
    assert stage.conversation.frames == []


def test_two_dialogues_put_off_come_back_one_by_one() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.begin("telling")
    stage.control(Control.NOT_NOW)
    stage.hi()
    assert (stage.open_dialogues(), stage.asked) == (["telling"], "how")
    stage.press("yes")
    stage.press("yes")
    assert stage.keys() == ["told"]
    stage.hi()
    assert stage.asked == "what"


# Back


def test_back_takes_back_the_last_answer_and_all_that_came_of_it() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    stage.press("help")
    stage.press("jo")
    assert stage.things() == ["jo helps with t1", "swim"]
    stage.press("!back")
    assert (stage.keys(), stage.things()) == (["who?"], ["swim"])
    stage.control(Control.BACK)
    assert stage.keys() == ["support?"]
    stage.control(Control.BACK)
    assert (stage.keys(), stage.things()) == (["what?"], [])
    stage.type("walk")
    assert stage.things() == ["walk"]


def test_undos_run_newest_first() -> None:
    @dialogue
    async def two(talk: Talk) -> None:
        await talk.ask(Words(key="what"))
        await talk.do(Put("first"))
        await talk.do(Put("second"))
        await talk.ask(OneOf(key="sure", choices=YES_NO))

    stage = Stage(two=Spoken(two))
    stage.begin("two")
    stage.type("x")
    stage.control(Control.BACK)
    assert stage.did() == [Take("t2"), Take("t1")]


def test_back_at_the_first_question_is_not_possible() -> None:
    stage = a_stage()
    stage.begin("planning")
    asked = stage.asked_id
    stage.control(Control.BACK)
    assert (stage.keys(), stage.asked_id) == (["back-not-possible", "what?"], asked)


def test_back_at_the_first_question_of_a_dialogue_on_top_leaves_it() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.begin("telling")
    stage.control(Control.BACK)
    assert (stage.keys(), stage.open_dialogues()) == (["what?"], ["planning"])


def test_back_does_not_lead_into_a_dialogue_that_was_put_off() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.control(Control.NOT_NOW)
    stage.begin("telling")
    stage.control(Control.BACK)
    assert stage.keys() == ["back-not-possible", "how?"]


def test_back_stops_at_what_cannot_be_undone() -> None:
    stage = a_stage()
    stage.begin("ringing")
    stage.press("yes")
    stage.control(Control.BACK)
    assert stage.keys() == ["back-stopped", "sure?"]
    assert stage.said()[0].buttons == ()
    assert stage.world.rung == ["yes"]


def test_where_back_stops_a_change_is_offered_when_it_can_be_made() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.world.refuse = {Take: NoRoom()}
    stage.type("swim")
    stage.control(Control.BACK)
    assert stage.keys() == ["back-stopped", "support?"]
    stage.press_button("change")
    assert stage.keys() == ["what?"]
    stage.type("walk")
    assert stage.things() == ["walk"]
    assert stage.did() == [Exchange("t1", "walk")]


def test_an_undo_that_is_refused_stops_back_there_and_loses_nothing() -> None:
    @dialogue
    async def two(talk: Talk) -> None:
        await talk.ask(Words(key="what"))
        await talk.do(PutMendable("first"))
        await talk.do(Put("second"))
        await talk.ask(OneOf(key="sure", choices=YES_NO))
        await talk.say("done")

    stage = Stage(two=Spoken(two))
    stage.begin("two")
    stage.type("x")
    stage.world.refuse = {Take("t1"): NoRoom()}
    stage.control(Control.BACK)
    assert stage.keys() == ["back-stopped", "sure?"]
    assert stage.things() == ["first", "second"]
    assert stage.did() == [Take("t2"), Take("t1"), Put("second")]


def test_what_is_gone_already_needs_no_undo() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    stage.world.shelf.clear()
    stage.control(Control.BACK)
    assert stage.keys() == ["what?"]


# Change


def test_a_changed_answer_is_amended_and_the_rest_that_fits_is_kept() -> None:
    stage = a_stage()
    stage.begin("planning")
    what = stage.asked_id
    stage.type("swim")
    stage.press("help")
    stage.press("jo")
    stage.type("fun")
    assert stage.asked is None
    stage.give(Pressed(ChangePress(what)))
    assert stage.keys() == ["what?"]
    stage.type("walk")
    assert stage.did() == [Exchange("t1", "walk")]
    assert stage.keys() == ["kept", "planned"]
    assert stage.things() == ["jo helps with t1", "walk"]


def test_a_changed_answer_that_changes_nothing_says_the_last_words_again() -> None:
    stage = a_stage()
    stage.begin("planning")
    what = stage.asked_id
    stage.type("swim")
    stage.press("alone")
    stage.type("fun")
    stage.give(Pressed(ChangePress(what)))
    stage.type("swim")
    assert stage.did() == []
    assert stage.keys() == ["kept", "planned"]


def test_a_branch_that_a_changed_answer_leaves_is_undone_at_the_end() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    support = stage.asked_id
    stage.press("help")
    stage.press("jo")
    stage.give(Pressed(ChangePress(support)))
    stage.press("alone")
    assert stage.keys() == ["why?"]
    assert stage.things() == ["jo helps with t1", "swim"]
    stage.type("fun")
    assert stage.did() == [Take("t2")]
    assert stage.things() == ["swim"]


def test_what_differs_and_cannot_be_amended_is_undone_and_run_anew() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    stage.press("help")
    who = stage.asked_id
    stage.press("jo")
    stage.give(Pressed(ChangePress(who)))
    stage.press("ali")
    assert stage.did() == [Take("t2"), Put("ali helps with t1")]
    assert stage.things() == ["ali helps with t1", "swim"]
    assert stage.asked == "why"


@pytest.mark.parametrize("leave", [Control.BACK, Control.NOT_NOW])
def test_a_change_that_is_left_leaves_everything_as_it_was(leave: Control) -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    stage.press("help")
    stage.press("jo")
    before = stage.conversation.frames[0].journal.entries
    stage.control(Control.CHANGE)
    assert stage.keys() == ["who?"]
    stage.control(leave)
    assert stage.conversation.frames[0].journal.entries == before
    assert stage.things() == ["jo helps with t1", "swim"]
    stage.hi()
    assert stage.asked == "why"


@pytest.mark.parametrize("leave", [Control.BACK, Control.NOT_NOW])
def test_a_change_of_a_finished_dialogue_that_is_left_finishes_it_again(leave: Control) -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.press("yes")
    stage.press("yes")
    stage.control(Control.CHANGE)
    assert stage.keys() == ["more?"]
    stage.control(leave)
    assert stage.keys() == ["not-now"]
    assert (stage.conversation.frames, len(stage.conversation.finished)) == ([], 1)


def test_after_a_card_pressed_during_a_change_the_change_goes_on() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    stage.control(Control.CHANGE)
    stage.begin("telling")
    stage.press("yes")
    stage.press("yes")
    assert stage.keys() == ["told", "carry-on", "what?"]
    stage.control(Control.BACK)
    assert (stage.keys(), stage.things()) == (["support?"], ["swim"])


def test_back_after_a_change_takes_back_the_changed_answer_and_what_it_left_behind() -> None:
    stage = a_stage()
    stage.begin("planning")
    stage.type("swim")
    support = stage.asked_id
    stage.press("help")
    stage.press("jo")
    stage.give(Pressed(ChangePress(support)))
    stage.press("alone")
    stage.control(Control.BACK)
    assert (stage.keys(), stage.did(), stage.things()) == (["support?"], [Take("t2")], ["swim"])


def test_a_change_of_the_lower_dialogue_brings_it_to_the_top() -> None:
    stage = a_stage()
    stage.begin("planning")
    what = stage.asked_id
    stage.type("swim")
    stage.begin("telling")
    stage.give(Pressed(ChangePress(what)))
    assert (stage.keys(), stage.open_dialogues()) == (["what?"], ["telling", "planning"])


def test_a_change_brings_back_a_dialogue_that_was_put_off_and_still_only_two_stack() -> None:
    stage = a_stage()
    stage.begin("planning")
    what = stage.asked_id
    stage.type("swim")
    stage.control(Control.NOT_NOW)
    stage.begin("telling")
    stage.begin("ringing")
    stage.give(Pressed(ChangePress(what)))
    assert stage.open_dialogues() == ["ringing", "planning"]


def test_what_cannot_be_undone_or_amended_cannot_be_changed() -> None:
    stage = a_stage()
    stage.begin("ringing")
    ring = stage.asked_id
    stage.press("yes")
    stage.give(Pressed(ChangePress(ring)))
    assert stage.keys() == ["change-not-possible", "sure?"]
    stage.give(Pressed(ChangePress(99)))
    assert stage.keys() == ["change-not-possible", "sure?"]


def test_a_dialogue_that_ends_again_leads_on_only_to_somewhere_else() -> None:
    @dialogue
    async def choosing(talk: Talk) -> Opening:
        where = await talk.ask(OneOf(key="to", choices=YES_NO))
        await talk.say("chosen")
        return Opening("telling" if where == "yes" else "planning")

    stage = a_stage()
    stage.book["choosing"] = Spoken(choosing)
    stage.begin("choosing")
    first = stage.asked_id
    stage.press("yes")
    assert stage.asked == "how"
    stage.give(Pressed(ChangePress(first)))
    stage.press("yes")
    assert stage.keys() == ["chosen", "carry-on", "how?"]
    stage.give(Pressed(ChangePress(first)))
    stage.press("no")
    assert stage.asked == "what"
    assert stage.open_dialogues() == ["telling", "planning"]


def test_a_refused_amendment_is_told_to_the_dialogue_when_nothing_can_be_undone() -> None:
    @dialogue
    async def mending(talk: Talk) -> None:
        what = await talk.ask(Words(key="what"))
        try:
            await talk.do(PutMendable(what))
        except NoRoom:
            await talk.say("no-room")
        await talk.ask(OneOf(key="sure", choices=YES_NO))
        await talk.say("mended")

    stage = Stage(mending=Spoken(mending))
    stage.begin("mending")
    what = stage.asked_id
    stage.world.refuse = {Take: NoRoom(), Exchange: NoRoom()}
    stage.type("swim")
    stage.control(Control.BACK)  # the undo is refused, so it stays done
    stage.give(Pressed(ChangePress(what)))
    stage.type("walk")
    assert stage.keys() == ["kept", "no-room", "sure?"]
    assert stage.things() == ["swim"]
    stage.hi()
    assert stage.keys() == ["sure?"]
    stage.world.refuse = {}
    stage.give(Pressed(ChangePress(what)))
    stage.type("run")
    assert stage.did() == [Exchange("t1", "run")]
    assert stage.things() == ["run"]


def test_a_refused_amendment_is_undone_and_run_anew_when_it_can_be() -> None:
    stage = a_stage()
    stage.begin("planning")
    what = stage.asked_id
    stage.type("swim")
    stage.world.refuse = {Exchange: NoRoom()}
    stage.give(Pressed(ChangePress(what)))
    stage.type("walk")
    assert stage.did() == [Exchange("t1", "walk"), Take("t1"), PutMendable("walk")]
    assert stage.things() == ["walk"]


def test_a_wish_during_a_change_of_a_finished_dialogue_comes_back_to_the_change() -> None:
    stage = a_stage()
    stage.begin("telling")
    stage.press("yes")
    stage.press("yes")
    stage.control(Control.CHANGE)
    stage.wish("planning")
    stage.press("no")
    assert stage.keys() == ["more?"]


def test_a_change_that_leads_nowhere_any_more_says_the_last_words_again() -> None:
    @dialogue
    async def leading(talk: Talk) -> Opening | None:
        await talk.say("choose")
        on = await talk.ask(OneOf(key="on", choices=YES_NO))
        return Opening("greeting") if on == "yes" else None

    stage = a_stage()
    stage.book["leading"] = Spoken(leading)
    stage.begin("leading")
    first = stage.asked_id
    stage.press("yes")
    assert stage.keys() == ["hello"]
    stage.give(Pressed(ChangePress(first)))
    stage.press("no")
    assert stage.keys() == ["choose"]
