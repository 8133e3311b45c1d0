from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.dialogue.questions import Timing
from bot.dialogues.commands import (
    AddAction,
    AddToTelling,
    AnswerPart,
    AskForHelp,
    Fade,
    LetGo,
    SetReminder,
    ShowTo,
    TellHow,
)
from bot.dialogues.looks import LookPlan, Plan
from bot.domain.actions import Ending, Reminder
from bot.domain.errors import AlreadyDone, NotYours
from bot.domain.sharing import Audience, Thing
from tests.dialogues.people_and_words import (
    BAKERS,
    CAKES,
    CHOIR,
    GANG,
    JO,
    MAX,
    TOMATOS,
    TUESDAY,
    Person,
    World,
)

NOBODY = {"circles": (), "supporters": ()}


def told(ending: str, plan: Plan = TOMATOS, **here: Any) -> tuple[Person, list[str]]:
    sam = Person(plan, **here)
    return sam, sam.begin("telling", argument=f"{plan.id}.{ending}")


def test_the_walk_when_it_did_not_go_to_plan() -> None:
    sam, got = told("not-to-plan")
    assert got == ["telling-thank-you", "telling-happened"]
    assert sam.read == [
        "Thank you for telling me. That happens to everyone, and it helps us learn.",
        "What happened? You can skip this.",
    ]
    assert sam.types("it raind and jo was off sick") == ["kept", "telling-learned"]
    assert sam.types("have a rain day plan") == ["kept", "telling-next"]
    assert sam.offered == ["Try again", "Change it", "Ask for help", "Let it go", "Not sure"]
    assert sam.press("try-again") == ["telling-again-when"]
    assert sam.press("2026-12-01") == ["plan-remind"]
    assert sam.press("that-morning") == ["telling-again-saved", "telling-share"]
    assert sam.read[-1] == "Would you like Garden Gang to see this?"
    assert sam.offered == ["Yes", "Just what I learned", "No", "Not sure"]
    assert sam.press("learned") == ["telling-shown"]
    assert sam.done == [
        TellHow("t1", Ending.NOT_TO_PLAN),
        AddToTelling("told1", happened="it raind and jo was off sick"),
        AddToTelling("told1", learned="have a rain day plan"),
        AddToTelling("told1", next="try-again"),
        AddAction("water the tomatos", Timing(TUESDAY)),
        SetReminder("new1", Reminder.THAT_MORNING),
        ShowTo(Thing("learning", "told1"), (Audience("circle", "gang"),)),
    ]


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        ("done", "You did it."),
        ("some", "Every part counts."),
        ("not-to-plan", "That happens to everyone, and it helps us learn."),
        ("changed-mind", "You can always change your mind."),
    ],
)
def test_each_ending_is_thanked_first(ending: str, said: str) -> None:
    sam, _ = told(ending)
    assert sam.read[0] == f"Thank you for telling me. {said}"
    assert sam.done[0] == TellHow("t1", Ending(ending))


def test_done_leads_to_celebrating_when_the_person_wants_it() -> None:
    sam, got = told("done")
    assert got[-1] == "telling-celebrate"
    assert sam.press("yes") == ["celebrate-who"]
    sam, _ = told("done")
    assert sam.press("no-fuss") == ["telling-no-fuss"]


@pytest.mark.parametrize(("answer", "stop"), [("keep", False), ("stop", True), ("not-sure", False)])
def test_after_four_times_alone_the_reminder_stays_without_a_clear_yes(
    answer: str,
    stop: bool,  # noqa: FBT001
) -> None:
    sam, got = told("done", replace(CHOIR, may_fade=True))
    assert got[-1] == "telling-fade"
    assert sam.press(answer) == ["telling-celebrate"]
    assert sam.done[1:] == [Fade("q1", stop=stop)]


def test_some_of_it_can_have_the_rest_another_day() -> None:
    sam, got = told("some")
    assert got[-1] == "telling-rest"
    assert sam.press("yes") == ["telling-again-when"]
    assert sam.press("not-sure") == ["telling-again-saved", "telling-share"]
    assert sam.offered == ["Yes", "No", "Not sure"]
    assert sam.press("yes") == ["telling-shown"]
    assert told("some")[0].press("no") == ["telling-share"]
    assert told("some", CHOIR)[1][-1] == "telling-share"


def test_a_changed_mind_is_asked_nothing_more() -> None:
    assert told("changed-mind")[1] == ["telling-thank-you"]


def what_next(choice: str, plan: Plan = TOMATOS, **here: Any) -> tuple[Person, list[str]]:
    sam, _ = told("not-to-plan", plan, **(here or NOBODY))
    sam.press("skip")
    sam.press("skip")
    return sam, sam.press(choice)


def test_everything_can_be_skipped() -> None:
    sam, got = what_next("not-sure")
    assert got == ["telling-no-next"]
    assert sam.done == [TellHow("t1", Ending.NOT_TO_PLAN)]


def test_what_next_does_what_it_says() -> None:
    assert what_next("change")[1] == ["plan-what"]
    assert what_next("change", CHOIR)[1] == ["change-part"]
    sam, got = what_next("let-go")
    assert got == ["telling-let-go"]
    assert sam.done[-1] == AddToTelling("told1", next="let-go")
    assert what_next("let-go", CHOIR)[0].done[-1] == LetGo("q1")
    assert what_next("try-again", CHOIR)[1] == ["telling-again-repeats"]


def test_asking_for_help_plans_it_again_and_asks() -> None:
    sam, got = what_next("ask-help", CHOIR, supporters=(JO,), circles=())
    assert got == ["telling-again-repeats", "help-kind"]
    sam.press("with-me")
    sam.press("jo")
    assert sam.press("ask") == ["help-asked", "telling-share"]
    assert sam.done[-1] == AskForHelp("q1", "with-me", "", "jo", None)
    sam, got = what_next("ask-help", supporters=(JO,), circles=())
    assert got == ["telling-again-when"]
    sam.press("not-sure")
    sam.press("with-me")
    assert sam.press("myself") == ["help-ask-myself", "telling-share"]


def test_a_repeating_plan_that_is_gone_meanwhile_keeps_what_was_known() -> None:
    sam, _ = told("not-to-plan", CHOIR, **NOBODY)
    sam.press("skip")
    sam.press("skip")
    sam.world.sights[LookPlan] = None
    assert sam.press("try-again") == ["telling-again-repeats"]


@pytest.mark.parametrize(
    ("here", "key", "asked"),
    [
        (
            {"circles": (GANG,), "supporters": (JO,)},
            "telling-share",
            "Would you like Garden Gang to see this?",
        ),
        ({"circles": (), "supporters": (JO,)}, "telling-share", "Would you like Jo to see this?"),
        ({"circles": (), "supporters": (JO, MAX)}, "telling-share-some", None),
        ({"circles": (GANG, BAKERS), "supporters": ()}, "telling-share-some", None),
    ],
)
def test_who_may_see_it_is_always_asked_by_name(here: Any, key: str, asked: str | None) -> None:
    sam, _ = told("some", CHOIR, **here)
    assert sam.shown is not None
    assert sam.shown.key == key
    assert asked is None or sam.read[-1] == asked
    for answer in ("no", "not-sure"):
        other, _ = told("some", CHOIR, **here)
        assert other.press(answer) == ["telling-private"]
        assert other.done == [TellHow("q1", Ending.SOME)]
    got = sam.press("yes")
    assert got == (["telling-shown"] if asked else ["share-who"])
    assert asked or sam.press("just-me") == ["share-just-me"]


def test_words_that_name_a_plan_wait_for_a_yes() -> None:
    sam = Person(TOMATOS, CAKES)
    assert sam.begin("telling", what="the tomatos", ending=Ending.DONE) == ["telling-right"]
    assert sam.read == ["I think you mean “water the tomatos”. It is done."]
    assert sam.press("right") == ["telling-thank-you", "telling-celebrate"]
    sam = Person(TOMATOS, CAKES)
    sam.begin("telling", what="the tomatos", ending=Ending.DONE)
    assert sam.press("another-way") == ["telling-how"]
    assert sam.press("changed-mind") == ["telling-thank-you"]
    sam = Person(TOMATOS, CAKES)
    sam.begin("telling", what="the tomatos", ending=Ending.CHANGED_MIND)
    assert sam.press("another-plan") == ["telling-which"]
    assert sam.press("c1") == ["telling-thank-you"]
    sam.begin("telling", what="the tomatos", ending=Ending.SOME)
    sam.press("another-plan")
    assert sam.press("none") == ["telling-nothing-open"]
    sam = Person(TOMATOS)
    sam.begin("telling", what="the tomatos", ending=Ending.DONE)
    assert sam.press("just-chatting") == ["plan-chatting"]
    assert sam.done == []


def test_which_plan_is_asked_those_whose_day_has_come_first() -> None:
    sam = Person(world=World(plans=(CAKES, TOMATOS), due=(TOMATOS,)))
    assert sam.begin("telling") == ["telling-which"]
    assert sam.offered == ["water the tomat…", "bake cakes", "None of these"]
    assert sam.press("t1") == ["telling-how"]
    assert sam.press("not-now") == ["telling-not-now"]
    assert sam.done == []


def test_what_was_done_without_a_plan_is_welcome_too() -> None:
    sam = Person()
    assert sam.begin("telling", ending=Ending.DONE) == ["telling-nothing-open"]
    assert sam.press_under_words("celebrate") == ["celebrate-what"]
    sam = Person(TOMATOS)
    sam.begin("telling", ending=Ending.DONE)
    assert sam.press("none") == ["telling-nothing-open"]


def test_telling_twice_or_about_what_is_over_is_kindly_nothing() -> None:
    assert told("done", replace(TOMATOS, open=False))[1] == ["how-told"]
    world = World(plans=(TOMATOS,), refuses={TellHow: AlreadyDone("t1")})
    assert Person(world=world).begin("telling", argument="t1.done") == ["telling-told-before"]
    world = World(plans=(TOMATOS,), refuses={TellHow: NotYours("t1")})
    assert Person(world=world).begin("telling", argument="t1.done") == ["thing-gone"]
    assert told("forged")[1] == ["telling-how"]


def test_trying_a_shared_plan_again_asks_the_others_only_after_a_yes() -> None:
    together = replace(CAKES, circle="gang")
    sam, got = what_next("ask-help", together, circles=(GANG,), supporters=(JO,))
    assert got == ["plan-when"]
    assert sam.press("2026-12-01") == ["plan-right"]
    assert sam.press("right") == ["we-who"]
    assert sam.press("not-now") == ["we-not-asked", "telling-share"]
    assert not any(isinstance(done, AddAction) for done in sam.done)
    sam, _ = what_next("try-again", together, circles=(GANG,), supporters=(JO,))
    sam.press("2026-12-01")
    sam.press("right")
    assert sam.press("everyone") == ["we-saved", "telling-share"]
    assert AddAction("bake cakes", Timing(TUESDAY), "gang", ()) in sam.done


def test_it_is_done_is_about_the_one_plan_whose_day_has_come_and_waits_for_a_yes() -> None:
    sam = Person(world=World(plans=(CAKES, TOMATOS), due=(TOMATOS,)))
    assert sam.begin("telling", ending=Ending.DONE) == ["telling-right"]
    assert sam.read == ["I think you mean “water the tomatos”. It is done."]
    assert sam.press("another-plan") == ["telling-which"]
    assert sam.press("c1") == ["telling-thank-you", "telling-celebrate"]


def test_letting_go_of_what_somebody_else_started_ends_only_ones_own_part() -> None:
    sam = Person(replace(CHOIR, owner="lee", circle="gang"))
    sam.begin("telling", argument="q1.not-to-plan")
    sam.press("skip")
    sam.press("skip")
    sam.press("let-go")
    assert AnswerPart("q1", agreed=False) in sam.done
