"""The first walk over the fake Bot API: three people and a group, and what a platform can do to them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.domain.people import Kind
from tests.acceptance.on_telegram import Alongside, alongside
from tests.fakes.bot_api.client import FakeTelegram, Group, Person, server_process, talking_to

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

HELLO = ("[Start]", "[Words and pictures]", "[That is OK]")
TUESDAY = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with server_process() as running:
        yield running.url


@pytest_asyncio.fixture
async def telegram(url: str) -> AsyncIterator[FakeTelegram]:
    async with talking_to(url) as server:
        yield server


@pytest_asyncio.fixture
async def running(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Alongside]:
    async with alongside(telegram, tmp_path) as started:
        yield started


async def people(telegram: FakeTelegram) -> tuple[Person, Person, Person]:
    kit, sam, lee = [await telegram.person(name) for name in ("Kit", "Sam", "Lee")]
    return kit, sam, lee


async def facilitator(running: Alongside, kit: Person) -> None:
    await kit.start(await running.invite(Kind.FACILITATOR))
    await running.hears(kit, "Do you want to be a facilitator?")
    await running.asks(kit, "[Yes, I do]", "Kit", *HELLO)
    await running.hears(kit, "add me to a group chat")


async def member(running: Alongside, person: Person, group: Group) -> str:
    token = await running.opens_the_door(person, group)
    await running.hears(person, "Do you want to join")
    await running.asks(person, "[Yes, I want to join]", str(person.user["first_name"]), *HELLO)
    await running.hears(person, "Why are you here?")
    return token


async def garden_gang(running: Alongside, kit: Person, sam: Person, lee: Person) -> Group:
    """A facilitator, who made a circle of a group, and two members who came in by its door."""
    await facilitator(running, kit)
    group = await kit.makes_group("Garden Gang", sam, lee)
    await group.add_bot(kit)
    await running.hears(group, "I am a computer helper")
    for person in (sam, lee):
        await member(running, person, group)
        await running.asks(person, "[Skip]", "[Skip]")
    return group


async def test_two_questions_a_plan_with_help_a_nudge_how_it_went_and_a_celebration(
    running: Alongside, telegram: FakeTelegram
) -> None:
    kit, sam, lee = await people(telegram)
    await facilitator(running, kit)
    group = await kit.makes_group("Garden Gang", sam, lee)
    await group.add_bot(kit)
    # 1. Joining by the door; the link works once.
    await running.hears(group, "I am a computer helper")
    token = await member(running, sam, group)
    await lee.start(token)
    await running.hears(lee, "used that link already")
    await member(running, lee, group)
    await running.asks(lee, "[Skip]", "[Skip]")
    # 3, 4. The two questions, in one's own words.
    await running.asks(sam, "becuase i like <b>gardning</b> & cake")
    await running.hears(sam, "I kept that: “becuase i like <b>gardning</b> & cake”")
    await running.asks(sam, "[Just me]", "grow things", "[Just me]")
    await running.hears(sam, "I have no more questions now")
    # 5. A plan; the circle is asked, Lee says yes, Sam is glad.
    await running.asks(
        sam,
        "im gonna water the tomatos on tuesday",
        "[That's right]",
        "[Yes, some help]",
        "[Someone with me]",
        "[Anyone in Garden Gang]",
        "[Ask Garden Gang]",
        "[That morning]",
    )
    await running.hears(group, "Sam asks")
    await lee.presses("Yes", chat_id=group.id)
    await running.hears(sam, "Lee says yes")
    await running.asks(sam, "[Good]")
    await running.hears(lee, "Sam is glad to have your help")
    # 6. The nudge of the morning.
    await running.move(TUESDAY.replace(hour=9, minute=31))
    reminder = await running.hears(sam, "water the tomatos. Lee will help you")
    assert reminder.has_photo
    await running.asks(sam, "[OK]")
    # 7. How it went.
    await running.move(TUESDAY.replace(hour=18, minute=1))
    await running.asks(sam, "[It did not go to plan]", "it raind", "have a rain day plan", "[Let it go]")
    await running.hears(sam, "Thank you for telling me")
    await running.asks(sam, "[Just what I learned]")
    # 8. A celebration, edited in place as people join and leave.
    await running.asks(sam, "we sold 40 cakes!!!!", "[Me and others]", "[Tell Garden Gang]")
    card = await running.hears(group, "we sold 40 cakes!!!!")
    for presser, shown in ((lee, "Lee"), (kit, "Kit")):
        await presser.presses("Hooray 🎉", chat_id=group.id)
        await telegram.until(
            group.id, lambda found, name=shown: name in _text_of(found, card.message_id), seconds=20
        )
    await lee.presses("Hooray 🎉", chat_id=group.id)
    await telegram.until(group.id, lambda found: "Lee" not in _text_of(found, card.message_id), seconds=20)
    # 9. What Lee sees of it is what Sam showed.
    await running.asks(lee, "our plan")
    await running.hears(lee, "rain day plan")
    assert not any("gardning" in shown.text for shown in [*await lee.sees(), *await group.sees()])
    refused = [call for call in await telegram.calls() if call.status not in {0, 200}]
    assert [call.description for call in refused if "is not modified" not in call.description] == []


def _text_of(messages: list[object], number: int) -> str:
    return next(str(one.text) for one in messages if one.message_id == number)  # type: ignore[attr-defined]


async def test_a_group_is_not_spoken_to_by_name_alone(running: Alongside, telegram: FakeTelegram) -> None:
    kit, sam, lee = await people(telegram)
    group = await garden_gang(running, kit, sam, lee)
    await sam.says("we meet at 3", chat_id=group.id)
    await sam.says("@alongside_test_bot im gonna bake a cake", chat_id=group.id)
    await running.hears(group, "I talk with each person in private")
    assert not any("cake" in shown.text for shown in await group.sees() if shown.by_bot)


async def test_somebody_who_is_no_facilitator_makes_no_circle(
    running: Alongside, telegram: FakeTelegram
) -> None:
    stranger = await telegram.person("Stranger")
    group = await stranger.makes_group("Mine")
    await group.add_bot(stranger)
    await running.hears(group, "A facilitator who knows me")
    await stranger.start()
    await running.hears(stranger, "you need a link")


async def test_who_blocks_is_left_alone_and_who_comes_back_goes_on(
    running: Alongside, telegram: FakeTelegram
) -> None:
    kit, sam, lee = await people(telegram)
    group = await garden_gang(running, kit, sam, lee)
    await running.asks(lee, "im gonna water the tomatos on tuesday", "[That's right]", "[I can do it myself]")
    await running.asks(lee, "[That morning]")
    await lee.blocks()
    await running.calm()
    before = len(await lee.sees())
    await running.move(TUESDAY.replace(hour=9, minute=31))
    await running.asks(sam, "my plan")
    assert len(await lee.sees()) == before
    await lee.unblocks()
    await running.asks(lee, "my plan")
    await running.hears(lee, "water the tomatos")
    assert group.id < 0


async def test_a_group_that_moves_stays_the_circle_and_one_that_removes_us_is_left_alone(
    running: Alongside, telegram: FakeTelegram
) -> None:
    kit, sam, lee = await people(telegram)
    group = await garden_gang(running, kit, sam, lee)
    new = await group.migrate(kit)
    await running.asks(sam, "we sold 40 cakes!!!!", "[Me]", "[Tell Garden Gang]")
    await running.hears(new, "we sold 40 cakes!!!!")
    await lee.presses("Hooray 🎉", chat_id=new.id)
    await telegram.until(
        new.id, lambda found: any("Lee" in one.text for one in found if one.by_bot), seconds=20
    )
    await new.remove_bot(kit)
    await running.calm()
    sends = len([call for call in await telegram.calls() if call.params.get("chat_id") == str(new.id)])
    await running.asks(sam, "we won the cup", "[Me]", "[Tell Garden Gang]")
    assert sends == len([c for c in await telegram.calls() if c.params.get("chat_id") == str(new.id)])


async def test_a_flood_in_the_middle_holds_up_one_chat_and_loses_nothing(
    running: Alongside, telegram: FakeTelegram
) -> None:
    kit, sam, lee = await people(telegram)
    await garden_gang(running, kit, sam, lee)
    await telegram.fault("*", "flood", chat_id=sam.id, retry_after=1)
    await sam.says("my plan")
    await running.asks(lee, "my plan")
    await running.hears(lee, "You have no plans now")
    await running.move(running.clock.at.replace(minute=running.clock.at.minute + 1))
    await running.hears(sam, "You have no plans now")


async def test_an_update_that_comes_twice_is_answered_once(
    running: Alongside, telegram: FakeTelegram
) -> None:
    kit, sam, lee = await people(telegram)
    await garden_gang(running, kit, sam, lee)
    await running.asks(sam, "my plan")
    said = len(await sam.sees())
    await telegram.repeat_update()
    await running.asks(lee, "my plan")
    assert len(await sam.sees()) == said


async def test_what_no_question_takes_has_a_kind_answer(running: Alongside, telegram: FakeTelegram) -> None:
    kit, sam, lee = await people(telegram)
    await garden_gang(running, kit, sam, lee)
    for number, content in enumerate(
        ({"location": {"latitude": 1.0, "longitude": 2.0}}, {"contact": {"phone_number": "1"}})
    ):
        before = len(await sam.sees())
        await sam.posts(content)
        await telegram.until(sam.id, lambda found, n=before: len(found) > n + 1, seconds=20)
        assert (await sam.sees())[-1].by_bot, number
    for kind, size in (("sticker", 100), ("document", 50_000_000)):
        before = len(await sam.sees())
        await sam.sends(kind, size=size)
        await telegram.until(sam.id, lambda found, n=before: len(found) > n + 1, seconds=20)
    await sam.presses(data="c:forged:payload:x")
    await sam.presses(data="no payload of ours")
    for text in (" \u200b ", "\U0001f34e", "a" * 4096, "\u202e\u0645\u0631\u062d\u0628\u0627"):
        await running.asks(sam, text)
    refused = [call.description for call in await telegram.calls() if call.status not in {0, 200}]
    assert refused == []


async def test_what_was_said_before_a_stop_is_known_after_it(telegram: FakeTelegram, tmp_path: Path) -> None:
    kit, sam, lee = await people(telegram)
    async with alongside(telegram, tmp_path) as running:
        await garden_gang(running, kit, sam, lee)
        await running.asks(sam, "im gonna water the tomatos on tuesday")
    await sam.says("yes")
    async with alongside(telegram, tmp_path) as running:
        running.read[sam.id] = len(await telegram.chat(sam.id)) - 1
        await running.hears(sam, "Do you want help with it?")
