"""parse_mode HTML is read as strictly as Telegram reads it."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.bot_api.html_text import parse_html, utf16
from tests.fakes.bot_api.refusals import RefusalError


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<b>hello", 'Can\'t find end tag corresponding to start tag "b"'),
        ("hello</b>", "Unexpected end tag at byte offset 5"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("a <3 b", 'Unsupported start tag "3" at byte offset 2'),
        ("é < b", 'Unsupported start tag "" at byte offset 3'),
        ("<b", 'Unclosed start tag "b" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<br/>", 'Unsupported start tag "br" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_markup_that_telegram_cannot_read_is_refused_in_its_words(source: str, why: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {why}"
    assert refusal.value.status == 400


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b>", "a", [{"offset": 0, "length": 1, "type": "bold"}]),
        ("<B>a</>", "a", [{"offset": 0, "length": 1, "type": "bold"}]),
        ("<i></i>a", "a", []),
        ("&lt;b&gt; &amp; &quot; &#39; &#x41; &nbsp; AT&T", "<b> & \" ' A &nbsp; AT&T", []),
        (
            "\N{CLAPPING HANDS SIGN}<b>x<i>y</i></b>",
            "\N{CLAPPING HANDS SIGN}xy",
            [{"offset": 2, "length": 2, "type": "bold"}, {"offset": 3, "length": 1, "type": "italic"}],
        ),
        (
            '<a href="https://a.org/?x=1&amp;y=2">x</a>',
            "x",
            [{"offset": 0, "length": 1, "type": "text_link", "url": "https://a.org/?x=1&y=2"}],
        ),
        ("<a href='nowhere'>x</a>", "x", []),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            [{"offset": 0, "length": 1, "type": "pre", "language": "python"}],
        ),
        (
            "<blockquote expandable>x</blockquote>",
            "x",
            [{"offset": 0, "length": 1, "type": "expandable_blockquote"}],
        ),
        ('<span class="tg-spoiler">x</span>', "x", [{"offset": 0, "length": 1, "type": "spoiler"}]),
        (
            '<tg-emoji emoji-id="5">x</tg-emoji>',
            "x",
            [{"offset": 0, "length": 1, "type": "custom_emoji", "custom_emoji_id": "5"}],
        ),
    ],
)
def test_markup_becomes_text_and_entities(source: str, text: str, entities: list[object]) -> None:
    assert parse_html(source) == (text, entities)


@given(st.text())
def test_escaped_words_come_through_unchanged(words: str) -> None:
    escaped = html.escape(words, quote=False)
    assert parse_html(f"<b>{escaped}</b>")[0] == words


@given(st.text(alphabet=st.sampled_from("<>/&;ab \"'=#\N{CLAPPING HANDS SIGN}"), max_size=40))
def test_whatever_is_written_is_read_or_refused(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except RefusalError:
        return
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= utf16(text) for e in entities)
