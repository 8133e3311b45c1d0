"""The product's request layer and python-telegram-bot's own do the same, where they should."""

from __future__ import annotations

import asyncio
import socket
from datetime import timedelta
from typing import TYPE_CHECKING, get_args

import pytest
import pytest_asyncio
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot.channels.telegram.request import (
    AiohttpRequest,
    AnswerTimedOutError,
    NotSentError,
    NotSentInTimeError,
    OutcomeUnknownError,
)
from tests.fakes.bot_api.kinds import FaultKind
from tests.fakes.bot_api.pictures import png

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.fakes.bot_api.client import FakeTelegram, Person

pytestmark = pytest.mark.slow

BOTH = [AiohttpRequest, HTTPXRequest]
FAULTS: tuple[FaultKind, ...] = get_args(FaultKind)


def bot_for(telegram: FakeTelegram, request: BaseRequest, token: str | None = None) -> Bot:
    return Bot(
        token or telegram.token,
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        request=request,
        get_updates_request=AiohttpRequest(),
    )


@pytest_asyncio.fixture(params=BOTH, ids=lambda layer: layer.__name__)
async def either(telegram: FakeTelegram, request: pytest.FixtureRequest) -> AsyncIterator[Bot]:
    async with bot_for(telegram, request.param()) as speaking:
        yield speaking


async def test_text_and_buttons_arrive_as_they_were_meant(either: Bot, sam: Person) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes \N{WAVING HAND SIGN}", callback_data="y:1")]])
    await either.send_message(sam.id, "<b>Hello</b> Zoë & שלום", parse_mode="HTML", reply_markup=keyboard)
    heard = await sam.hears()
    assert heard.text == "Hello Zoë & שלום"
    assert heard.labels == (("Yes \N{WAVING HAND SIGN}",),)
    assert heard.data == (("y:1",),)


async def test_a_photo_goes_up_and_comes_down_byte_for_byte(either: Bot, sam: Person) -> None:
    picture = png(120, 80)
    sent = await either.send_photo(sam.id, picture, caption="A cake")
    file = await either.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == picture
    assert (await sam.hears()).text == "A cake"


async def test_a_photo_is_sent_again_by_its_id(either: Bot, sam: Person) -> None:
    sent = await either.send_photo(sam.id, png(10, 10))
    again = await either.send_photo(sam.id, sent.photo[-1].file_id)
    assert again.photo[-1].file_id == sent.photo[-1].file_id


async def test_every_answer_has_its_own_error(telegram: FakeTelegram, either: Bot, sam: Person) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await either.send_message(1, "hello")
    await telegram.fault("sendMessage", "flood", retry_after=7)
    with pytest.raises(RetryAfter) as flood:
        await either.send_message(sam.id, "hello")
    assert flood.value.retry_after == timedelta(seconds=7)
    await sam.blocks()
    with pytest.raises(Forbidden, match="blocked"):
        await either.send_message(sam.id, "hello")
    group = await sam.makes_group("Garden Gang", with_bot=True)
    new = await group.migrate(sam)
    with pytest.raises(ChatMigrated) as moved:
        await either.send_message(group.id, "hello")
    assert moved.value.new_chat_id == new.id
    await telegram.fault("getMe", "status", status=409, description="Conflict: terminated")
    with pytest.raises(Conflict):
        await either.get_me()


@pytest.mark.parametrize("layer", BOTH)
async def test_a_wrong_token_is_named(telegram: FakeTelegram, layer: type[BaseRequest]) -> None:
    speaking = bot_for(telegram, layer(), token="700000007:AAwrong")
    with pytest.raises(InvalidToken):
        await speaking.initialize()
    await speaking.shutdown()


@pytest.mark.parametrize("kind", ["drop", "drop_after", "cut"])
async def test_a_broken_connection_is_a_network_error(
    telegram: FakeTelegram, either: Bot, sam: Person, kind: FaultKind
) -> None:
    await telegram.fault("sendMessage", kind)
    with pytest.raises(NetworkError):
        await either.send_message(sam.id, "hello")


async def test_a_server_that_breaks_is_a_network_error(telegram: FakeTelegram, either: Bot) -> None:
    for status in (500, 502, 503, 504):
        await telegram.fault("getMe", "status", status=status)
        with pytest.raises(NetworkError):
            await either.get_me()


async def test_an_answer_that_is_no_json_is_an_error(telegram: FakeTelegram, either: Bot) -> None:
    await telegram.fault("getMe", "garbage")
    with pytest.raises(TelegramError):
        await either.get_me()


async def test_a_slow_answer_times_out(telegram: FakeTelegram, either: Bot, sam: Person) -> None:
    await telegram.fault("sendMessage", "slow", seconds=2)
    with pytest.raises(TimedOut):
        await either.send_message(sam.id, "hello", read_timeout=0.2)


async def test_a_connection_outlives_an_error(telegram: FakeTelegram, either: Bot, sam: Person) -> None:
    await telegram.fault("sendMessage", "drop", times=3)
    for _ in range(3):
        with pytest.raises(NetworkError):
            await either.send_message(sam.id, "hello")
    await either.send_message(sam.id, "hello again")
    assert (await sam.hears()).text == "hello again"


async def test_calls_wait_no_longer_for_a_place_than_they_were_told(
    telegram: FakeTelegram, sam: Person
) -> None:
    async with bot_for(telegram, AiohttpRequest(connections=1, pool_timeout=0.1)) as bot:
        await telegram.fault("sendMessage", "slow", seconds=1)
        first = asyncio.create_task(bot.send_message(sam.id, "first"))
        await asyncio.sleep(0.2)
        with pytest.raises(NotSentInTimeError):
            await bot.send_message(sam.id, "second")
        await first
        await bot.send_message(sam.id, "third")
    assert [message.text for message in await sam.sees()] == ["first", "third"]


async def test_no_connection_is_told_from_no_answer() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    layer = AiohttpRequest()
    async with layer:
        with pytest.raises(NotSentError) as nobody:
            await layer.post(f"http://127.0.0.1:{port}/bot1:a/getMe")
        with pytest.raises(NotSentError):
            await layer.post("http://no-such-host.invalid/bot1:a/getMe")
        with pytest.raises(NotSentError) as unreadable:
            await layer.post("http:///bot1:SECRET/getMe")
    assert not isinstance(nobody.value, OutcomeUnknownError)
    assert "SECRET" not in str(unreadable.value)
    assert unreadable.value.__cause__ is None


async def test_a_connection_that_is_not_made_in_time_is_not_sent() -> None:
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for waiting in (first, second):  # the system keeps no more than these waiting, and drops the next
            waiting.setblocking(False)
            waiting.connect_ex(full.getsockname())
        async with AiohttpRequest(connect_timeout=0.2) as layer:
            with pytest.raises(NotSentInTimeError):
                await layer.post(f"http://127.0.0.1:{full.getsockname()[1]}/bot1:a/getMe")


async def test_neither_token_nor_words_reach_the_log(
    telegram: FakeTelegram, bot: Bot, sam: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    for kind in FAULTS:
        await telegram.fault("sendMessage", kind, seconds=0.2)
        with pytest.raises(TelegramError) as error:
            await bot.send_message(sam.id, "private words", read_timeout=0.05)
        assert telegram.token not in repr(error.value)
        assert "private" not in repr(error.value)
    assert telegram.token not in caplog.text
    assert "private" not in caplog.text


@pytest.mark.parametrize("kind", ["drop", "drop_after", "cut", "garbage"])
async def test_no_answer_means_that_the_outcome_is_unknown(
    telegram: FakeTelegram, bot: Bot, sam: Person, kind: FaultKind
) -> None:
    await telegram.fault("sendMessage", kind)
    with pytest.raises(OutcomeUnknownError) as unknown:
        await bot.send_message(sam.id, "hello")
    assert not isinstance(unknown.value, NotSentError)
    arrived = [message.text for message in await sam.sees()]
    assert arrived == ([] if kind == "drop" else ["hello"])


async def test_a_late_answer_means_that_the_outcome_is_unknown(
    telegram: FakeTelegram, bot: Bot, sam: Person
) -> None:
    await telegram.fault("sendMessage", "slow_after", seconds=2)
    with pytest.raises(AnswerTimedOutError) as late:
        await bot.send_message(sam.id, "hello", read_timeout=0.2)
    assert isinstance(late.value, OutcomeUnknownError)
    assert [message.text for message in await sam.sees()] == ["hello"]


async def test_an_answer_of_500_and_above_leaves_the_outcome_unknown(
    telegram: FakeTelegram, bot: Bot
) -> None:
    await telegram.fault("getMe", "status", status=502, description="Bad Gateway")
    with pytest.raises(OutcomeUnknownError):
        await bot.get_me()


async def test_a_call_that_nobody_takes_in_ends_in_time() -> None:
    # Connections are made for a listening socket by the system; nobody ever reads from them.
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        address = f"http://127.0.0.1:{deaf.getsockname()[1]}/bot"
        layer = AiohttpRequest(connect_timeout=0.2, media_write_timeout=0.2, read_timeout=0.2)
        bot = Bot("1:a", base_url=address, request=layer)
        async with layer:
            with pytest.raises(AnswerTimedOutError):
                await asyncio.wait_for(bot.send_document(1, bytes(20_000_000)), 3)


async def test_a_layer_that_is_not_open_says_so_and_can_be_opened_again(telegram: FakeTelegram) -> None:
    layer = AiohttpRequest(read_timeout=3)
    assert layer.read_timeout == 3
    url = f"{telegram.base_url}{telegram.token}/getMe"
    with pytest.raises(NetworkError, match="not initialized"):
        await layer.post(url)
    for _ in range(2):
        await layer.initialize()
        await layer.initialize()
        me = await layer.post(url)
        assert isinstance(me, dict)
        assert me["is_bot"] is True
        await layer.shutdown()
        await layer.shutdown()


async def test_a_cancelled_call_gives_its_place_back(telegram: FakeTelegram, sam: Person) -> None:
    async with bot_for(telegram, AiohttpRequest(connections=1)) as bot:
        await telegram.fault("sendMessage", "slow", seconds=5)
        call = asyncio.create_task(bot.send_message(sam.id, "never mind"))
        await asyncio.sleep(0.2)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert (await bot.get_me()).is_bot


def test_half_a_character_does_not_stop_the_messages_after_it() -> None:
    read = AiohttpRequest.parse_json_payload(rb'{"ok":true,"result":["a\ud83d","b"]}')
    assert read["result"] == ["a?", "b"]
    assert AiohttpRequest.parse_json_payload(b'{"result":"a\xff"}')["result"] == "a\N{REPLACEMENT CHARACTER}"


def test_what_cannot_be_read_is_not_quoted(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(OutcomeUnknownError) as unreadable:
        AiohttpRequest.parse_json_payload(b"private words")
    assert "private" not in str(unreadable.value)
    assert "private" not in caplog.text
