"""The two opening questions and what people answered, in their own words (practice.md 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

WHY = "why"  # Why are you here?
WANT = "want"  # What do you want to do?


@dataclass(frozen=True)
class OpeningAnswer:
    """A person's answer to one of the two questions; at most one a question, the newest."""

    id: str
    person: str
    question: str
    words: str = ""
    media: str | None = None
    media_kind: str | None = None
    picture: str | None = None
    helped_by: str | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Medium:
    """A photo or voice note that was kept. `remote` is the platform's file id until it has been fetched."""

    id: str
    owner: str
    kind: str  # photo or voice
    mime: str
    content: bytes | None = None
    remote: str | None = None
    channel: str | None = None
    at: datetime | None = None
