from __future__ import annotations

from bot.dialogue.given import OwnWords
from bot.dialogues.commands import KeepAnswer, ShowTo
from bot.dialogues.looks import Answers, LookAnswers
from bot.domain.sharing import Audience, Thing
from tests.dialogues.people_and_words import GANG, JO, WORDS_HERE, Person, World

ONLY_WANT = {LookAnswers: Answers(OwnWords("x"), None, "a1")}


def somebody(**here: object) -> Person:
    return Person(world=World(gives={KeepAnswer: "a1"}), **here)


def test_the_two_questions_are_verbatim_and_name_no_example() -> None:
    assert WORDS_HERE.render("opening-why", {}, today=None).text == (  # type: ignore[arg-type]
        "Why are you here? You can type, talk, send a photo, or pick pictures."
    )
    assert WORDS_HERE.render("opening-want", {}, today=None).text == (  # type: ignore[arg-type]
        "What do you want to do? You can type, talk, send a photo, or pick pictures."
    )


def test_words_are_kept_as_they_were_typed_and_shown_to_whom_the_person_chooses() -> None:
    sam = somebody()
    assert sam.begin("opening") == ["opening-why"]
    assert sam.offered == ["Pick pictures", "Someone is helping me", "Skip"]
    assert sam.types("becuase i get bored") == ["kept", "share-who-words"]
    assert sam.offered == ["Just me", "Jo, my supporter", "Garden Gang", "Jo and Garden Gang"]
    assert sam.press("both") == ["share-shown", "opening-want"]
    assert sam.done == [
        KeepAnswer("why", OwnWords("becuase i get bored")),
        ShowTo(Thing("answer", "a1"), (Audience("person", "jo"), Audience("circle", "gang"))),
    ]


def test_nobody_to_show_it_to_is_not_asked_about() -> None:
    sam = somebody(circles=(), supporters=())
    sam.begin("opening")
    assert sam.types("plants") == ["kept", "opening-want"]


def test_a_photo_and_a_voice_message_are_answers() -> None:
    sam = somebody()
    sam.begin("opening")
    assert sam.sends("photo") == ["kept-photo", "share-who"]
    assert sam.press("just-me") == ["share-just-me", "opening-want"]
    assert sam.sends("voice") == ["kept-voice", "share-who"]
    assert sam.done[2] == KeepAnswer("want", OwnWords(media="m1", media_kind="voice"))


def test_skipping_both_is_a_good_answer() -> None:
    sam = somebody()
    sam.begin("opening")
    assert sam.press("skip") == ["opening-want"]
    assert sam.press("skip") == ["opening-skipped"]
    assert sam.done == []
    assert sam.press_under_words("what-can-you-do") == ["can-do"]


def test_a_picture_is_an_answer_and_none_of_these_comes_back_to_the_question() -> None:
    sam = somebody()
    sam.begin("opening")
    assert sam.press("pick-pictures") == ["opening-why-pictures"]
    assert [choice.picture for choice in sam.shown.choices] == ["friends", "learn", "help", "home", None]  # type: ignore[union-attr]
    assert sam.press("none") == ["opening-why"]
    sam.press("pick-pictures")
    assert sam.press("learn") == ["opening-picture-kept", "share-who"]
    assert sam.done == [KeepAnswer("why", OwnWords(picture="learn"))]


def test_words_typed_by_a_helper_are_read_back_and_the_member_says_whether_they_are_theirs() -> None:
    sam = somebody(circles=(), supporters=())
    sam.world.sights = ONLY_WANT  # type: ignore[assignment]
    sam.begin("opening")
    assert sam.press("with-help") == ["helper-name"]
    assert sam.types("Kit") == ["opening-want-with-help"]
    assert sam.read == ["What do you want to do? Kit can type your words now."]
    assert sam.types("grow things") == ["helped-words"]
    assert sam.read == ["With help from Kit: “grow things”. Are those your words?"]
    assert sam.offered == ["Yes, those are my words", "Change it"]
    assert sam.done == []
    assert sam.press("change") == ["opening-want-with-help"]
    sam.types("sell things")
    assert sam.press("mine") == ["opening-thanks"]
    assert sam.done == [KeepAnswer("want", OwnWords("sell things", helped_by="Kit"))]


def test_a_photo_with_help_is_confirmed_and_help_can_end_in_skipping() -> None:
    sam = somebody()
    sam.begin("opening")
    sam.press("with-help")
    sam.types("Kit")
    assert sam.sends("photo") == ["helped-photo"]
    sam.press("change")
    assert sam.sends("voice") == ["helped-voice"]
    sam.press("change")
    assert sam.press("skip") == ["opening-want"]
    assert sam.done == []


def test_long_words_are_shown_by_their_beginning_when_asking_who_can_see_them() -> None:
    sam = somebody(supporters=(JO,), circles=(GANG,))
    sam.begin("opening")
    sam.types("word " * 40)
    assert sam.read[-1] == f"Who can see this? “{'word ' * 11}word…”"
