"""What the control side shows: messages as people see them, and calls as the server got them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as a person sees it now. `labels` are rows of buttons; `edits` counts the changes."""

    message_id: int
    by_bot: bool
    text: str  # or the caption
    labels: tuple[tuple[str, ...], ...]
    data: tuple[tuple[str, ...], ...]  # callback data by the same rows; '' where a button has none
    edits: int
    deleted: bool
    has_photo: bool
    has_voice: bool
    body: dict[str, Any]
    before: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Received:
    """A call that the server got. `status` is 0 when the connection was dropped or it is under way."""

    method: str
    params: dict[str, str]
    files: dict[str, int]
    at: float
    status: int
    description: str

    @property
    def chat_id(self) -> int:
        return int(self.params["chat_id"])


def seen(given: dict[str, Any]) -> Seen:
    body = given["body"]
    rows = body.get("reply_markup", {}).get("inline_keyboard", [])
    return Seen(
        message_id=body["message_id"],
        by_bot=given["by_bot"],
        text=body.get("text") or body.get("caption") or "",
        labels=tuple(tuple(button["text"] for button in row) for row in rows),
        data=tuple(tuple(button.get("callback_data", "") for button in row) for row in rows),
        edits=len(given["before"]),
        deleted=given["deleted"],
        has_photo="photo" in body,
        has_voice="voice" in body,
        body=body,
        before=tuple(given["before"]),
    )
