"""The order of understanding: safety first, then nothing said, then controls, then the model, unsure last."""

import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.embedded import Embedded
from bot.understanding.meaning import Meaning
from bot.understanding.order import Understanding, without_slash
from bot.understanding.safety import SafetyRules
from nlu.intent_model import cached_model

DATA = Path(__file__).resolve().parents[2] / "data"
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/London"))
RULES = SafetyRules.load(DATA / "safety" / "en-GB.yml")


class Listener:
    """An engine that remembers what it was asked."""

    def __init__(self):
        self.asked = []

    async def parse(self, text):
        self.asked.append(text)
        return Meaning(text, "greet", 0.9, None, None, None, "listener", (("greet", 0.9),))


@pytest.fixture(scope="session")
def embedded(tmp_path_factory):
    model = cached_model(DATA / "training" / "en-GB", tmp_path_factory.mktemp("models"))
    return Embedded(model, now=lambda: NOW)


@pytest.mark.parametrize("text", ["he hits me", "/he hits me", "back he hits me", "he hits me 🎉"])
async def test_danger_comes_before_everything_and_asks_no_model(text):
    engine = Listener()
    assert (await Understanding(RULES, engine).of(text)).intent == "safety"
    assert engine.asked == []


@pytest.mark.parametrize("text", ["", "   ", "🎉🎉", "\u200b", "...", "/", "?!", "\n"])
async def test_a_message_without_words_never_reaches_a_model(text):
    engine = Listener()
    meaning = await Understanding(RULES, engine).of(text)
    assert (meaning.intent, meaning.text, engine.asked) == ("out_of_scope", text, [])


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("go bak", "go_back"),
        ("wot", "say_again"),
        ("help", "ask_help"),
        ("talk to a person", "talk_to_person"),
    ],
)
async def test_a_standing_control_needs_no_model(text, intent):
    engine = Listener()
    assert (await Understanding(RULES, engine).of(text)).intent == intent
    assert engine.asked == []


async def test_a_typed_slash_is_no_command_to_an_engine():
    engine = Listener()
    meaning = await Understanding(RULES, engine).of("/greet")
    assert engine.asked == ["greet"]
    assert meaning.text == "/greet"
    assert without_slash("\u200b //report_done{}") == "report_done{}"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("im gonna water the tomatos on tuesday", "add_action"),
        ("It did not go to plan", "report_not_to_plan"),
        ("we sold 40 cakes!!!!", "celebrate"),
        ("how is sam getting on", "supporter_check_in"),
        ("who can see", "who_can_see"),
        ("who looked?", "who_looked"),
        ("my plan", "my_plan"),
        ("our plan", "group_plan"),
        ("stop reminders", "stop_reminders"),
        ("hi", "greet"),
        ("fgjh bus th thing mum", "out_of_scope"),
        ("what is the capital of spain", "out_of_scope"),
        ("zzzz qqqq", "out_of_scope"),
    ],
)
async def test_the_sentences_of_the_walk_are_understood_and_others_are_not(embedded, text, intent):
    meaning = await Understanding(RULES, embedded).of(text)
    assert meaning.intent == intent
    assert meaning.understood is (intent != "out_of_scope")


async def test_an_unsure_meaning_still_ranks_what_is_nearest(embedded):
    meaning = await embedded.parse("something about the bus and that thing")
    assert len(meaning.ranking) > 3
    assert "out_of_scope" not in [intent for intent, _ in meaning.ranking]
    assert meaning.confidence == meaning.ranking[0][1]


@pytest.mark.parametrize(
    ("text", "what", "when", "who"),
    [
        ("im gonna water the tomatos on tuesday", "water the tomatos", "tuesday", None),
        ("ok so i will bake a cake on friday pls", "bake a cake", "friday", None),
        ("tomorrow im going to post the letters", "post the letters", "tomorrow", None),
        ("add shopping for monday at 2", "shopping", "monday at 2", None),
        ("i want to make a plan", None, None, None),
        ("remind me to ring mum tomorrow", "ring mum", "tomorrow", None),
        ("no messages until monday", None, "until monday", None),
        ("pause for two weeks", None, "for two weeks", None),
        ("how is sam getting on", None, None, "sam"),
        ("can jo come with me on tuesday", None, "tuesday", "jo"),
        ("ask my support worker to come with me", None, None, "my support worker"),
        ("i cant do tuesday can i do friday", None, "friday", None),
    ],
)
def test_slots_are_the_persons_own_words_or_nothing(embedded, text, what, when, who):
    meaning = embedded.meaning(text, NOW, ["Jo"])
    assert (meaning.what, meaning.when, meaning.who) == (what, when, who)


@pytest.mark.parametrize(
    "brick", ["at ", "to ", ", ", ".", "1 december ", "monday and ", "hit me ", "i will to "]
)
@pytest.mark.parametrize("size", [590, 4096])
async def test_a_wall_of_text_holds_nobody_up(embedded, brick, size):
    wall = (brick * size)[: size - 1] + "x"
    begun = time.perf_counter()
    await Understanding(RULES, embedded).of(wall)
    embedded.meaning("i will " + wall, NOW)
    assert time.perf_counter() - begun < 0.4
