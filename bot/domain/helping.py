"""Help: where support is wanted it is asked for, offered and accepted; never imposed (practice.md 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.plain import plain

# The person is told that there is no answer yet after this, or a day before (conversations.md 3).
ANSWER_WITHIN = timedelta(hours=24)
ANSWER_WITHIN_TODAY = timedelta(hours=1)


@plain
class HelpState(StrEnum):
    """Where a request for help stands."""

    ASKED = "asked"
    OFFERED = "offered"  # somebody said yes; the person has not accepted yet
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_ANSWER = "no-answer"  # the person has been told, and can ask someone else
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class HelpRequest:
    """A person asks one supporter, or anyone in a circle, for help with an action.

    `kind` is with-me, getting-there, showing-me or something-else (then `words` say what). `asked` is the
    supporter or, with `circle`, None until somebody offers.
    """

    id: str
    action: str
    asker: str
    kind: str
    words: str = ""
    asked: str | None = None
    circle: str | None = None
    state: HelpState = HelpState.ASKED
    offered_by: str | None = None
    asked_at: datetime | None = None
    version: int = 1
    asked_back: str = ""  # what the one who was asked wants to know
    asked_back_by: str | None = None
    reply: str = ""  # what the person answered to that

    @property
    def open(self) -> bool:
        """Whether somebody may still say yes. A yes after 'no answer' is as good as an early one."""
        return self.state in (HelpState.ASKED, HelpState.NO_ANSWER)

    @property
    def stands(self) -> bool:
        """Whether it is neither declined nor withdrawn."""
        return self.state not in (HelpState.DECLINED, HelpState.WITHDRAWN)


def tell_no_answer_at(asked_at: datetime, morning_of: datetime | None) -> datetime:
    """Give when to tell the person that nobody has answered: a day before, or after 24 hours.

    `morning_of` is when the action's day begins for the person; the earlier of the two counts. When the day
    is nearer than that, it is told in time to ask someone else: after a third of the time that is left,
    and on the day itself after an hour.
    """
    after = asked_at + ANSWER_WITHIN
    if morning_of is None:
        return after
    day_before = morning_of - timedelta(days=1)
    if day_before > asked_at:
        return min(after, day_before)
    return asked_at + max((morning_of - asked_at) / 3, ANSWER_WITHIN_TODAY)
