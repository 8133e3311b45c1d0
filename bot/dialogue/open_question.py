"""The open question as a person sees it, for whoever reads their words before they are heard."""

from __future__ import annotations

from bot.dialogue import engine
from bot.dialogue.conversation import Book, Conversation
from bot.dialogue.engine import Waiting
from bot.dialogue.floor import Show, as_shown, spoken_by
from bot.dialogue.journal import Journal


def open_question(conversation: Conversation, book: Book) -> Show | None:
    """Give the question that waits, as it is shown; nothing is changed.

    None when no question is open, or when a change of code has put something else before it, which `hear`
    sees to.
    """
    top, asked = conversation.top, conversation.asked
    spoken = spoken_by(book, top.opening) if top and asked else None
    if top is None or asked is None or spoken is None:
        return None
    telling = engine.tell(spoken, Journal(list(top.journal.entries)), changing=top.changing)
    try:
        next(telling)
    except StopIteration as stop:
        waiting = stop.value
    except Exception:  # noqa: BLE001 - what was told before breaks: `hear` meets it again, and says so
        return None
    else:
        telling.close()
        return None
    return as_shown(asked, waiting) if isinstance(waiting, Waiting) and waiting.key == asked.key else None
