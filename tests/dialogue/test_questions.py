from __future__ import annotations

from datetime import date, time

import pytest

from bot.dialogue.given import Given, Media, OwnWords, Pressed, Text, Unusable
from bot.dialogue.keys import ENGINE_KEYS
from bot.dialogue.payload import AnswerPress, ChangePress
from bot.dialogue.questions import (
    UNCLEAR,
    Answer,
    Choice,
    Day,
    Guess,
    Name,
    NotAnAnswer,
    OneOf,
    Open,
    Question,
    TimeOfDay,
    Timing,
    Words,
)
from bot.domain.repeating import Freq, Repeats
from bot.domain.when import When

TUESDAY, NEXT = date(2026, 12, 1), date(2026, 12, 8)
CHOICES = (Choice("alone"), Choice("some-help"))


def press(choice: str) -> Pressed:
    return Pressed(AnswerPress(1, choice))


def said(text: str) -> OwnWords:
    return OwnWords(words=text)


one_of = OneOf(key="help", choices=CHOICES, way_out="not-sure")
open_ = Open(key="why", way_out="skip")
words = Words(key="what", way_out="skip")
name = Name(key="name")
day = Day(key="when", choices=(Choice("2026-12-01"), Choice("soon")), way_out="not-sure")
at = TimeOfDay(key="time", choices=(Choice("0900"), Choice("morning")))
guess = Guess(key="guess", choices=CHOICES)
every_tuesday = Repeats(Freq.WEEK, weekdays=(1,))


@pytest.mark.parametrize(
    ("question", "given", "answer"),
    [
        (one_of, press("alone"), Answer("alone")),
        (one_of, press("not-sure"), Answer("not-sure")),
        (one_of, Text("on my own", choice="alone"), Answer("alone")),
        (guess, press("alone"), Answer("alone")),
        (guess, Text("blah"), Answer(UNCLEAR)),
        (guess, Media("photo", "m"), Answer(UNCLEAR)),
        (open_, press("skip"), Answer("skip")),
        (open_, Text(" becuase "), Answer(said(" becuase "), said(" becuase "))),
        (words, Text("skip it", choice="skip"), Answer("skip")),
        (words, Text(" water the tomatos "), Answer("water the tomatos", said("water the tomatos"))),
        (name, Text("Sam"), Answer("Sam", said("Sam"))),
        (day, press("2026-12-01"), Answer(Timing(TUESDAY))),
        (day, press("soon"), Answer("soon")),
        (day, Text("tuesday", when=When(TUESDAY)), Answer(Timing(TUESDAY), said("tuesday"))),
        (
            day,
            Text("every tuesday at 2", when=When(TUESDAY, time(14), every_tuesday)),
            Answer(Timing(TUESDAY, time(14), every_tuesday), said("every tuesday at 2")),
        ),
        (at, press("0900"), Answer(time(9))),
        (at, press("morning"), Answer("morning")),
        (at, Text("at 2pm", when=When(time=time(14))), Answer(time(14), said("at 2pm"))),
    ],
)
def test_what_answers_a_question(question: Question[object], given: Given, answer: Answer) -> None:
    assert question.read(given) == answer
    assert question.fits(answer.value)


def test_a_photo_or_a_voice_note_is_an_answer_in_own_words() -> None:
    photo = OwnWords(words="me", media="m1", media_kind="photo")
    assert open_.read(Media("photo", "m1", "me")) == Answer(photo, photo)
    assert open_.fits(photo)


@pytest.mark.parametrize(
    ("question", "given", "key"),
    [
        (one_of, Text("maybe"), "reask-choice"),
        (one_of, press("forged"), "reask-choice"),
        (one_of, Text("x", choice="of-another-question"), "reask-choice"),
        (one_of, Pressed(ChangePress(1)), "reask-choice"),
        (one_of, Media("photo", "m"), "reask-choice-not-photo"),
        (open_, Text("  "), "reask-words"),
        (open_, Unusable("sticker"), "cannot-use-sticker"),
        (words, Text(""), "reask-words"),
        (words, Media("voice", "m"), "reask-words-not-voice"),
        (words, Text("x" * 4097), "too-long"),
        (words, Unusable("too-long"), "too-long"),
        (name, Text("x" * 41), "too-long"),
        (day, Text("dunno"), "reask-day"),
        (day, Text("at 2pm", when=When(time=time(14))), "reask-day"),
        (day, Text("last tuesday", when=When(date(2026, 1, 1), in_past=True)), "reask-day-past"),
        (day, press("2027-01-01"), "reask-day"),
        (day, Media("photo", "m"), "reask-day-not-photo"),
        (at, Text("dunno", when=When(TUESDAY)), "reask-time"),
        (at, press("1000"), "reask-time"),
        (at, Unusable("file"), "cannot-use-file"),
    ],
)
def test_what_answers_nothing_says_why(question: Question[object], given: Given, key: str) -> None:
    assert question.read(given) == NotAnAnswer(key)
    assert key in ENGINE_KEYS


def test_two_possible_days_are_asked_and_keep_the_time_and_the_words() -> None:
    no = day.read(Text("next tuesday at 2", when=When(time=time(14), unclear=(TUESDAY, NEXT))))
    assert isinstance(no, NotAnAnswer)
    assert (no.key, [choice.id for choice in no.choices]) == ("which-day", ["2026-12-01", "2026-12-08"])
    assert no.answers["2026-12-08"] == Answer(Timing(NEXT, time(14)), said("next tuesday at 2"))


def test_two_possible_times_are_asked() -> None:
    no = at.read(Text("at 2", when=When(unclear_times=(time(2), time(14)))))
    assert isinstance(no, NotAnAnswer)
    assert (no.key, [choice.id for choice in no.choices]) == ("which-time", ["0200", "1400"])
    assert no.answers["1400"] == Answer(time(14), said("at 2"))


@pytest.mark.parametrize(
    ("question", "value"),
    [(one_of, "gone"), (guess, "gone"), (open_, "gone"), (words, 3), (day, "gone"), (day, 3), (at, TUESDAY)],
)
def test_a_value_of_another_kind_does_not_fit(question: Question[object], value: object) -> None:
    assert not question.fits(value)
