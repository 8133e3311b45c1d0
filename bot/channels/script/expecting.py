"""Whether what a script expects was delivered."""

from __future__ import annotations

import re

from bot.channels.script.channel import Event
from bot.channels.script.script_parts import Expect


def misses(expect: Expect, fresh: list[Event]) -> list[str]:
    """Give what does not hold, and what was there instead."""
    address = f"group:{expect.in_}" if expect.in_ else expect.to
    events = [event for event in fresh if address is None or _is_at(event, address)]
    problems: list[str] = []
    if expect.nothing and events:
        problems.append(f"expected nothing, got {_there(events)}")
    if expect.count is not None and len(events) != expect.count:
        problems.append(f"expected {expect.count} messages, got {len(events)}: {_there(events)}")
    if expect.not_ is not None:
        word = re.compile(rf"\b{re.escape(expect.not_)}\b", re.IGNORECASE)
        problems += [
            f"{expect.not_!r} was said: {e.message.text!r}" for e in events if word.search(e.message.text)
        ]
    wanted = [event for event in events if _fits(expect, event)]
    if not (expect.nothing or wanted) and _says_something(expect):
        problems.append(f"expected {_asked(expect)}, got {_there(events)}")
    return problems


def _is_at(event: Event, address: str) -> bool:
    at = event.shown.address
    return at in {address, f"{address} phone"}


def _says_something(expect: Expect) -> bool:
    return any(
        value is not None
        for value in (
            expect.says,
            expect.key,
            expect.buttons,
            expect.picture,
            expect.alt,
            expect.card,
            expect.edited,
        )
    )


def _fits(expect: Expect, event: Event) -> bool:
    message = event.message
    labels = [button.label for row in message.rows for button in row]
    checks = [
        expect.says is None or expect.says.casefold() in message.text.casefold(),
        expect.key is None or message.key == expect.key,
        expect.buttons is None or all(any(wanted in label for label in labels) for wanted in expect.buttons),
        expect.picture is None or message.picture == expect.picture,
        expect.alt is None or bool(message.alt) == expect.alt,
        expect.edited is None or event.edit == expect.edited,
        expect.card is None or _is_card(expect, event),
    ]
    return all(checks)


def _is_card(expect: Expect, event: Event) -> bool:
    card = expect.card
    if card is None or event.message.card is None:
        return False
    right_key = card.key is None or event.message.key == card.key
    return right_key and (card.shows is None or card.shows.casefold() in event.message.text.casefold())


def _asked(expect: Expect) -> str:
    return str(expect.model_dump(exclude_none=True, exclude_defaults=True, by_alias=True))


def _there(events: list[Event]) -> str:
    if not events:
        return "nothing"
    return " | ".join(
        f"{event.message.key}: {event.message.text!r} "
        + " ".join(f"[{button.label}]" for row in event.message.rows for button in row)
        for event in events
    )
