"""From a parcel to what a channel shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.app.messages import Kind, Outgoing, Parcel
from bot.app.rendering import NotThere, Reader, Renderer
from bot.app.speaking import REFUSALS
from bot.dialogue.payload import AnswerPress, CardPress, write
from bot.dialogue.saying import Button, Phrase, Ref, Said
from bot.domain.answers import Medium
from tests.app.rooms import Rooms

TODAY = Reader(date(2026, 11, 30))


async def render(rooms: Rooms, said: Said, reader: Reader = TODAY) -> Outgoing:
    renderer = Renderer(rooms.wired.words, rooms.world.channels)
    async with rooms.store.reading() as tx:
        return await renderer.render(tx, Parcel("p", Kind.REPLY, said), said, reader, "script")


@pytest.mark.parametrize("name", ["<b>Bo</b>", "*bo* _bo_ [x](y)", "a & b", "{ $name }", "x" * 200])
async def test_names_with_markup_are_untouched(rooms: Rooms, name: str):
    async with rooms.store.transaction() as tx:
        person = await tx.people.get(rooms.person("lee"))
        await tx.people.save(replace(person, name=name))
    shown = await render(rooms, Said("call-next", {"name": Ref("person", rooms.person("lee"))}))
    assert name in shown.text


@pytest.mark.parametrize("ref", [Ref("person", "nobody"), Ref("circle", "nowhere"), Ref("something", "x")])
async def test_words_about_what_is_gone_are_not_there(rooms: Rooms, ref: Ref):
    with pytest.raises(NotThere):
        await render(rooms, Said("call-next", {"name": ref}))


async def test_circles_links_lists_and_phrases_are_looked_up(rooms: Rooms):
    circle = Ref("circle", rooms.world.circles["Garden Gang"])
    people = (Ref("person", rooms.person("lee")), circle)
    shown = await render(rooms, Said("share-shown", {"who": people}))
    assert "Lee and Garden Gang" in shown.text
    quoted = Phrase("phrase-quoted", {"words": "my words"})
    assert "my words" in (await render(rooms, Said("who-can-see-just-me", {"what": quoted}))).text
    link = await render(rooms, Said("device-link-made", {"link": Ref("link", "abc")}))
    assert "alongside:abc" in link.text


async def test_back_and_help_stand_last_in_a_row_of_their_own(rooms: Rooms):
    buttons = [Button(name, write(AnswerPress(1, f"!{name}"))) for name in ("back", "help")]
    buttons.insert(0, Button("will-do", write(AnswerPress(1, "will-do"))))
    shown = await render(
        rooms, Said("unclear-first", buttons=(*buttons, Button("something-else", "q:1:something-else")))
    )
    assert [[button.id.rpartition(".")[2] for button in row] for row in shown.rows] == [
        ["will-do"],
        ["something-else"],
        ["back", "help"],
    ]


async def test_buttons_of_cards_are_named_by_their_label(rooms: Rooms):
    press = write(CardPress("join", "x", "join"))
    shown = await render(rooms, Said("group-hello", buttons=(Button("join", press),)))
    assert shown.rows[0][0].id == "group-hello.join"


async def test_who_wants_words_gets_no_picture(rooms: Rooms):
    assert (await render(rooms, Said("not-now"))).picture == "pause"
    assert (await render(rooms, Said("not-now"), replace(TODAY, pictures=False))).picture is None


async def test_lines_stand_beneath_and_media_go_along(rooms: Rooms):
    sam = rooms.person("sam")
    async with rooms.store.transaction() as tx:
        await tx.practice.put_medium(Medium("m", sam, "photo", "image/jpeg", b"pixels"))
    lines = (Phrase("phrase-quoted", {"words": "one"}), Phrase("phrase-quoted", {"words": "two"}))
    shown = await render(rooms, Said("kept-photo", lines=lines, media="m"))
    assert [line for line in ("one", "two") if line in shown.text.splitlines()[-2:][0] + shown.text] == [
        "one",
        "two",
    ]
    assert (shown.media_kind, shown.media_bytes) == ("photo", b"pixels")


async def test_every_refusal_has_words(rooms: Rooms):
    for key in REFUSALS.values():
        assert (await render(rooms, Said(key))).text


async def test_what_the_app_says_by_itself_has_words(rooms: Rooms):
    said: list[Any] = [
        "apology",
        "could-not-fetch",
        "blocked-again",
        "link-used",
        "not-invited",
        "device-wait",
    ]
    for key in said:
        assert (await render(rooms, Said(key))).text
