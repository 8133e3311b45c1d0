"""What every page keeps to: small, no scripts in it, for old browsers, in words that members can change."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser

import pytest

from bot.channels.web.pages import HERE, STATIC
from tests.web.town import Town, message

FIRST_LOAD = 150_000  # bytes
STYLE = 15_000
SCRIPTS = sorted(STATIC.glob("*.js"))
TEMPLATES = sorted((HERE / "templates").glob("*.html"))

# What browsers of 2017 (Chrome 60) do not read.
NEWER = {
    "?.": r"\?\.(?!\d)",
    "??": r"\?\?",
    "private fields": r"[\s.]#\w",
    "object spread": r"\{\s*\.\.\.",
    "async generators": r"for\s+await|async\s+function\s*\*",
    "modules": r"^\s*(import|export)\b|import\(",
    "big numbers": r"\b\d+n\b",
    "catch without a name": r"catch\s*\{",
    "lookbehind": r"\(\?<[=!]",
    "newer methods": (
        r"\.(at|flat|flatMap|replaceAll|matchAll|finally|replaceChildren|toSorted|allSettled)\("
        r"|Object\.fromEntries|globalThis|AbortController|structuredClone|randomUUID"
    ),
}


class Loads(HTMLParser):
    """What a browser loads with a page, pictures that wait until they are seen left out."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.inline: list[str] = []
        self.pictures: list[dict[str, str | None]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("script", "img") and values.get("src"):
            self.addresses.append(str(values["src"]))
        if tag == "link" and values.get("rel") == "stylesheet":
            self.addresses.append(str(values["href"]))
        if (tag == "script" and "src" not in values) or tag == "style" or "style" in values:
            self.inline.append(tag)
        self.inline += [name for name in values if name.startswith("on")]
        if tag == "img":
            self.pictures.append(values)


def loads(page: str) -> Loads:
    found = Loads()
    found.feed(page)
    return found


async def a_chat(town: Town) -> tuple[str, list[str]]:
    sam = await town.device("Sam")
    for number in range(12):
        await town.channel.send(
            sam.address, message(number, "Why are you here? You can type.", "Skip", "Pick")
        )
        town.clock.forward(minutes=1)
    page = await sam.page()
    return page, [(await sam.client.get(one)).text for one in dict.fromkeys(loads(page).addresses)]


async def test_the_first_load_of_a_chat_is_small(town: Town) -> None:
    page, parts = await a_chat(town)
    assert parts
    assert len(page) + sum(len(part) for part in parts) < FIRST_LOAD
    assert len(gzip.compress(page.encode())) < FIRST_LOAD / 10


def test_the_style_sheets_are_small() -> None:
    assert sum(file.stat().st_size for file in STATIC.glob("*.css")) < STYLE


async def test_no_page_has_a_script_or_a_style_in_it(town: Town) -> None:
    sam = await town.device("Sam")
    circle = await town.circle("Garden Gang", sam)
    await town.channel.send(sam.address, message(1, "Which?", "This"))
    await sam.post(f"/circle/{circle.id}/say", text="hello")
    for path in ("/", f"/circle/{circle.id}", "/devices", "/join/" + "x" * 43, "/nothing-here"):
        answer = await sam.client.get(path)
        assert loads(answer.text).inline == []
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"


async def test_every_picture_has_its_words_and_its_size(town: Town) -> None:
    page, _ = await a_chat(town)
    pictures = loads(page).pictures
    assert pictures
    assert all(one.get("alt") is not None and one.get("width") and one.get("height") for one in pictures)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
@pytest.mark.parametrize("what", NEWER)
def test_scripts_can_be_read_by_old_browsers(script: object, what: str) -> None:
    source = re.sub(r"/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"", '""', script.read_text(), flags=re.DOTALL)  # type: ignore[attr-defined]
    assert not re.search(NEWER[what], source, re.MULTILINE)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_no_sentence_is_written_in_a_template(template: object) -> None:
    source = re.sub(
        r"\{% block body_class %\}\w+\{% endblock %\}|\{%.*?%\}|\{\{.*?\}\}",
        "",
        template.read_text(),
        flags=re.DOTALL,
    )  # type: ignore[attr-defined]
    visible = re.sub(r"<[^>]*>", " ", source)
    assert not re.findall(r"[A-Za-z]{2,}", visible)
    assert not re.findall(r'(?:alt|aria-label|title|placeholder)="[^"]*[A-Za-z]{2,}', source)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_no_sentence_is_written_in_a_script(script: object) -> None:
    source = re.sub(r"/\*.*?\*/", "", script.read_text(), flags=re.DOTALL)  # type: ignore[attr-defined]
    said = [
        one for one in re.findall(r'"([^"\n]*)"', source) if re.fullmatch(r"[A-Z][a-z]+( [a-z]+)+\W?", one)
    ]
    assert said == []


async def test_a_missing_page_and_a_wrong_method_are_kind(town: Town) -> None:
    sam = await town.device("Sam")
    for answer in (await sam.client.get("/nothing"), await sam.client.get("/say"), await sam.client.put("/")):
        assert answer.status_code in (404, 405)
        assert "I cannot find that page" in answer.text


async def test_a_picture_of_ours_is_there_and_no_other_file(town: Town) -> None:
    browser = town.browser()
    assert (await browser.get("/picture/hello.svg")).headers["content-type"] == "image/svg+xml"
    for name in ("nothing", "..%2f..%2fpictures", "%2e%2e"):
        assert (await browser.get(f"/picture/{name}.svg")).status_code == 404
    assert (await browser.get("/static/../app.py")).status_code == 404
    assert "max-age" in (await browser.get("/static/web.css")).headers["cache-control"]


def _channel(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4


def _light(colour: str) -> float:
    colour = "".join(letter * 2 for letter in colour) if len(colour) == 3 else colour
    red, green, blue = (_channel(int(colour[at : at + 2], 16)) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("ink", "paper"), ("ink", "card"), ("ink", "mine"), ("ink", "quiet"), ("ink", "notice"),
        ("soft", "paper"), ("soft", "card"), ("soft", "mine"), ("soft", "quiet"),
        ("accent", "card"), ("accent", "mine"), ("accent", "quiet"), ("on-accent", "accent"),
    ],
)  # fmt: skip
def test_words_stand_out_from_what_is_behind_them(scheme: int, ink: str, paper: str) -> None:
    block = (STATIC / "web.css").read_text().split(":root {")[scheme + 1].split("}")[0]
    colours = dict(re.findall(r"--([\w-]+): #([0-9a-f]+)", block))
    light, dark = sorted((_light(colours[ink]), _light(colours[paper])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5  # WCAG 2.2, 1.4.3 (AA)
