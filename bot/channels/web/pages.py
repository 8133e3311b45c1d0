"""From words and chats to pages: the templates, and what they can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from bot.channels.web.sessions import SIZES, TEXT_SIZE, Visitor
from bot.content.catalogue import Catalogue

HERE = Path(__file__).parent
STATIC = HERE / "static"


@dataclass(frozen=True)
class Said:
    """A whole message on a page: its words and its picture."""

    text: str
    picture: str
    alt: str


class Pages:
    """Renders pages in the words of one locale."""

    def __init__(self, words: Catalogue, locale: str) -> None:
        self._words = words
        self._lang = locale
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def say(self, key: str, today: date, **slots: Any) -> str:
        """Give the text of a message or a fragment."""
        return self._words.render(key, slots, today=today).text

    def face(self, key: str, today: date, **slots: Any) -> Said:
        """Give a message with its picture."""
        face = self._words.render(key, slots, today=today)
        return Said(face.text, face.picture, face.alt)

    def part(self, name: str, root: str, today: date, **values: Any) -> str:
        """Render a piece of a page."""
        return self._templates.get_template(name).render(self._common(root, today) | values)

    def page(
        self,
        name: str,
        request: Request,
        today: date,
        *,
        visitor: Visitor | None = None,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **values: Any,
    ) -> HTMLResponse:
        """Render a page."""
        size = request.cookies.get(TEXT_SIZE, SIZES[0])
        context = self._common(str(request.scope.get("root_path", "")), today) | {
            "visitor": visitor,
            "size": size if size in SIZES else SIZES[0],
            **values,
        }
        html = self._templates.get_template(name).render(context)
        return HTMLResponse(html, status, headers=headers)

    def _common(self, root: str, today: date) -> dict[str, Any]:
        return {
            "root": root,
            "lang": self._lang,
            "say": lambda key, **slots: self.say(key, today, **slots),
            "label": lambda key, choice: self._words.label(key, choice, today=today),
            "face": lambda key, **slots: self.face(key, today, **slots),
        }
