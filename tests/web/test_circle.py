"""A circle's chat: for those who belong to it now, and for nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.web.updates import circle_place
from tests.web.town import Town, message


async def test_what_one_writes_everybody_in_the_circle_reads(town: Town) -> None:
    sam, lee = await town.device("Sam"), await town.device("Lee")
    circle = await town.circle("Garden Gang", sam, lee)
    for _ in range(2):
        await sam.post(f"/circle/{circle.id}/say", form="the-same-form", text="hello you all")
    await town.settle()
    page = await lee.page(f"/circle/{circle.id}")
    assert page.count("hello you all") == 1
    assert ">Sam</p>" in page
    assert 'class="entry mine' in await sam.page(f"/circle/{circle.id}")


async def test_words_to_the_circle_are_unreadable_in_the_file(town: Town) -> None:
    sam = await town.device("Sam")
    circle = await town.circle("Garden Gang", sam)
    await sam.post(f"/circle/{circle.id}/say", text="zebra crossing")
    await town.settle()
    folder = Path(str(town.store.engine.url.database)).parent
    assert all(b"zebra" not in file.read_bytes() for file in folder.glob("*.db*"))


@pytest.mark.parametrize("path", ["", "/news", "/live", "/media/web:test.1", "/invite"])
async def test_a_circle_one_is_not_in_is_as_one_that_is_not_there(town: Town, path: str) -> None:
    sam, lee = await town.device("Sam"), await town.device("Lee")
    circle = await town.circle("Garden Gang", sam)
    theirs = await lee.client.get(f"/circle/{circle.id}{path}")
    unknown = await lee.client.get(f"/circle/nothing{path}")
    assert theirs.status_code == unknown.status_code == 404
    assert theirs.text == unknown.text


async def test_nobody_writes_or_presses_in_a_circle_they_are_not_in(town: Town) -> None:
    sam, lee = await town.device("Sam"), await town.device("Lee")
    circle = await town.circle("Garden Gang", sam)
    await town.channel.send(circle_place(circle.id), message(1, "A card.", "Hooray"))
    assert (await lee.post(f"/circle/{circle.id}/say", text="hello")).status_code == 404
    pressed = await lee.post(f"/circle/{circle.id}/press", message="web:test.1", payload="q:1:0")
    assert pressed.status_code == 404
    # Nor through the private chat, nor through another circle of one's own.
    own = await town.circle("Kitchen Crew", lee)
    for path in ("/press", f"/circle/{own.id}/press"):
        assert (await lee.post(path, message="web:test.1", payload="q:1:0")).status_code == 404
    async with town.store.reading() as tx:
        assert await tx.inbox.waiting(10) == []


async def test_who_left_the_circle_reads_no_more_of_it(town: Town) -> None:
    sam, lee = await town.device("Sam"), await town.device("Lee")
    circle = await town.circle("Garden Gang", sam, lee)
    assert (await lee.client.get(f"/circle/{circle.id}")).status_code == 200
    await town.leave(circle, lee)
    assert (await lee.client.get(f"/circle/{circle.id}")).status_code == 404
    assert "Garden Gang" not in await lee.page()


async def test_a_card_changes_where_it_stands(town: Town) -> None:
    sam = await town.device("Sam")
    circle = await town.circle("Garden Gang", sam)
    place = circle_place(circle.id)
    await town.channel.send(place, message(1, "Nobody yet.", "Hooray"))
    town.clock.forward(minutes=1)
    await sam.post(f"/circle/{circle.id}/say", text="look at that")
    town.clock.forward(minutes=1)
    await town.channel.edit(place, "web:test.1", message(1, "Lee says hooray.", "Hooray"))
    page = await sam.page(f"/circle/{circle.id}")
    assert "Nobody yet." not in page
    assert page.index("Lee says hooray.") < page.index("look at that")


async def test_a_press_in_the_circle_counts_for_who_pressed_and_is_answered_in_private(town: Town) -> None:
    sam, lee = await town.device("Sam"), await town.device("Lee")
    circle = await town.circle("Garden Gang", sam, lee)
    path = f"/circle/{circle.id}"
    await town.channel.send(circle_place(circle.id), message(1, "A card.", "Old button"))
    await lee.post(f"{path}/press", **(await lee.buttons(path))["Old button"])
    await town.settle()
    assert '<li id="web:' in await lee.page()
    assert '<li id="web:' not in await sam.page()


async def test_somebody_in_danger_is_answered_in_private(town: Town) -> None:
    sam, lee = await town.device("Sam"), await town.device("Lee")
    circle = await town.circle("Garden Gang", sam, lee)
    await sam.post(f"/circle/{circle.id}/say", text="he hits me when nobody is there")
    await town.settle()
    assert "call 999" in await sam.page()
    assert "call 999" not in await lee.page(f"/circle/{circle.id}")


async def test_the_door_of_a_circle_leads_to_the_private_chat(town: Town) -> None:
    sam = await town.device("Sam")
    circle = await town.circle("Garden Gang", sam)
    await sam.post(f"/circle/{circle.id}/say", text="@alongside hello")
    await town.settle()
    page = await sam.page(f"/circle/{circle.id}")
    assert page.count("<li id=") == 2
    assert 'class="button" href="/"' in page


async def test_a_circle_made_elsewhere_has_its_chat_here_once_somebody_looks(town: Town) -> None:
    sam = await town.device("Sam")
    circle = await town.circle("Garden Gang", sam)
    async with town.store.transaction() as tx:
        await tx.circles.move_place("web", circle_place(circle.id), "circle:elsewhere")
    await sam.page()
    async with town.store.reading() as tx:
        assert await tx.circles.place("web", circle_place(circle.id)) is not None
