"""Keeping what a person answers to the two questions, in their own words (practice.md 2)."""

from __future__ import annotations

from bot.app.commands.showing import audiences_of, show_exactly
from bot.app.doing import Doing, handles
from bot.app.looks.oneself import words_of
from bot.app.looks.sharing import audiences_now
from bot.dialogue.engine import Result
from bot.dialogue.given import OwnWords
from bot.dialogues.commands import ChangeAnswer, KeepAnswer
from bot.dialogues.taking_back import ForgetAnswer, RestoreAnswer
from bot.domain.answers import OpeningAnswer
from bot.domain.errors import Gone, NotYours
from bot.domain.sharing import Thing


@handles(KeepAnswer)
async def keep_answer(command: KeepAnswer, doing: Doing) -> Result:
    """Keep an answer. New words are just the person's own until they choose again who sees them."""
    answers = await doing.tx.practice.answers(doing.person.id)
    old = next((answer for answer in answers if answer.question == command.question), None)
    answer_id = old.id if old else doing.ids.new()
    await _put(doing, answer_id, command.question, command.words)
    if old is None:
        return Result(answer_id, ForgetAnswer(answer_id))
    before = await show_exactly(doing, Thing("answer", answer_id), ())
    return Result(answer_id, RestoreAnswer(answer_id, words_of(old), before))


@handles(ChangeAnswer)
async def change_answer(command: ChangeAnswer, doing: Doing) -> Result:
    """Say an answer in other words; whoever may see it, may see these."""
    old = await _own(doing, command.answer)
    await _put(doing, old.id, old.question, command.words)
    before = await audiences_of(doing, Thing("answer", old.id))
    return Result(undo=RestoreAnswer(old.id, words_of(old), before))


@handles(ForgetAnswer)
async def forget_answer(command: ForgetAnswer, doing: Doing) -> Result:
    """Take an answer back, from everybody who could see it."""
    answer = await doing.tx.practice.answer(command.answer)
    if answer is not None:
        await _own(doing, command.answer)
        await show_exactly(doing, Thing("answer", answer.id), ())
        await doing.tx.practice.forget_answer(answer.id)
    return Result()


@handles(RestoreAnswer)
async def restore_answer(command: RestoreAnswer, doing: Doing) -> Result:
    """Put an earlier answer back, for those who could see it and may still."""
    old = await _own(doing, command.answer)
    await _put(doing, old.id, old.question, command.words)
    now = await audiences_now(doing)
    await show_exactly(doing, Thing("answer", old.id), [one for one in command.audiences if one in now])
    return Result()


async def _own(doing: Doing, answer_id: str) -> OpeningAnswer:
    answer = await doing.tx.practice.answer(answer_id)
    if answer is None:
        raise Gone(answer_id)
    if answer.person != doing.person.id:
        raise NotYours(answer_id)
    return answer


async def _put(doing: Doing, answer_id: str, question: str, words: OwnWords) -> None:
    await doing.tx.practice.put_answer(
        OpeningAnswer(
            answer_id,
            doing.person.id,
            question,
            words.words,
            words.media,
            words.media_kind,
            words.picture,
            words.helped_by,
            doing.now,
        )
    )
