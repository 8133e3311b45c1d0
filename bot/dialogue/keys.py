"""The messages and labels that the engine itself uses; a test proves that data/words has each of them."""

from __future__ import annotations

UNUSABLE = ("sticker", "location", "contact", "file", "too-big", "empty")
MEDIA = ("photo", "voice")

# Messages, in data/words/<locale>/controls.ftl.
ENGINE_KEYS = frozenset(
    {
        "kept",
        *(f"kept-{kind}" for kind in MEDIA),
        "reask-words",
        "reask-choice",
        "reask-day",
        "reask-day-past",
        "reask-time",
        *(f"reask-{what}-not-{kind}" for what in ("words", "choice", "day", "time") for kind in MEDIA),
        "which-day",
        "which-time",
        *(f"cannot-use-{kind}" for kind in UNUSABLE),
        "too-long",
        "help-menu",
        "dont-get-it",
        "not-now",
        "carry-on",
        "old-question",
        "old-question-closed",
        "back-not-possible",
        "back-stopped",
        "change-not-possible",
        "dialogue-changed",
        "one-thing-first",
        "unclear-third",
        "is-this-your-answer",
    }
)

# Labels of buttons under the engine's messages, and of the choices of 'is-this-your-answer'.
ENGINE_LABELS = frozenset(
    {
        "back",
        "help",
        "again",
        "not-now",
        "dont-get-it",
        "person",
        "what-can-you-do",
        "change",
        "meant",
        "yes",
        "no",
        "day",
        "time",
    }
)

# Dialogues that the engine itself begins, by their names in the book.
GREETING = "greeting"
UNSURE = "unsure"
DO_THIS_NOW = "do_this_now"
TALK_TO_PERSON = "talk_to_person"
WHAT_CAN_YOU_DO = "what_can_you_do"
ENGINE_DIALOGUES = frozenset({GREETING, UNSURE, DO_THIS_NOW, TALK_TO_PERSON, WHAT_CAN_YOU_DO})
