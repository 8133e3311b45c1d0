"""What happens to words, a press or a photo that come to the open question."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.answers import Answer, Choice, NotAnAnswer
from bot.dialogue.conversation import MOST_STACKED, STALE_AFTER, Asked
from bot.dialogue.engine import Say, Waiting
from bot.dialogue.floor import Floor, Steps
from bot.dialogue.given import Given, Opening, Pressed, Text
from bot.dialogue.journal import Answered
from bot.dialogue.keys import DO_THIS_NOW
from bot.dialogue.payload import AnswerPress, ChangePress, MeantPress, write
from bot.dialogue.questions import UNCLEAR
from bot.dialogue.saying import Button, Said

TRIES_BEFORE_SIMPLER = 2
TRIES_BEFORE_PERSON = 3
YES, NO, MEANT = "yes", "no", "meant"  # the choices of 'is-this-your-answer'


def to_open_question(floor: Floor, given: Given, asked: Asked) -> Steps:
    """Take what was given as the answer to the open question, or ask again."""
    waiting = yield from floor.waiting()
    if waiting is None:
        return
    if waiting.key == asked.key:
        yield from _Reply(floor, given, waiting, asked).sort()
    else:
        # A new version of the dialogue asks something else first: an answer belongs to its question.
        yield Say(Said("old-question"))
        yield from floor.show(waiting)


@dataclass(frozen=True)
class _Reply:
    """Something given to the question that waits."""

    floor: Floor
    given: Given
    waiting: Waiting
    asked: Asked

    def sort(self) -> Steps:
        """Tell an answer from a greeting, a new wish, late words, and what is no answer."""
        answer = self._narrower() or self.waiting.question.read(self.given)
        match self.given:
            case Pressed(AnswerPress(choice=picked)) | Text(choice=str(picked)) if self._declines(picked):
                yield from self._decline(picked)
            case Text(choice=None, greeting=True):
                yield from self.floor.show(self.waiting)
            case Text(choice=None, intent=Opening() as intent) if self._leaves_free(answer):
                yield from self._offer(intent)
            case Text(choice=None) as late if isinstance(answer, Answer) and self._is_late():
                yield from self._hold(answer, late)
            case _:
                yield from self._take(answer) if isinstance(answer, Answer) else self._ask_again(answer)

    def _narrower(self) -> Answer | None:
        """Give what a choice of the narrower question stands for, when one is in the question's place."""
        match self.given:
            case Pressed(AnswerPress(choice=picked)) | Text(choice=str(picked)) if self.asked.instead:
                return self.asked.instead.answers.get(picked)
            case _:
                return None

    def _leaves_free(self, answer: Answer | NotAnAnswer) -> bool:
        """Say whether the words may be a new wish: a closed question got nothing out of them."""
        if self.waiting.question.open:
            return False
        return answer.value == UNCLEAR if isinstance(answer, Answer) else not answer.choices

    def _is_late(self) -> bool:
        return self.waiting.question.open and self.floor.now - self.asked.at > STALE_AFTER

    def _take(self, answer: Answer) -> Steps:
        conversation, key, shown = self.floor.conversation, self.asked.key, self.asked.id
        frame = conversation.frames[-1]
        old = frame.journal.find(key)
        earlier = (*old.earlier, old.shown) if isinstance(old, Answered) else ()
        frame.journal.answer(Answered(key, answer.value, answer.words, shown, earlier))
        frame.changing, frame.told = None, False
        conversation.last_answer = self.floor.now
        yield from self.floor.leave()
        words = answer.words
        if self.waiting.question.shown_back and words is not None:
            key = f"kept-{words.media_kind}" if words.media_kind else "kept"
            yield Say(Said(key, {"words": words.words}, self._buttons_of_kept(), media=words.media))
        yield from self.floor.go_on()

    def _buttons_of_kept(self) -> tuple[Button, ...]:
        shown = self.asked.id
        change = Button("change", write(ChangePress(shown)))
        if isinstance(self.given, Text) and self.given.intent is not None:
            self.floor.conversation.meant = (shown, self.given.intent)
            return (change, Button("meant", write(MeantPress(shown))))
        return (change,)

    def _ask_again(self, no: NotAnAnswer) -> Steps:
        """Ask again, each time differently; the third time offer a person (easy-read.md 14)."""
        if no.choices:
            self.asked.instead = no
            yield from self.floor.show(self.waiting)
            return
        self.asked.tries += 1
        if self.asked.tries >= TRIES_BEFORE_PERSON:
            presses = {name: AnswerPress(self.asked.id, f"!{name}") for name in ("person", "not-now")}
            buttons = tuple(Button(name, write(press)) for name, press in presses.items())
            yield Say(Said("unclear-third", buttons=buttons))
            return
        yield Say(Said(no.key))
        yield from self.floor.show(self.waiting, simpler=self.asked.tries >= TRIES_BEFORE_SIMPLER)

    def _offer(self, intent: Opening) -> Steps:
        """A new wish during a question: do it now, or first finish this one?"""
        floor, top = self.floor, self.floor.conversation.frames[-1]
        deciding = top.opening.dialogue == DO_THIS_NOW
        if not floor.knows(intent) or (floor.is_light(top) and not deciding):
            yield from floor.begin(intent)
        elif floor.stacked() >= MOST_STACKED:
            yield Say(Said("one-thing-first"))
            yield from floor.show(self.waiting)
        else:
            about = floor.about(intent)
            yield from floor.begin(Opening(DO_THIS_NOW, {"opening": intent, "about": about}))

    # Words that come long after the question

    def _hold(self, answer: Answer, late: Text) -> Steps:
        """Hold the words, say the question again, and ask whether they are its answer."""
        choices = [Choice(YES), Choice(NO)]
        if late.intent is not None:
            self.floor.conversation.meant = (self.asked.id, late.intent)
            choices.insert(1, Choice(MEANT))
        words = {"words": late.text.strip()}
        self.asked.instead = NotAnAnswer("is-this-your-answer", tuple(choices), {YES: answer}, words)
        question = self.waiting.question
        yield Say(Said(question.key, question.slots))
        yield from self.floor.show(self.waiting)

    def _declines(self, picked: str) -> bool:
        instead = self.asked.instead
        return instead is not None and picked in {c.id for c in instead.choices} - set(instead.answers)

    def _decline(self, picked: str) -> Steps:
        """The words were no answer: ask for one, or begin what they were meant for."""
        conversation, meant = self.floor.conversation, self.floor.conversation.meant
        self.asked.instead = None
        if picked == MEANT and meant is not None and meant[0] == self.asked.id:
            conversation.meant = None
            yield from self.floor.begin(meant[1])
        else:
            yield from self.floor.show(self.waiting)
