"""What can go wrong in a conversation, by name."""

from __future__ import annotations


class DialogueError(Exception):
    """A fault in a dialogue's own code, found in tests."""


class TooManySteps(DialogueError):
    """A dialogue took 1,000 steps without a question, or led to another too often (architecture.md)."""
