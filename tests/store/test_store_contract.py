"""What every store promises of people, circles, conversations and the web channel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.app.ports import Store, Transaction
from bot.dialogue.conversation import Conversation
from bot.domain.actions import Part
from bot.domain.circles import Membership, Place, Post
from bot.domain.people import Account, Kind, Person, QuietHours, Support
from bot.store import SqlStore, StoreTransaction, WebLog, WebSession
from tests.store import samples as s


def as_store(store: SqlStore) -> Store:
    return store


def as_transaction(tx: StoreTransaction) -> Transaction:
    return tx


def as_web_log(tx: StoreTransaction) -> WebLog:
    return tx.web


async def test_everything_comes_back_as_it_was_put(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
    async with store.reading() as tx:
        assert await tx.people.get("mo") == s.MO
        assert await tx.people.account("web", "person:mo") == s.MO_WEB
        assert await tx.circles.get("garden") == s.GARDEN
        assert await tx.circles.posts("garden", 5) == [s.POST]
        assert await tx.practice.answers("mo") == [s.ANSWER]
        assert await tx.practice.answer("a1") == s.ANSWER
        assert await tx.practice.action("water") == s.ACTION
        assert await tx.practice.parts("water") == [Part("water", "mo", agreed=True)]
        assert await tx.practice.parts_of("mo") == [Part("water", "mo", agreed=True)]
        assert await tx.practice.telling("t1") == s.TELLING
        assert await tx.practice.tellings("mo") == await tx.practice.tellings_of("water") == [s.TELLING]
        assert await tx.practice.celebration("c1") == s.CELEBRATION
        assert await tx.practice.celebrations("mo") == [s.CELEBRATION]
        assert await tx.practice.hoorays("c1") == [s.HOORAY]
        assert await tx.practice.help("h1") == s.HELP
        assert await tx.practice.helps("water") == await tx.practice.helps_with("sam") == [s.HELP]
        assert await tx.practice.call("call") == await tx.practice.call_waiting("mo") == s.CALL
        assert await tx.practice.medium("photo") == s.PHOTO
        assert await tx.conversations.get("mo") == s.conversation()
        assert await tx.inbox.waiting(5) == [replace(s.RECEIVED, order=1)]
        queued = await tx.outbox.get("web:1:0")
        assert queued is not None
        assert queued.parcel == s.PARCEL
        assert await tx.web.messages("person:mo", 0, 5) == [replace(s.MESSAGE, order=1)]


async def test_what_is_not_there_is_none_or_empty(store: SqlStore) -> None:
    async with store.reading() as tx:
        assert await tx.people.get("x") is None
        assert await tx.people.account("web", "x") is None
        assert await tx.people.named([]) == {}
        assert await tx.circles.get("x") is None
        assert await tx.practice.action("x") is None
        assert await tx.practice.medium("x") is None
        assert await tx.practice.call_waiting("x") is None
        assert await tx.conversations.get("x") == Conversation()
        assert await tx.outbox.get("x") is None
        assert await tx.outbox.next_due() is None
        assert await tx.nudges.next_due() is None
        assert await tx.web.get("x") is None
        assert await tx.web.newest("x") == 0


async def test_people_are_found_by_id_kind_and_account(store: SqlStore) -> None:
    changed = replace(s.MO, name="Maureen", quiet=QuietHours(), paused_until=date(2026, 4, 1), unanswered=2)
    async with store.transaction() as tx:
        await s.put_people(tx)
        await tx.people.save(changed)
        assert await tx.people.get("mo") == changed
    async with store.transaction() as tx:
        assert await tx.people.named(["sam", "mo", "x"]) == {"sam": s.SAM, "mo": changed}
        assert await tx.people.of_kind(Kind.SUPPORTER) == [s.SAM]
        phone = Account("telegram", "77", "mo", last_used=s.LATER)
        await tx.people.put_account(phone)
        await tx.people.put_account(Account("telegram", "78", "mo"))
        found = await tx.people.accounts("mo")
        assert [one.address for one in found] == ["77", "person:mo", "78"]
        await tx.people.put_account(replace(phone, reachable=False))
        assert await tx.people.account("telegram", "77") == replace(phone, reachable=False)
    async with store.reading() as tx:
        assert await tx.people.account("telegram", "77") == replace(phone, reachable=False)


async def test_what_was_saved_is_not_hidden_by_what_is_read_after(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
    async with store.transaction() as tx:
        await tx.people.save(replace(s.MO, name="Maureen"))
        await tx.people.account("web", "person:mo")
        found = await tx.people.get("mo")
        assert found is not None
        assert found.name == "Maureen"


async def test_support_is_seen_from_both_sides_and_can_end(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
        support = await tx.people.support("s1")
        assert support == Support("s1", "mo", "sam", member_agreed=True, supporter_agreed=True)
        assert await tx.people.supports_of("mo") == await tx.people.supported_by("sam") == [support]
        await tx.people.put_support(replace(support, ended=True))
        assert [one.ended for one in await tx.people.supports_of("mo")] == [True]


async def test_someone_who_left_is_no_member_any_more(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
        member = Membership("garden", "mo", Kind.MEMBER)
        assert await tx.circles.members("garden") == [member]
        assert await tx.circles.of_person("mo") == [(s.GARDEN, member)]
        await tx.circles.put_membership(replace(member, left=True))
        assert await tx.circles.members("garden") == []
        assert await tx.circles.of_person("mo") == []


async def test_a_group_that_moved_is_found_at_its_new_address_alone(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_people(tx)
        await tx.circles.put_place(Place("telegram", "-200", None))
        await tx.circles.move_place("telegram", "-100", "-200")
        await tx.circles.move_place("telegram", "-100", "-200")
        assert await tx.circles.place("telegram", "-100") is None
        assert await tx.circles.places("garden") == [Place("telegram", "-200", "garden")]
        await tx.circles.put_place(Place("telegram", "-200", "garden", gone=True))
        assert await tx.circles.places("garden") == []


async def test_posts_are_the_newest_ones_oldest_first_and_added_once(store: SqlStore) -> None:
    posts = [
        Post(f"p{n}", "garden", "mo", f"words {n}", s.NOW + timedelta(minutes=n), media=None)
        for n in range(4)
    ]
    async with store.transaction() as tx:
        await s.put_people(tx)
        for post in (*posts, posts[0]):
            await tx.circles.add_post(post)
        assert await tx.circles.posts("garden", 3) == posts[1:]


async def test_a_joining_link_is_found_by_its_hash(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
        invite = await tx.circles.invite_by_token("hash")
        assert invite is not None
        assert invite == await tx.circles.invite("i1")
        await tx.circles.put_invite(replace(invite, used_by="sam"))
        again = await tx.circles.invite("i1")
        assert again is not None
        assert again.used_by == "sam"


async def test_a_conversation_that_was_read_is_nobody_elses_object(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await tx.conversations.put("mo", s.conversation())
        first = await tx.conversations.get("mo")
        first.give_up()
        assert await tx.conversations.get("mo") == s.conversation()
        await tx.conversations.note_unclear("plan-when", s.NOW)


async def test_what_many_turns_look_up_can_be_read_at_once(store: SqlStore) -> None:
    async with store.transaction() as tx:
        await s.put_everything(tx)
        await tx.people.add(Person("new", "New"))
        await tx.people.put_account(Account("web", "person:new", "new"))
    async with store.transaction() as tx:
        await tx.expect(
            [s.RECEIVED, replace(s.RECEIVED, account="person:new"), replace(s.RECEIVED, account="x")]
        )
        assert await tx.people.account("web", "person:mo") == s.MO_WEB
        assert await tx.people.get("mo") == s.MO
        assert await tx.conversations.get("mo") == s.conversation()
        assert await tx.conversations.get("new") == Conversation()
        assert await tx.people.account("web", "x") is None


async def test_a_web_message_keeps_its_place_when_it_is_edited(store: SqlStore) -> None:
    async with store.transaction() as tx:
        for name in ("m1", "m2", "m3"):
            await tx.web.put(replace(s.MESSAGE, id=name))
        await tx.web.put(replace(s.MESSAGE, id="m2", body={"text": "new"}, edited=s.LATER))
        found = await tx.web.get("m2")
        assert found is not None
        assert (found.order, found.body, found.edited) == (2, {"text": "new"}, s.LATER)
        assert [one.id for one in await tx.web.messages("person:mo", 1, 5)] == ["m2", "m3"]
        assert [one.id for one in await tx.web.latest("person:mo", 2)] == ["m2", "m3"]
        assert await tx.web.newest("person:mo") == 3


async def test_a_device_can_be_signed_out_from_elsewhere(store: SqlStore) -> None:
    session = WebSession("hash", "mo", s.NOW, s.NOW)
    async with store.transaction() as tx:
        await tx.web.put_session(session)
        await tx.web.put_session(replace(session, last_used=s.LATER))
        assert await tx.web.sessions_of("mo") == [replace(session, last_used=s.LATER)]
        await tx.web.end_session("hash")
        found = await tx.web.session("hash")
        assert found is not None
        assert found.ended
        assert await tx.web.sessions_of("mo") == []
