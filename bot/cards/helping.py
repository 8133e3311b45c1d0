"""Requests for help: the one asked says yes, can't, or asks back; the person accepts (practice.md 6)."""

from __future__ import annotations

from typing import Final, assert_never

from bot.cards.card import Card, Reaction, button
from bot.dialogue.given import Opening
from bot.dialogue.payload import StartPress, write
from bot.dialogue.saying import Button, Phrase, Said, SlotValue
from bot.dialogues.commands import AcceptHelp, AnswerHelp
from bot.dialogues.looks import HelpAsked, LookHelp
from bot.dialogues.saying_when import INSIDE, START, said_when
from bot.domain.helping import HelpState

OPEN_TO_ALL = frozenset({HelpState.ASKED, HelpState.NO_ANSWER})


def _help(thing: str, seen: HelpAsked | None) -> Said:
    """The request as the one asked sees it."""
    if seen is None or seen.state is HelpState.WITHDRAWN:
        return Said("help-closed")
    slots = {**_about(seen), "name": seen.asker_name}
    lines = _asked_back(seen)
    match seen.state:
        case HelpState.ASKED | HelpState.NO_ANSWER:
            buttons = tuple(button("help", thing, choice) for choice in ("yes", "no"))
            ask = button("help", thing, "ask", name=seen.asker_name)
            return Said("help-card", slots, (*buttons, ask), lines)
        case HelpState.OFFERED | HelpState.ACCEPTED if not seen.offered_by_me:
            return Said("help-somebody-else", {"name": seen.asker_name})
        case HelpState.OFFERED:
            return Said("help-you-offered", slots, lines=lines)
        case HelpState.ACCEPTED:
            return Said("help-you-help", slots, lines=lines)
        case HelpState.DECLINED:
            return Said("help-you-cannot", {"name": seen.asker_name})
        case _:
            assert_never(seen.state)


def _asked_back(seen: HelpAsked) -> tuple[Phrase, ...]:
    lines: list[Phrase] = []
    if seen.asked_back:
        lines.append(Phrase("phrase-asked-back", {"name": seen.asked_back_name, "words": seen.asked_back}))
    if seen.reply:
        lines.append(Phrase("phrase-replied", {"name": seen.asker_name, "words": seen.reply}))
    return tuple(lines)


def _helped(thing: str, seen: HelpAsked | None) -> Said:
    """The answer as the person who asked sees it."""
    if seen is None:
        return Said("thing-gone")
    about = _about(seen, INSIDE)
    match seen.state:
        case HelpState.OFFERED:
            buttons = tuple(button("helped", thing, choice) for choice in ("good", "changed-mind"))
            return Said("helped-yes", {**about, "name": seen.offered_name}, buttons)
        case HelpState.ACCEPTED:
            return Said("helped-accepted", {**about, "name": seen.offered_name})
        case HelpState.DECLINED:
            return Said("helped-no", {**about, "name": seen.asked_name}, _other_ways(seen))
        case HelpState.ASKED | HelpState.NO_ANSWER:
            return Said("helped-waiting", {**about, "name": seen.asked_name})
        case HelpState.WITHDRAWN:
            return Said("helped-withdrawn")
        case _:
            assert_never(seen.state)


def _no_answer(_thing: str, seen: HelpAsked | None) -> Said:
    """Nobody has answered yet: said in time to ask somebody else. It is nobody's fault."""
    if seen is None or seen.state not in OPEN_TO_ALL:
        return Said("no-answer-settled")
    return Said("no-answer-card", {**_about(seen), "name": seen.asked_name}, _other_ways(seen))


def _other_ways(seen: HelpAsked) -> tuple[Button, ...]:
    return (
        Button("ask-else", write(StartPress("ask_someone_else", seen.action))),
        Button("do-it-myself", write(StartPress("do_it_myself", seen.action))),
    )


def _question(_thing: str, seen: HelpAsked | None) -> Said:
    """What was asked back, as the person who asked for help sees it."""
    if seen is None or not seen.asked_back:
        return Said("thing-gone")
    slots = {"name": seen.asked_back_name, "words": seen.asked_back, "what": seen.what}
    if seen.reply:
        return Said("asked-back-answered", slots)
    return Said("asked-back-card", slots, (Button("answer", write(StartPress("reply_back", seen.id))),))


def _about(seen: HelpAsked, place: str = START) -> dict[str, SlotValue]:
    return {
        "kind": seen.kind,
        "words": seen.words,
        "what": seen.what,
        "when": said_when(seen.day, seen.time, None, place),
    }


HELP_CARDS: Final = {
    "help": Card(
        LookHelp,
        _help,
        {
            "yes": lambda thing: Reaction(AnswerHelp(thing, yes=True), reply=Said("help-said-yes")),
            "no": lambda thing: Reaction(AnswerHelp(thing, yes=False), reply=Said("help-said-no")),
            "ask": lambda thing: Reaction(opening=Opening("ask_back", {"argument": thing})),
        },
    ),
    "helped": Card(
        LookHelp,
        _helped,
        {
            "good": lambda thing: Reaction(AcceptHelp(thing, accepted=True), reply=Said("helped-good")),
            "changed-mind": lambda thing: Reaction(
                AcceptHelp(thing, accepted=False), reply=Said("helped-changed-mind")
            ),
        },
    ),
    "no-answer": Card(LookHelp, _no_answer),
    "asked-back": Card(LookHelp, _question),
}
