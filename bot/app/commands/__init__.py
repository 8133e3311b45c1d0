"""What runs a dialogue's commands: each handler loads, lets the domain decide, saves, and gives the undo."""

from bot.app.commands import (
    answers,
    calling,
    celebrating,
    checking_in,
    circles,
    devices,
    helping,
    joining,
    leaving,
    nudges,
    oneself,
    parts,
    plans,
    sharing,
    telling,
    unclear,
)

__all__ = [
    "answers",
    "calling",
    "celebrating",
    "checking_in",
    "circles",
    "devices",
    "helping",
    "joining",
    "leaving",
    "nudges",
    "oneself",
    "parts",
    "plans",
    "sharing",
    "telling",
    "unclear",
]
