from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.app.intents import opening_for
from bot.understanding.meaning import Meaning

NOW = datetime(2026, 11, 30, 10, tzinfo=ZoneInfo("Europe/London"))


def meant(text: str, intent: str, what: str | None = None) -> Meaning:
    return Meaning(text, intent, 0.9, what, None, None, "embedded", ())


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("we will clear the pond on sunday", True),
        ("we'll clear the pond", True),
        ("well i will clear the pond", False),
        ("i will clear the pond this week", False),
    ],
)
def test_only_we_asks_whether_a_plan_is_for_a_circle(text: str, together: bool) -> None:  # noqa: FBT001
    opening = opening_for(meant(text, "add_action", "clear the pond"), NOW)
    assert opening is not None
    assert opening.dialogue == "planning"
    assert opening.arguments.get("together", False) is together


@pytest.mark.parametrize(
    ("text", "what", "verb"),
    [
        ("im gonna water the tomatos", "water the tomatos", True),
        ("i'll water the tomatos", "water the tomatos", True),
        ("I want to water the tomatos", "water the tomatos", True),
        ("i have bingo on friday", "bingo", False),
        ("im going swimming", "swimming", False),
        ("bingo", "bingo", False),
        ("bingo", None, False),
    ],
)
def test_words_follow_you_will_only_where_they_followed_to_or_will(
    text: str,
    what: str | None,
    verb: bool,  # noqa: FBT001
) -> None:
    opening = opening_for(meant(text, "add_action", what), NOW)
    assert opening is not None
    assert opening.arguments.get("verb", False) is verb


def test_remind_me_takes_what_and_when_along() -> None:
    opening = opening_for(meant("remind me to ring mum on tuesday", "remind_me", "ring mum"), NOW)
    assert opening is not None
    assert opening.dialogue == "reminding"
    assert opening.arguments["what"] == "ring mum"
    assert opening.arguments["when"].day == date(2026, 12, 1)
