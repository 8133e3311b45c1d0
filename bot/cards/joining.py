"""What waits for a yes when people come in: somebody who would be a supporter, and a further device."""

from __future__ import annotations

from typing import Final

from bot.cards.card import Card, Reaction, button
from bot.dialogue.saying import Button, Ref, Said
from bot.dialogues.commands import AgreeSupporter, ConfirmDevice
from bot.dialogues.looks import Device, LookDevice, LookSupport, Supporting

SUPPORT_KIND: Final = "support"
DEVICE_KIND: Final = "device"


def draw_support(support: str, seen: Supporting | None) -> Said:
    """Ask the member; once they agreed, say so."""
    if seen is None:
        return Said("support-over")
    name = Ref("person", seen.supporter)
    if seen.agreed:
        return Said("support-holds", {"name": name})
    return Said("support-ask", {"name": name}, _yes_no(SUPPORT_KIND, support))


def draw_device(invite: str, seen: Device | None) -> Said:
    """Ask on the first device whether the other one is the same person's."""
    if seen is None:
        return Said("device-over")
    return Said("device-ask", buttons=_yes_no(DEVICE_KIND, invite))


def _yes_no(kind: str, thing: str) -> tuple[Button, Button]:
    return (button(kind, thing, "yes"), button(kind, thing, "no"))


SUPPORT: Final = Card(
    look=LookSupport,
    draw=draw_support,
    choices={
        "yes": lambda support: Reaction(command=AgreeSupporter(support, yes=True)),
        "no": lambda support: Reaction(command=AgreeSupporter(support, yes=False)),
    },
)

DEVICE: Final = Card(
    look=LookDevice,
    draw=draw_device,
    choices={
        "yes": lambda invite: Reaction(command=ConfirmDevice(invite, yes=True)),
        "no": lambda invite: Reaction(command=ConfirmDevice(invite, yes=False)),
    },
)
