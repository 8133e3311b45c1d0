"""The transcript of a script: one line a message, which a person can read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.app.messages import Outgoing

ASSISTANT = "alongside"


@dataclass(frozen=True)
class Line:
    """One message of the transcript; `place` is a circle's name, or '' for a private chat."""

    at: datetime  # local
    sender: str
    to: str
    place: str
    text: str
    message: Outgoing | None = None
    edit_of: str | None = None
    web: bool = False

    def as_text(self) -> str:
        """Give the line as a person reads it."""
        where = f"{self.to} in {self.place}" if self.place and self.sender == ASSISTANT else self.to
        if self.place:
            where = self.place
        start = f"{self.at:%a %d %b %H:%M}  {self.sender} -> {where}{' (web)' if self.web else ''}  "
        text = self.text.replace("\n", "\n" + " " * len(start))
        edited = "edited: " if self.edit_of else ""
        buttons = ""
        picture = ""
        if self.message is not None:
            buttons = "".join(f"  [{button.label}]" for row in self.message.rows for button in row)
            picture = f"  (pic: {self.message.picture})" if self.message.picture else ""
            if self.message.media_kind:
                picture += f"  ({self.message.media_kind})"
        return f"{start}{edited}{text}{buttons}{picture}"

    def as_json(self) -> dict[str, Any]:
        """Give the line as script.md's --json has it."""
        message = self.message
        return {
            "at": self.at.isoformat(),
            "from": self.sender,
            "to": self.to,
            "in": self.place or None,
            "text": self.text,
            "key": message.key if message else None,
            "buttons": [{"label": button.label, "id": button.id} for row in message.rows for button in row]
            if message
            else [],
            "picture": message.picture if message else None,
            "alt": message.alt if message else None,
            "edit_of": self.edit_of,
        }
