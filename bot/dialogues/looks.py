"""What a dialogue can see of the world: always what this person may see, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.dialogue.given import OwnWords
from bot.dialogue.talk import Look
from bot.domain.actions import Ending, Help, Reminder
from bot.domain.helping import HelpState
from bot.domain.people import Kind, QuietHours
from bot.domain.plain import plain
from bot.domain.repeating import Repeats
from bot.domain.sharing import Audience, Thing


@plain
@dataclass(frozen=True)
class Known:
    """A person or a circle that this person knows: an id to refer to, and the name as it was then."""

    id: str
    name: str


@plain
@dataclass(frozen=True)
class Here:
    """This person, and the moment: what nearly every dialogue needs."""

    person: str
    name: str
    kind: Kind
    pictures: bool
    quiet: QuietHours
    greeted: bool
    reminders: bool
    today: date
    time: time  # in the person's zone
    circles: tuple[Known, ...]  # where they are a member
    holds: tuple[Known, ...]  # circles where they are a facilitator
    supporters: tuple[Known, ...]  # who supports them now
    supports: tuple[Known, ...]  # whom they support now
    paused_until: date | None = None


@plain
@dataclass(frozen=True)
class LookHere(Look[Here]):
    """See who this is and what day it is."""


@plain
@dataclass(frozen=True)
class Plan:
    """An action as its owner, or somebody it is shown to, may see it."""

    id: str
    owner: str
    owner_name: str
    what: str
    day: date | None
    time: time | None
    repeats: Repeats | None
    help: Help
    reminder: Reminder
    circle: str | None
    open: bool
    ending: Ending | None
    helper: str | None  # the id of who helps, once accepted
    helper_name: str
    help_state: HelpState | None
    may_fade: bool
    others: tuple[str, ...] = ()  # names of those who said yes to a 'we will'


@plain
@dataclass(frozen=True)
class LookMyPlan(Look[tuple[Plan, ...]]):
    """See this person's open actions, soonest first, and those that ended in the last 7 days."""


@plain
@dataclass(frozen=True)
class LookPlan(Look["Plan | None"]):
    """See one action; None when it is gone or not theirs to see."""

    action: str


@plain
@dataclass(frozen=True)
class LookToTell(Look[tuple[Plan, ...]]):
    """See this person's actions whose day has come and whose telling is open, newest day first."""


@plain
@dataclass(frozen=True)
class LookPlansMade(Look[int]):
    """See how many 'I will' actions this person has ever said, those that ended or were let go too."""


@plain
@dataclass(frozen=True)
class DayPlan:
    """What a person will do on a day, for one reminder or one 'how did it go?' about all of it.

    `today` and `time` are now, in the person's zone. `plans` are the person's open actions of that day
    that they did not leave for the day ('not today').
    """

    day: date
    today: date
    time: time
    name: str
    plans: tuple[Plan, ...]


@plain
@dataclass(frozen=True)
class LookDay(Look[DayPlan]):
    """See what this person will do on a day."""

    day: date


@plain
@dataclass(frozen=True)
class SharedItem:
    """Something that a person shows, as the person it is shown to may see it. `words` are the owner's."""

    thing: Thing
    owner: str
    owner_name: str
    words: str
    media: str | None = None
    media_kind: str | None = None
    plan: Plan | None = None
    question: str = ""  # of an answer: why or want
    day: date | None = None


@plain
@dataclass(frozen=True)
class CirclePlan:
    """A circle's shared actions, and what is shared with the circle."""

    circle: Known
    actions: tuple[Plan, ...]
    shared: tuple[SharedItem, ...]


@plain
@dataclass(frozen=True)
class LookCirclePlan(Look["CirclePlan | None"]):
    """See 'our plan' of a circle this person belongs to."""

    circle: str


@plain
@dataclass(frozen=True)
class LookMembers(Look[tuple[Known, ...]]):
    """See the other members of a circle this person belongs to; no supporters and no facilitators."""

    circle: str


@plain
@dataclass(frozen=True)
class Answers:
    """A person's own answers to the two questions; None where there is none yet."""

    why: OwnWords | None
    want: OwnWords | None
    why_id: str | None = None
    want_id: str | None = None


@plain
@dataclass(frozen=True)
class LookAnswers(Look[Answers]):
    """See one's own two answers."""


@plain
@dataclass(frozen=True)
class Showing:
    """One thing of a person's own, and who can see it now. `words` are their own."""

    thing: Thing
    words: str
    audiences: tuple[Audience, ...]
    names: tuple[str, ...]  # of the audiences, in order


@plain
@dataclass(frozen=True)
class LookShowing(Look[tuple[Showing, ...]]):
    """See everything of one's own that can be shown, newest first, with who can see it."""


@plain
@dataclass(frozen=True)
class Visit:
    """That somebody looked at what one shares."""

    name: str
    day: date
    time: time


@plain
@dataclass(frozen=True)
class LookWhoLooked(Look[tuple[Visit, ...]]):
    """See who looked at what one shares, newest first, at most ten."""


@plain
@dataclass(frozen=True)
class HelpAsked:
    """A request for help as the one asked, or the asker, may see it."""

    id: str
    action: str
    asker: str
    asker_name: str
    kind: str
    words: str
    state: HelpState
    offered_by: str | None
    offered_name: str
    what: str
    day: date | None
    time: time | None
    asked_back: str = ""  # what somebody asked about it, and by whom; only the two of them see it
    asked_back_by: str | None = None
    asked_back_name: str = ""
    reply: str = ""  # what the person answered to that
    offered_by_me: bool = False  # the viewer is the one who said yes
    asked_name: str = ""  # of the person or the circle that was asked


@plain
@dataclass(frozen=True)
class LookHelp(Look["HelpAsked | None"]):
    """See a request for help; None when it is over, or when the action is not shown to this person."""

    request: str


@plain
@dataclass(frozen=True)
class HumanHelp:
    """How to reach a person: names and number as the operator set them, and whether it is in hours."""

    names: tuple[str, ...]
    phone: str
    in_hours: bool
    weekdays: tuple[int, ...]
    start: time
    end: time


@plain
@dataclass(frozen=True)
class LookHumanHelp(Look[HumanHelp]):
    """See who can be reached now."""


@plain
@dataclass(frozen=True)
class Invited:
    """What a joining link is for."""

    invite: str
    kind: Kind
    circle: Known | None
    member: Known | None  # whom a supporter would support
    by_name: str
    device: bool = False  # for another device of the person who made it


@plain
@dataclass(frozen=True)
class LookInvite(Look["Invited | None"]):
    """See what a link, already opened by this person, is for; None when it is used up or too old."""

    invite: str


@plain
@dataclass(frozen=True)
class Joined:
    """Somebody who joins a celebration; `words` when they said something."""

    person: str
    name: str
    words: str = ""


@plain
@dataclass(frozen=True)
class Celebrated:
    """A celebration as one it is shown to may see it. `joined` in the order they came; no totals."""

    id: str
    owner: str
    owner_name: str
    words: str
    made_by: str  # me, us or someone-else
    joined: tuple[Joined, ...]


@plain
@dataclass(frozen=True)
class LookCelebration(Look["Celebrated | None"]):
    """See a celebration; None when it was taken back or is not shown to this person."""

    celebration: str


@plain
@dataclass(frozen=True)
class Calling:
    """That somebody wants to talk to a person, as one of the named people sees it."""

    id: str
    asker: str
    asker_name: str
    taken_by: str | None
    taken_name: str


@plain
@dataclass(frozen=True)
class LookCall(Look["Calling | None"]):
    """See a wish to talk; None when it is taken back, or when this is none of the named people."""

    call: str


@plain
@dataclass(frozen=True)
class Supporting:
    """That somebody would support a member: for the two of them. `agreed` is the member's yes."""

    id: str
    member: str
    member_name: str
    supporter: str
    supporter_name: str
    agreed: bool


@plain
@dataclass(frozen=True)
class LookSupport(Look["Supporting | None"]):
    """See that somebody would be this person's supporter, or they somebody's; None when it has ended."""

    support: str


@plain
@dataclass(frozen=True)
class Device:
    """Another device or account that waits to join this person. `channel` is telegram or web."""

    invite: str
    channel: str


@plain
@dataclass(frozen=True)
class LookDevice(Look["Device | None"]):
    """See the device that waits for this person's yes; None when none does any more."""

    invite: str
