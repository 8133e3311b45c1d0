"""Faults for the log: what kind, and where in our code. Never their text, which may hold people's words."""

from __future__ import annotations

import traceback
from pathlib import PurePath
from typing import Any


def report(log: Any, event: str, error: BaseException, **more: object) -> None:
    """Write a fault to the log: its kind, and the file and line of our code that came to it last."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if "bot" in PurePath(frame.filename).parts
    ]
    where = f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "outside"
    log.error(event, error=type(error).__name__, where=where, **more)
