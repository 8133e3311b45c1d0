"""From what came in to what a conversation can take: text with what was understood of it (nlu.md's order)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.app.intents import ANSWERS, opening_for
from bot.app.messages import MediaIn, PressIn, StartIn, TextIn, UnusableIn
from bot.content.catalogue import Catalogue, NoSuchLabel
from bot.content.catalogue import Phrase as SaidPhrase
from bot.dialogue.conversation import Book, Conversation
from bot.dialogue.engine import Waiting
from bot.dialogue.given import Control, Given, Media, Opening, Pressed, Text, Unusable
from bot.dialogue.open_question import open_question
from bot.dialogue.payload import CardPress, read
from bot.dialogue.questions import Choice, Day, OneOf, TimeOfDay
from bot.dialogue.saying import Phrase, Ref
from bot.understanding.controls import control, pick, yes_no
from bot.understanding.dates import find_day, find_time, find_when
from bot.understanding.meaning import IntentEngine, Meaning

LONGEST = 4096  # characters; core.telegram.org/bots/api#sendmessage
GREET = "greet"
NEAREST = 3
NEAR_ENOUGH = 0.25  # below it a meaning is not offered; the usual four are better than a far guess
# While a question is open, most text is about the question: another wish must be plainer than usual.
SURE_ENOUGH_TO_INTERRUPT = 0.65


@dataclass(frozen=True)
class Asking:
    """The open question as it stands: what waits, and the choices that are shown now."""

    waiting: Waiting
    key: str
    choices: tuple[Choice, ...]

    @property
    def narrower(self) -> bool:
        """Whether a narrower question stands in its place."""
        return self.key != self.waiting.question.key


def asking(conversation: Conversation, book: Book) -> Asking | None:
    """Look at the open question without changing anything; None when none is open."""
    shown, asked = open_question(conversation, book), conversation.asked
    if shown is None or asked is None:
        return None
    return Asking(Waiting(asked.key, shown.question), shown.key, shown.choices)


class Understanding:
    """Reads what people send. `nlu` may be slow or away; it is asked before the transaction opens."""

    def __init__(self, nlu: IntentEngine | None, words: Catalogue, book: Book) -> None:
        self._nlu = nlu
        self._words = words
        self._book = book

    async def meaning(self, text: str) -> Meaning | None:
        """Ask the engine what a message means; None without one, and for what no engine should see."""
        if self._nlu is None or not any(letter.isalnum() for letter in text) or len(text) > LONGEST:
            return None
        if control(text) is not None:
            return None
        return await self._nlu.parse(text.lstrip("/"))

    def given(
        self,
        content: TextIn | MediaIn | UnusableIn | PressIn | StartIn,
        meaning: Meaning | None,
        conversation: Conversation,
        now: datetime,
    ) -> Given | CardPress | None:
        """Give what the conversation takes; a press on a card; or None for a payload nobody here made."""
        match content:
            case PressIn(payload):
                press = read(payload)
                return press if press is None or isinstance(press, CardPress) else Pressed(press)
            case MediaIn(kind=kind, media=str(media), caption=caption):
                return Media(kind, media, caption)
            case MediaIn() | UnusableIn(kind=_):
                return Unusable(getattr(content, "kind", "file"))
            case StartIn():
                return Text("", greeting=True)
            case TextIn(text):
                return self.text(text, meaning, conversation, now)

    def text(
        self, text: str, meaning: Meaning | None, conversation: Conversation, now: datetime
    ) -> Text | Unusable:
        """Give typed words with what they may be: a control, a choice, a day, a wish."""
        if not text.strip():
            return Unusable("empty")
        if len(text) > LONGEST:
            return Unusable("too-long")
        asked = asking(conversation, self._book)
        choice = self._choice(text, asked) if asked else None
        standing = control(text)
        if standing is not None:
            leave = Opening("leaving_it") if standing is Control.NOT_NOW else None
            return Text(text, choice=choice, control=standing, intent=None if asked else leave)
        understood = meaning is not None and meaning.understood
        if asked is not None and meaning is not None and meaning.intent in ANSWERS:
            understood = False
        if (
            meaning is not None
            and self._interrupts(asked, conversation)
            and meaning.confidence < SURE_ENOUGH_TO_INTERRUPT
        ):
            understood = False
        return Text(
            text,
            choice=choice,
            when=_when(text, asked, now),
            greeting=meaning is not None and meaning.intent == GREET,
            intent=opening_for(meaning, now) if meaning is not None and understood else None,
            nearest=_nearest(meaning, now) if meaning is not None and not understood else (),
        )

    def _interrupts(self, asked: Asking | None, conversation: Conversation) -> bool:
        """Say whether another wish would interrupt; a light dialogue only asks what the person wants."""
        top = conversation.top
        spoken = self._book.get(top.opening.dialogue) if top else None
        return asked is not None and spoken is not None and not spoken.light

    def _choice(self, text: str, asked: Asking) -> str | None:
        labels = {
            choice.id: label for choice in asked.choices if (label := self._label(asked, choice)) is not None
        }
        picked = pick(text, labels)
        if picked is None and (asked.narrower or not asked.waiting.question.open):
            answer = _stands_for(yes_no(text), asked)
            if answer is not None and answer in labels:
                return answer
        return picked

    def _label(self, asked: Asking, choice: Choice) -> str | None:
        slots = {**asked.waiting.question.slots, **choice.slots}
        try:
            return self._words.label(asked.key, choice.label or choice.id, _plain(slots))
        except NoSuchLabel:
            return None


def _stands_for(said: str | None, asked: Asking) -> str | None:
    """Give the choice that a typed yes or no means; one of that name where the question says no other."""
    match asked.waiting.question:
        case OneOf(yes=str(yes)) if said == "yes" and not asked.narrower:
            return yes
        case OneOf(no=str(no)) if said == "no" and not asked.narrower:
            return no
    return said


def _plain(slots: Mapping[str, Any]) -> dict[str, Any]:
    """Fill label slots without the store: names that must be looked up cannot be typed as a choice."""
    filled: dict[str, Any] = {}
    for name, value in slots.items():
        match value:
            case Phrase(key, inner):
                filled[name] = SaidPhrase(key, _plain(inner))
            case Ref():
                filled[name] = ""
            case _:
                filled[name] = value
    return filled


def _when(text: str, asked: Asking | None, now: datetime) -> Any:
    match asked.waiting.question if asked else None:
        case Day():
            return find_when(text, now) or find_day(text, now)
        case TimeOfDay():
            return find_time(text)
        case _:
            return None


def _nearest(meaning: Meaning, now: datetime) -> tuple[Opening, ...]:
    """Give the likeliest wishes, one a dialogue, each with what the words said of it."""
    found: dict[str, Opening] = {}
    for intent, confidence in meaning.ranking:
        opening = opening_for(replace(meaning, intent=intent), now)
        if opening is not None and confidence >= NEAR_ENOUGH:
            found.setdefault(opening.dialogue, opening)
    return tuple(found.values())[:NEAREST]
