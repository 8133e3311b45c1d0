"""The private chat: what is sent is kept once, and whatever is wrong with it ends kindly."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from bot.channels.web.guard import MOST_BYTES, MOST_POSTS
from tests.web.town import BASE, BY_FORM, BY_SCRIPT, Device, Town, message


async def waiting(town: Town) -> int:
    async with town.store.reading() as tx:
        return len(await tx.inbox.waiting(100))


async def asked(town: Town) -> Device:
    """A device that was asked the first question."""
    sam = await town.device("Sam")
    await town.greet(sam)
    return sam


async def test_words_are_kept_and_answered(town: Town) -> None:
    sam = await asked(town)
    answer = await sam.post("/say", text="becuase i get bored")
    await town.settle()
    page = await sam.page()
    assert answer.status_code == 200
    assert f'id="{answer.json()["id"]}"' in page
    assert "I kept that: “becuase i get bored”." in page


async def test_a_press_is_answered_and_the_question_loses_its_buttons(town: Town) -> None:
    sam = await asked(town)
    buttons = await sam.buttons()
    await sam.post("/press", **buttons["Skip"])
    await town.settle()
    assert buttons["Skip"]["message"] not in str(await sam.buttons())
    assert "<p>Skip</p>" in await sam.page()


async def test_an_old_button_is_answered_kindly(town: Town) -> None:
    sam = await asked(town)
    old = (await sam.buttons())["Skip"]
    await sam.post("/say", text="i like it")
    await town.settle()
    before = await sam.page()
    assert (await sam.post("/press", **old)).status_code == 200
    await town.settle()
    assert len(await sam.page()) > len(before)


async def test_the_same_form_sent_twice_counts_once(town: Town) -> None:
    sam = await town.device("Sam")
    for _ in range(2):
        await sam.post("/say", form="the-same-form", text="hello there")
    assert await waiting(town) == 1
    assert (await sam.page()).count("<p>hello there</p>") == 1


async def test_other_words_from_the_same_form_are_not_lost(town: Town) -> None:
    sam = await town.device("Sam")
    await sam.post("/say", form="the-same-form", text="hello there")
    await sam.post("/say", form="the-same-form", text="goodbye")
    assert await waiting(town) == 2


@pytest.mark.parametrize("text", ["", "   ", "\n\t "])
async def test_nothing_to_send_sends_nothing(town: Town, text: str) -> None:
    sam = await town.device("Sam")
    assert (await sam.post("/say", text=text)).status_code == 200
    assert await waiting(town) == 0


@pytest.mark.parametrize("text", ["x" * 4096, "🎉🎉", "\u202eabc\u200b", "<b>*_`[x](y)", "a\r\nb"])
async def test_any_words_are_taken_as_they_are(town: Town, text: str) -> None:
    sam = await town.device("Sam")
    assert (await sam.post("/say", text=text)).status_code == 200
    assert await waiting(town) == 1
    await town.settle()
    assert "<b>" not in await sam.page()


async def test_words_that_are_too_long_come_back_into_the_box(town: Town) -> None:
    sam = await town.device("Sam")
    answer = await sam.post("/say", text="long " * 1000, headers=BY_FORM)
    assert answer.status_code == 422
    assert "long long long" in answer.text.split("<textarea")[1]
    assert "too long" in answer.text
    assert await waiting(town) == 0
    assert (await sam.post("/say", text="long " * 1000)).json()["notice"].startswith("That is too long")


async def test_a_flood_is_slowed_kindly_and_its_words_stay(town: Town) -> None:
    sam, lee = await town.device("Sam"), await town.device("Lee")
    for _ in range(MOST_POSTS):
        await sam.post("/say", text="again")
    slow = await sam.post("/say", text="one more thing", headers=BY_FORM)
    assert slow.status_code == 429
    assert "one more thing" in slow.text.split("<textarea")[1]
    by_script = await sam.post("/say", text="one more thing")
    assert int(by_script.headers["retry-after"]) == by_script.json()["wait"] > 0
    assert (await lee.post("/say", text="hello")).status_code == 200
    town.clock.forward(minutes=1)
    assert (await sam.post("/say", text="one more thing")).status_code == 200


@pytest.mark.parametrize("payload", ["q:1:admin", "c:calling:1:yes", "", "x" * 100, "q:1:0\n"])
async def test_a_payload_that_no_button_had_goes_nowhere(town: Town, payload: str) -> None:
    sam = await town.device("Sam")
    await town.channel.send(sam.address, message(1, "Which one?", "This"))
    answer = await sam.post("/press", message="web:test.1", payload=payload)
    assert answer.status_code == 404
    assert "not here any more" in answer.json()["notice"]
    assert await waiting(town) == 0


async def test_somebody_elses_button_is_as_one_that_is_not_there(town: Town) -> None:
    sam, lee = await town.device("Sam"), await town.device("Lee")
    await town.channel.send(sam.address, message(1, "Which one?", "This"))
    theirs = await lee.post("/press", message="web:test.1", payload="q:1:0")
    unknown = await lee.post("/press", message="web:test.9", payload="q:1:0")
    assert (theirs.status_code, theirs.json()) == (unknown.status_code, unknown.json())
    assert await waiting(town) == 0


def photo(size: tuple[int, int] = (60, 40)) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", size, "green")
    exif = Image.Exif()
    exif[0x010E] = "a secret place"
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


async def media_in(sam: Device) -> list[str]:
    return re.findall(r'src="(/media/[^"]+)"', await sam.page())


async def test_a_photo_is_shown_without_what_hides_in_it_and_to_nobody_else(town: Town) -> None:
    sam, lee = await town.device("Sam"), await town.device("Lee")
    for _ in range(2):
        answer = await sam.post("/upload", form="photo-form", files={"file": ("x.php", photo(), "text/html")})
        assert answer.status_code == 200
    assert await waiting(town) == 1
    (address,) = await media_in(sam)
    shown = await sam.client.get(address)
    assert shown.headers["content-type"] == "image/jpeg"
    assert "sandbox" in shown.headers["content-security-policy"]
    assert b"secret" not in shown.content
    for stranger in (lee.client, town.browser()):
        refused = await stranger.get(address)
        assert refused.status_code in (401, 404)
        assert b"\xff\xd8" not in refused.content
    assert (await sam.client.get("/media/web:nothing")).status_code == 404


async def test_a_voice_note_can_be_played_from_the_middle(town: Town) -> None:
    sam = await asked(town)
    await sam.post("/upload", files={"file": ("v", b"OggS" + b"sound" * 20, "audio/ogg")})
    await town.settle()
    address = (await media_in(sam))[0]
    whole = await sam.client.get(address)
    part = await sam.client.get(address, headers={"range": "bytes=4-8"})
    assert (part.status_code, part.content) == (206, b"sound")
    assert part.headers["content-range"] == f"bytes 4-8/{len(whole.content)}"
    assert (await sam.client.get(address, headers={"range": "bytes=9999-"})).status_code == 416
    assert (await sam.client.get(address, headers={"range": "lines=1-2"})).content == whole.content
    assert "<audio" in await sam.page()


async def test_another_kind_of_file_is_answered_kindly(town: Town) -> None:
    sam = await asked(town)
    before = (await sam.page()).count("<li")
    answer = await sam.post("/upload", files={"file": ("a.pdf", b"%PDF-1.7", "application/pdf")})
    await town.settle()
    assert answer.status_code == 200
    assert (await sam.page()).count("<li") > before
    assert await media_in(sam) == []


async def test_no_file_at_all_sends_nothing(town: Town) -> None:
    sam = await town.device("Sam")
    assert (await sam.post("/upload", files={"file": ("", b"", "")})).status_code in (200, 303)
    assert await waiting(town) == 0


async def test_a_file_that_is_too_big_is_refused_before_it_is_read(town: Town) -> None:
    sam = await town.device("Sam")
    answer = await sam.post(
        "/upload", files={"file": ("v", b"OggS" + bytes(MOST_BYTES + 100_000), "audio/ogg")}
    )
    assert answer.status_code == 413
    assert "too big" in answer.json()["notice"]
    assert await waiting(town) == 0


@pytest.mark.parametrize("path", ["/say", "/press", "/upload"])
async def test_a_form_from_elsewhere_is_not_taken(town: Town, path: str) -> None:
    sam = await town.device("Sam")
    csrf = await sam.csrf()
    forms = [
        ({"csrf": "0" * 32}, {"origin": BASE}),
        ({}, {"origin": BASE}),
        ({"csrf": csrf}, {"origin": "http://evil.test"}),
        ({"csrf": csrf}, {"sec-fetch-site": "cross-site", "origin": BASE}),
        ({"csrf": csrf}, {"referer": "http://evil.test/chat.test"}),
        ({"csrf": csrf}, {"origin": "null"}),
    ]
    for values, headers in forms:
        files = {"file": ("v", b"OggS", "audio/ogg")} if path == "/upload" else None
        data = {"form": "a-form-of-theirs", "text": "words", **values}
        answer = await sam.client.post(path, data=data, headers=headers, files=files)
        assert answer.status_code == 403
    assert await waiting(town) == 0


@pytest.mark.parametrize("form", ["", "short", "x" * 41, "with space", "../../etc"])
async def test_a_form_without_an_id_of_ours_gives_the_words_back(town: Town, form: str) -> None:
    sam = await town.device("Sam")
    data = {"csrf": await sam.csrf(), "form": form, "text": "my words"}
    answer = await sam.client.post("/say", data=data, headers=BY_FORM)
    assert answer.status_code == 400
    assert "my words" in answer.text.split("<textarea")[1]


async def test_a_broken_upload_ends_kindly(town: Town) -> None:
    sam = await town.device("Sam")
    kinds = ["multipart/form-data; boundary=x", "multipart/form-data", "application/json"]
    for kind in kinds:
        answer = await sam.client.post(
            "/upload", content=b"--y\r\nbroken", headers={"content-type": kind, **BY_FORM}
        )
        assert answer.status_code in (400, 403)
        assert "Alongside" in answer.text


async def test_an_ended_session_opens_nothing_and_loses_nothing(town: Town) -> None:
    sam = await town.device("Sam")
    csrf = await sam.csrf()
    async with town.store.transaction() as tx:
        await tx.web.end_session(sam.address)
    for path in ("/", "/news", "/live", "/devices", "/media/web:test.1", "/circle/any"):
        assert (await sam.client.get(path)).status_code == 401
    data = {"csrf": csrf, "form": "some-form-1", "text": "my words"}
    answer = await sam.client.post("/say", data=data, headers=BY_SCRIPT)
    assert answer.status_code == 401
    assert "Your words are safe" in answer.json()["notice"]
    assert await waiting(town) == 0


async def test_a_cookie_that_nobody_was_given_opens_nothing(town: Town) -> None:
    for token in ("", "guess", "x" * 5000, "../.."):
        answer = await town.browser(token).get("/")
        assert answer.status_code == 401
        assert "Ask for a new link" in answer.text


async def test_news_are_what_is_new_or_changed_since(town: Town) -> None:
    sam = await town.device("Sam")
    for number in range(3):
        await town.channel.send(sam.address, message(number, f"Message {number}.", "Yes"))
        town.clock.forward(minutes=1)
    first = (await sam.client.get("/news")).json()
    assert len(first["items"]) == 3
    assert (await sam.client.get(f"/news?since={first['version']}")).json()["items"] == []
    town.clock.forward(minutes=1)
    await town.channel.strip(sam.address, "web:test.0")
    later = (await sam.client.get(f"/news?since={first['version']}")).json()
    assert "web:test.0" in [item["id"] for item in later["items"]]
    assert "web:test.1" not in [item["id"] for item in later["items"]]
    assert "<button" not in later["items"][0]["html"]
    for since in ("-1", "x", "9" * 50):
        assert (await sam.client.get(f"/news?since={since}")).status_code == 200


async def test_earlier_messages_are_a_link_away(town: Town) -> None:
    sam = await town.device("Sam")
    for number in range(70):
        await town.channel.send(sam.address, message(number, f"Message {number}."))
        town.clock.forward(seconds=1)
    page = await sam.page()
    assert "Message 69." in page
    assert "Message 5." not in page
    (more,) = re.findall(r'href="(/\?show=\d+)"', page)
    assert "Message 5." in await sam.page(more)


async def test_a_store_that_is_closed_says_sorry_and_gives_the_number_for_danger(
    town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sam = await town.device("Sam")
    monkeypatch.setattr(town.store, "reading", lambda: (_ for _ in ()).throw(OSError("my words")))
    answer = await sam.client.get("/")
    assert answer.status_code == 503
    assert "call 999" in answer.text
    assert "my words" not in capsys.readouterr().out


async def test_no_words_of_people_reach_an_address_or_the_log(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    sam = await asked(town)
    answer = await sam.post("/say", text="zebra crossing", headers=BY_FORM)
    await town.settle()
    assert answer.status_code == 303
    assert "zebra" not in answer.headers["location"]
    assert not re.findall(r'(?:href|src|action)="[^"]*zebra', await sam.page())
    captured = capsys.readouterr()
    assert "zebra" not in captured.out + captured.err
