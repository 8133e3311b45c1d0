"""An answer in a person's own words: typed, spoken, a photo, a picture, or with somebody's help."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from bot.dialogue.given import OwnWords
from bot.dialogue.questions import Choice, Name, OneOf, Open
from bot.dialogue.saying import Phrase
from bot.dialogue.talk import Talk, dialogue

LONGEST_BEGINNING = 60  # characters; enough to know one's own words again
Pictures = tuple[tuple[str, str], ...]  # a choice's id and the name of its picture


@dataclass(frozen=True, kw_only=True)
class HelpedWords(Open):
    """Words that a helper typed. They are read back whole, so they are not shown back as well."""

    shown_back: ClassVar[bool] = False


@dialogue
async def own_words(talk: Talk, key: str, pictures: Pictures) -> OwnWords | None:
    """Ask the question `key` until it is answered; None when it is skipped."""
    ways = (Choice("pick-pictures"), Choice("with-help"))
    while True:
        given = await talk.ask(Open(key=key, choices=ways, way_out="skip"))
        answer: OwnWords | str | None = given
        if given == "pick-pictures":
            answer = await _picked(talk, key, pictures)
        elif given == "with-help":
            answer = await _with_help(talk, key)
        if isinstance(answer, OwnWords):
            return answer
        if answer == "skip":
            return None


async def _picked(talk: Talk, key: str, pictures: Pictures) -> OwnWords | None:
    choices = tuple(Choice(name, picture=picture) for name, picture in pictures)
    picked = await talk.ask(OneOf(key=f"{key}-pictures", choices=choices, way_out="none"))
    if picked == "none":
        return None
    await talk.say("opening-picture-kept", words=Phrase(f"phrase-{key}-{picked}"))
    return OwnWords(picture=dict(pictures)[picked])


async def _with_help(talk: Talk, key: str) -> OwnWords | str:
    """Somebody else types on the member's own device; the member says whether these are their words."""
    helper = await talk.ask(Name(key="helper-name"))
    while True:
        given = await talk.ask(HelpedWords(key=f"{key}-with-help", way_out="skip", slots={"helper": helper}))
        if not isinstance(given, OwnWords):
            return "skip"
        if await _are_mine(talk, given, helper):
            return replace(given, helped_by=helper)


async def _are_mine(talk: Talk, given: OwnWords, helper: str) -> bool:
    key = f"helped-{given.media_kind}" if given.media_kind else "helped-words"
    slots = {"helper": helper} if given.media_kind else {"helper": helper, "words": given.words}
    return (
        await talk.ask(
            OneOf(key=key, choices=(Choice("mine"), Choice("change")), slots=slots, yes="mine", no="change")
        )
        == "mine"
    )


def beginning(words: str) -> str:
    """Give the first words of a long text, so that a person knows which of theirs it is."""
    if len(words) <= LONGEST_BEGINNING:
        return words
    return words[:LONGEST_BEGINNING].rsplit(" ", 1)[0].rstrip() + "…"
