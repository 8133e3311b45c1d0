"""One of everything, with a canary in each place that holds people's words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from bot.app.messages import Kind, Needs, Parcel, Received
from bot.dialogue.conversation import Conversation, Frame
from bot.dialogue.given import Opening
from bot.dialogue.saying import Said
from bot.domain.actions import Action, Ending, Part, Telling
from bot.domain.answers import Medium, OpeningAnswer
from bot.domain.calling import Call, CallState
from bot.domain.celebrating import Celebration, Hooray
from bot.domain.circles import Circle, Invite, Membership, Place, Post
from bot.domain.helping import HelpRequest
from bot.domain.people import Account, Person, Support
from bot.domain.people import Kind as PersonKind
from bot.domain.repeating import Freq, Repeats
from bot.domain.sharing import Thing
from bot.store import StoreTransaction, WebMessage

NOW = datetime(2026, 3, 2, 10, 30, 0, 123456, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
MASTER = bytes(range(32))


def canary(place: str) -> str:
    return f"canary of {place} \N{HATCHING CHICK}"


MO = Person("mo", canary("person.name"), joined=NOW)
SAM = Person("sam", "Sam", PersonKind.SUPPORTER, joined=NOW)
MO_WEB = Account("web", "person:mo", "mo", last_used=NOW)
GARDEN = Circle("garden", canary("circle.name"), 1, time(10), NOW)
GARDEN_CHAT = Place("telegram", "-100", "garden")
POST = Post("post", "garden", "mo", canary("post.words"), NOW)
ANSWER = OpeningAnswer(
    "a1", "mo", "why", canary("answer.words"), helped_by=canary("answer.helped_by"), at=NOW
)
ACTION = Action(
    "water",
    "mo",
    canary("action.what"),
    date(2026, 3, 3),
    time(14),
    Repeats(Freq.WEEK, 2, (1,), date(2026, 3, 3)),
    made=NOW,
)
TELLING = Telling(
    "t1",
    "water",
    "mo",
    date(2026, 3, 3),
    Ending.SOME,
    canary("telling.happened"),
    canary("telling.learned"),
    at=NOW,
)
CELEBRATION = Celebration("c1", "mo", canary("celebration.words"), "me", "water", "garden", at=NOW)
HOORAY = Hooray("c1", "sam", canary("hooray.words"))
HELP = HelpRequest(
    "h1",
    "water",
    "mo",
    "something-else",
    canary("help_request.words"),
    "sam",
    asked_at=NOW,
    asked_back=canary("help_request.asked_back"),
    asked_back_by="sam",
    reply=canary("help_request.reply"),
)
CALL = Call("call", "mo", 1, CallState.WAITING, NOW)
PHOTO = Medium("photo", "mo", "photo", "image/png", canary("medium.content").encode(), at=NOW)
PARCEL = Parcel(
    "web:1:0",
    Kind.REPLY,
    Said("answer-kept", {"words": canary("outbox.said")}),
    person="mo",
    needs=Needs("mo", (Thing("action", "water"), Thing("plans", "mo"))),
)
RECEIVED = Received(0, "web", "1", "person:mo", canary("inbox.body").encode(), NOW)
MESSAGE = WebMessage("m1", "person:mo", "out", {"text": canary("web_message.body")}, NOW)


def conversation() -> Conversation:
    opening = Opening("planning", {"what": canary("conversation.body")})
    return Conversation(frames=[Frame(opening, told=True)], shown=3, last_answer=NOW)


async def put_people(tx: StoreTransaction) -> None:
    await tx.people.add(MO)
    await tx.people.add(SAM)
    await tx.people.put_account(MO_WEB)
    await tx.people.put_support(Support("s1", "mo", "sam", member_agreed=True, supporter_agreed=True))
    await tx.circles.put(GARDEN)
    await tx.circles.put_membership(Membership("garden", "mo", PersonKind.MEMBER))
    await tx.circles.put_place(GARDEN_CHAT)


async def put_everything(tx: StoreTransaction) -> None:
    await put_people(tx)
    await tx.circles.add_post(POST)
    await tx.circles.put_invite(Invite("i1", "hash", PersonKind.MEMBER, LATER, circle="garden", by="mo"))
    await tx.practice.put_answer(ANSWER)
    await tx.practice.put_action(ACTION)
    await tx.practice.put_part(Part("water", "mo", agreed=True))
    await tx.practice.put_telling(TELLING)
    await tx.practice.put_celebration(CELEBRATION)
    await tx.practice.put_hooray(HOORAY)
    await tx.practice.put_help(HELP)
    await tx.practice.put_call(CALL)
    await tx.practice.put_medium(PHOTO)
    await tx.conversations.put("mo", conversation())
    await tx.outbox.add([PARCEL])
    await tx.inbox.add([RECEIVED])
    await tx.web.put(MESSAGE)
