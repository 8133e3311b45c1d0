"""Who can see something of one's own. The default is: just me (safety.md, 'Who sees what')."""

from __future__ import annotations

from bot.dialogue.payload import StartPress, write
from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.saying import Button, Ref
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import ShowTo
from bot.dialogues.looks import Here, LookHere
from bot.dialogues.own_words import beginning
from bot.domain.errors import Refusal
from bot.domain.sharing import Audience, Thing

PAIR = 2  # two can be chosen with one button
MOST_NAMED = 3  # beside 'just me'; a question has four choices

CHANGE_WHO = Button("change-who", write(StartPress("who_can_see")))


@dialogue
async def choose_audience(
    talk: Talk, thing: Thing, words: str = "", now: tuple[Audience, ...] = ()
) -> tuple[Audience, ...]:
    """Ask who can see a thing of one's own, and show it to them and to nobody else. Gives who that is.

    `words` are the person's own, so that they know what it is about; `now` are those who can see it already.
    When there is nobody to show it to, nothing is asked.
    """
    here = await talk.look(LookHere())
    everybody = _everybody(here)
    if not everybody and not now:
        return ()
    chosen = await _choose(talk, everybody, beginning(words))
    try:
        await talk.do(ShowTo(thing, chosen))
    except Refusal:
        await talk.say("share-not-possible")
        return ()
    ended = tuple(audience for audience in now if audience not in chosen)
    if ended:
        await talk.say("share-ended", who=names(ended))
    if chosen:
        await talk.say("share-shown", buttons=(CHANGE_WHO,), who=names(chosen))
    else:
        await talk.say("share-just-me")
    return chosen


def names(audiences: tuple[Audience, ...]) -> tuple[Ref, ...]:
    """Give the names of audiences, looked up when they are said."""
    return tuple(Ref(audience.kind, audience.id) for audience in audiences)


async def _choose(talk: Talk, everybody: tuple[Choice, ...], words: str) -> tuple[Audience, ...]:
    """Ask for the first, then for further ones while there are any, a few names at a time."""
    chosen: list[str] = []
    shown = everybody[:MOST_NAMED]
    key = "share-who-words" if words else "share-who"
    first: tuple[Choice, ...] = (Choice("just-me"),)
    while True:
        more = len(everybody) - len(chosen) > len(shown)
        question = OneOf(
            key=key if not chosen else "share-who-else",
            choices=(*first, *shown, *(_both(shown) if not chosen else ())),
            way_out="something-else" if more else None,
            slots={"words": words} if words and not chosen else {},
        )
        answer = await talk.ask(question)
        if answer == "something-else":
            shown = _next(everybody, shown, chosen)
            continue
        if answer == "both":
            return tuple(_audience(choice.id) for choice in shown)
        if answer in {"just-me", "enough"}:
            return tuple(_audience(each) for each in chosen)
        chosen.append(answer)
        left = tuple(choice for choice in everybody if choice.id not in chosen)
        if len(everybody) <= PAIR or not left:
            return tuple(_audience(each) for each in chosen)
        shown, first = left[:MOST_NAMED], (Choice("enough"),)


def _next(everybody: tuple[Choice, ...], shown: tuple[Choice, ...], chosen: list[str]) -> tuple[Choice, ...]:
    """Give the next few names that are not chosen yet, from the beginning again after the last."""
    open_ones = tuple(choice for choice in everybody if choice.id not in chosen)
    start = (open_ones.index(shown[-1]) + 1) % len(open_ones)
    return open_ones[start : start + MOST_NAMED]


def _everybody(here: Here) -> tuple[Choice, ...]:
    supporters = (Choice(f"person-{one.id}", "supporter", {"name": one.name}) for one in here.supporters)
    circles = (Choice(f"circle-{one.id}", "circle", {"name": one.name}) for one in here.circles)
    return (*supporters, *circles)


def _both(shown: tuple[Choice, ...]) -> tuple[Choice, ...]:
    if len(shown) != PAIR:
        return ()
    one, other = (choice.slots["name"] for choice in shown)
    return (Choice("both", slots={"first": one, "second": other}),)


def _audience(choice: str) -> Audience:
    kind, _, known = choice.partition("-")
    return Audience(kind, known)
