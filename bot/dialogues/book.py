"""All dialogues, by the names that buttons and intents begin them with."""

from __future__ import annotations

from bot.dialogue.conversation import Book
from bot.dialogues.book_a import BOOK_A
from bot.dialogues.book_b import BOOK_B

BOOK: Book = {**BOOK_A, **BOOK_B}
