"""A celebration that others join by a tap and leave by another. No totals: they would rank people."""

from __future__ import annotations

from typing import Final

from bot.cards.card import Card, Reaction, button
from bot.dialogue.given import Opening
from bot.dialogue.saying import Phrase, Said, SlotValue
from bot.dialogues.commands import Cheer
from bot.dialogues.looks import Celebrated, LookCelebration

MOST_WORDS_SHOWN = 5  # of what people said, the newest


def _celebration(thing: str, seen: Celebrated | None) -> Said:
    if seen is None:
        return Said("celebration-gone")
    buttons = (button("celebration", thing, "hooray"), button("celebration", thing, "say"))
    slots: dict[str, SlotValue] = {"name": seen.owner_name, "words": seen.words, "by": seen.made_by or "me"}
    lines = (*_who_joined(seen), *_what_they_said(seen))
    return Said("celebration-card", slots, buttons, lines)


def _who_joined(seen: Celebrated) -> tuple[Phrase, ...]:
    names = tuple(dict.fromkeys(joined.name for joined in seen.joined))
    match names:
        case ():
            return ()
        case (one,):
            return (Phrase("phrase-hooray-one", {"name": one}),)
        case (first, second):
            return (Phrase("phrase-hooray-both", {"names": (first, second)}),)
        case _:
            return (Phrase("phrase-hooray-more", {"first": names[0], "second": names[1]}),)


def _what_they_said(seen: Celebrated) -> tuple[Phrase, ...]:
    said = [joined for joined in seen.joined if joined.words][-MOST_WORDS_SHOWN:]
    return tuple(Phrase("phrase-hooray-words", {"name": one.name, "words": one.words}) for one in said)


CELEBRATION_CARDS: Final = {
    "celebration": Card(
        LookCelebration,
        _celebration,
        {
            "hooray": lambda thing: Reaction(Cheer(thing)),
            "say": lambda thing: Reaction(opening=Opening("say_to_celebration", {"argument": thing})),
        },
    )
}
