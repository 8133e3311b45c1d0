from __future__ import annotations

from bot.dialogues.commands import Accept, SetName
from bot.dialogues.looks import Invited, LookInvite
from bot.domain.errors import LinkNotGood
from bot.domain.people import Kind
from tests.dialogues.people_and_words import BAKERS, GANG, JO, Person, World

TO_GANG = Invited("i1", Kind.MEMBER, GANG, None, "Kit")
TO_HOLD = Invited("i1", Kind.FACILITATOR, GANG, None, "Kit")
TO_SUPPORT = Invited("i1", Kind.SUPPORTER, None, JO, "Sam")
FIRST = Invited("i1", Kind.FACILITATOR, None, None, "")
NEW = {"greeted": False, "name": "", "circles": (), "supporters": ()}


def opens(invited: Invited | None, **here: object) -> Person:
    return Person(world=World(sights={LookInvite: invited}), **here)


def test_a_link_is_explained_and_joins_nobody_before_their_private_yes() -> None:
    new = opens(TO_GANG, **NEW)
    assert new.begin("joining", argument="i1") == [
        "joining-computer",
        "joining-circle-means",
        "joining-circle",
    ]
    assert new.read[1].startswith("Kit invites you to Garden Gang.")
    assert new.done == []
    assert new.press("yes") == ["hello-name"]
    assert new.types("Sam") == ["hello-nice", "joining-welcome", "hello-joined"]
    assert new.done == [SetName("Sam"), Accept("i1", yes=True)]


def test_no_is_a_good_answer() -> None:
    new = opens(TO_GANG, **NEW)
    new.begin("joining", argument="i1")
    assert new.press("no") == ["joining-not"]
    assert new.done == [Accept("i1", yes=False)]


def test_a_supporter_is_told_that_they_see_what_the_member_chooses() -> None:
    jo = opens(TO_SUPPORT, **{**NEW, "greeted": True, "name": "Jo", "kind": Kind.SUPPORTER})
    assert jo.begin("joining", argument="i1") == ["joining-supporter-means", "joining-supporter"]
    assert jo.read[0].endswith("You will see what Sam chooses to show you, and no more.")
    assert jo.press("yes") == ["part-supporter", "part-supporter-waits"]


def test_the_first_facilitator_needs_nobody_who_invites() -> None:
    kit = opens(FIRST, **{**NEW, "greeted": True, "name": "Kit"})
    assert kit.begin("joining", argument="i1") == ["joining-facilitator-means", "joining-facilitator"]
    assert kit.press("yes") == ["part-facilitator", "part-facilitator-starts"]
    assert kit.press_under_words("making-circle") == ["circle-name"]


def test_a_second_circle_welcomes_without_another_hello() -> None:
    sam = opens(TO_GANG, circles=(BAKERS,))
    assert sam.begin("joining", argument="i1") == ["joining-circle-means", "joining-circle"]
    assert sam.press("yes") == ["joining-welcome"]


def test_a_facilitator_of_a_circle_hears_what_it_means() -> None:
    sam = opens(TO_HOLD)
    assert sam.begin("joining", argument="i1") == ["joining-hold-means", "joining-hold"]
    assert sam.press("yes") == ["joining-welcome", "part-facilitator", "part-facilitator-starts"]


def test_a_listener_is_welcome() -> None:
    mary = opens(Invited("i1", Kind.LISTENER, GANG, None, ""), greeted=True)
    mary.begin("joining", argument="i1")
    assert mary.press("yes") == ["joining-welcome", "part-other"]


def test_a_link_that_is_used_up_or_goes_bad_meanwhile_is_answered_kindly() -> None:
    assert opens(None).begin("joining", argument="i1") == ["link-not-good"]
    sam = opens(TO_GANG, circles=(BAKERS,))
    sam.world.refuses = {Accept: LinkNotGood("i1")}
    sam.begin("joining", argument="i1")
    assert sam.press("yes") == ["link-not-good"]


def test_a_link_to_a_circle_one_is_in_asks_nothing() -> None:
    sam = Person(world=World(sights={LookInvite: TO_GANG}))
    assert sam.begin("joining", argument="i1") == ["joining-already"]
    assert sam.done == []
