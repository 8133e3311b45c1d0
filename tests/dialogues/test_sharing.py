from __future__ import annotations

from datetime import time

from bot.dialogue.given import OwnWords
from bot.dialogues.commands import ShowTo
from bot.dialogues.looks import Answers, LookAnswers, LookShowing, LookWhoLooked, Showing, Visit
from bot.dialogues.own_words import beginning
from bot.domain.errors import Gone
from bot.domain.sharing import Audience, Thing
from tests.dialogues.people_and_words import BAKERS, GANG, JO, MAX, TODAY, Person, World

WORDS = Thing("answer", "a1")
TO_JO, TO_MAX = Audience("person", "jo"), Audience("person", "max")
TO_GANG, TO_BAKERS = Audience("circle", "gang"), Audience("circle", "bakers")
KEPT = Showing(WORDS, "I like plants", (TO_JO,), ("Jo",))


def with_things(*things: Showing, **here: object) -> Person:
    return Person(world=World(sights={LookShowing: things}), **here)


def test_each_thing_says_who_can_see_it_and_can_be_made_private_at_once() -> None:
    sam = with_things(KEPT)
    assert sam.begin("who_can_see") == ["who-can-see-which"]
    assert sam.offered == ["I like plants", "Not now"]
    assert sam.press("answer-a1") == ["who-can-see-them", "share-who-words"]
    assert sam.read[0] == "person jo can see “I like plants”."
    assert sam.press("just-me") == ["share-ended", "share-just-me", "who-can-see-more"]
    assert sam.done == [ShowTo(WORDS, ())]
    assert sam.press("yes") == ["who-can-see-which"]
    assert sam.press("not-now") == ["who-can-see-any-time"]


def test_a_private_thing_can_be_shown_and_then_that_is_all() -> None:
    sam = with_things(Showing(Thing("plans", "sam"), "", (), ()))
    sam.begin("who_can_see")
    assert sam.offered == ["All my plans", "Not now"]
    assert sam.press("plans-sam") == ["who-can-see-just-me", "share-who"]
    assert sam.press("circle-gang") == ["share-shown", "who-can-see-more"]
    assert sam.press("no") == ["who-can-see-any-time"]
    assert sam.done == [ShowTo(Thing("plans", "sam"), (TO_GANG,))]


def test_a_private_thing_can_stay_private() -> None:
    sam = with_things(Showing(WORDS, "x", (), ()))
    sam.begin("who_can_see")
    sam.press("answer-a1")
    assert sam.press("just-me") == ["share-just-me", "who-can-see-more"]


def test_who_has_nobody_to_show_things_to_is_told_that_they_stay_private() -> None:
    sam = with_things(Showing(WORDS, "x", (), ()), circles=(), supporters=())
    sam.begin("who_can_see")
    assert sam.press("answer-a1") == ["who-can-see-just-me", "who-can-see-private", "who-can-see-more"]


def test_two_photos_are_told_apart_by_the_question_they_answer() -> None:
    photos = (Showing(WORDS, "", (), ()), Showing(Thing("answer", "a2"), "", (), ()))
    kept = Answers(OwnWords(media="m1"), OwnWords(media="m2"), "a1", "a2")
    sam = Person(world=World(sights={LookShowing: photos, LookAnswers: kept}))
    sam.begin("who_can_see")
    assert sam.offered == ["Why I am here", "What I want to do", "Not now"]
    sam.press("answer-a2")
    assert sam.read[0] == "Just you can see your answer to “What do you want to do?”."


def test_who_has_nothing_to_show_is_told_so() -> None:
    assert with_things().begin("who_can_see") == ["who-can-see-nothing"]


def test_many_things_come_four_at_a_time() -> None:
    sam = with_things(*(Showing(Thing("action", str(n)), f"plan {n}", (), ()) for n in range(6)))
    sam.begin("who_can_see")
    assert sam.offered == ["plan 0", "plan 1", "plan 2", "More of my things", "Not now"]
    sam.press("more")
    assert sam.offered == ["plan 3", "plan 4", "plan 5", "More of my things", "Not now"]


def test_a_supporter_who_left_meanwhile_sees_nothing_and_nothing_is_claimed() -> None:
    sam = with_things(KEPT)
    sam.world.refuses = {ShowTo: Gone("jo")}
    sam.begin("who_can_see")
    sam.press("answer-a1")
    assert sam.press("person-jo") == ["share-not-possible", "who-can-see-more"]


def test_of_two_one_or_both_can_be_chosen_and_of_one_just_that_one() -> None:
    sam = with_things(KEPT, supporters=(JO, MAX), circles=())
    sam.begin("who_can_see")
    sam.press("answer-a1")
    assert sam.offered == ["Just me", "Jo, my supporter", "Max, my supporter", "Jo and Max"]
    alone = with_things(KEPT, circles=())
    alone.begin("who_can_see")
    alone.press("answer-a1")
    assert alone.offered == ["Just me", "Jo, my supporter"]
    assert alone.press("person-jo") == ["share-shown", "who-can-see-more"]


def test_of_many_any_number_can_be_chosen_a_few_at_a_time() -> None:
    sam = with_things(KEPT, supporters=(JO, MAX), circles=(GANG, BAKERS))
    sam.begin("who_can_see")
    sam.press("answer-a1")
    assert sam.offered == ["Just me", "Jo, my supporter", "Max, my supporter", "Garden Gang", "Somebody else"]
    sam.press("something-else")
    assert sam.offered == ["Just me", "Bakers", "Somebody else"]
    sam.press("something-else")
    assert sam.offered[1] == "Jo, my supporter"
    assert sam.press("person-max") == ["share-who-else"]
    assert sam.offered == ["That is enough", "Jo, my supporter", "Garden Gang", "Bakers"]
    sam.press("circle-bakers")
    assert sam.press("enough") == ["share-ended", "share-shown", "who-can-see-more"]
    assert sam.done == [ShowTo(WORDS, (TO_MAX, TO_BAKERS))]


def test_when_all_are_chosen_nobody_is_left_to_ask_about() -> None:
    sam = with_things(KEPT, supporters=(JO, MAX), circles=(GANG,))
    sam.begin("who_can_see")
    sam.press("answer-a1")
    sam.press("circle-gang")
    sam.press("person-max")
    assert sam.press("person-jo")[0] == "share-shown"
    assert sam.done == [ShowTo(WORDS, (TO_GANG, TO_MAX, TO_JO))]


def test_who_looked_names_each_look_with_its_day() -> None:
    sam = Person(world=World(sights={LookWhoLooked: (Visit("Jo", TODAY, time(14, 30)),)}))
    assert sam.begin("who_looked") == ["who-looked"]
    assert sam.read[1] == "Jo, on Monday 30 November at 2:30pm"


def test_nobody_looked() -> None:
    assert Person().begin("who_looked") == ["who-looked-nobody"]


def test_short_words_are_shown_whole_and_one_long_word_is_cut() -> None:
    assert beginning("I like plants") == "I like plants"
    assert beginning("x" * 61) == "x" * 60 + "…"
