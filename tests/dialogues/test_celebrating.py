from __future__ import annotations

from bot.dialogues.commands import Celebrate, SayToCelebration
from bot.dialogues.looks import Celebrated, LookCelebration
from bot.domain.errors import Gone
from tests.dialogues.people_and_words import BAKERS, GANG, JO, MAX, TOMATOS, Person, World

NEWS = "we sold 40 cakes!!!!"


def celebrated(how: str) -> tuple[Person, list[str]]:
    sam = Person()
    assert sam.begin("celebrating", words=NEWS) == ["celebrate-who"]
    assert sam.read == [f"Wow: “{NEWS}”. Who made it happen?"]
    assert sam.offered == ["Me", "Me and others", "Someone else"]
    assert sam.press("us") == ["celebrate-how"]
    assert sam.offered == ["Just us", "Tell Jo", "Tell Garden Gang", "No fuss"]
    return sam, sam.press(how)


def test_the_person_chooses_who_hears_it() -> None:
    for how, key, command in (
        ("just-us", "celebrate-just-us", Celebrate(NEWS, "us")),
        ("jo", "celebrate-told", Celebrate(NEWS, "us", person="jo")),
        ("gang", "celebrate-told", Celebrate(NEWS, "us", circle="gang")),
    ):
        sam, got = celebrated(how)
        assert got == [key]
        assert sam.done == [command]


def test_no_fuss_makes_none() -> None:
    sam, got = celebrated("no-fuss")
    assert got == ["celebrate-no-fuss"]
    assert sam.done == []


def test_a_plan_is_celebrated_by_its_own_words_and_news_can_be_asked_for() -> None:
    sam = Person(TOMATOS)
    sam.begin("celebrating", argument="t1")
    assert sam.read == ["Wow: “water the tomatos”. Who made it happen?"]
    sam.press("me")
    sam.press("just-us")
    assert sam.done == [Celebrate("water the tomatos", "me", "t1")]
    assert Person().begin("celebrating", argument="gone") == ["celebrate-what"]
    sam = Person()
    sam.begin("celebrating")
    assert sam.types("i won") == ["kept", "celebrate-who"]


def test_more_people_and_circles_come_a_few_at_a_time() -> None:
    sam = Person(circles=(GANG, BAKERS), supporters=(JO, MAX))
    sam.begin("celebrating", words=NEWS)
    sam.press("me")
    assert sam.offered == ["Just us", "Tell Jo", "Tell Max", "More", "No fuss"]
    sam.press("more")
    assert sam.offered == ["Tell Garden Gang", "Tell Bakers", "More", "No fuss"]


def test_a_refusal_is_said_kindly() -> None:
    sam = Person(world=World(refuses={Celebrate: Gone("jo")}))
    sam.begin("celebrating", words=NEWS)
    sam.press("me")
    assert sam.press("jo") == ["thing-gone"]


def test_others_join_with_words_of_their_own() -> None:
    seen = Celebrated("x1", "sam", "Sam", NEWS, "us", ())
    lee = Person(world=World(sights={LookCelebration: seen}))
    assert lee.begin("say_to_celebration", argument="x1") == ["celebrate-say"]
    assert lee.types("well done all") == ["kept", "celebrate-said"]
    assert lee.done == [SayToCelebration("x1", "well done all")]
    lee.begin("say_to_celebration", argument="x1")
    assert lee.press("not-now") == ["celebrate-say-not-now"]
    gone = Person(world=World(sights={LookCelebration: None}))
    assert gone.begin("say_to_celebration", argument="x1") == ["thing-gone"]
