"""How a slot is marked in text before it is filled: by private-use letters, which no words file needs."""

from __future__ import annotations

import re

MARK = re.compile("\ue000([^\ue001]+)\ue001")


def mark(slot: str) -> str:
    """Stand in for the slot of this name."""
    return f"\ue000{slot}\ue001"


def readable(text: str) -> str:
    """Show the marks as they are written in the words file."""
    return MARK.sub(r"{ $\1 }", text)
