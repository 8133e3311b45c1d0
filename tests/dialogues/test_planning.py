from __future__ import annotations

from datetime import date, time

import pytest

from bot.dialogue.questions import Timing
from bot.dialogue.talk import Command
from bot.dialogues.commands import AddAction, AskForHelp, SetHelp, SetReminder, ShowTo
from bot.dialogues.what_and_when import known_timing
from bot.domain.actions import Help, Reminder
from bot.domain.errors import Gone
from bot.domain.repeating import Freq, Repeats
from bot.domain.sharing import Audience, Thing
from bot.domain.when import When
from tests.dialogues.people_and_words import ANN, BAKERS, EVERY_TUESDAY, GANG, JO, MAX, TUESDAY, Person, World

ON_TUESDAY = Timing(TUESDAY)


def heard(sam: Person, what: str = "water the tomatos", when: object = ON_TUESDAY) -> list[str]:
    return sam.begin("planning", what=what, when=when, verb=True)


def commands(sam: Person, *kinds: type[Command[None] | Command[str]]) -> list[object]:
    return [done for done in sam.done if isinstance(done, kinds)]


def test_the_walk_from_words_to_a_saved_plan_with_help_and_a_reminder() -> None:
    sam = Person()
    assert heard(sam) == ["plan-right"]
    assert sam.read == ["You will water the tomatos. On Tuesday 1 December."]
    assert sam.offered == ["That's right", "Change what", "Change when", "Just chatting"]
    assert sam.press("right") == ["plan-help"]
    assert sam.offered == ["I can do it myself", "Yes, some help", "Not sure yet"]
    assert sam.press("some-help") == ["help-kind"]
    assert sam.offered == ["Someone with me", "Getting there", "Showing me how", "Something else"]
    assert sam.press("with-me") == ["help-who"]
    assert sam.offered == ["Jo", "Anyone in Garden Gang", "I will ask myself"]
    assert sam.press("jo") == ["help-sure"]
    assert sam.read == ["If I ask Jo, Jo will see this plan."]
    assert sam.press("ask") == ["plan-remind"]
    assert sam.offered == ["That morning", "The day before", "No thanks"]
    assert sam.press("that-morning") == ["plan-saved"]
    assert sam.read == [
        "Saved. You will water the tomatos, on Tuesday 1 December. I asked person jo to come with you."
    ]
    assert sam.done == [
        AddAction("water the tomatos", ON_TUESDAY),
        SetHelp("new1", Help.SOME),
        AskForHelp("new1", "with-me", "", "jo", None),
        SetReminder("new1", Reminder.THAT_MORNING),
    ]


def test_from_a_button_what_and_when_are_asked_and_nothing_waits_for_a_yes() -> None:
    sam = Person()
    assert sam.begin("planning") == ["plan-what"]
    assert sam.types("go swimming") == ["kept", "plan-when"]
    assert sam.offered == ["Today", "Tomorrow", "Not sure yet"]
    assert sam.press("2026-12-01") == ["plan-help"]
    assert sam.press("alone") == ["plan-remind"]
    assert sam.press("no-thanks") == ["plan-saved"]
    assert sam.read == ["Saved. Your plan: go swimming, on Tuesday 1 December. Say “my plan” to see it."]
    assert commands(sam, SetReminder) == [SetReminder("new1", Reminder.NONE)]


def test_a_plan_without_a_day_has_no_reminder_to_ask_about() -> None:
    sam = Person()
    assert heard(sam, when=None) == ["plan-when"]
    assert sam.press("not-sure") == ["plan-right"]
    assert sam.read == ["You will water the tomatos. No day yet."]
    sam.press("right")
    assert sam.press("not-sure") == ["plan-saved"]


def test_what_and_when_can_be_changed_before_saying_yes() -> None:
    sam = Person()
    heard(sam)
    assert sam.press("change-what") == ["plan-what"]
    assert sam.types("water everything") == ["kept", "plan-right"]
    assert sam.read[-1] == "Your plan: water everything. On Tuesday 1 December."
    assert sam.press("change-when") == ["plan-when"]
    assert sam.press("2026-11-30") == ["plan-right"]
    assert sam.press("right") == ["plan-help"]
    assert sam.done == [AddAction("water everything", Timing(date(2026, 11, 30)))]


def test_just_chatting_saves_nothing() -> None:
    sam = Person()
    heard(sam)
    assert sam.press("just-chatting") == ["plan-chatting"]
    assert sam.done == []


@pytest.mark.parametrize(
    ("timing", "said"),
    [
        (Timing(TUESDAY, time(14)), "On Tuesday 1 December at 2pm."),
        (Timing(TUESDAY, None, EVERY_TUESDAY), "Every Tuesday, from Tuesday 1 December."),
        (Timing(TUESDAY, time(14), EVERY_TUESDAY), "Every Tuesday at 2pm, from Tuesday 1 December."),
        (Timing(TUESDAY, None, Repeats(Freq.WEEK, 2, (1, 3))), "Every 2 weeks on Tuesday and Thursday, from"),
        (Timing(TUESDAY, None, Repeats(Freq.DAY)), "Every day, from Tuesday 1 December."),
        (Timing(TUESDAY, None, Repeats(Freq.DAY, 3)), "Every 3 days, from Tuesday 1 December."),
        (Timing(TUESDAY, None, Repeats(Freq.WEEK)), "Every week, from Tuesday 1 December."),
    ],
)
def test_when_is_said_in_full(timing: Timing, said: str) -> None:
    sam = Person()
    heard(sam, when=timing)
    assert said in sam.read[0]


@pytest.mark.parametrize(
    ("here", "timing", "offered"),
    [
        ({}, Timing(date(2026, 11, 30)), None),
        ({"time": time(8)}, Timing(date(2026, 11, 30)), ["That morning", "No thanks"]),
        ({"time": time(18)}, ON_TUESDAY, ["That morning", "No thanks"]),
        (
            {"time": time(23)},
            Timing(date(2026, 11, 30), None, EVERY_TUESDAY),
            ["That morning", "The day before", "No thanks"],
        ),
        ({"reminders": False}, ON_TUESDAY, None),
    ],
)
def test_only_reminders_that_can_still_come_are_offered(
    here: dict[str, object], timing: Timing, offered: list[str] | None
) -> None:
    sam = Person(**here)
    heard(sam, when=timing)
    sam.press("right")
    got = sam.press("alone")
    assert got == (["plan-remind"] if offered else ["plan-saved"])
    assert offered is None or sam.offered == offered


def test_unclear_words_for_a_day_are_asked_and_never_guessed() -> None:
    assert heard(Person(), when=None) == ["plan-when"]
    days = tuple(date(2026, 12, day) for day in (1, 8, 15, 22))
    assert heard(Person(), when=When(unclear=days)) == ["plan-when"]


def test_words_that_can_mean_two_days_ask_which_of_them() -> None:
    next_friday = When(unclear=(date(2026, 12, 4), date(2026, 12, 11)), time=time(14))
    sam = Person()
    assert heard(sam, when=next_friday) == ["which-day"]
    assert sam.offered == ["Friday 4 December", "Friday 11 December", "Not sure"]
    assert sam.press("2026-12-11") == ["plan-right"]
    assert sam.read == ["You will water the tomatos. On Friday 11 December at 2pm."]
    unsure = Person()
    heard(unsure, when=next_friday)
    assert unsure.press("not-sure") == ["plan-right"]
    assert unsure.read == ["You will water the tomatos. No day yet."]


def first_plan(*answers: str, asked: str = "", **here: object) -> Person:
    sam = Person(world=World(made=1), **here)
    heard(sam, when=None)
    sam.press("not-sure")
    sam.press("right")
    if asked:
        for choice in ("some-help", "with-me", asked, "ask"):
            sam.press(choice)
    else:
        sam.press("alone")
    for answer in answers:
        sam.press(answer)
    return sam


def test_after_a_first_plan_the_supporter_may_see_this_one_when_the_person_says_so() -> None:
    sam = first_plan("this-one")
    assert commands(sam, ShowTo) == [ShowTo(Thing("action", "new1"), (Audience("person", "jo"),))]
    assert sam.read == ["Now person jo can see it. You can change this any time. Say “who can see”."]


def test_all_plans_are_shown_only_by_a_clear_yes() -> None:
    assert commands(first_plan("all-plans"), ShowTo) == [
        ShowTo(Thing("plans", "sam"), (Audience("person", "jo"),))
    ]
    for answer in ("no", "not-sure"):
        sam = first_plan(answer)
        assert commands(sam, ShowTo) == []
        assert sam.said[-1].key == "plan-private"


def test_who_was_asked_for_help_keeps_seeing_the_plan_whatever_is_said_about_the_others() -> None:
    sam = first_plan("no", "this-one", asked="jo", supporters=(JO, MAX))
    assert commands(sam, ShowTo) == [
        ShowTo(Thing("action", "new1"), (Audience("person", "jo"), Audience("person", "max")))
    ]
    assert commands(first_plan("this-one", asked="jo"), ShowTo) == []
    for asked in ("jo", "gang"):
        assert first_plan("no", asked=asked).said[-1].key == "plan-only-asked"


def test_later_plans_and_people_without_a_supporter_are_not_asked_who_may_see() -> None:
    sam = first_plan(supporters=())
    assert sam.said[-1].key == "plan-saved"


def test_a_plan_that_words_say_together_may_be_the_circles_or_ones_own() -> None:
    sam = Person(circles=(GANG, BAKERS))
    assert sam.begin("planning", what="sell cakes", when=ON_TUESDAY, together=True) == ["plan-for-whom"]
    assert sam.offered == ["Garden Gang together", "Bakers together", "Just for me"]
    assert sam.press("just-me") == ["plan-right"]
    assert sam.begin("planning", what="sell cakes", when=ON_TUESDAY, argument="gang") == ["plan-for-whom"]
    assert sam.press("gang") == ["plan-right"]
    assert sam.press("right") == ["we-who"]
    assert sam.press("everyone")[0] == "we-saved"


def test_a_plan_for_a_circle_one_is_not_in_is_ones_own() -> None:
    assert Person().begin("planning", what="x", when=ON_TUESDAY, circle="other") == ["plan-right"]


def test_a_refusal_ends_kindly() -> None:
    sam = Person(world=World(refuses={AddAction: Gone("gang")}))
    heard(sam)
    assert sam.press("right") == ["thing-gone"]


def test_many_supporters_are_offered_a_few_at_a_time() -> None:
    people = tuple(type(ANN)(f"p{n}", f"Person {n}") for n in range(5))
    sam = Person(circles=(), supporters=people)
    heard(sam)
    for choice in ("right", "some-help", "showing-me"):
        sam.press(choice)
    assert sam.offered == ["Person 0", "Person 1", "Person 2", "More", "I will ask myself"]
    sam.press("more")
    assert sam.offered == ["Person 3", "Person 4", "More", "I will ask myself"]
    sam.press("more")
    assert sam.offered[0] == "Person 0"
    assert sam.press("p1") == ["help-sure"]


def test_words_heard_for_a_day_count_only_when_they_name_one_day_to_come() -> None:
    assert known_timing(When(TUESDAY, time(9))) == Timing(TUESDAY, time(9))
    assert known_timing(When()) is None
    assert known_timing(When(TUESDAY, in_past=True)) is None
    assert known_timing(When(TUESDAY, unclear=(TUESDAY, TUESDAY))) is None


@pytest.mark.parametrize("what", ["going swimming", "a walk", "The quiz"])
def test_words_that_did_not_follow_to_or_will_stand_by_themselves(what: str) -> None:
    sam = Person()
    sam.begin("planning", what=what, when=ON_TUESDAY)
    assert sam.read == [f"Your plan: {what}. On Tuesday 1 December."]
