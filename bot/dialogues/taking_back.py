"""Commands that take others back. No dialogue names one: a handler gives them, Back and Undo run them.

Each keeps what was there before, and is as particular about rights as the command it undoes.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.given import OwnWords
from bot.dialogue.talk import Command
from bot.domain.actions import Action, Telling
from bot.domain.plain import plain
from bot.domain.sharing import Audience, Thing


@plain
@dataclass(frozen=True)
class BeginHelloAgain(Command[None]):
    """Hello has not been said to the end after all."""


@plain
@dataclass(frozen=True)
class ForgetAnswer(Command[None]):
    """Take back a first answer to an opening question, with who could see it."""

    answer: str


@plain
@dataclass(frozen=True)
class RestoreAnswer(Command[None]):
    """Put an earlier answer back, with who could see it."""

    answer: str
    words: OwnWords
    audiences: tuple[Audience, ...] = ()


@plain
@dataclass(frozen=True)
class ShowAgain(Command[None]):
    """Show a thing to those who could see it before, and are still one's supporters and circles."""

    thing: Thing
    audiences: tuple[Audience, ...]


@plain
@dataclass(frozen=True)
class ForgetAction(Command[None]):
    """Take back that an action was ever said, with everything asked and planned about it."""

    action: str


@plain
@dataclass(frozen=True)
class RestoreAction(Command[None]):
    """Put an action back as it was."""

    was: Action


@plain
@dataclass(frozen=True)
class RestorePart(Command[None]):
    """Put one's part in a 'we will' back as it was; None is not answered yet."""

    action: str
    agreed: bool | None


@plain
@dataclass(frozen=True)
class WithdrawHelp(Command[None]):
    """Take a request for help back. `unshow` is who came to see the action by it; `was` the action before."""

    request: str
    was: Action
    unshow: Audience | None = None


@plain
@dataclass(frozen=True)
class Untell(Command[None]):
    """Take a telling back; the action is again as it was, and one's part in a 'we will'."""

    telling: str
    was: Action


@plain
@dataclass(frozen=True)
class RestoreTelling(Command[None]):
    """Put a telling back as it was before something was added."""

    was: Telling


@plain
@dataclass(frozen=True)
class TakeBackCelebration(Command[None]):
    """Take a celebration back; its card says so, without its words."""

    celebration: str


@plain
@dataclass(frozen=True)
class WithdrawCall(Command[None]):
    """Not want to talk to a person after all, while nobody has taken it on."""

    call: str


@plain
@dataclass(frozen=True)
class WithdrawInvite(Command[None]):
    """Take back a link that nobody has opened yet."""

    invite: str
