"""The two questions that everything starts from: why are you here, and what do you want to do?"""

from __future__ import annotations

from bot.dialogue.payload import StartPress, write
from bot.dialogue.saying import Button
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import KeepAnswer
from bot.dialogues.looks import LookAnswers
from bot.dialogues.own_words import Pictures, own_words
from bot.dialogues.sharing import choose_audience
from bot.domain.answers import WANT, WHY
from bot.domain.sharing import Thing

# One fixed set of four pictures a question; whatever does not fit has 'None of these'.
WHY_PICTURES: Pictures = (("people", "friends"), ("learn", "learn"), ("help", "help"), ("home", "home"))
WANT_PICTURES: Pictures = (("make", "art"), ("go", "bus"), ("together", "friends"), ("work", "work"))

WHAT_CAN_YOU_DO = Button("what-can-you-do", write(StartPress("what_can_you_do")))


@dialogue
async def opening(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Ask what has no answer yet. Skipping is a good answer too."""
    answers = await talk.look(LookAnswers())
    said_something = False
    if answers.why is None:
        said_something |= await _one_question(talk, WHY, WHY_PICTURES)
    if answers.want is None:
        said_something |= await _one_question(talk, WANT, WANT_PICTURES)
    key = "opening-thanks" if said_something else "opening-skipped"
    await talk.say(key, buttons=(WHAT_CAN_YOU_DO,))


async def _one_question(talk: Talk, question: str, pictures: Pictures) -> bool:
    words = await own_words(talk, f"opening-{question}", pictures)
    if words is None:
        return False
    answer = await talk.do(KeepAnswer(question, words))
    await choose_audience(talk, Thing("answer", answer), words.words)
    return True
