from __future__ import annotations

import sys
import time

import pytest

from bot.dialogue.conversation import Conversation, Spoken
from bot.dialogue.given import Opening, Text
from bot.dialogue.hearing import begin, hear
from bot.dialogue.questions import Words
from bot.dialogue.talk import Talk, dialogue
from tests.dialogue.stage import START

MOST_SECONDS = 0.0003


@dialogue
async def remembering(talk: Talk) -> None:
    for item in range(20):
        with talk.inside(str(item)):
            words = await talk.ask(Words(key="what"))
            await talk.say("kept-that", words=words)


@pytest.mark.slow
@pytest.mark.skipif(sys.gettrace() is not None, reason="measuring coverage takes most of the time")
def test_a_message_over_a_journal_of_ten_entries_is_heard_in_a_third_of_a_millisecond() -> None:
    book = {"remembering": Spoken(remembering)}
    talk = Conversation()
    list(begin(talk, Opening("remembering"), START, book))
    for _ in range(5):
        list(hear(talk, Text("tea"), START, book))
    form = talk.to_plain()
    taken = []
    for _ in range(300):
        again = Conversation.from_plain(form)
        assert len(again.frames[0].journal.entries) == 10
        before = time.perf_counter()
        list(hear(again, Text("tea"), START, book))
        taken.append(time.perf_counter() - before)
    assert sorted(taken)[len(taken) // 2] < MOST_SECONDS
