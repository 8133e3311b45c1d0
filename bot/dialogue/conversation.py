"""The state of one person's conversation: which dialogues are open, and what was asked last.

A conversation belongs to a person, not to a chat (architecture.md, 'What a message answers').
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.dialogue.given import Opening
from bot.dialogue.journal import Journal
from bot.dialogue.questions import NotAnAnswer
from bot.dialogue.talk import Dialogue
from bot.domain.plain import CannotReplay, dump, load

MOST_STACKED = 2  # dialogues at once; architecture.md, 'What a message answers'
MOST_PARKED = 3  # dialogues left with 'Not now' that a greeting can take up again
MOST_FINISHED = 3  # finished dialogues whose answers [Change it] can still reach
STALE_AFTER = timedelta(hours=12)  # an open question is asked again before text counts as its answer
TALKING_FOR = timedelta(minutes=10)  # nudges and cards wait this long after an answer


@dataclass(frozen=True)
class Spoken:
    """A dialogue as the book holds it.

    `about` is the key of the phrase that says what it is about. A `light` dialogue is not worth keeping
    when the person says something else: a new one takes its place without 'Do this now?'.
    """

    dialogue: Dialogue
    about: str = "phrase-about-something"
    light: bool = False


Book = Mapping[str, Spoken]


@dataclass
class Frame:
    """One dialogue that has begun, with its journal. `parked` after 'Not now'.

    `changing` is the journal key of an answer that is asked for again. `ended` says that it came to its
    end before, and `led_to` which dialogue it led to then. `told` says that the present journal was told
    to a question or the end before: if it breaks now, the code has changed.
    """

    opening: Opening
    journal: Journal = field(default_factory=Journal)
    parked: bool = False
    changing: str | None = None
    ended: bool = False
    led_to: Opening | None = None
    told: bool = field(default=False, compare=False)


@dataclass
class Asked:
    """The question that was shown last and waits.

    `id` is on its buttons, `key` is its journal key, `tries` counts what was no answer to it, `instead`
    is the narrower question shown in its place (which of two days).
    """

    id: int
    key: str
    at: datetime
    tries: int = 0
    instead: NotAnAnswer | None = None


@dataclass
class Conversation:
    """Everything the engine keeps between two messages of a person. The last frame is spoken now.

    `shown` is the id of the question shown last: ids only grow. `meant` is what the words given to a
    question may have meant instead. `pressed` is the last answer pressed, by which a second tap is known.
    `broken` says that something kept could not be read by the present code.
    """

    frames: list[Frame] = field(default_factory=list)
    asked: Asked | None = None
    finished: list[Frame] = field(default_factory=list)
    shown: int = 0
    last_answer: datetime | None = None
    meant: tuple[int, Opening] | None = None
    pressed: tuple[int, str] | None = None
    broken: bool = False

    @property
    def top(self) -> Frame | None:
        """The dialogue that is spoken now, if one is."""
        return self.frames[-1] if self.frames and not self.frames[-1].parked else None

    def busy_until(self) -> datetime | None:
        """Until when nudges and cards wait: 10 minutes after an answer, while a question is open."""
        if self.asked is None or self.last_answer is None:
            return None
        return self.last_answer + TALKING_FOR

    def frame_of_answer(self, shown: int) -> Frame | None:
        """Give the dialogue in which the question shown with that id was answered."""
        for frame in (*reversed(self.frames), *reversed(self.finished)):
            if frame.journal.answer_shown_as(shown):
                return frame
        return None

    def give_up(self) -> None:
        """Drop the dialogue that is spoken now, after it broke three times; the rest goes on."""
        if self.top is not None:
            self.frames.pop()
        self.asked = None

    def to_plain(self) -> Any:
        """Give the JSON form."""
        return {
            "frames": [_frame_to_plain(frame) for frame in self.frames],
            "finished": [_frame_to_plain(frame) for frame in self.finished],
            "asked": self.asked and {name: dump(value) for name, value in vars(self.asked).items()},
            "shown": self.shown,
            "last_answer": dump(self.last_answer),
            "meant": dump(self.meant),
            "pressed": dump(self.pressed),
        }

    @classmethod
    def from_plain(cls, form: Any) -> Conversation:
        """Give the conversation; what the present code cannot read is left out and `broken` is set."""
        kept = cls(shown=form["shown"], last_answer=load(form["last_answer"]), pressed=load(form["pressed"]))
        frames = [_frame_from_plain(frame) for frame in form["frames"]]
        finished = [_frame_from_plain(frame) for frame in form["finished"]]
        kept.frames = [frame for frame in frames if frame]
        kept.finished = [frame for frame in finished if frame]
        kept.broken = None in frames
        if not frames or frames[-1] is not None:
            try:
                kept.asked = form["asked"] and Asked(**{k: load(v) for k, v in form["asked"].items()})
            except CannotReplay:
                kept.broken = True
        try:
            kept.meant = load(form["meant"])
        except CannotReplay:
            kept.meant = None
        return kept


def _frame_to_plain(frame: Frame) -> Any:
    return {
        "opening": dump(frame.opening),
        "journal": [dump(entry) for entry in frame.journal.entries],
        "parked": frame.parked,
        "changing": frame.changing,
        "ended": frame.ended,
        "led_to": dump(frame.led_to),
    }


def _frame_from_plain(form: Any) -> Frame | None:
    try:
        journal = Journal([load(entry) for entry in form["journal"]])
        led_to = load(form["led_to"])
        opening = load(form["opening"])
    except CannotReplay:
        return None
    return Frame(opening, journal, form["parked"], form["changing"], form["ended"], led_to, told=True)
