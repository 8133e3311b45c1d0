"""My answers: what somebody said to the two questions, to look at and to say anew."""

from __future__ import annotations

from bot.dialogue.given import Opening, OwnWords
from bot.dialogue.questions import OneOf
from bot.dialogue.saying import Phrase
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.looks import LookAnswers
from bot.dialogues.opening import PICTURES, one_question
from bot.dialogues.picking import these
from bot.domain.answers import WANT, WHY


@dialogue
async def my_answers(talk: Talk, argument: str = "") -> Opening | None:  # noqa: ARG001 - a button may carry one
    """Say one's own answers, and ask whether one of them is to change."""
    answers = await talk.look(LookAnswers())
    given = {WHY: answers.why, WANT: answers.want}
    if not any(given.values()):
        return Opening("opening")
    for question, answer in given.items():
        if answer is not None:
            await _say(talk, question, answer)
    wish = await talk.ask(OneOf(key="answers-what", choices=these(WHY, WANT), way_out="none", no="none"))
    changed = wish != "none" and await one_question(talk, wish)
    await talk.say("answers-changed" if changed else "answers-stay")
    return None


async def _say(talk: Talk, question: str, answer: OwnWords) -> None:
    if answer.media_kind:
        await talk.say("my-answer-media", question=question, kind=answer.media_kind, media=answer.media)
        if not answer.words:
            return
    picked = next((name for name, picture in PICTURES[question] if picture == answer.picture), None)
    words = Phrase(f"phrase-opening-{question}-{picked}") if picked else answer.words
    await talk.say("my-answer", question=question, words=words)
