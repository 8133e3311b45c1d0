"""The fake refuses every message that the Bot API would refuse, in the Bot API's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
import pytest
from aiohttp import FormData

from tests.fakes.bot_api.pictures import VOICE, png

if TYPE_CHECKING:
    from tests.fakes.bot_api.client import FakeTelegram, Person

pytestmark = pytest.mark.slow

CLAP = "\N{CLAPPING HANDS SIGN}"  # two UTF-16 code units


def buttons(*row: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(row)]}


async def refused(telegram: FakeTelegram, method: str, **params: Any) -> str:
    status, answer = await telegram.call(method, **params)
    assert answer["ok"] is False
    assert answer["error_code"] == status
    return f"{status} {answer['description']}"


@pytest.mark.parametrize("text", ["", "   \n ", "\u200b\u200d", None])
async def test_a_message_of_nothing_is_refused(telegram: FakeTelegram, sam: Person, text: str | None) -> None:
    answer = await refused(telegram, "sendMessage", chat_id=sam.id, text=text)
    assert answer == "400 Bad Request: message text is empty"


async def test_length_counts_in_utf16_after_markup_is_read(telegram: FakeTelegram, sam: Person) -> None:
    for text in ("a" * 4096, f"<b>{'a' * 4096}</b>", CLAP * 2048):
        assert (await telegram.call("sendMessage", chat_id=sam.id, text=text, parse_mode="HTML"))[0] == 200
    for text in ("a" * 4097, CLAP * 2048 + "a"):
        answer = await refused(telegram, "sendMessage", chat_id=sam.id, text=text)
        assert answer == "400 Bad Request: message is too long"


async def test_text_is_trimmed_and_its_entities_move_with_it(telegram: FakeTelegram, sam: Person) -> None:
    _, answer = await telegram.call(
        "sendMessage", chat_id=sam.id, text=f"  {CLAP} <b>well done </b>\n", parse_mode="HTML"
    )
    assert answer["result"]["text"] == f"{CLAP} well done"
    assert answer["result"]["entities"] == [{"offset": 3, "length": 9, "type": "bold"}]


async def test_telegram_marks_commands_mentions_and_links_by_itself(
    telegram: FakeTelegram, sam: Person
) -> None:
    text = "/help or ask @somebody or see https://example.org #garden a@example.org 1/2"
    _, answer = await telegram.call("sendMessage", chat_id=sam.id, text=text)
    found = [
        (entity["type"], text[entity["offset"] : entity["offset"] + entity["length"]])
        for entity in answer["result"]["entities"]
    ]
    assert found == [
        ("bot_command", "/help"),
        ("mention", "@somebody"),
        ("url", "https://example.org"),
        ("hashtag", "#garden"),
        ("email", "a@example.org"),
    ]


async def test_a_chat_that_the_bot_may_not_write_to_is_refused(telegram: FakeTelegram) -> None:
    stranger = await telegram.person("Lee")
    met = await telegram.person("Kit", known=True)
    blocked = await telegram.person("Jo", started=True)
    await blocked.blocks()
    gone = await telegram.person("Pat", started=True)
    await telegram.control("deactivate", person_id=gone.id)

    async def answer(chat_id: Any) -> str:
        return await refused(telegram, "sendMessage", chat_id=chat_id, text="hello")

    assert await answer(None) == "400 Bad Request: chat_id is empty"
    assert await answer("nobody") == "400 Bad Request: chat not found"
    assert await answer(stranger.id) == "400 Bad Request: chat not found"
    assert await answer(met.id) == "403 Forbidden: bot can't initiate conversation with a user"
    assert await answer(blocked.id) == "403 Forbidden: bot was blocked by the user"
    assert await answer(gone.id) == "403 Forbidden: user is deactivated"
    await blocked.unblocks()
    assert (await telegram.call("sendMessage", chat_id=blocked.id, text="hello"))[0] == 200


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        ({"inline_keyboard": [{"text": "a"}]}, 'field "inline_keyboard" of the InlineKeyboardMarkup must be'),
        (buttons({"callback_data": "a"}), "can't parse inline keyboard button: Can't find field \"text\""),
        (buttons({"text": "a"}), "Text buttons are unallowed in the inline keyboard"),
        (buttons({"text": " ", "callback_data": "a"}), "BUTTON_TEXT_INVALID"),
        (buttons({"text": "a", "callback_data": "a" * 65}), "BUTTON_DATA_INVALID"),
        (buttons({"text": "a", "callback_data": "é" * 33}), "BUTTON_DATA_INVALID"),
        (buttons({"text": "a", "callback_data": ""}), "BUTTON_DATA_INVALID"),
        (buttons({"text": "a", "callback_data": "a", "url": "https://a.org"}), "BUTTON_TYPE_INVALID"),
        (buttons({"text": "a", "url": "javascript:1"}), "is invalid: Wrong HTTP URL"),
        (buttons({"text": "a", "callback_data": "a", "style": "red"}), "Invalid button style specified"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "a"}]] * 101}, "reply markup is too long"),
        ({"keyboard": ["a"]}, 'field "keyboard" of the ReplyKeyboardMarkup must be'),
    ],
)
async def test_buttons_that_telegram_would_refuse_are_refused(
    telegram: FakeTelegram, sam: Person, markup: Any, why: str
) -> None:
    answer = await refused(telegram, "sendMessage", chat_id=sam.id, text="hello", reply_markup=markup)
    assert answer.startswith("400 Bad Request: ")
    assert why in answer


async def test_buttons_that_fit_are_shown(telegram: FakeTelegram, sam: Person) -> None:
    row = [
        {"text": "a", "callback_data": "a" * 64, "style": "success"},
        {"text": "b", "url": "https://a.org"},
    ]
    markup = {"inline_keyboard": [row, []]}
    _, answer = await telegram.call("sendMessage", chat_id=sam.id, text="hello", reply_markup=markup)
    assert answer["result"]["reply_markup"] == {"inline_keyboard": [row]}
    assert (await sam.hears()).labels == (("a", "b"),)


async def test_a_reply_must_be_to_a_message_that_is_there(telegram: FakeTelegram, sam: Person) -> None:
    said = await sam.says("hello")
    _, answer = await telegram.call(
        "sendMessage", chat_id=sam.id, text="hi", reply_parameters={"message_id": said}
    )
    assert answer["result"]["reply_to_message"]["text"] == "hello"
    lost = {"message_id": 999}
    assert (
        await refused(telegram, "sendMessage", chat_id=sam.id, text="hi", reply_parameters=lost)
        == "400 Bad Request: message to be replied not found"
    )
    lost["allow_sending_without_reply"] = True
    assert (await telegram.call("sendMessage", chat_id=sam.id, text="hi", reply_parameters=lost))[0] == 200


async def test_a_call_may_come_in_each_of_the_four_ways(telegram: FakeTelegram, sam: Person) -> None:
    url = f"{telegram.base_url}{telegram.token}/SENDMESSAGE"  # letters of any case, as the real one takes
    given = {"chat_id": str(sam.id), "text": "hello"}
    form = FormData(given)
    form.add_field("more", b"x", filename="x")
    for how in ({"params": given}, {"data": given}, {"json": given}, {"data": form}):
        async with telegram.http.post(url, **how) as response:
            assert response.status == 200
    assert [call.method for call in await telegram.calls()] == ["sendMessage"] * 4


async def upload(telegram: FakeTelegram, method: str, name: str, content: bytes, **params: Any) -> str:
    form = FormData({key: str(value) for key, value in params.items()})
    form.add_field(name, content, filename="file.bin")
    async with telegram.http.post(f"{telegram.base_url}{telegram.token}/{method}", data=form) as response:
        answer = orjson.loads(await response.read())
        return "sent" if answer["ok"] else f"{response.status} {answer['description']}"


async def test_what_is_no_picture_is_refused_as_a_photo(telegram: FakeTelegram, sam: Person) -> None:
    async def answer(content: bytes) -> str:
        return await upload(telegram, "sendPhoto", "photo", content, chat_id=sam.id)

    assert await answer(png(300, 200)) == "sent"
    assert await answer(b"not a picture") == "400 Bad Request: IMAGE_PROCESS_FAILED"
    assert await answer(b"") == "400 Bad Request: file must be non-empty"
    assert await answer(png(2100, 100)) == "400 Bad Request: PHOTO_INVALID_DIMENSIONS"
    assert await answer(png(1, 1)[:10]) == "400 Bad Request: IMAGE_PROCESS_FAILED"
    no_photo = await refused(telegram, "sendPhoto", chat_id=sam.id)
    assert no_photo == "400 Bad Request: there is no photo in the request"
    unknown = await refused(telegram, "sendPhoto", chat_id=sam.id, photo="AgACunknown")
    assert unknown.startswith("400 Bad Request: wrong remote file identifier specified")


async def test_a_caption_has_its_own_limit(telegram: FakeTelegram, sam: Person) -> None:
    async def answer(caption: str) -> str:
        return await upload(telegram, "sendPhoto", "photo", png(9, 9), chat_id=sam.id, caption=caption)

    assert await answer("a" * 1024) == "sent"
    assert await answer("a" * 1025) == "400 Bad Request: message caption is too long"


async def test_voice_audio_and_documents_are_sent(telegram: FakeTelegram, sam: Person) -> None:
    assert await upload(telegram, "sendVoice", "voice", VOICE, chat_id=sam.id, duration=2) == "sent"
    assert await upload(telegram, "sendAudio", "audio", b"ID3", chat_id=sam.id) == "sent"
    assert await upload(telegram, "sendDocument", "document", b"%PDF", chat_id=sam.id) == "sent"
    assert (await upload(telegram, "sendVoice", "voice", b"RIFF", chat_id=sam.id)).startswith("400")
    seen = await sam.sees()
    assert [message.has_voice for message in seen] == [True, False, False]
    assert seen[2].body["document"]["file_name"] == "file.bin"


async def test_a_file_of_one_kind_is_not_sent_as_another(telegram: FakeTelegram, sam: Person) -> None:
    document = await sam.sends("document", name="plan.pdf")
    answer = await refused(telegram, "sendPhoto", chat_id=sam.id, photo=document)
    assert answer == "400 Bad Request: can't use file of type Document as Photo"


async def test_files_of_20_megabytes_come_down_and_larger_ones_do_not(
    telegram: FakeTelegram, sam: Person
) -> None:
    fits = await sam.sends("document", size=20 * 1024 * 1024)
    too_big = await sam.sends("document", size=20 * 1024 * 1024 + 1)
    _, answer = await telegram.call("getFile", file_id=fits)
    path = answer["result"]["file_path"]
    async with telegram.http.get(f"{telegram.base_file_url}{telegram.token}/{path}") as response:
        assert len(await response.read()) == 20 * 1024 * 1024
    assert await refused(telegram, "getFile", file_id=too_big) == "400 Bad Request: file is too big"
    assert await refused(telegram, "getFile", file_id="x") == "400 Bad Request: invalid file_id"
    async with telegram.http.get(f"{telegram.base_file_url}{telegram.token}/photos/none.jpg") as response:
        assert response.status == 404


async def test_chat_actions_are_shown_and_wrong_ones_refused(telegram: FakeTelegram, sam: Person) -> None:
    assert (await telegram.call("sendChatAction", chat_id=sam.id, action="typing"))[0] == 200
    answer = await refused(telegram, "sendChatAction", chat_id=sam.id, action="thinking")
    assert answer == "400 Bad Request: wrong parameter action in request"


async def test_a_wrong_address_is_answered_as_telegram_answers(telegram: FakeTelegram) -> None:
    async def answer(path: str) -> tuple[int, str]:
        async with telegram.http.get(f"{telegram.url}/{path}") as response:
            return response.status, orjson.loads(await response.read())["description"]

    assert await answer("bot700000007:AAwrong/getMe") == (401, "Unauthorized")
    assert await answer("botwrong/getMe") == (404, "Not Found")
    assert await answer("elsewhere") == (404, "Not Found")
    assert await answer(f"bot{telegram.token}/sendMoney") == (404, "Not Found: method not found")


async def test_the_commands_menu_takes_only_what_telegram_takes(telegram: FakeTelegram) -> None:
    good = [{"command": "plan", "description": "What I will do"}]
    assert (await telegram.call("setMyCommands", commands=good))[0] == 200
    scope = {"type": "all_group_chats"}
    _, answer = await telegram.call("getMyCommands")
    assert answer["result"] == good
    _, answer = await telegram.call("getMyCommands", scope=scope)
    assert answer["result"] == []
    for bad, why in (
        ([{"command": "My Plan", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "plan", "description": " "}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        (good * 101, "BOT_COMMANDS_TOO_MUCH"),
        ({"command": "plan"}, "expected an Array of BotCommand"),
    ):
        assert await refused(telegram, "setMyCommands", commands=bad) == f"400 Bad Request: {why}"
    assert (await telegram.call("deleteMyCommands"))[0] == 200
    assert await telegram.commands() == []
