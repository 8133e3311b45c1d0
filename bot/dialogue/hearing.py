"""What a message answers: the rules of architecture.md by which a conversation takes what a person gives.

`hear` and `begin` are generators like the engine's: they yield effects and end when the person's turn is
over. All is pure; the time is an argument.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeAlias, assert_never

from bot.dialogue import engine
from bot.dialogue.conversation import (
    MOST_FINISHED,
    MOST_PARKED,
    MOST_STACKED,
    STALE_AFTER,
    Asked,
    Book,
    Conversation,
    Frame,
)
from bot.dialogue.engine import Do, Ended, Say, See, Waiting
from bot.dialogue.given import Control, Given, Opening, Pressed, Text
from bot.dialogue.journal import Answered
from bot.dialogue.payload import AnswerPress, ChangePress, MeantPress, StartPress, write
from bot.dialogue.questions import Answer, Choice, NotAnAnswer, Question
from bot.dialogue.saying import Button, Phrase, Said
from bot.dialogue.talk import Command, Talk
from bot.domain.plain import plain

# Dialogues that the engine itself begins, by their names in the book.
GREETING = "greeting"
UNSURE = "unsure"
DO_THIS_NOW = "do_this_now"
TALK_TO_PERSON = "talk_to_person"

TRIES_BEFORE_SIMPLER = 2
TRIES_BEFORE_PERSON = 3


@dataclass(frozen=True)
class Show:
    """Show a question, with the standing choices under it. The reply is None.

    `id` goes on its buttons; `choices` are those to offer now. The message of `key` has the labels.
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


@plain
@dataclass(frozen=True)
class NotUnderstood(Command[None]):
    """Put a message's key (no words of the person) on the list of messages to rewrite (easy-read.md)."""

    key: str


Effect: TypeAlias = Do | See | Say | Show | Settle
Steps: TypeAlias = Generator[Effect, Any, None]


def hear(conversation: Conversation, given: Given, now: datetime, book: Book) -> Steps:
    """Take what a person gave, and go on until the next question or the end."""
    return Hearing(conversation, now, book).hear(given)


def begin(conversation: Conversation, opening: Opening, now: datetime, book: Book) -> Steps:
    """Begin a dialogue on top of what is open (a press on a card or a nudge)."""
    return Hearing(conversation, now, book).begin(opening)


class Hearing:
    """One turn of a conversation."""

    def __init__(self, conversation: Conversation, now: datetime, book: Book) -> None:
        self.talk = conversation
        self.now = now
        self.book = book

    def hear(self, given: Given) -> Steps:
        """Sort what was given: a press, a control, an answer, or something new."""
        if self.talk.broken:
            self.talk.broken = False
            yield from self._say(Said("dialogue-changed"))
        match given:
            case Pressed(press=AnswerPress(question, choice)):
                yield from self._pressed(given, question, choice)
            case Pressed(press=ChangePress(question)):
                yield from self._change(question)
            case Pressed(press=MeantPress(question)):
                yield from self._meant_something_else(question)
            case Pressed(press=StartPress(name, argument)):
                known = Opening(name, {"argument": argument} if argument else {})
                yield from self.begin(known if name in self.book else Opening(GREETING))
            case Text(control=Control() as control) if self._is_control(control):
                yield from self._control(control)
            case _ if self.talk.asked is None:
                yield from self._something_new(given)
            case _:
                yield from self._to_open_question(given, self.talk.asked)

    # Presses

    def _pressed(self, given: Pressed, question: int, choice: str) -> Steps:
        asked = self.talk.asked
        control = _control_of(choice)
        if asked is not None and asked.id == question:
            if control is not None:
                yield from self._control(control)
            else:
                yield from self._to_open_question(given, asked)
        elif control is Control.PERSON:
            yield from self._control(control)
        elif not self._was_just_this(question, choice):
            yield from self._say(Said("old-question" if asked else "old-question-closed"))
            yield from self._show_again()

    def _was_just_this(self, question: int, choice: str) -> bool:
        """A second tap on the choice that was taken: nothing to say about it."""
        frame = self.talk.frame_of_answer(question)
        answer = frame and frame.journal.answer_shown_as(question)
        return answer is not None and (answer.value == choice or self.talk.shown - question <= 1)

    def _change(self, shown: int) -> Steps:
        frame = self.talk.frame_of_answer(shown)
        answer = frame and frame.journal.answer_shown_as(shown)
        if frame is None or answer is None or not _may_change(frame, answer):
            yield from self._say(Said("change-not-possible"))
            yield from self._show_again()
            return
        yield from self._keep_old_answer()
        self._settle_place(frame)
        place = frame.journal.entries.index(answer)
        frame.journal.make_stale_after(answer.key)
        frame.journal.drop(answer.key)
        yield from self._go_on(changing=answer, place=place)

    def _meant_something_else(self, shown: int) -> Steps:
        frame = self.talk.frame_of_answer(shown)
        meant = self.talk.meant
        if frame is None or meant is None or meant[0] != shown:
            yield from self._say(Said("change-not-possible"))
            yield from self._show_again()
            return
        self.talk.meant = None
        self._settle_place(frame)
        yield from self._back_to(shown, frame)
        yield from self.begin(meant[1])

    def _settle_place(self, frame: Frame) -> None:
        """Put a dialogue on top again, so that it can go on from a changed answer."""
        if frame in self.talk.finished:
            self.talk.finished.remove(frame)
            self._make_room()
            self.talk.frames.append(frame)
        elif frame is not self.talk.frames[-1]:
            self.talk.frames.remove(frame)
            self.talk.frames.append(frame)
        frame.parked = False

    # Controls

    def _is_control(self, control: Control) -> bool:
        """'Change it' with nothing to change, and 'back' with nothing open, are ordinary words."""
        match control:
            case Control.CHANGE:
                return self.talk.top is not None and self._last_answer() is not None
            case Control.BACK | Control.NOT_NOW | Control.DONT_GET_IT:
                return self.talk.asked is not None
        return True

    def _last_answer(self) -> Answered | None:
        top = self.talk.top
        answers = [e for e in top.journal.entries if isinstance(e, Answered)] if top else []
        return answers[-1] if answers else None

    def _control(self, control: Control) -> Steps:
        asked = self.talk.asked
        match control:
            case Control.BACK:
                yield from self._back()
            case Control.HELP:
                yield from self._say(Said("help-menu", buttons=_help_buttons(asked)))
            case Control.AGAIN | Control.SIMPLER:
                yield from self._again()
            case Control.NOT_NOW:
                yield from self._not_now()
            case Control.PERSON:
                yield from self.begin(Opening(TALK_TO_PERSON))
            case Control.DONT_GET_IT:
                waiting = yield from self._waiting()
                if waiting is not None:
                    yield Do(NotUnderstood(waiting.question.key))
                yield from self._again()
            case Control.CHANGE:
                answer = self._last_answer()
                yield from self._change(answer.shown if answer else 0)
            case _:
                assert_never(control)

    def _back(self) -> Steps:
        frame, asked = self.talk.top, self.talk.asked
        if frame is None or asked is None:
            yield from self._say(Said("back-not-possible"))
            return
        if asked.changing is not None:
            yield from self._keep_old_answer()
            yield from self._go_on()
            return
        answer = self._last_answer()
        if answer is None and len(self.talk.frames) > 1 and not self.talk.frames[-2].parked:
            undos = frame.journal.undos(frame.journal.entries)
            if undos is not None:
                yield from self._undo(undos)
                yield from self._leave(asked.id)
                self.talk.frames.pop()
                yield from self._go_on()
                return
        if answer is None:
            yield from self._say(Said("back-not-possible"))
            yield from self._show_again()
            return
        went_back = yield from self._back_to(answer.shown, frame)
        if went_back:
            yield from self._go_on()
        else:
            change = Button("change", write(ChangePress(answer.shown)))
            yield from self._say(Said("back-stopped", buttons=(change,)))
            yield from self._show_again()

    def _back_to(self, shown: int, frame: Frame) -> Generator[Effect, Any, bool]:
        """Take back an answer and everything after it; False when something there cannot be undone."""
        answer = frame.journal.answer_shown_as(shown)
        if answer is None:
            return False
        place = frame.journal.entries.index(answer)
        undos = frame.journal.undos(frame.journal.entries[place:])
        if undos is None:
            return False
        yield from self._undo(undos)
        if self.talk.asked is not None:
            yield from self._leave(self.talk.asked.id)
        frame.journal.entries = frame.journal.entries[:place]
        return True

    def _undo(self, undos: list[Command[Any]]) -> Steps:
        for command in undos:
            yield Do(command)

    def _again(self) -> Steps:
        if self.talk.asked is not None:
            yield from self._show_again(simpler=True)
        elif self.talk.last_said is not None:
            yield Say(replace(self.talk.last_said, simpler=True))
        else:
            yield from self.begin(Opening(GREETING))

    def _not_now(self) -> Steps:
        yield from self._keep_old_answer()
        if self.talk.asked is not None:
            yield from self._leave(self.talk.asked.id)
        for frame in self.talk.frames:
            frame.parked = True
        self._keep_few_parked()
        yield from self._say(Said("not-now"))

    def _leave(self, shown: int) -> Steps:
        self.talk.asked = None
        yield Settle(shown)

    def _keep_old_answer(self) -> Steps:
        """Leave a change that was begun: the old answer stands, and so does all that came of it."""
        asked, frame = self.talk.asked, self.talk.top
        if asked is None or asked.changing is None or frame is None:
            return
        frame.journal.entries.insert(asked.place, asked.changing)
        frame.journal.entries = [replace(entry, stale=False) for entry in frame.journal.entries]
        yield from self._leave(asked.id)

    # Something new

    def _something_new(self, given: Given) -> Steps:
        match given:
            case Text(greeting=True) if self.talk.frames:
                self.talk.frames[-1].parked = False
                yield from self._go_on()
            case Text(greeting=True):
                yield from self.begin(Opening(GREETING))
            case Text(intent=Opening() as intent):
                yield from self.begin(intent)
            case Text(nearest=nearest, text=text):
                yield from self.begin(Opening(UNSURE, {"nearest": nearest, "words": text}))
            case _:
                yield from self.begin(Opening(UNSURE, {}))

    def begin(self, opening: Opening) -> Steps:
        """Begin a dialogue on top of what is open."""
        yield from self._keep_old_answer()
        if self.talk.asked is not None:
            yield from self._leave(self.talk.asked.id)
        top = self.talk.top
        if top is not None and self.book[top.opening.dialogue].light:
            self.talk.frames.pop()
        self.talk.frames = [frame for frame in self.talk.frames if frame.opening != opening]
        self._make_room()
        self.talk.frames.append(Frame(opening))
        yield from self._go_on()

    def _make_room(self) -> None:
        spoken = [frame for frame in self.talk.frames if not frame.parked]
        for frame in spoken[: len(spoken) - MOST_STACKED + 1]:
            frame.parked = True
        self._keep_few_parked()

    def _keep_few_parked(self) -> None:
        parked = [frame for frame in self.talk.frames if frame.parked]
        spoken = [frame for frame in self.talk.frames if not frame.parked]
        self.talk.frames = parked[-MOST_PARKED:] + spoken

    # Answers

    def _to_open_question(self, given: Given, asked: Asked) -> Steps:
        waiting = yield from self._waiting()
        if waiting is None or self.talk.asked is None:
            return
        if waiting.key != asked.key:
            yield from self._show(waiting)
            return
        question = waiting.question
        answer = question.read(given)
        if isinstance(given, Text):
            if given.greeting and given.choice is None:
                yield from self._show_again()
                return
            late = self.now - asked.at > STALE_AFTER and given.choice is None
            typed = question.open and given.choice is None
            if given.intent is not None and (
                (late and typed) or isinstance(answer, NotAnAnswer) or self._is_light()
            ):
                yield from self._offer(given.intent)
                return
            if late and typed:
                yield from self._say(Said("is-this-your-answer"))
                yield from self._show_again()
                return
        match answer:
            case Answer():
                yield from self._take(answer, given, question, asked)
            case NotAnAnswer():
                yield from self._ask_again(answer, waiting, asked)
            case _:
                assert_never(answer)

    def _is_light(self) -> bool:
        top = self.talk.top
        return top is not None and self.book[top.opening.dialogue].light

    def _offer(self, intent: Opening) -> Steps:
        """A new wish during a question: do it now, or first finish this one?"""
        if self._is_light():
            yield from self.begin(intent)
        elif sum(not frame.parked for frame in self.talk.frames) >= MOST_STACKED:
            yield from self._say(Said("one-thing-first"))
            yield from self._show_again()
        else:
            about = self.book[intent.dialogue].about
            yield from self.begin(Opening(DO_THIS_NOW, {"opening": intent, "about": Phrase(about)}))

    def _take(self, answer: Answer, given: Given, question: Question[Any], asked: Asked) -> Steps:
        frame = self.talk.frames[-1]
        entry = Answered(asked.key, answer.value, answer.words, asked.id)
        if asked.changing is None:
            frame.journal.put(entry)
        else:
            frame.journal.entries.insert(asked.place, entry)
        self.talk.last_answer = self.now
        yield from self._leave(asked.id)
        if question.shown_back and answer.words is not None:
            yield from self._show_back(answer, given, asked.id)
        yield from self._go_on()

    def _show_back(self, answer: Answer, given: Given, shown: int) -> Steps:
        words = answer.words
        if words is None:
            return
        buttons = [Button("change", write(ChangePress(shown)))]
        if isinstance(given, Text) and given.intent is not None:
            self.talk.meant = (shown, given.intent)
            buttons.append(Button("meant", write(MeantPress(shown))))
        key = f"kept-{words.media_kind}" if words.media_kind else "kept"
        yield from self._say(Said(key, {"words": words.words}, tuple(buttons), media=words.media))

    def _ask_again(self, no: NotAnAnswer, waiting: Waiting, asked: Asked) -> Steps:
        if no.choices:
            asked.instead = no
            yield from self._show(waiting)
            return
        asked.tries += 1
        if asked.tries >= TRIES_BEFORE_PERSON:
            buttons = (
                Button("person", write(AnswerPress(asked.id, "!person"))),
                Button("not-now", write(AnswerPress(asked.id, "!not-now"))),
            )
            yield from self._say(Said("unclear-third", buttons=buttons))
            return
        yield from self._say(Said(no.key))
        yield from self._show(waiting, simpler=asked.tries >= TRIES_BEFORE_SIMPLER)

    # Going on

    def _waiting(self) -> Generator[Effect, Any, Waiting | None]:
        """Tell the dialogue on top to its open question; when there is none any more, finish it."""
        frame = self.talk.top
        if frame is None:
            self.talk.asked = None
            return None
        told = yield from self._tell(frame)
        if isinstance(told, Waiting):
            return told
        yield from self._end(frame, told)
        return None

    def _go_on(self, *, changing: Answered | None = None, place: int = 0) -> Steps:
        waiting = yield from self._waiting()
        if waiting is not None:
            yield from self._show(waiting, changing=changing, place=place)

    def _tell(self, frame: Frame) -> Generator[Effect, Any, Waiting | Ended]:
        spoken = self.book.get(frame.opening.dialogue)
        if spoken is None:
            yield from self._say(Said("dialogue-changed"))
            return Ended()
        told = engine.tell(spoken.dialogue(Talk(), **frame.opening.arguments), frame.journal)
        reply: Any = None
        while True:
            try:
                effect = told.send(reply)
            except StopIteration as end:
                stop: Waiting | Ended = end.value
                return stop
            reply = yield from self._pass_on(effect, told)

    def _pass_on(self, effect: engine.Effect, told: engine.Telling) -> Generator[Effect, Any, Any]:
        if isinstance(effect, Say):
            self.talk.last_said = effect.said
        return (yield effect)

    def _end(self, frame: Frame, ended: Ended) -> Steps:
        self.talk.frames.remove(frame)
        self.talk.finished = [*self.talk.finished, frame][-MOST_FINISHED:]
        self.talk.asked = None
        if ended.then is not None:
            yield from self.begin(ended.then)
            return
        below = self.talk.top
        if below is not None:
            spoken = self.book.get(below.opening.dialogue)
            if spoken is not None and not spoken.light:
                yield from self._say(Said("carry-on", {"about": Phrase(spoken.about)}))
            yield from self._go_on()

    def _show(
        self, waiting: Waiting, *, simpler: bool = False, changing: Answered | None = None, place: int = 0
    ) -> Steps:
        asked = self.talk.asked
        if asked is None or asked.key != waiting.key:
            self.talk.shown += 1
            asked = Asked(self.talk.shown, waiting.key, self.now, changing=changing, place=place)
            self.talk.asked = asked
        asked.at = self.now
        question = waiting.question
        if asked.instead is not None:
            yield Show(asked.id, asked.instead.key, question, asked.instead.choices, simpler)
        else:
            yield Show(asked.id, question.key, question, question.offered, simpler)

    def _show_again(self, *, simpler: bool = False) -> Steps:
        if self.talk.asked is None:
            return
        waiting = yield from self._waiting()
        if waiting is not None:
            yield from self._show(waiting, simpler=simpler)

    def _say(self, said: Said) -> Steps:
        yield Say(said)


def _control_of(choice: str) -> Control | None:
    if not choice.startswith("!") or choice[1:] not in set(Control):
        return None
    return Control(choice[1:])


def _may_change(frame: Frame, answer: Answered) -> bool:
    """Whether all that came of an answer can be taken back or amended."""
    from bot.dialogue.journal import Did  # noqa: PLC0415

    place = frame.journal.entries.index(answer)
    return all(
        entry.undo is not None or entry.refused is not None or entry.command.amending(entry.result) is not None
        for entry in frame.journal.entries[place:]
        if isinstance(entry, Did)
    )


def _help_buttons(asked: Asked | None) -> tuple[Button, ...]:
    if asked is None:
        return (
            Button("what-can-you-do", write(StartPress("what_can_you_do"))),
            Button("person", write(StartPress(TALK_TO_PERSON))),
        )
    names = ("again", "not-now", "dont-get-it", "person")
    return tuple(Button(name, write(AnswerPress(asked.id, f"!{name}"))) for name in names)
