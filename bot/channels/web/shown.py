"""How a message stands in the web log: a plain form for what the assistant and people say. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.app.messages import Outgoing, Pressable

Body = Mapping[str, Any]
_NOTHING: Body = {"text": "", "picture": None, "alt": "", "rows": [], "media": None, "media_kind": None}


def of_outgoing(message: Outgoing) -> Body:
    """Give the form of a message of the assistant's. The bytes of media stay where they are."""
    return {
        "key": message.key,
        "text": message.text,
        "picture": message.picture,
        "alt": message.alt,
        "rows": [[_button(button) for button in row] for row in message.rows],
        "media": message.media,
        "media_kind": message.media_kind,
        "card": message.card,
    }


def of_words(text: str) -> Body:
    """Give the form of what a person wrote, or of the label they pressed."""
    return {**_NOTHING, "text": text}


def of_medium(medium: str, kind: str) -> Body:
    """Give the form of a photo or voice note that a person sent."""
    return {**_NOTHING, "media": medium, "media_kind": kind}


def without_buttons(body: Body) -> Body:
    """Give a message whose buttons are taken off. They are remembered: a late press is answered kindly."""
    return {**body, "stripped": True}


def find_button(body: Body, payload: str) -> Pressable | None:
    """Give the button of a message that carries a payload, if the message ever had it."""
    for row in body.get("rows", ()):
        for button in row:
            if button["payload"] == payload:
                return Pressable(**button)
    return None


def rows(body: Body) -> list[list[Pressable]]:
    """Give the buttons that can be pressed now."""
    if body.get("stripped"):
        return []
    return [[Pressable(**button) for button in row] for row in body.get("rows", ())]


def _button(button: Pressable) -> dict[str, Any]:
    return {"label": button.label, "payload": button.payload, "picture": button.picture, "id": button.id}
