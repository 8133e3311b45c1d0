"""The standing choices: Back, Help, Say it again, Not now, Talk to a person, I don't get it, Change it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import Any, assert_never

from bot.dialogue.conversation import Frame
from bot.dialogue.engine import Do, Say, take_back
from bot.dialogue.floor import Effect, Floor, Steps
from bot.dialogue.given import Control, Opening
from bot.dialogue.journal import Answered
from bot.dialogue.keys import GREETING, TALK_TO_PERSON, WHAT_CAN_YOU_DO
from bot.dialogue.payload import AnswerPress, ChangePress, StartPress, write
from bot.dialogue.saying import Button, Said
from bot.dialogue.talk import Command
from bot.domain.plain import plain


@plain
@dataclass(frozen=True)
class NotUnderstood(Command[None]):
    """Put a message's key (no words of the person) on the list of messages to rewrite (easy-read.md)."""

    key: str


def is_control(floor: Floor, control: Control) -> bool:
    """Say whether typed words are a control now: 'change it' with nothing to change is an answer."""
    match control:
        case Control.CHANGE:
            return _last_answer(floor) is not None
        case Control.BACK | Control.NOT_NOW | Control.DONT_GET_IT:
            return floor.conversation.asked is not None
        case Control.HELP | Control.AGAIN | Control.SIMPLER | Control.PERSON:
            return True
        case _:
            assert_never(control)


def use(floor: Floor, control: Control) -> Steps:
    """Do what a standing choice says."""
    match control:
        case Control.BACK:
            yield from back(floor)
        case Control.HELP:
            yield Say(Said("help-menu", buttons=_help_buttons(floor)))
        case Control.AGAIN | Control.SIMPLER:
            yield from again(floor)
        case Control.NOT_NOW:
            yield from not_now(floor)
        case Control.PERSON:
            yield from floor.begin(Opening(TALK_TO_PERSON))
        case Control.DONT_GET_IT:
            yield from dont_get_it(floor)
        case Control.CHANGE:
            answer = _last_answer(floor)
            yield from change(floor, answer.shown if answer else 0)
        case _:
            assert_never(control)


def again(floor: Floor) -> Steps:
    """Say it again, in the simpler wording: the open question, else what was said last."""
    said = floor.last_said(floor.latest)
    if floor.conversation.asked is not None:
        yield from floor.show_again(simpler=True)
    elif said is not None:
        yield Say(replace(said, simpler=True))
    else:
        yield from floor.begin(Opening(GREETING))


def dont_get_it(floor: Floor) -> Steps:
    """Put the message on the list of messages to rewrite, say so, and say it another way."""
    waiting = yield from floor.waiting()
    if waiting is not None:
        yield Do(NotUnderstood(waiting.question.key))
        yield Say(Said("dont-get-it"))
        yield from floor.show(waiting, simpler=True)


def not_now(floor: Floor) -> Steps:
    """Put off all that is open until a greeting."""
    yield from floor.leave()
    floor.park()
    yield Say(Said("not-now"))


def _help_buttons(floor: Floor) -> tuple[Button, ...]:
    asked = floor.conversation.asked
    if asked is None:
        return (
            Button("what-can-you-do", write(StartPress(WHAT_CAN_YOU_DO))),
            Button("person", write(StartPress(TALK_TO_PERSON))),
        )
    names = ("again", "not-now", "dont-get-it", "person")
    return tuple(Button(name, write(AnswerPress(asked.id, f"!{name}"))) for name in names)


# Back


def back(floor: Floor) -> Steps:
    """Take back the last answer and all that came of it; at a first question, leave the dialogue."""
    waiting = yield from floor.waiting()
    frame = floor.conversation.top
    if waiting is None or frame is None:
        return
    if waiting.key == frame.changing:
        yield from floor.leave()
        floor.keep_old_answer(frame)
        if floor.conversation.top is None:
            yield Say(Said("not-now"))
        yield from floor.go_on()
        return
    answer = frame.journal.last_answer()
    if answer is None:
        yield from _back_from_first(floor, frame)
    elif (yield from take_back_from(floor, frame, answer)):
        yield from floor.go_on()
    else:
        change_it = Button("change", write(ChangePress(answer.shown)))
        yield Say(Said("back-stopped", buttons=(change_it,) if _may_change(frame, answer) else ()))
        yield from floor.go_on()


def _back_from_first(floor: Floor, frame: Frame) -> Steps:
    below = floor.conversation.frames[-2:-1]
    if below and not below[0].parked and (yield from take_back_from(floor, frame, None)):
        floor.conversation.frames.remove(frame)
    else:
        yield Say(Said("back-not-possible"))
    yield from floor.go_on()


def take_back_from(floor: Floor, frame: Frame, answer: Answered | None) -> Generator[Effect, Any, bool]:
    """Take back an answer and everything after it (None: everything), newest first.

    False when a command there cannot be undone. Nothing is touched then, unless an undo was refused: what
    came after that command is taken back, and the command stays.
    """
    done = frame.journal.done_from(answer)
    if any(entry.undo is None for entry in done):
        return False
    for entry in done:
        undone = entry.undo is not None and (yield from take_back(entry.undo))
        frame.journal.cut_from(entry)
        if not undone:
            # Python 3.11 traces no generator that throw() passes through, so coverage does not see this line.
            frame.journal.entries.append(replace(entry, undo=None))  # pragma: no cover
            yield from floor.leave()
            return False
    frame.journal.cut_from(answer)
    yield from floor.leave()
    return True


# Change


def _last_answer(floor: Floor) -> Answered | None:
    """Give the last answer in the dialogue on top or, when none is open, the last one finished."""
    frame = floor.latest
    answers = [entry for entry in frame.journal.entries if isinstance(entry, Answered)] if frame else []
    return answers[-1] if answers else None


def change(floor: Floor, shown: int) -> Steps:
    """Ask again for one answer; until it is given the old one stands, with all that came of it."""
    frame = floor.conversation.frame_of_answer(shown)
    answer = frame.journal.answer_shown_as(shown) if frame else None
    if frame is None or answer is None or not _may_change(frame, answer):
        yield Say(Said("change-not-possible"))
        yield from floor.show_again()
        return
    yield from floor.clear()
    floor.put_on_top(frame)
    frame.changing = answer.key
    yield from floor.go_on()


def _may_change(frame: Frame, answer: Answered) -> bool:
    """Say whether all that came of an answer can be taken back or amended."""
    return not answer.stale and all(
        entry.undo is not None or entry.command.amending(entry.result) is not None
        for entry in frame.journal.done_from(answer)
    )
