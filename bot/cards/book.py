"""All cards, by the kind that their buttons carry."""

from __future__ import annotations

from typing import Final

from bot.cards import calling, joining
from bot.cards.card import Card
from bot.cards.celebrating import CELEBRATION_CARDS
from bot.cards.helping import HELP_CARDS
from bot.cards.nudges import NUDGE_CARDS
from bot.cards.we_will import WE_WILL_CARDS

CARDS: Final[dict[str, Card]] = {
    calling.KIND: calling.CALL,
    joining.SUPPORT_KIND: joining.SUPPORT,
    joining.DEVICE_KIND: joining.DEVICE,
    **NUDGE_CARDS,
    **HELP_CARDS,
    **CELEBRATION_CARDS,
    **WE_WILL_CARDS,
}
