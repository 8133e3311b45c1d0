"""What a dialogue or a card can do to the world, for the person whose turn it is.

Each is run by a handler in bot/app/commands, which checks the rights again and may refuse with NotYours,
NotShared, Gone, AlreadyDone or LinkNotGood (bot/domain/errors.py). The handler gives the command's undo.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.dialogue.given import OwnWords
from bot.dialogue.questions import Timing
from bot.dialogue.talk import Command
from bot.dialogues.looks import SharedItem
from bot.domain.actions import Ending, Help, Reminder
from bot.domain.people import Kind, QuietHours
from bot.domain.plain import plain
from bot.domain.sharing import Audience, Thing

# About oneself


@plain
@dataclass(frozen=True)
class SetName(Command[None]):
    """Be called this from now on."""

    name: str


@plain
@dataclass(frozen=True)
class SetPictures(Command[None]):
    """Have words and pictures, or words."""

    pictures: bool


@plain
@dataclass(frozen=True)
class SetQuiet(Command[None]):
    """Have these quiet hours."""

    quiet: QuietHours


@plain
@dataclass(frozen=True)
class FinishHello(Command[None]):
    """Hello has been said; it is not said again."""


@plain
@dataclass(frozen=True)
class SetReminders(Command[None]):
    """Have reminders, or none at all."""

    wanted: bool


@plain
@dataclass(frozen=True)
class PauseUntil(Command[None]):
    """Hold everything that a clock starts until that day; None ends a pause."""

    day: date | None


# The two questions


@plain
@dataclass(frozen=True)
class KeepAnswer(Command[str]):
    """Keep the answer to an opening question ('why' or 'want') in the person's own words. Gives its id."""

    question: str
    words: OwnWords

    def amending(self, done: str) -> Command[None]:
        """Changed words keep who was chosen to see them."""
        return ChangeAnswer(done, self.words)


@plain
@dataclass(frozen=True)
class ChangeAnswer(Command[None]):
    """Say an answer in other words. Who can see it stays as it is."""

    answer: str
    words: OwnWords


# Sharing


@plain
@dataclass(frozen=True)
class ShowTo(Command[None]):
    """Let exactly these audiences see a thing of one's own; none means just me. Withdrawal counts at once."""

    thing: Thing
    audiences: tuple[Audience, ...]


# Plans


@plain
@dataclass(frozen=True)
class AddAction(Command[str]):
    """Say what one will do, and when. Gives its id.

    With `circle` it is 'we will': `people` are asked to join in by the card 'we-will:<action>'. None of them
    means that every other member of the circle is asked.
    """

    what: str
    timing: Timing | None
    circle: str | None = None
    people: tuple[str, ...] = ()

    def amending(self, done: str) -> Command[None]:
        """A changed plan keeps its id and who was asked."""
        return ChangeAction(done, self.what, self.timing)


@plain
@dataclass(frozen=True)
class ChangeAction(Command[None]):
    """Change what an action is, or when; None leaves it as it is."""

    action: str
    what: str | None = None
    timing: Timing | None = None


@plain
@dataclass(frozen=True)
class SetHelp(Command[None]):
    """Say whether one wants help with an action.

    'Alone' takes back what was asked for it: whoever was asked, or had said yes, is told kindly.
    """

    action: str
    help: Help


@plain
@dataclass(frozen=True)
class SetReminder(Command[None]):
    """Say when one wants to be reminded of an action."""

    action: str
    reminder: Reminder


@plain
@dataclass(frozen=True)
class LetGo(Command[None]):
    """Take an action off the plan. It is no telling."""

    action: str


@plain
@dataclass(frozen=True)
class AnswerPart(Command[None]):
    """Say yes or no to one's part in a 'we will' action."""

    action: str
    agreed: bool


@plain
@dataclass(frozen=True)
class SetWeekly(Command[None]):
    """Choose when a circle's one weekly message comes; any member may."""

    circle: str
    weekday: int | None
    at: time | None


# Help


@plain
@dataclass(frozen=True)
class AskForHelp(Command[str]):
    """Ask a supporter, or anyone in a circle, for help. Gives its id.

    Who is asked sees this action from now on.
    """

    action: str
    kind: str
    words: str
    person: str | None = None
    circle: str | None = None


@plain
@dataclass(frozen=True)
class AnswerHelp(Command[None]):
    """Say 'Yes' or 'I can't' to a request for help. The asker is told and accepts."""

    request: str
    yes: bool


@plain
@dataclass(frozen=True)
class AskBack(Command[None]):
    """Ask the person something about their request, in one's own words."""

    request: str
    words: str


@plain
@dataclass(frozen=True)
class ReplyBack(Command[None]):
    """Answer what was asked back."""

    request: str
    words: str


@plain
@dataclass(frozen=True)
class AcceptHelp(Command[None]):
    """Take the help that was offered, or not ('I changed my mind')."""

    request: str
    accepted: bool


# Nudges


@plain
@dataclass(frozen=True)
class RemindLater(Command[None]):
    """Come again later today with the reminder of an action."""

    action: str


@plain
@dataclass(frozen=True)
class NotToday(Command[None]):
    """Leave an action for today: no more reminders of it and no 'how did it go?' about today."""

    action: str


@plain
@dataclass(frozen=True)
class AskHowTomorrow(Command[None]):
    """Ask how an action went tomorrow instead."""

    action: str


@plain
@dataclass(frozen=True)
class WaitForHello(Command[None]):
    """After three unanswered messages: start nothing until this person writes, or carry on."""

    wait: bool


@plain
@dataclass(frozen=True)
class Fade(Command[None]):
    """After four done alone: stop the reminder of an action, with the person's yes, or keep it for good."""

    action: str
    stop: bool


# How it went


@plain
@dataclass(frozen=True)
class TellHow(Command[str]):
    """Tell how an action went. Gives the telling's id."""

    action: str
    ending: Ending


@plain
@dataclass(frozen=True)
class AddToTelling(Command[None]):
    """Add what happened, what was learned and what comes next to a telling."""

    telling: str
    happened: str = ""
    learned: str = ""
    next: str = ""


# Celebrating


@plain
@dataclass(frozen=True)
class Celebrate(Command[str]):
    """Celebrate: just us, with a supporter, or with a card in a circle. Gives the celebration's id."""

    words: str
    made_by: str
    action: str | None = None
    person: str | None = None
    circle: str | None = None


@plain
@dataclass(frozen=True)
class Cheer(Command[None]):
    """Join a celebration, or leave it when one had joined."""

    celebration: str


@plain
@dataclass(frozen=True)
class SayToCelebration(Command[None]):
    """Join a celebration with words."""

    celebration: str
    words: str


# Looking


@plain
@dataclass(frozen=True)
class CheckIn(Command[tuple[SharedItem, ...]]):
    """Look at what a member shares with this person. It leaves a row that the member sees.

    Gives what may be seen, and refuses with NotShared when there is nothing or no such person: the two are
    not told apart.
    """

    member: str


# Talking to a person


@plain
@dataclass(frozen=True)
class AskForPerson(Command[str]):
    """Ask the first of the operator's named people who can be reached here; the next one after an hour.

    Gives the name of who is asked. Refuses with AlreadyDone while one is asked, Gone when nobody can be now.
    """


@plain
@dataclass(frozen=True)
class TakeCall(Command[None]):
    """'I will': a named person takes it on, and only now is the asker told so."""

    call: str


# Joining


@plain
@dataclass(frozen=True)
class MakeCircle(Command[str]):
    """Make a circle, as its facilitator. It starts with nothing in it. Gives its id."""

    name: str


@plain
@dataclass(frozen=True)
class MakeInvite(Command[str]):
    """Make a single-use link. Gives its token.

    It leads to a circle as `kind`, to be one's own supporter, or to another device of one's own.
    """

    kind: Kind
    circle: str | None = None
    supporter_of_me: bool = False
    device: bool = False


@plain
@dataclass(frozen=True)
class Accept(Command[None]):
    """Say the private yes to what a link was for, or no. A supporter's yes asks the member for theirs."""

    invite: str
    yes: bool


@plain
@dataclass(frozen=True)
class AgreeSupporter(Command[None]):
    """The member's yes or no to somebody who would be their supporter."""

    support: str
    yes: bool


@plain
@dataclass(frozen=True)
class LeaveCircle(Command[None]):
    """Leave a circle."""

    circle: str


@plain
@dataclass(frozen=True)
class EndSupport(Command[None]):
    """End that somebody supports one, or that one supports somebody. What was shared ends with it."""

    person: str


@plain
@dataclass(frozen=True)
class ConfirmDevice(Command[None]):
    """Confirm, on the first device, that another device or account joins the same person; or refuse it."""

    invite: str
    yes: bool
