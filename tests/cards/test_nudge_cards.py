from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.cards.book import CARDS
from bot.cards.card import Reaction
from bot.dialogue.given import Opening
from bot.dialogue.payload import StartPress
from bot.dialogue.saying import Said
from bot.dialogues.commands import AskHowTomorrow, Fade, WaitForHello
from bot.dialogues.looks import CirclePlan, DayPlan, LookDay, Plan
from bot.domain.actions import Ending, Reminder
from tests.cards.drawn_cards import draw, drawn, every_press, press
from tests.dialogues.people_and_words import CAKES, CHOIR, GANG, TOMATOS, TUESDAY

DAY, THING = TUESDAY, "20261201"
ID = "abcdefgh01234567"  # as long as ids are


def on(day: date, *plans: Plan, at: time = time(9, 30)) -> DayPlan:
    return DayPlan(DAY, day, at, "Sam", plans)


def begins(dialogue: str, thing: str = THING) -> Reaction:
    return Reaction(opening=Opening(dialogue, {"argument": thing}))


def test_a_reminder_covers_all_of_the_days_plans_and_says_who_comes() -> None:
    helped = replace(TOMATOS, helper="jo", helper_name="Jo")
    other = replace(CAKES, reminder=Reminder.NONE)
    text, labels = drawn("reminder", THING, on(DAY, helped, CHOIR, other))
    assert text == [
        "Good morning Sam. Today:",
        "water the tomatos. Jo will help you.",
        "go to choir, at 2pm.",
    ]
    assert labels == ["OK", "Later today", "Not today", "I need help", "Stop reminders"]


def test_a_reminder_the_day_before_and_one_that_comes_again_greet_as_it_is() -> None:
    evening = replace(TOMATOS, reminder=Reminder.DAY_BEFORE)
    text, _ = drawn("reminder", THING, on(date(2026, 11, 30), evening, CHOIR, at=time(17)))
    assert text == ["Hello Sam. Tomorrow:", "water the tomatos."]
    text, _ = drawn("reminder", THING, on(date(2026, 11, 29), TOMATOS, at=time(17)))
    assert text == ["Hello Sam. Tuesday 1 December:", "water the tomatos."]


def test_a_reminders_buttons_lead_where_they_say() -> None:
    assert every_press(draw("reminder", THING, on(DAY, TOMATOS))) == {
        "ok": Reaction(reply=Said("reminder-ok")),
        "later": begins("later_today"),
        "not-today": begins("not_today"),
        "help": begins("need_help"),
        "stop": begins("stop_reminding"),
    }


def test_a_reminder_with_nothing_left_has_no_buttons() -> None:
    for seen in (None, on(DAY)):
        assert drawn("reminder", THING, seen) == (["There is nothing left for this day."], [])


def test_after_its_day_a_reminder_asks_how_it_went() -> None:
    text, labels = drawn("reminder", THING, on(date(2026, 12, 2), TOMATOS))
    assert text == ["How did it go? “water the tomatos”."]
    assert labels == [
        "It is done",
        "Some of it",
        "It did not go to plan",
        "I changed my mind",
        "Ask me tomorrow",
    ]


def test_the_day_of_a_card_is_read_from_its_id_and_a_forged_one_is_a_day_with_nothing() -> None:
    assert CARDS["reminder"].look(THING) == LookDay(DAY)
    assert CARDS["how-day"].look("forged") == LookDay(date.min)


@pytest.mark.parametrize("ending", list(Ending))
def test_each_ending_starts_the_telling_with_it(ending: Ending) -> None:
    plan = replace(TOMATOS, id=ID)
    assert press(draw("how", ID, plan), ending.value) == begins("telling", f"{ID}.{ending.value}")


def test_how_did_it_go_can_wait_until_tomorrow() -> None:
    assert press(draw("how", ID, TOMATOS), "ask-tomorrow") == Reaction(
        AskHowTomorrow(ID), reply=Said("how-tomorrow")
    )


def test_what_was_told_or_is_gone_is_not_asked_again() -> None:
    for seen in (None, replace(TOMATOS, open=False)):
        assert drawn("how", ID, seen)[1] == []
    for seen_day in (None, on(DAY)):
        assert drawn("how-day", THING, seen_day)[1] == []


def test_several_plans_of_a_day_are_asked_about_in_one_message() -> None:
    said = draw("how-day", THING, on(DAY, TOMATOS, CHOIR))
    text, labels = drawn("how-day", THING, on(DAY, TOMATOS, CHOIR))
    assert text == [
        "How did it go on Tuesday 1 December? Pick one to tell me about:",
        "water the tomatos.",
        "go to choir.",
    ]
    assert labels == ["water the tomat…", "go to choir", "Ask me tomorrow"]
    assert press(said, "plan") == StartPress("telling", "t1")
    assert press(said, "ask-tomorrow") == begins("ask_tomorrow")
    assert draw("how-day", THING, on(DAY, TOMATOS)).key == "how-card"


def test_fading_needs_the_persons_yes() -> None:
    said = draw("fade", ID, TOMATOS)
    assert every_press(said) == {
        "keep": Reaction(Fade(ID, stop=False), reply=Said("fade-kept")),
        "stop": Reaction(Fade(ID, stop=True), reply=Said("fade-stopped")),
        "not-sure": Reaction(reply=Said("fade-not-sure")),
    }
    for seen in (None, replace(TOMATOS, open=False), replace(TOMATOS, reminder=Reminder.NONE)):
        assert drawn("fade", ID, seen)[1] == []


def test_waiting_is_asked_and_chosen() -> None:
    assert drawn("wait", ID, None)[0] == ["Shall I wait until you say hello?"]
    assert every_press(draw("wait", ID, None)) == {
        "wait": Reaction(WaitForHello(wait=True), reply=Said("wait-until-hello")),
        "carry-on": Reaction(WaitForHello(wait=False), reply=Said("wait-carry-on")),
    }
    CARDS["wait"].look(ID)


def test_the_weekly_message_names_nobody() -> None:
    plans = (replace(CAKES, owner_name="Lee", others=("Lee", "Priya"), helper="jo", helper_name="Jo"),)
    text, labels = drawn("weekly", ID, CirclePlan(GANG, plans, ()))
    assert text == ["Hello Garden Gang. These are our shared plans:", "bake cakes. On Friday 4 December."]
    assert labels == ["See our plan"]
    assert press(draw("weekly", ID, CirclePlan(GANG, plans, ())), "see-our-plan") == StartPress(
        "our_plan", ID
    )
    assert drawn("weekly", ID, CirclePlan(GANG, (), ()))[0] == [
        "Hello Garden Gang. We have no shared plans this week."
    ]
    assert drawn("weekly", ID, None)[1] == []
