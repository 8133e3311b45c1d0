"""Who has the floor: the dialogues that are open, how they are told, shown, begun and ended.

All are generators of effects, as in the engine, and pure; the time is an argument.
"""

from __future__ import annotations

import json
from collections.abc import Coroutine, Generator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeAlias

from bot.dialogue import engine
from bot.dialogue.conversation import (
    MOST_FINISHED,
    MOST_PARKED,
    MOST_STACKED,
    Asked,
    Book,
    Conversation,
    Frame,
)
from bot.dialogue.engine import Do, Ended, Say, See, Waiting
from bot.dialogue.errors import TooManySteps
from bot.dialogue.given import Opening
from bot.dialogue.keys import DO_THIS_NOW
from bot.dialogue.questions import Choice, Question
from bot.dialogue.saying import Phrase, Said
from bot.dialogue.talk import Talk
from bot.domain.plain import CannotReplay, load

MOST_BEGUN = 20  # dialogues in one turn, each leading to the next


@dataclass(frozen=True)
class Show:
    """Show a question, with the standing choices under it. The reply is None.

    `id` goes on its buttons; `choices` are those to offer now. The message of `key` has the labels, and
    `question.slots` fill it.
    """

    id: int
    key: str
    question: Question[Any]
    choices: tuple[Choice, ...]
    simpler: bool = False


@dataclass(frozen=True)
class Settle:
    """Take the buttons off the question that was shown with this id: it is answered or left."""

    id: int


Effect: TypeAlias = Do | See | Say | Show | Settle
Steps: TypeAlias = Generator[Effect, Any, None]


def as_shown(asked: Asked, waiting: Waiting, *, simpler: bool = False) -> Show:
    """Give a question as it is shown: itself, or the narrower one in its place."""
    question, instead = waiting.question, asked.instead
    if instead is None:
        return Show(asked.id, question.key, question, question.offered, simpler)
    question = replace(question, slots={**question.slots, **instead.slots})
    return Show(asked.id, instead.key, question, instead.choices, simpler)


def spoken_by(book: Book, opening: Opening) -> Coroutine[Any, Any, Any] | None:
    """Call a dialogue; None when the book has none of this name and with these arguments."""
    if opening.dialogue not in book:
        return None
    try:
        return book[opening.dialogue].dialogue(Talk(), **opening.arguments)
    except TypeError:
        return None


class Floor:
    """One turn of a conversation, at one moment, with the dialogues of one book."""

    def __init__(self, conversation: Conversation, now: datetime, book: Book) -> None:
        self.conversation = conversation
        self.now = now
        self._book = book
        self._begun = 0

    def knows(self, opening: Opening) -> bool:
        """Say whether the book has a dialogue."""
        return opening.dialogue in self._book

    def about(self, opening: Opening) -> Phrase:
        """Give the phrase that says what a dialogue of the book is about."""
        return Phrase(self._book[opening.dialogue].about)

    def is_light(self, frame: Frame) -> bool:
        """Say whether a dialogue gives way to any other: it holds nothing worth keeping."""
        spoken = self._book.get(frame.opening.dialogue)
        return frame.opening.dialogue == DO_THIS_NOW or (spoken is not None and spoken.light)

    def stacked(self) -> int:
        """Count the dialogues that were begun and not put off."""
        return sum(not (frame.parked or self.is_light(frame)) for frame in self.conversation.frames)

    # Telling

    def go_on(self) -> Steps:
        """Tell the dialogue on top until it asks, or until it ends and the one below asks."""
        waiting = yield from self.waiting()
        if waiting is not None:
            yield from self.show(waiting)

    def waiting(self) -> Generator[Effect, Any, Waiting | None]:
        """Give the question that the dialogue on top waits at; None when it has ended and others went on."""
        frame = self.conversation.top
        if frame is None:
            return None
        stop = yield from self._tell(frame)
        if isinstance(stop, Waiting):
            return stop
        if stop is None:
            yield from self._lose(frame)
        else:
            yield from self._end(frame, stop)
        return None

    def _tell(self, frame: Frame) -> Generator[Effect, Any, Waiting | Ended | None]:
        """Tell a dialogue; None when it cannot be told any more, because the code has changed.

        The rule: what was told before to a question breaks only by a change of code. What breaks on
        something new is a fault, and is raised.
        """
        spoken = spoken_by(self._book, frame.opening)
        if spoken is None:
            return None
        try:
            stop = yield from engine.tell(spoken, frame.journal, changing=frame.changing)
        except Exception:
            if not frame.told:
                raise
            return None
        frame.told = True
        return stop

    def _lose(self, frame: Frame) -> Steps:
        self.conversation.frames.remove(frame)
        yield from self.leave()
        yield Say(Said("dialogue-changed"))
        yield from self.go_on()

    # Showing

    def show(self, waiting: Waiting, *, simpler: bool = False) -> Steps:
        """Show a question: under its old id while it is the same, else under a new one."""
        asked = self.conversation.asked
        if asked is None or asked.key != waiting.key:
            yield from self.leave()
            self.conversation.shown += 1
            asked = self.conversation.asked = Asked(self.conversation.shown, waiting.key, self.now)
        asked.at = self.now
        yield as_shown(asked, waiting, simpler=simpler)

    def show_again(self, *, simpler: bool = False) -> Steps:
        """Show the open question again, if there is one."""
        if self.conversation.asked is not None:
            waiting = yield from self.waiting()
            if waiting is not None:
                yield from self.show(waiting, simpler=simpler)

    def leave(self) -> Steps:
        """Take the buttons off the open question."""
        asked = self.conversation.asked
        if asked is not None:
            self.conversation.asked = None
            yield Settle(asked.id)

    @property
    def latest(self) -> Frame | None:
        """The dialogue on top or, when none is open, the one finished last."""
        return self.conversation.top or next(reversed(self.conversation.finished), None)

    def last_said(self, frame: Frame | None) -> Said | None:
        """Give what was said last in a dialogue."""
        form = frame and frame.journal.last_said()
        try:
            said = load(json.loads(form)) if form else None
        except CannotReplay:
            return None
        return said if isinstance(said, Said) else None

    # Beginning

    def begin(self, opening: Opening) -> Steps:
        """Begin a dialogue on top of what is open, or go on with it where it was left."""
        if not self.knows(opening):
            yield Say(Said("dialogue-changed"))
            yield from self.show_again()
            return
        self._begun += 1
        if self._begun > MOST_BEGUN:
            raise TooManySteps("one dialogue leads to another without an end")
        yield from self.clear()
        left = next((frame for frame in self.conversation.frames if frame.opening == opening), None)
        if left is not None and left.parked:
            yield Say(Said("carry-on", {"about": self.about(opening)}))
        self.put_on_top(left or Frame(opening))
        yield from self.go_on()

    def clear(self) -> Steps:
        """Leave the open question for another dialogue; a light dialogue is dropped."""
        yield from self.leave()
        top = self.conversation.top
        if top is not None and self.is_light(top):
            self.conversation.frames.remove(top)

    def put_on_top(self, frame: Frame) -> None:
        """Let a dialogue speak now, whether it is new, waits below, was put off or was finished."""
        conversation = self.conversation
        conversation.frames = [other for other in conversation.frames if other is not frame]
        conversation.finished = [other for other in conversation.finished if other is not frame]
        conversation.frames.append(frame)
        frame.parked = False
        for other in conversation.frames:
            if self.stacked() > MOST_STACKED:
                other.parked = True
        self._keep_few_parked()

    def park(self) -> None:
        """Put off all that is open; light dialogues are dropped."""
        conversation = self.conversation
        for frame in list(conversation.frames):
            self.keep_old_answer(frame)
        conversation.frames = [frame for frame in conversation.frames if not self.is_light(frame)]
        for frame in conversation.frames:
            frame.parked = True
        self._keep_few_parked()

    def _keep_few_parked(self) -> None:
        parked = [frame for frame in self.conversation.frames if frame.parked]
        spoken = [frame for frame in self.conversation.frames if not frame.parked]
        self.conversation.frames = parked[-MOST_PARKED:] + spoken

    # Ending

    def _end(self, frame: Frame, ended: Ended) -> Steps:
        """Finish a dialogue; go on with the one it leads to, else with the one below."""
        again, then = frame.ended, ended.then
        if again and frame.led_to == then:
            then = None
        self._finish(frame, ended.then)
        yield from self.leave()
        if then is not None:
            yield from self.begin(then)
            return
        said = self.last_said(frame)
        if again and ended.silent and said is not None:
            yield Say(said)
        below = self.conversation.top
        if below is not None and frame.opening.dialogue != DO_THIS_NOW and self.knows(below.opening):
            yield Say(Said("carry-on", {"about": self.about(below.opening)}))
        yield from self.go_on()

    def _finish(self, frame: Frame, led_to: Opening | None) -> None:
        frame.changing, frame.ended, frame.led_to = None, True, led_to
        self.conversation.frames.remove(frame)
        if frame.opening.dialogue != DO_THIS_NOW:
            self.conversation.finished = [*self.conversation.finished, frame][-MOST_FINISHED:]

    def keep_old_answer(self, frame: Frame) -> None:
        """Leave a change that was begun: nothing was touched, so the old answer stands, and all that came
        of it. A dialogue that had ended before is finished again."""
        if frame.changing is not None:
            frame.changing = None
            if frame.ended:
                self._finish(frame, frame.led_to)
