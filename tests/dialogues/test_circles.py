from __future__ import annotations

from datetime import date, time

from bot.dialogues.commands import EndSupport, LeaveCircle, MakeCircle, MakeInvite, SetWeekly
from bot.dialogues.looks import Known, LookMembers
from bot.domain.errors import Gone, NotYours
from bot.domain.people import Kind
from bot.domain.when import When
from tests.dialogues.people_and_words import ANN, BAKERS, GANG, JO, Person, World

KIT = {"kind": Kind.FACILITATOR, "circles": (), "holds": (GANG,), "supporters": ()}


def kit(**here: object) -> Person:
    return Person(world=World(gives={MakeCircle: "new", MakeInvite: "token"}), **{**KIT, **here})


def refusing(command: type, refusal: Exception, **here: object) -> Person:
    return Person(world=World(refuses={command: refusal}), **here)  # type: ignore[dict-item]


# Circles


def test_my_circles_are_named_with_what_can_be_done_there() -> None:
    sam = Person(circles=(GANG, BAKERS))
    assert sam.begin("circles") == ["circles-mine", "circles-what"]
    assert sam.read[1:3] == ["circle gang", "circle bakers"]
    assert sam.offered == ["The weekly message", "Leave a circle", "Not now"]
    assert sam.press("not-now") == ["that-is-fine"]


def test_a_facilitator_can_invite_and_make_circles_and_who_has_no_circle_hears_how_to_join() -> None:
    assert kit().begin("circles") == ["circles-mine", "circles-what"]
    first = kit(holds=())
    assert first.begin("circles") == ["circles-what"]
    assert first.press("making_circle") == ["circle-name"]
    assert Person(circles=()).begin("circles") == ["circles-none"]


def test_a_new_circle_has_nothing_in_it_and_people_can_be_invited_one_by_one() -> None:
    someone = kit()
    assert someone.begin("making_circle") == ["circle-name"]
    assert someone.types("Bakers") == ["kept", "circle-made", "circle-invite-now"]
    assert "There is nothing in it yet" in someone.read[1]
    someone.world.here = kit(holds=(GANG, BAKERS)).world.here
    assert someone.press("yes") == ["invite-to-which"]
    someone.press("bakers")
    assert someone.press("member") == ["invite-link", "invite-as"]
    assert someone.read[0] == "Send this link to 1 person. It is for circle bakers: link token"
    someone.press("facilitator")
    assert someone.press("not-now") == ["that-is-fine"]
    assert someone.done == [
        MakeCircle("Bakers"),
        MakeInvite(Kind.MEMBER, "bakers"),
        MakeInvite(Kind.FACILITATOR, "bakers"),
    ]


def test_inviting_can_wait() -> None:
    someone = kit()
    someone.begin("making_circle")
    someone.types("Bakers")
    assert someone.press("not-now") == ["that-is-fine"]


def test_inviting_to_one_circle_asks_for_none_and_can_stop_before_the_circle_is_chosen() -> None:
    assert kit().begin("inviting") == ["invite-as"]
    assert kit().begin("inviting", argument="gang") == ["invite-as"]
    several = kit(holds=(GANG, BAKERS))
    several.begin("inviting")
    assert several.press("not-now") == ["that-is-fine"]


def test_only_a_facilitator_makes_circles_and_invites() -> None:
    sam = refusing(MakeCircle, NotYours("sam"))
    sam.begin("making_circle")
    assert sam.types("Mine") == ["kept", "circle-for-facilitators"]
    assert Person().begin("inviting", argument="gang") == ["circle-for-facilitators"]
    someone = refusing(MakeInvite, NotYours("kit"), **KIT)
    someone.begin("inviting")
    assert someone.press("member") == ["circle-for-facilitators"]


# The weekly message


def test_a_member_chooses_the_day_and_time_of_the_weekly_message() -> None:
    sam = Person()
    assert sam.begin("weekly_message") == ["weekly-day"]
    assert sam.offered == ["Monday", "Tuesday", "Wednesday", "Thursday", "Another day"]
    sam.press("something-else")
    assert sam.offered == ["Friday", "Saturday", "Sunday", "No message"]
    assert sam.press("day-4") == ["weekly-time"]
    assert sam.press("1400") == ["weekly-set"]
    assert sam.read == ["I will write to circle gang each Friday at 2pm."]
    assert sam.done == [SetWeekly("gang", 4, time(14))]


def test_the_day_can_be_typed() -> None:
    sam = Person()
    sam.begin("weekly_message")
    assert sam.types("fridays", when=When(day=date(2026, 12, 4))) == ["weekly-time"]


def test_no_weekly_message_is_a_choice() -> None:
    sam = Person(circles=(GANG, BAKERS))
    sam.begin("weekly_message")
    sam.press("bakers")
    sam.press("something-else")
    assert sam.press("no-weekly") == ["weekly-none"]
    assert sam.done == [SetWeekly("bakers", None, None)]


def test_the_weekly_message_of_no_circle_or_of_one_that_was_left() -> None:
    assert Person(circles=()).begin("weekly_message") == ["circles-none"]
    several = Person(circles=(GANG, BAKERS))
    several.begin("weekly_message", argument="somebody-elses")
    assert several.press("not-now") == ["that-is-fine"]
    sam = refusing(SetWeekly, Gone("gang"))
    sam.begin("weekly_message")
    sam.press("day-0")
    assert sam.press("0900") == ["circle-not-yours"]


# Leaving


def test_leaving_says_first_what_it_means() -> None:
    sam = Person()
    assert sam.begin("leaving_circle") == ["leave-sure"]
    assert sam.press("yes") == ["left-circle"]
    assert sam.done == [LeaveCircle("gang")]


def test_staying_is_fine_and_so_is_having_no_circle_or_choosing_none() -> None:
    sam = Person()
    sam.begin("leaving_circle")
    assert sam.press("no") == ["leave-not"]
    assert Person(circles=()).begin("leaving_circle") == ["circles-none"]
    several = Person(circles=(GANG, BAKERS))
    several.begin("leaving_circle")
    assert several.press("not-now") == ["that-is-fine"]
    gone = refusing(LeaveCircle, Gone("gang"))
    gone.begin("leaving_circle")
    assert gone.press("yes") == ["circle-not-yours"]


# Supporters


def test_my_supporters_are_named_with_what_can_be_done() -> None:
    sam = Person(supports=(ANN,))
    assert sam.begin("supporters") == ["supporters-mine", "supporters-of-others", "supporters-what"]
    assert sam.offered == ["Invite a supporter", "End support", "Not now"]
    assert sam.press("not-now") == ["that-is-fine"]
    assert Person(supporters=()).begin("supporters") == ["supporters-what"]
    nobody = Person(kind=Kind.SUPPORTER, circles=(), supporters=())
    assert nobody.begin("supporters") == ["supporters-nobody-yet"]


def test_a_member_gets_a_link_for_the_supporter_they_choose() -> None:
    sam = Person(world=World(gives={MakeInvite: "token"}))
    sam.begin("supporters")
    assert sam.press("inviting_supporter") == ["supporter-means", "supporter-link"]
    assert sam.press("yes") == ["supporter-link-made"]
    assert sam.read == ["Send this link to the person you choose: link token"]
    assert sam.done == [MakeInvite(Kind.SUPPORTER, supporter_of_me=True)]


def test_inviting_a_supporter_can_wait_and_is_for_members() -> None:
    sam = Person()
    sam.begin("inviting_supporter")
    assert sam.press("not-now") == ["supporter-not"]
    someone = refusing(MakeInvite, NotYours("kit"), **KIT)
    someone.begin("inviting_supporter")
    assert someone.press("yes") == ["supporter-for-members"]


def test_support_ends_after_saying_what_that_means() -> None:
    sam = Person(supports=(ANN,))
    assert sam.begin("ending_support") == ["end-support-which"]
    assert sam.offered == ["Jo", "Ann", "Not now"]
    assert sam.press("jo") == ["end-support-sure"]
    assert sam.press("yes") == ["support-ended-now"]
    assert sam.done == [EndSupport("jo")]


def test_support_goes_on_when_the_person_wants_that_or_there_is_none() -> None:
    sam = Person(supports=(ANN,))
    assert sam.begin("ending_support", argument="ann") == ["end-support-sure"]
    assert sam.press("no") == ["end-support-not"]
    several = Person(supports=(ANN,))
    several.begin("ending_support", argument="a-stranger")
    assert several.press("not-now") == ["end-support-not"]
    assert Person(supporters=()).begin("ending_support") == ["supporters-nobody-yet"]
    gone = refusing(EndSupport, Gone("jo"), supporters=(JO,))
    gone.begin("ending_support")
    assert gone.press("yes") == ["end-support-gone"]


# Devices


def test_another_device_gets_a_link_and_this_one_will_be_asked() -> None:
    sam = Person(world=World(gives={MakeInvite: "token"}))
    assert sam.begin("another_device") == ["device-link"]
    assert sam.press("yes") == ["device-link-made", "device-link-private"]
    assert sam.done == [MakeInvite(Kind.MEMBER, device=True)]
    again = Person()
    again.begin("another_device")
    assert again.press("not-now") == ["device-not"]


def test_who_else_is_in_a_circle_is_named() -> None:
    sam = Person(world=World(sights={LookMembers: (Known("lee", "Lee"), Known("priya", "Priya"))}))
    sam.begin("circles")
    assert sam.read[1] == "circle gang, with Lee and Priya"


def test_when_the_weekly_message_comes_is_for_members_to_choose() -> None:
    facilitator = kit()
    facilitator.begin("circles")
    assert "The weekly message" not in facilitator.offered
    assert kit().begin("weekly_message") == ["weekly-for-members"]
