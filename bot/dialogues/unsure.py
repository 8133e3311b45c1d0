"""It did not understand. The second time it asks in another way, the third time it offers a person."""

from __future__ import annotations

from bot.dialogue.given import Opening
from bot.dialogue.questions import UNCLEAR, Choice, Guess, OneOf
from bot.dialogue.saying import Phrase
from bot.dialogue.talk import Talk, dialogue

MOST_MEANINGS = 3
# What a choice leads to, whether it is a label or a picture.
LEADS_TO = {
    "will-do": "planning",
    "how-it-went": "telling",
    "want-help": "need_help",
    "good-news": "celebrating",
    "something-else": "what_can_you_do",
}
PICTURES = {"will-do": "plan", "how-it-went": "question", "want-help": "help", "good-news": "celebrate"}
# Dialogues that words can be near to; each has a label in data/words, 'phrase-meaning-...'.
MEANINGS = frozenset(
    {"planning", "my_plan", "our_plan", "telling", "changing", "need_help", "talk_to_person", "celebrating"}
    | {"checking_in", "who_can_see", "who_looked", "preferences", "pausing", "stopping", "what_can_you_do"}
    | {"my_answers", "circles", "supporters"}
)


@dialogue
async def unsure(
    talk: Talk, nearest: tuple[Opening, ...] = (), words: str = "", argument: str = ""
) -> Opening | None:
    """Find out together. `nearest` are the likeliest meanings, `words` what the person said."""
    del words, argument  # what was said is not said again; a button may carry an argument
    known = tuple(opening for opening in nearest if opening.dialogue in MEANINGS)[:MOST_MEANINGS]
    choice = await talk.ask(_nearest(known) if known else _first())
    for opening in known:
        if opening.dialogue == choice:
            return opening
    if choice == UNCLEAR:
        choice = await talk.ask(
            Guess(key="unclear-second", choices=(Choice("pick-picture"),), way_out="something-else")
        )
    if choice == "pick-picture":
        choice = await talk.ask(_pictures())
    if choice in LEADS_TO:
        return Opening(LEADS_TO[choice])
    last = OneOf(
        key="unclear-third", choices=(Choice("person"),), way_out="not-now", yes="person", no="not-now"
    )
    if await talk.ask(last) == "person":
        return Opening("talk_to_person")
    await talk.say("that-is-fine")
    return None


def _first() -> Guess:
    return Guess(
        key="unclear-first",
        choices=(Choice("will-do"), Choice("how-it-went"), Choice("want-help")),
        way_out="something-else",
    )


def _nearest(known: tuple[Opening, ...]) -> Guess:
    choices = tuple(
        Choice(name, "meaning", {"meaning": Phrase(f"phrase-meaning-{name.replace('_', '-')}")})
        for name in dict.fromkeys(opening.dialogue for opening in known)
    )
    return Guess(key="unsure-nearest", choices=choices, way_out="something-else")


def _pictures() -> Guess:
    choices = tuple(Choice(name, picture=picture) for name, picture in PICTURES.items())
    return Guess(key="unclear-pictures", choices=choices, way_out="something-else")
