"""People: who somebody is here, and how they like to be spoken to (practice.md, 'The people')."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from bot.domain.plain import plain

# Nobody is written to between these hours unless they choose otherwise (easy-read.md 16, 17).
QUIET_FROM = time(20)
QUIET_UNTIL = time(9)


@plain
class Kind(StrEnum):
    """What a person is in a circle, or in the service."""

    MEMBER = "member"
    SUPPORTER = "supporter"
    FACILITATOR = "facilitator"
    LISTENER = "listener"
    LEAD = "lead"
    OPERATOR = "operator"


@plain
@dataclass(frozen=True)
class QuietHours:
    """From when until when only replies and safety messages come, in the person's own day."""

    start: time = QUIET_FROM
    end: time = QUIET_UNTIL

    def cover(self, at: time) -> bool:
        """Say whether a time of day is quiet. Equal start and end mean: no quiet hours."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True)
class Person:
    """A person who has joined. `name` is what they want to be called; '' until they have said.

    `reminders` is False after 'stop'; `paused_until` holds everything a clock starts until that day.
    `unanswered` counts messages that a clock started since the person last wrote; after three the
    assistant asks once whether to wait (`waiting`).
    """

    id: str
    name: str = ""
    kind: Kind = Kind.MEMBER
    pictures: bool = True
    quiet: QuietHours = field(default_factory=QuietHours)
    greeted: bool = False  # has been through hello
    reminders: bool = True
    paused_until: date | None = None
    unanswered: int = 0
    waiting: bool = False
    joined: datetime | None = None


@dataclass(frozen=True)
class Account:
    """One way to reach a person: a Telegram account, or a web device that was signed in by a link.

    `address` is the private chat there. An unreachable account is blocked or signed out.
    """

    channel: str
    address: str
    person: str
    reachable: bool = True
    last_used: datetime | None = None


@dataclass(frozen=True)
class Support:
    """That a supporter supports a member. It holds once both have said yes, until either ends it."""

    id: str
    member: str
    supporter: str
    member_agreed: bool = False
    supporter_agreed: bool = False
    ended: bool = False

    @property
    def holds(self) -> bool:
        """Whether both said yes and neither took it back."""
        return self.member_agreed and self.supporter_agreed and not self.ended


_BEFORE_A_NAME: Final = re.compile(
    r"^(?:(?:hi|hello|hey)\W+)?"
    r"(?:(?:my|the) name(?:'?s| is)?|i am|i'?m|(?:please |you can |they )?call me|it'?s|it is)\s+",
    re.IGNORECASE,
)


def called(words: str) -> str:
    """Give the name in what somebody answers to 'what shall I call you?': 'my name is sam' is Sam.

    A name typed without capitals gets its first; anything else in it stays as it was typed.
    """
    name = _BEFORE_A_NAME.sub("", words.strip()).strip(" .!,") or words.strip()
    return name[:1].upper() + name[1:] if name.islower() else name
