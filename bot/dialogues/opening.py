"""The two questions that everything starts from: why are you here, and what do you want to do?"""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue.given import Opening
from bot.dialogue.payload import StartPress, write
from bot.dialogue.saying import Button
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import KeepAnswer
from bot.dialogues.greeting import LATER
from bot.dialogues.looks import LookAnswers
from bot.dialogues.own_words import Pictures, own_words
from bot.dialogues.sharing import choose_audience
from bot.domain.answers import WANT, WHY
from bot.domain.sharing import Thing

# One fixed set of four pictures a question; whatever does not fit has 'None of these'.
WHY_PICTURES: Pictures = (("people", "friends"), ("learn", "learn"), ("help", "help"), ("home", "home"))
WANT_PICTURES: Pictures = (("make", "art"), ("go", "bus"), ("together", "friends"), ("work", "work"))
PICTURES: Mapping[str, Pictures] = {WHY: WHY_PICTURES, WANT: WANT_PICTURES}

AGAIN = "again"  # the argument of questions that a later hello goes on with
WHAT_CAN_YOU_DO = Button("what-can-you-do", write(StartPress("what_can_you_do")))


@dialogue
async def opening(talk: Talk, argument: str = "") -> Opening | None:
    """Ask what has no answer yet. Skipping is a good answer too.

    Who skips a question that comes AGAIN, with a hello, goes on at once to what they came for.
    """
    answers = await talk.look(LookAnswers())
    said_something = False
    for question, kept in ((WHY, answers.why), (WANT, answers.want)):
        if kept is not None:
            continue
        answered = await one_question(talk, question)
        if not answered and argument == AGAIN:
            return Opening("greeting", {"argument": LATER})
        said_something = said_something or answered
    key = "opening-thanks" if said_something else "opening-skipped"
    await talk.say(key, buttons=(WHAT_CAN_YOU_DO,))
    return None


async def one_question(talk: Talk, question: str) -> bool:
    """Ask one of the two and keep the answer for those who may see it; False when it was skipped."""
    words = await own_words(talk, f"opening-{question}", PICTURES[question])
    if words is None:
        return False
    answer = await talk.do(KeepAnswer(question, words))
    await choose_audience(talk, Thing("answer", answer), words.words)
    return True
