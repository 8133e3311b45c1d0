"""The menu of commands, in words from data/words/<locale>/telegram.ftl."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from bot.content.catalogue import Catalogue

COMMANDS: Final = ("plan", "circle", "done", "who", "person", "settings", "stop", "help")
"""What the menu has, in its order. /start is Telegram's own and is in no menu."""


def load_menu(words: Catalogue) -> Mapping[str, str]:
    """Give the words that each command stands for. Raises NoSuchMessage."""
    return {name: words.render(f"phrase-menu-{name}", {}, today=date.min).text for name in COMMANDS}
