"""What a message answers: the rules of architecture.md by which a conversation takes what a person gives.

`hear` and `begin` are generators like the engine's: they yield effects and end when the person's turn is
over. All is pure; the time is an argument.
"""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from bot.dialogue import controls
from bot.dialogue.answering import to_open_question
from bot.dialogue.controls import NotUnderstood
from bot.dialogue.conversation import Book, Conversation
from bot.dialogue.engine import Say
from bot.dialogue.floor import Effect, Floor, Settle, Show, Steps
from bot.dialogue.given import Control, Given, Media, Opening, Pressed, Text, Unusable
from bot.dialogue.keys import DO_THIS_NOW, GREETING, TALK_TO_PERSON, UNSURE
from bot.dialogue.payload import AnswerPress, ChangePress, MeantPress, StartPress
from bot.dialogue.saying import Said

__all__ = [
    "DO_THIS_NOW",
    "GREETING",
    "TALK_TO_PERSON",
    "UNSURE",
    "Effect",
    "NotUnderstood",
    "Settle",
    "Show",
    "Steps",
    "begin",
    "hear",
]


def hear(conversation: Conversation, given: Given, now: datetime, book: Book) -> Steps:
    """Take what a person gave, and go on until the next question or the end."""
    floor = Floor(conversation, now, book)
    if conversation.broken:
        conversation.broken = False
        yield Say(Said("dialogue-changed"))
    if conversation.asked is None and conversation.top is not None:
        # A fault left the dialogue on top without its question: ask it, so that the words have a place.
        yield from floor.go_on()
        return
    second_tap = _remember_tap(conversation, given)
    match given:
        case Pressed(AnswerPress(question)) if second_tap and not _is_open(conversation, question):
            return
        case Pressed(press):
            yield from _press(floor, given, press)
        case Text(control=Control() as control, choice=None) if controls.is_control(floor, control):
            yield from controls.use(floor, control)
        case _ if conversation.asked is not None:
            yield from to_open_question(floor, given, conversation.asked)
        case _:
            yield from _something_new(floor, given)


def begin(conversation: Conversation, opening: Opening, now: datetime, book: Book) -> Steps:
    """Begin a dialogue on top of what is open (a press on a card or a nudge)."""
    conversation.pressed = None
    yield from Floor(conversation, now, book).begin(opening)


# Presses


def _remember_tap(conversation: Conversation, given: Given) -> bool:
    """Remember what was pressed; True when the same was pressed just before."""
    before = conversation.pressed
    match given:
        case Pressed(AnswerPress(question, choice)):
            conversation.pressed = (question, choice)
        case _:
            conversation.pressed = None
    return before is not None and before == conversation.pressed


def _is_open(conversation: Conversation, question: int) -> bool:
    return conversation.asked is not None and conversation.asked.id == question


def _press(floor: Floor, given: Pressed, press: AnswerPress | ChangePress | MeantPress | StartPress) -> Steps:
    match press:
        case AnswerPress(question, choice):
            yield from _press_under(floor, given, question, choice)
        case ChangePress(question):
            yield from controls.change(floor, question)
        case MeantPress(question):
            yield from _meant_something_else(floor, question)
        case StartPress(name, argument):
            yield from floor.begin(Opening(name, {"argument": argument} if argument else {}))
        case _:
            assert_never(press)


def _press_under(floor: Floor, given: Pressed, question: int, choice: str) -> Steps:
    """Take a press under a question: the open one, or an older one that is answered or left."""
    asked, control = floor.conversation.asked, _control_of(choice)
    if control is Control.PERSON:
        yield from controls.use(floor, control)
    elif asked is None or asked.id != question:
        yield Say(Said("old-question" if asked else "old-question-closed"))
        yield from floor.show_again()
    elif control is not None:
        yield from controls.use(floor, control)
    else:
        yield from to_open_question(floor, given, asked)


def _control_of(choice: str) -> Control | None:
    name = choice.removeprefix("!")
    return Control(name) if name != choice and name in set(Control) else None


def _meant_something_else(floor: Floor, shown: int) -> Steps:
    """Take back words that were kept as an answer, and begin what they were meant for."""
    conversation = floor.conversation
    meant, frame = conversation.meant, conversation.frame_of_answer(shown)
    answer = frame.journal.answer_shown_as(shown) if frame else None
    if meant is None or meant[0] != shown or frame is None or answer is None:
        yield Say(Said("change-not-possible"))
        yield from floor.show_again()
        return
    conversation.meant = None
    yield from floor.clear()
    before = frame.journal.entries
    yield from controls.take_back_from(floor, frame, answer)
    if frame.journal.entries != before:
        floor.put_on_top(frame)
    yield from floor.begin(meant[1])


# Something new


def _something_new(floor: Floor, given: Text | Media | Unusable) -> Steps:
    frames = floor.conversation.frames
    match given:
        case Text(greeting=True) if frames:
            floor.put_on_top(frames[-1])
            yield from floor.go_on()
        case Text(greeting=True):
            yield from floor.begin(Opening(GREETING))
        case Text(intent=Opening() as intent):
            yield from floor.begin(intent)
        case Text(nearest=nearest, text=text):
            yield from floor.begin(Opening(UNSURE, {"nearest": nearest, "words": text}))
        case Media(caption=caption):
            yield from floor.begin(Opening(UNSURE, {"nearest": (), "words": caption}))
        case Unusable(kind):
            yield Say(Said(kind if kind == "too-long" else f"cannot-use-{kind}"))
        case _:
            assert_never(given)
