"""Coming in by a link, on one device and on more, and going out again."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from bot.channels.web.joining import qr_of
from bot.channels.web.sessions import COOKIE, address_of
from bot.domain.joining import hash_of
from bot.domain.people import Kind
from tests.web.town import BASE, BY_FORM, Device, Town

OPEN = {"origin": BASE}


async def came_in(town: Town, token: str) -> tuple[str, str]:
    """Open a link in a browser that is nobody's yet. Gives the page after it, and the device's secret."""
    browser = town.browser()
    await browser.post(f"/join/{token}", headers=OPEN)
    await town.settle()
    return (await browser.get("/")).text, browser.cookies[COOKIE]


async def test_looking_at_a_link_says_what_this_is_and_does_not_use_it_up(town: Town) -> None:
    token = await town.invite()
    for _ in range(3):
        page = await town.browser().get(f"/join/{token}")
        assert page.status_code == 200
        assert "computer helper, not a person" in page.text
        assert COOKIE not in page.cookies
    await came_in(town, token)
    async with town.store.reading() as tx:
        invite = await tx.circles.invite_by_token(hash_of(token))
    assert invite is not None
    assert invite.used_by is not None


async def test_opening_a_link_signs_the_device_in_and_begins_the_chat(town: Town) -> None:
    sam = await town.device("Sam")
    circle = await town.circle("Garden Gang", sam)
    page, secret = await came_in(town, await town.invite(circle))
    assert "Do you want to join Garden Gang?" in page
    async with town.store.reading() as tx:
        session = await tx.web.session(address_of(secret))
        account = await tx.people.account("web", address_of(secret))
    assert session is not None
    assert account is not None
    assert session.person == account.person


async def test_a_link_works_once(town: Town) -> None:
    token = await town.invite()
    await came_in(town, token)
    page, secret = await came_in(town, token)
    assert "link" in page
    async with town.store.reading() as tx:
        assert await tx.people.account("web", address_of(secret)) is None


async def test_opening_the_same_link_twice_by_accident_is_one_person(town: Town) -> None:
    token = await town.invite()
    browser = town.browser()
    for _ in range(2):
        await browser.post(f"/join/{token}", headers=OPEN)
    await town.settle()
    async with town.store.reading() as tx:
        assert len(await tx.people.of_kind(Kind.FACILITATOR)) == 1


@pytest.mark.parametrize("token", ["short", "x" * 65, "a b", "%3Cscript%3E" * 3, "x" * 43])
async def test_a_guessed_link_ends_kindly(town: Town, token: str) -> None:
    answer = await town.browser().post(f"/join/{token}", headers=OPEN)
    await town.settle()
    assert answer.status_code in (303, 404)
    async with town.store.reading() as tx:
        assert await tx.people.of_kind(Kind.MEMBER) == []


@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": "http://evil.test"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "none"}],
)
async def test_another_site_cannot_sign_a_browser_in(town: Town, headers: dict[str, str]) -> None:
    token = await town.invite()
    browser = town.browser()
    assert (await browser.post(f"/join/{token}", headers=headers)).status_code == 403
    assert COOKIE not in browser.cookies


async def test_the_cookie_is_kept_from_scripts_and_from_other_sites(town: Town) -> None:
    answer = await town.browser().post(f"/join/{await town.invite()}", headers=OPEN)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    secret = answer.cookies[COOKIE]
    assert secret.encode() not in town.store.engine.url.database.encode()
    data = b"".join(file.read_bytes() for file in sorted(_folder(town).glob("*.db*")))
    assert secret.encode() not in data


def _folder(town: Town):
    return Path(str(town.store.engine.url.database)).parent


async def made_link(device: Device, path: str, **values: str) -> str:
    answer = await device.post(path, headers=BY_FORM, **values)
    found = re.search(r'value="(http://chat\.test/join/[^"]+)"', answer.text)
    assert answer.status_code == 200
    assert found
    assert "<svg" in answer.text
    return html.unescape(found[1]).rpartition("/")[2]


async def test_another_device_waits_for_a_yes_on_the_first(town: Town) -> None:
    sam = await town.device("Sam")
    token = await made_link(sam, "/devices/link")
    page, secret = await came_in(town, token)
    assert '<form class="press"' not in page
    async with town.store.reading() as tx:
        assert await tx.people.account("web", address_of(secret)) is None
    town.clock.forward(minutes=20)
    await town.settle()
    yes = next(iter((await sam.buttons()).values()))
    await sam.post("/press", **yes)
    await town.settle()
    async with town.store.reading() as tx:
        account = await tx.people.account("web", address_of(secret))
    assert account is not None
    assert account.person == sam.person.id


async def test_a_device_can_be_signed_out_from_another(town: Town) -> None:
    phone = await town.device("Sam")
    tablet = await town.device("Sam", person=phone.person)
    page = await phone.page("/devices")
    assert page.count('name="device"') == 2
    await phone.post("/devices/end", device=tablet.address)
    assert (await tablet.client.get("/")).status_code == 401
    assert (await phone.client.get("/")).status_code == 200
    async with town.store.reading() as tx:
        account = await tx.people.account("web", tablet.address)
    assert account is not None
    assert not account.reachable


async def test_signing_out_here_forgets_what_the_browser_kept(town: Town) -> None:
    sam = await town.device("Sam")
    answer = await sam.post("/devices/end", device=sam.address, headers=BY_FORM)
    assert answer.status_code == 200
    assert "closed on this device" in answer.text
    assert answer.headers["clear-site-data"] == '"storage"'
    assert (await sam.client.get("/")).status_code == 401


async def test_nobody_can_sign_somebody_else_out(town: Town) -> None:
    sam, lee = await town.device("Sam"), await town.device("Lee")
    theirs = await lee.post("/devices/end", device=sam.address)
    unknown = await lee.post("/devices/end", device="0" * 64)
    assert (theirs.status_code, theirs.json()) == (unknown.status_code, unknown.json())
    assert theirs.status_code == 404
    assert (await sam.client.get("/")).status_code == 200


async def test_a_facilitator_invites_to_their_circle_with_a_link_that_works(town: Town) -> None:
    kit = await town.device("Kit", Kind.FACILITATOR)
    circle = await town.circle("Garden Gang", kit)
    assert "Invite somebody" in await kit.page(f"/circle/{circle.id}")
    assert "A member" in await kit.page(f"/circle/{circle.id}/invite")
    token = await made_link(kit, f"/circle/{circle.id}/invite", kind="member")
    assert "Do you want to join Garden Gang?" in (await came_in(town, token))[0]
    assert (await kit.post(f"/circle/{circle.id}/invite", kind="operator")).status_code == 400


async def test_nobody_else_can_invite_to_it(town: Town) -> None:
    sam, other = await town.device("Sam"), await town.device("Pat", Kind.FACILITATOR)
    circle = await town.circle("Garden Gang", sam)
    assert "Invite somebody" not in await sam.page(f"/circle/{circle.id}")
    for device in (sam, other):
        assert (await device.client.get(f"/circle/{circle.id}/invite")).status_code == 404
        assert (await device.post(f"/circle/{circle.id}/invite", kind="member")).status_code == 404


async def test_the_words_can_be_larger(town: Town) -> None:
    sam = await town.device("Sam")
    answer = await sam.post("/words-size", size="3", back="/devices", headers=BY_FORM)
    assert answer.headers["location"] == "/devices"
    assert 'class="words-3"' in await sam.page()
    for back in ("//evil.test", "/circle/someone-elses", "https://evil.test"):
        away = await sam.post("/words-size", size="9", back=back, headers=BY_FORM)
        assert away.headers["location"] == "/"
    assert 'class="words-3"' in await sam.page()


def test_a_square_picture_can_be_shown_at_any_size() -> None:
    assert re.match(r'<svg[^>]* viewBox="0 0 (\d+) \1"', qr_of("http://chat.test/join/" + "x" * 43))
