"""How a message of a chat is named: its number, and before it what can be changed of it.

A text and a caption are changed by different calls, so a reference keeps which one it is: '123' is a text,
'p123' a photo with a caption, 'v123' a voice note or a file with a caption.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

TEXT: Final = ""
PHOTO: Final = "p"
FILE: Final = "v"
_CAPTIONED: Final = {"photo": PHOTO, "voice": FILE, "audio": FILE, "document": FILE, "video": FILE}


def of_message(message: Mapping[Any, Any]) -> str | None:
    """Give the reference of a message as the Bot API shows it; None when it has no number."""
    number = message.get("message_id")
    if not isinstance(number, int):
        return None
    kind = next((mark for field, mark in _CAPTIONED.items() if field in message), TEXT)
    return f"{kind}{number}"


def read(ref: str) -> tuple[str, int]:
    """Give what a reference names: its kind, and the message's number. Raises ValueError."""
    kind = ref[:1] if ref[:1] in {PHOTO, FILE} else TEXT
    return kind, int(ref.removeprefix(kind))
