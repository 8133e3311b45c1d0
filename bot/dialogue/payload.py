"""What a button carries: at most 64 bytes (Telegram's callback_data), checked again at every press.

q:<question>:<choice>         an answer to the question shown with that id; '!back' and the like are controls
k:<question>                  change the answer that was given to that question
m:<question>                  'I meant something else' by the words given to that question
c:<kind>:<object>:<choice>    a press on a card
s:<dialogue>:<argument>       begin a dialogue
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, assert_never

LONGEST = 64  # bytes; core.telegram.org/bots/api#inlinekeyboardbutton


@dataclass(frozen=True)
class AnswerPress:
    """A choice or a control (it begins with '!') under a question."""

    question: int
    choice: str


@dataclass(frozen=True)
class ChangePress:
    """[Change it] under an answer shown back."""

    question: int


@dataclass(frozen=True)
class MeantPress:
    """[I meant something else] under an answer shown back."""

    question: int


@dataclass(frozen=True)
class CardPress:
    """A choice on a card that is bound to one object."""

    kind: str
    object: str
    choice: str


@dataclass(frozen=True)
class StartPress:
    """A button that begins a dialogue."""

    dialogue: str
    argument: str = ""


Press: TypeAlias = AnswerPress | ChangePress | MeantPress | CardPress | StartPress


def write(press: Press) -> str:
    """Give the payload of a press; raises ValueError when it would not fit a button."""
    match press:
        case AnswerPress(question, choice):
            text = f"q:{question}:{choice}"
        case ChangePress(question):
            text = f"k:{question}"
        case MeantPress(question):
            text = f"m:{question}"
        case CardPress(kind, thing, choice):
            text = f"c:{kind}:{thing}:{choice}"
        case StartPress(dialogue, argument):
            text = f"s:{dialogue}:{argument}"
        case _:
            assert_never(press)
    if len(text.encode()) > LONGEST:
        raise ValueError("a button's payload is too long")
    return text


def read(payload: str) -> Press | None:
    """Give the press that a payload means, or None for one that nobody here made."""
    kind, _, rest = payload.partition(":")
    parts = rest.split(":")
    match kind, parts:
        case "q", [number, choice] if _is_number(number) and choice:
            return AnswerPress(int(number), choice)
        case "k", [number] if _is_number(number):
            return ChangePress(int(number))
        case "m", [number] if _is_number(number):
            return MeantPress(int(number))
        case "c", [card, thing, choice] if card and thing and choice:
            return CardPress(card, thing, choice)
        case "s", [dialogue, argument] if dialogue:
            return StartPress(dialogue, argument)
    return None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST // 4
