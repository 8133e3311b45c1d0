"""The channel as the courier knows it: sent once, edited in place, and safety is shown without a store."""

from __future__ import annotations

from contextlib import asynccontextmanager

import pytest

from bot.app.messages import Sent, TryAgain
from tests.web.town import Town, message


async def test_a_message_sent_twice_stands_there_once(town: Town) -> None:
    sam = await town.device("Sam")
    for _ in range(2):
        assert await town.channel.send(sam.address, message()) == Sent("web:test.1")
    assert (await sam.page()).count("Hello Sam.") == 1


async def test_a_message_sent_again_does_not_undo_its_edit(town: Town) -> None:
    sam = await town.device("Sam")
    await town.channel.send(sam.address, message(1, "Before."))
    await town.channel.edit(sam.address, "web:test.1", message(1, "After."))
    await town.channel.send(sam.address, message(1, "Before."))
    page = await sam.page()
    assert "After." in page
    assert "Before." not in page


async def test_every_device_of_a_person_shows_the_one_private_chat(town: Town) -> None:
    phone = await town.device("Sam")
    tablet = await town.device("Sam", person=phone.person)
    await town.channel.send(phone.address, message())
    assert "Hello Sam." in await tablet.page()


async def test_nobody_else_sees_it(town: Town) -> None:
    sam, lee = await town.device("Sam"), await town.device("Lee")
    await town.channel.send(sam.address, message())
    assert "Hello Sam." not in await lee.page()


async def test_stripped_buttons_are_gone_and_the_words_stay(town: Town) -> None:
    sam = await town.device("Sam")
    await town.channel.send(sam.address, message(1, "Which one?", "This", "That"))
    assert set(await sam.buttons()) == {"This", "That"}
    await town.channel.strip(sam.address, "web:test.1")
    assert await sam.buttons() == {}
    assert "Which one?" in await sam.page()


async def test_editing_a_message_that_is_gone_is_quietly_right(town: Town) -> None:
    sam = await town.device("Sam")
    assert await town.channel.edit(sam.address, "web:gone", message()) == Sent("web:gone")
    assert await town.channel.strip(sam.address, "web:gone") == Sent("web:gone")


async def test_words_with_markup_are_only_words(town: Town) -> None:
    sam = await town.device("Sam")
    await town.channel.send(sam.address, message(1, '<b>"x"</b><script>alert(1)</script>', "<i>no</i>"))
    page = await sam.page()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert "<i>no</i>" not in page


async def test_our_links_can_be_opened_and_others_are_only_words(town: Town) -> None:
    sam = await town.device("Sam")
    text = "Open http://chat.test/join/abc. Not http://elsewhere.test/join/abc or javascript:alert(1)"
    await town.channel.send(sam.address, message(1, text))
    page = await sam.page()
    assert 'href="http://chat.test/join/abc"' in page
    assert 'href="http://elsewhere' not in page
    assert 'href="javascript' not in page


async def test_a_safety_reply_is_shown_when_the_store_takes_nothing(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam = await town.device("Sam")

    @asynccontextmanager
    async def locked():
        raise OSError("locked")
        yield

    monkeypatch.setattr(town.store, "transaction", locked)
    assert isinstance(await town.channel.send(sam.address, message()), TryAgain)
    said = message(2, "If you are in danger now, call 999.", key="safety-now")
    for _ in range(2):
        assert isinstance(await town.channel.send(sam.address, said), Sent)
    assert isinstance(await town.channel.edit(sam.address, "web:test.1", message()), TryAgain)
    assert (await sam.page()).count("call 999") == 1


async def test_a_link_leads_to_the_door(town: Town) -> None:
    assert town.channel.link("abc") == "http://chat.test/join/abc"
    assert await town.channel.fetch("anything") is None
