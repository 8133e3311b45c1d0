"""The second half of the cards: nudges, requests for help, celebrations, and 'we will'."""

from __future__ import annotations

from typing import Final

from bot.cards.card import Card
from bot.cards.celebrating import CELEBRATION_CARDS
from bot.cards.helping import HELP_CARDS
from bot.cards.nudges import NUDGE_CARDS
from bot.cards.we_will import WE_WILL_CARDS

CARDS_B: Final[dict[str, Card]] = {**NUDGE_CARDS, **HELP_CARDS, **CELEBRATION_CARDS, **WE_WILL_CARDS}
