from __future__ import annotations

from bot.dialogue.given import OwnWords
from bot.dialogues.commands import ChangeAnswer, KeepAnswer, ShowTo
from bot.dialogues.looks import Answers, LookAnswers
from bot.domain.sharing import Thing
from tests.dialogues.people_and_words import Person, World


def having(why: OwnWords | None, want: OwnWords | None) -> Person:
    sights = {LookAnswers: Answers(why, want, "a1", "a2")}
    return Person(world=World(sights=sights, gives={KeepAnswer: "a1"}))


def test_what_one_answered_is_said_back_in_ones_own_words() -> None:
    sam = having(OwnWords("becuase i get bored"), OwnWords(picture="art"))
    assert sam.begin("my_answers") == ["my-answer", "my-answer", "answers-what"]
    assert sam.read[:2] == [
        "Why you are here: “becuase i get bored”.",
        "What you want to do: “Make things”.",
    ]
    assert sam.offered == ["Why I am here", "What I want to do", "Leave it as it is"]
    assert sam.press("none") == ["answers-stay"]


def test_a_photo_is_shown_with_what_was_written_under_it() -> None:
    sam = having(OwnWords("my cat", media="m1", media_kind="photo"), OwnWords(media="m2", media_kind="voice"))
    assert sam.begin("my_answers") == ["my-answer-media", "my-answer", "my-answer-media", "answers-what"]
    assert [said.media for said in sam.said] == ["m1", None, "m2"]


def test_a_new_answer_is_private_until_somebody_is_chosen_again() -> None:
    sam = having(OwnWords("bored"), None)
    assert sam.begin("my_answers") == ["my-answer", "answers-what"]
    assert sam.press("why") == ["opening-why"]
    assert sam.types("i like it here") == ["kept", "share-who-words"]
    assert sam.press("just-me") == ["share-just-me", "answers-changed"]
    assert sam.done == [KeepAnswer("why", OwnWords("i like it here")), ShowTo(Thing("answer", "a1"), ())]


def test_skipping_leaves_the_answer_as_it_was() -> None:
    sam = having(OwnWords("bored"), None)
    sam.begin("my_answers")
    sam.press("why")
    assert sam.press("skip") == ["answers-stay"]
    assert sam.done == []


def test_who_has_not_answered_yet_is_asked() -> None:
    assert having(None, None).begin("my_answers") == ["opening-why"]


def test_words_changed_right_after_they_were_kept_stay_with_who_was_chosen_to_see_them() -> None:
    new = OwnWords("i like it here")
    assert KeepAnswer("why", new).amending("a1") == ChangeAnswer("a1", new)
