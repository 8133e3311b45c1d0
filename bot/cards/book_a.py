"""The cards of how people come in and reach a person, by their kind."""

from __future__ import annotations

from typing import Final

from bot.cards import calling, joining
from bot.cards.card import Card

CARDS_A: Final[dict[str, Card]] = {
    calling.KIND: calling.CALL,
    joining.SUPPORT_KIND: joining.SUPPORT,
    joining.DEVICE_KIND: joining.DEVICE,
}
