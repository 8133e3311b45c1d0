from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actions import Action
from bot.domain.answers import WHY, Medium, OpeningAnswer
from bot.domain.celebrating import Celebration, Hooray
from bot.domain.plain import dump, load
from bot.domain.seeing import sees_action, things_of_action, things_of_learning
from bot.domain.sharing import Audience, LookedAt, Share, Thing, Viewer, may_see

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
WATER = Action("a", "sam", "water", None)
TOGETHER = Action("b", "sam", "bake sale", None, circle="garden")
JO = Viewer("jo", frozenset(), frozenset({"sam"}))
LEE = Viewer("lee", frozenset({"garden"}), frozenset())
SAM = Viewer("sam", frozenset(), frozenset())


def share(thing: Thing, kind: str, to: str, owner: str = "sam") -> Share:
    return Share("s", owner, thing, Audience(kind, to), NOON)


def test_nothing_is_seen_that_nobody_chose():
    assert may_see(SAM, "sam", (), ())
    assert not may_see(JO, "sam", things_of_action(WATER), ())


def test_a_share_with_a_supporter_counts_while_the_support_holds():
    shares = [share(Thing("plans", "sam"), "person", "jo")]
    assert sees_action(JO, WATER, shares)
    assert not sees_action(Viewer("jo", frozenset(), frozenset()), WATER, shares)


def test_a_share_with_a_circle_counts_for_who_belongs_to_it_now():
    shares = [share(Thing("action", "a"), "circle", "garden")]
    assert sees_action(LEE, WATER, shares)
    assert not sees_action(JO, WATER, shares)


def test_a_we_will_belongs_to_everybody_in_its_circle():
    assert sees_action(LEE, TOGETHER, ())
    assert sees_action(SAM, TOGETHER, ())
    assert not sees_action(JO, TOGETHER, [share(Thing("plans", "sam"), "person", "jo")])


def test_what_was_learned_is_part_of_the_telling():
    whole = [share(Thing("telling", "t"), "person", "jo")]
    assert may_see(JO, "sam", things_of_learning("t"), whole)
    learned = [share(Thing("learning", "t"), "person", "jo")]
    assert not may_see(JO, "sam", (Thing("telling", "t"),), learned)


ids = st.sampled_from(["sam", "jo", "lee", "garden", "bakery", "a"])
things = st.builds(Thing, st.sampled_from(["action", "plans", "answer"]), ids)
shares_ = st.builds(
    Share,
    st.just("s"),
    ids,
    things,
    st.builds(Audience, st.sampled_from(["person", "circle"]), ids),
    st.just(NOON),
)


@given(
    st.builds(Viewer, ids, st.frozensets(ids), st.frozensets(ids)),
    ids,
    st.lists(things, max_size=3),
    st.lists(shares_, max_size=4),
)
def test_whoever_sees_something_is_its_owner_or_was_chosen_and_still_belongs(viewer, owner, under, shares):
    if may_see(viewer, owner, under, shares) and viewer.person != owner:
        assert any(
            one.owner == owner
            and one.thing in under
            and (
                (one.audience == Audience("person", viewer.person) and owner in viewer.supports)
                or (one.audience.kind == "circle" and one.audience.id in viewer.circles)
            )
            for one in shares
        )


def test_an_action_can_be_kept_in_a_journal_and_comes_back_the_same():
    assert load(dump(TOGETHER)) == TOGETHER


def test_things_people_make_begin_with_nothing_but_their_words():
    assert OpeningAnswer("o", "sam", WHY).words == ""
    assert Celebration("c", "sam", "40 cakes", "me").circle is None
    assert Hooray("c", "lee").words == ""
    assert Medium("m", "sam", "photo", "image/jpeg").content is None
    assert LookedAt("l", "sam", "jo", NOON).viewer == "jo"
