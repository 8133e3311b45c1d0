"""Each way in which a call can end has its name; none is an exception."""

from __future__ import annotations

import io
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from PIL import Image

from bot.app.messages import (
    Blocked,
    Incoming,
    Moved,
    Outgoing,
    PlaceGone,
    Pressable,
    PressIn,
    Refused,
    Sent,
    TryAgain,
    Unknown,
)
from bot.channels.telegram.api import BotApi
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.parse import Me
from bot.channels.telegram.request import AiohttpRequest
from bot.content.pictures import Pictures
from bot.content.where import DATA
from bot.settings import SettingsWrong
from tests.fakes.bot_api.client import BOT_USERNAME, TOKEN, FakeTelegram, Person, server_process

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

HELLO = Outgoing("hello", "Hello", ((Pressable("Yes", "q:1:yes"),),))
PICTURED = Outgoing("hello", "Hello", HELLO.rows, picture="hello")


@pytest_asyncio.fixture
async def channel(telegram: FakeTelegram) -> AsyncIterator[TelegramChannel]:
    async with TelegramChannel.connect(TOKEN, telegram.url, DATA) as channel:
        yield channel


def press(press_id: str, person: Person) -> Incoming:
    at = datetime.fromtimestamp(0, UTC)
    return Incoming("telegram", "1", str(person.id), str(person.id), True, at, PressIn("x", "1", press_id))


async def test_a_message_is_there_under_its_reference(channel: TelegramChannel, sam: Person) -> None:
    outcome = await channel.send(str(sam.id), HELLO)
    (shown,) = await sam.sees()
    assert outcome == Sent(str(shown.message_id))
    assert (shown.text, shown.labels) == ("Hello", (("Yes",),))


async def test_a_picture_is_uploaded_once(
    channel: TelegramChannel, telegram: FakeTelegram, sam: Person
) -> None:
    first = await channel.send(str(sam.id), PICTURED)
    await channel.send(str(sam.id), PICTURED)
    calls = await telegram.calls("sendPhoto")
    assert [bool(call.files) for call in calls] == [True, False]
    assert isinstance(first, Sent)
    assert first.ref.startswith("p")
    assert all(shown.has_photo for shown in await sam.sees())


async def test_a_picture_that_telegram_forgot_does_not_cost_the_message(
    channel: TelegramChannel, telegram: FakeTelegram, sam: Person
) -> None:
    await channel.send(str(sam.id), PICTURED)
    await telegram.fault("sendPhoto", "status", status=400, description="Bad Request: wrong file identifier")
    await channel.send(str(sam.id), PICTURED)
    await channel.send(str(sam.id), PICTURED)
    assert [shown.has_photo for shown in await sam.sees()] == [True, False, True]
    assert (await telegram.calls("sendPhoto"))[-1].files != {}


async def test_a_photo_and_a_voice_note_of_a_person_arrive(channel: TelegramChannel, sam: Person) -> None:
    photo = io.BytesIO()
    Image.new("RGB", (40, 30)).save(photo, "JPEG")
    for kind, content in (("photo", photo.getvalue()), ("voice", b"OggS" + bytes(40))):
        message = Outgoing("x", "From Lee", media="m", media_kind=kind, media_bytes=content)
        assert isinstance(await channel.send(str(sam.id), message), Sent)
    photo_shown, voice_shown = await sam.sees()
    assert photo_shown.has_photo
    assert voice_shown.has_voice


@pytest.mark.parametrize("picture", [None, "hello"])
async def test_a_message_is_changed_where_it_stands_and_stripped(
    channel: TelegramChannel, sam: Person, picture: str | None
) -> None:
    sent = await channel.send(str(sam.id), Outgoing("x", "Hello", HELLO.rows, picture=picture))
    assert isinstance(sent, Sent)
    changed = Outgoing("x", "Lee says hooray", HELLO.rows, picture=picture and "cake")
    assert await channel.edit(str(sam.id), sent.ref, changed) == sent
    assert await channel.strip(str(sam.id), sent.ref) == sent
    (shown,) = await sam.sees()
    assert (shown.text, shown.labels, shown.has_photo) == ("Lee says hooray", (), picture is not None)


async def test_changing_nothing_or_what_is_deleted_is_quietly_right(
    channel: TelegramChannel, telegram: FakeTelegram, sam: Person
) -> None:
    sent = await channel.send(str(sam.id), HELLO)
    assert isinstance(sent, Sent)
    assert await channel.edit(str(sam.id), sent.ref, HELLO) == sent
    await telegram.call("deleteMessage", chat_id=sam.id, message_id=int(sent.ref))
    assert await channel.edit(str(sam.id), sent.ref, HELLO) == sent
    assert await channel.strip(str(sam.id), sent.ref) == sent


async def test_somebody_who_blocked_or_never_started_cannot_be_reached(
    channel: TelegramChannel, telegram: FakeTelegram, sam: Person
) -> None:
    await sam.blocks()
    stranger = await telegram.person("Lee")
    met = await telegram.person("Jo", known=True)
    for person in (sam, stranger, met):
        assert await channel.send(str(person.id), HELLO) == Blocked()
    await telegram.control("deactivate", person_id=met.id)
    assert await channel.send(str(met.id), HELLO) == Blocked()


async def test_a_group_that_is_gone_or_moved_has_its_name(channel: TelegramChannel, sam: Person) -> None:
    moving = await sam.makes_group("Moving", with_bot=True)
    kicked = await sam.makes_group("Kicked", with_bot=True)
    deleted = await sam.makes_group("Deleted", with_bot=True)
    new = await moving.migrate(sam)
    await kicked.remove_bot(sam)
    await deleted.delete()
    assert await channel.send(str(moving.id), HELLO) == Moved(str(new.id))
    assert isinstance(await channel.send(str(new.id), HELLO), Sent)
    for group in (kicked, deleted):
        assert await channel.send(str(group.id), HELLO) == PlaceGone()
    assert await channel.send("-4999999999", HELLO) == PlaceGone()


async def test_a_flood_waits_as_long_as_telegram_asks_and_in_this_chat_alone(
    channel: TelegramChannel, telegram: FakeTelegram, sam: Person
) -> None:
    await telegram.fault("sendMessage", "flood", retry_after=17)
    assert await channel.send(str(sam.id), HELLO) == TryAgain(17, chat_only=True)


@pytest.mark.parametrize("kind", ["drop", "drop_after", "cut", "garbage"])
async def test_a_connection_that_broke_leaves_it_unknown(
    channel: TelegramChannel, telegram: FakeTelegram, sam: Person, kind: str
) -> None:
    await telegram.fault("sendMessage", kind)  # type: ignore[arg-type]
    assert await channel.send(str(sam.id), HELLO) == Unknown()


async def test_a_server_that_broke_leaves_it_unknown(
    channel: TelegramChannel, telegram: FakeTelegram, sam: Person
) -> None:
    await telegram.fault("sendMessage", "status", status=502, description="Bad Gateway")
    assert await channel.send(str(sam.id), HELLO) == Unknown()


async def test_what_never_left_may_go_again() -> None:
    with server_process() as ends_now:
        url = ends_now.url
    async with AiohttpRequest() as request:
        away = TelegramChannel(BotApi(request, url, TOKEN), Me(1, "x", {}), Pictures.load(DATA / "pictures"))
        outcome = await away.send("7", HELLO)
    assert isinstance(outcome, TryAgain)
    assert not outcome.chat_only


async def test_what_telegram_never_takes_is_refused_without_words(
    channel: TelegramChannel, sam: Person
) -> None:
    outcome = await channel.send(str(sam.id), Outgoing("x", "\u200b"))
    assert isinstance(outcome, Refused)
    forbidden = Outgoing("x", "secret", ((Pressable("secret", "secret" * 20),),))
    refused = await channel.send(str(sam.id), forbidden)
    assert isinstance(refused, Refused)
    assert "secret" not in refused.why


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> <a href='x'>",
        "*a* _b_ `c` [d](e)",
        "&amp; & &#60;",
        "\u202e\u0645\u0631\u062d\u0628\u0627\u202c hello",
        "a\u200bb\u200dc",
        "\N{RED APPLE}" * 40,
        "half \ud83c of one",
        "bell \x07 and null \x00",
    ],
)
@pytest.mark.parametrize("picture", [None, "hello"])
async def test_bad_markup_and_odd_letters_arrive_as_words(
    channel: TelegramChannel, sam: Person, text: str, picture: str | None
) -> None:
    message = Outgoing("x", f"I kept that: {text}", ((Pressable(text, "q:1:yes"),),), picture=picture)
    assert isinstance(await channel.send(str(sam.id), message), Sent)
    (shown,) = await sam.sees()
    kept = "".join(letter for letter in text if letter not in "\ud83c\x07\x00")
    assert shown.text == f"I kept that: {kept}".rstrip()


async def test_a_wall_of_text_is_shown_as_far_as_it_fits(channel: TelegramChannel, sam: Person) -> None:
    wall = Outgoing("x", "I kept that: " + "\N{RED APPLE}" * 4096, HELLO.rows, picture="hello")
    assert isinstance(await channel.send(str(sam.id), wall), Sent)
    (shown,) = await sam.sees()
    assert shown.text.endswith("…")
    assert not shown.has_photo


async def test_a_press_is_answered_and_the_door_opens_the_private_chat(
    channel: TelegramChannel, telegram: FakeTelegram, sam: Person
) -> None:
    await channel.send(str(sam.id), HELLO)
    first, second = await sam.presses("Yes"), await sam.presses("Yes")
    await channel.acknowledge(press(first, sam))
    await channel.acknowledge(press(second, sam), "tok-en_1")
    await channel.finish()
    assert await telegram.press_answer(first) is not None
    (_, door) = await telegram.calls("answerCallbackQuery")
    assert door.params["url"] == f"https://t.me/{BOT_USERNAME}?start=tok-en_1"


async def test_a_press_that_is_too_old_to_answer_is_normal(channel: TelegramChannel, sam: Person) -> None:
    await channel.send(str(sam.id), HELLO)
    await channel.acknowledge(press(await sam.presses("Yes", too_old=True), sam))
    await channel.finish()


async def test_a_photo_is_fetched_and_what_cannot_be_had_is_none(
    channel: TelegramChannel, telegram: FakeTelegram, sam: Person
) -> None:
    photo = await sam.sends("voice", b"OggS1234")
    assert await channel.fetch(photo) == b"OggS1234"
    assert await channel.fetch(await sam.sends("document", size=50_000_000)) is None
    assert await channel.fetch("no such file") is None
    await telegram.fault("getFile", "drop")
    assert await channel.fetch(photo) == b"OggS1234"


async def test_the_menu_is_in_the_words_of_data(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    assert channel.name == "telegram"
    (menu,) = await telegram.commands()
    assert {"command": "plan", "description": "My plan"} in menu["commands"]


async def test_a_link_opens_the_private_chat(channel: TelegramChannel) -> None:
    assert channel.link("abc") == f"https://t.me/{BOT_USERNAME}?start=abc"


async def test_a_wrong_token_ends_with_what_to_do(telegram: FakeTelegram) -> None:
    with pytest.raises(SettingsWrong, match="ALONGSIDE_TELEGRAM_TOKEN"):
        async with TelegramChannel.connect("700:wrong", telegram.url, DATA):
            pass


async def test_the_library_logs_nothing_that_people_write(channel: TelegramChannel) -> None:
    assert channel.name == "telegram"
    assert logging.getLogger("telegram").level == logging.WARNING
