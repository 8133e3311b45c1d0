"""The outbox: each parcel once, in order within its chat, found again when it has to be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.app.messages import Kind, Needs, Parcel, State
from bot.dialogue.saying import Said
from bot.domain.circles import Place
from bot.domain.sharing import Audience, Thing
from bot.store import SqlStore, StoreTransaction
from tests.store import samples as s

TO_MO = {"person": "mo"}
IN_GROUP = {"circle": "garden", "channel": "telegram", "address": "-100"}
ACTION = Thing("action", "water")


def parcel(name: str, kind: Kind = Kind.REPLY, **more: object) -> Parcel:
    to = more if "circle" in more else {**TO_MO, **more}
    return Parcel(name, kind, Said("hello", {"name": name}), **to)  # type: ignore[arg-type]


async def heads(tx: StoreTransaction, *, later: timedelta = timedelta(0)) -> list[str]:
    return [one.parcel.id for one in await tx.outbox.claim(s.NOW + later, 50)]


async def send(tx: StoreTransaction, name: str, address: str = "77", ref: str | None = None) -> None:
    queued = await tx.outbox.get(name)
    assert queued is not None
    await tx.outbox.claim(s.NOW, 50)
    await tx.outbox.sending([queued.order], {queued.order: ("telegram", address)})
    if ref is not None:
        await tx.outbox.sent(queued.order, ref)


async def state(tx: StoreTransaction, name: str) -> State:
    queued = await tx.outbox.get(name)
    assert queued is not None
    return queued.state


async def test_a_parcel_added_twice_goes_out_once(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("1"), parcel("1")])
        await send(tx, "1", ref="r")
        await tx.outbox.add([parcel("1")])
        assert await heads(tx) == []
        assert await state(tx, "1") is State.SENT


async def test_only_the_head_of_a_chat_may_be_claimed(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("1"), parcel("2"), parcel("3", person="sam")])
        assert await heads(tx) == ["1", "3"]
        await send(tx, "1")
        assert await heads(tx) == ["3"]
        await send(tx, "1", ref="r")
        assert await heads(tx) == ["2", "3"]


async def test_a_group_and_a_private_chat_do_not_wait_for_each_other(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("1"), parcel("2", Kind.GROUP, **IN_GROUP)])
        assert await heads(tx) == ["1", "2"]


async def test_what_matters_more_is_claimed_first(store: SqlStore) -> None:
    kinds = [Kind.NUDGE, Kind.CARD, Kind.QUESTION, Kind.SAFETY]
    async with store.transaction() as tx:
        await tx.outbox.add([parcel(kind.value, kind, person=f"p{nr}") for nr, kind in enumerate(kinds)])
        assert await heads(tx) == ["safety", "question", "card", "nudge"]
        assert [one.parcel.id for one in await tx.outbox.claim(s.NOW, 2)] == ["safety", "question"]


async def test_a_nudge_that_waits_for_the_morning_holds_up_no_reply(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("nudge", Kind.NUDGE, not_before=s.LATER), parcel("reply")])
        assert await heads(tx) == ["reply"]
        assert await heads(tx, later=timedelta(hours=1)) == ["nudge"]
        await tx.outbox.add([parcel("due", Kind.NUDGE, person="sam")])
        [due] = [one for one in await tx.outbox.claim(s.NOW, 5) if one.parcel.person == "sam"]
        await tx.outbox.again(due.order, s.LATER)  # the courier saw that it is night there
        await tx.outbox.add([parcel("reply to sam", person="sam")])
        assert await heads(tx) == ["reply", "reply to sam"]


async def test_a_parcel_that_has_to_be_tried_again_keeps_its_place(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("1"), parcel("2")])
        await send(tx, "1")
        [first] = await tx.outbox.left_sending()
        assert (first.attempts, first.parcel.address) == (1, "77")
        await tx.outbox.again(first.order, s.LATER)
        assert await heads(tx) == []
        assert await tx.outbox.next_due() is not None
        [again] = await tx.outbox.claim(s.LATER, 5)
        assert (again.parcel.id, again.parcel.not_before, again.parcel.address) == ("1", s.LATER, None)


async def test_a_group_message_tried_again_goes_to_the_same_group(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("1", Kind.GROUP, **IN_GROUP)])
        await send(tx, "1", address="-100")
        [first] = await tx.outbox.left_sending()
        await tx.outbox.again(first.order, s.NOW)
        [again] = await tx.outbox.claim(s.NOW, 5)
        assert (again.parcel.channel, again.parcel.address) == ("telegram", "-100")


async def test_after_a_stop_what_was_being_sent_is_known(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("1"), parcel("2", person="sam")])
        await send(tx, "1")
    async with store.transaction() as tx:
        [left] = await tx.outbox.left_sending()
        assert left.parcel.id == "1"
        await tx.outbox.unknown(left.order)
        assert await tx.outbox.left_sending() == []
        assert await state(tx, "1") is State.UNKNOWN


async def test_a_parcel_that_is_dropped_names_why_and_loses_its_words(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("1"), parcel("2")])
        [first] = await tx.outbox.claim(s.NOW, 5)
        await tx.outbox.drop(first.order, "blocked")
        assert await heads(tx) == ["2"]
        dropped = await tx.outbox.get("1")
        assert dropped is not None
        assert (dropped.state, dropped.dropped, dropped.parcel.said) == (State.DROPPED, "blocked", None)


async def test_a_question_is_found_while_it_is_on_its_way_or_there(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("1", question=4), parcel("2", question=5), parcel("3", question=4)])
        await send(tx, "1", ref="r")
        assert [one.parcel.id for one in await tx.outbox.showing_question("mo", 4)] == ["1", "3"]
        third = await tx.outbox.get("3")
        assert third is not None
        await tx.outbox.drop(third.order, "blocked")
        [shown] = await tx.outbox.showing_question("mo", 4)
        assert (shown.ref, shown.parcel.channel, shown.parcel.address) == ("r", "telegram", "77")
        assert await tx.outbox.showing_question("sam", 4) == []


async def test_a_card_is_found_where_it_stands_newest_in_each_chat(store: SqlStore) -> None:
    card = {"card": "celebration:c1"}
    async with store.transaction() as tx:
        await tx.outbox.add(
            [parcel("mo 1", Kind.CARD, **card), parcel("sam", Kind.CARD, person="sam", **card)]
        )
        await tx.outbox.add(
            [parcel("mo 2", Kind.CARD, **card), parcel("group", Kind.CARD, **IN_GROUP, **card)]
        )
        await tx.outbox.add([parcel("edit", Kind.EDIT, edits="sam", person="sam", **card)])
        assert [one.parcel.id for one in await tx.outbox.showing_card("celebration:c1")] == [
            "sam",
            "mo 2",
            "group",
        ]
        newest = await tx.outbox.get("mo 2")
        assert newest is not None
        await tx.outbox.drop(newest.order, "withdrawn")
        assert [one.parcel.id for one in await tx.outbox.showing_card("celebration:c1")] == [
            "mo 1",
            "sam",
            "group",
        ]
        edit = await tx.outbox.waiting_edit("sam")
        assert edit is not None
        assert edit.parcel.id == "edit"
        assert await tx.outbox.waiting_edit("mo 1") is None


async def test_a_message_is_found_by_the_channels_reference_and_not_its_edit(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("1"), parcel("edit", Kind.EDIT, edits="1")])
        await send(tx, "1", ref="r")
        await send(tx, "edit", ref="r")
        found = await tx.outbox.by_ref("telegram", "77", "r")
        assert found is not None
        assert found.parcel.id == "1"
        assert await tx.outbox.by_ref("telegram", "78", "r") is None


async def test_taking_back_a_share_stops_what_waits_and_gives_what_went_out(store: SqlStore) -> None:
    needs = Needs("mo", (ACTION, Thing("plans", "mo")))
    async with store.transaction() as tx:
        await tx.outbox.add([parcel(str(nr), person=f"p{nr}", needs=needs) for nr in range(3)])
        await tx.outbox.add([parcel("other", person="p4", needs=Needs("mo", (Thing("action", "x"),)))])
        await tx.outbox.add([parcel("hers", person="p5", needs=Needs("sam", (ACTION,)))])
        await send(tx, "0", ref="r")
        await send(tx, "1")
        assert [one.parcel.id for one in await tx.outbox.withdraw("mo", ACTION)] == ["0", "1"]
        dropped = await tx.outbox.get("2")
        assert dropped is not None
        assert (dropped.state, dropped.dropped, dropped.parcel.needs) == (State.DROPPED, "withdrawn", needs)
        assert await heads(tx) == ["other", "hers"]


async def test_taking_back_a_share_from_one_leaves_it_with_others(store: SqlStore) -> None:
    needs = Needs("mo", (ACTION,))
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("sam", person="sam", needs=needs)])
        await tx.outbox.add([parcel("group", Kind.CARD, **IN_GROUP, needs=needs)])
        await tx.outbox.withdraw("mo", ACTION, Audience("circle", "garden"))
        assert await heads(tx) == ["sam"]
        await tx.outbox.withdraw("mo", ACTION, Audience("person", "sam"))
        assert await heads(tx) == []


async def test_what_was_sent_to_a_person_is_counted(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("1"), parcel("2", Kind.NUDGE), parcel("3"), parcel("4")])
        await send(tx, "1", ref="r")
        await send(tx, "2", ref="r")
        await send(tx, "3")
        assert await tx.outbox.count("mo", Kind.REPLY, s.NOW) == 2
        assert await tx.outbox.count("mo", Kind.REPLY, s.LATER) == 0
        assert await tx.outbox.count("mo", Kind.NUDGE, s.NOW) == 1


async def test_the_next_moment_is_known_when_all_wait_for_it(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add([parcel("1", not_before=s.LATER)])
        assert await tx.outbox.next_due() == s.LATER


async def test_what_waits_for_a_group_moves_with_it(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
        await tx.outbox.add([parcel("1", Kind.GROUP, **IN_GROUP), parcel("2", Kind.CARD, **IN_GROUP)])
        await send(tx, "1", address="-100")
        await tx.circles.move_place("telegram", "-100", "-200")
        [first] = await tx.outbox.left_sending()
        await tx.outbox.again(first.order, s.NOW)
        [head] = await tx.outbox.claim(s.NOW, 5)
        assert (head.parcel.id, head.parcel.address) == ("1", "-200")
        await tx.outbox.drop(head.order, "refused")
        [head] = await tx.outbox.claim(s.NOW, 5)
        assert (head.parcel.id, head.parcel.address) == ("2", "-200")
        assert await tx.circles.place("telegram", "-200") == replace(Place("telegram", "-200", "garden"))
