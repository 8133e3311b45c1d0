"""All cards, by the kind that their buttons carry."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cards.book_a import CARDS_A
from bot.cards.book_b import CARDS_B
from bot.cards.card import Card

CARDS: Mapping[str, Card] = {**CARDS_A, **CARDS_B}
