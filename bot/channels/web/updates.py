"""What a page sends, as the inbox keeps it: written by the web app, read again by the channel. Pure."""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import datetime

import orjson

from bot.app.messages import Incoming, MediaIn, PressIn, StartIn, TextIn, UnusableIn

WEB = "web"
CIRCLE = "circle:"  # how the place of a circle's chat begins
FORM_ID = re.compile(r"[A-Za-z0-9_-]{8,40}")
MARK_LENGTH = 12  # hexadecimal digits
DEVICE_LENGTH = 16  # of a device's address: with a form's own id that is unique

_CONTENTS = {kind.__name__: kind for kind in (TextIn, PressIn, MediaIn, UnusableIn, StartIn)}


def circle_place(circle: str) -> str:
    """Give the place of a circle's chat on the web."""
    return CIRCLE + circle


def update_id(token: str, address: str, form: str, content: bytes) -> str:
    """Give the id of an update, the same when the same thing is sent twice.

    `form` is made by the page once for each thing it sends. The browser's own Back shows a form again, so
    other words from the same form are another update. The mark of the content is keyed with the session's
    secret, which is kept nowhere: it says nothing about the words.
    """
    mark = hmac.new(token.encode(), form.encode() + b"\0" + content, hashlib.sha256).hexdigest()
    return f"{address[:DEVICE_LENGTH]}.{form}.{mark[:MARK_LENGTH]}"


def write(incoming: Incoming) -> bytes:
    """Give the raw form of an update."""
    content = incoming.content
    kind = type(content).__name__
    if kind not in _CONTENTS:
        raise TypeError(f"the web sends no {kind}")
    return orjson.dumps(
        {
            "update": incoming.update,
            "account": incoming.account,
            "place": incoming.place,
            "at": incoming.at.isoformat(),
            "kind": kind,
            "content": vars(content),
        }
    )


def read(body: bytes) -> Incoming | None:
    """Read an update. Raises ValueError, KeyError or TypeError for what `write` has not made."""
    form = orjson.loads(body)
    account, place = form["account"], form["place"]
    return Incoming(
        WEB,
        form["update"],
        account,
        place,
        account == place,
        datetime.fromisoformat(form["at"]),
        _CONTENTS[form["kind"]](**form["content"]),
    )
