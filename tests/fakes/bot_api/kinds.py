"""Names that the server and its client share."""

from __future__ import annotations

from typing import Literal

FaultKind = Literal[
    "flood",  # 429 with retry_after; not handled
    "status",  # another HTTP status with a description; not handled
    "drop",  # the connection is cut; not handled
    "drop_after",  # handled, then the connection is cut: the caller cannot know
    "cut",  # handled, then cut in the middle of the answer
    "garbage",  # handled, then something that is not JSON is answered
    "slow",  # waits `seconds`, then handles
    "slow_after",  # handles, then waits `seconds`
]
