"""Own words of people, looked up when a message is sent, and only while its reader may see them."""

from __future__ import annotations

from bot.app.looks.seeing import viewer
from bot.app.ports import Transaction
from bot.dialogue.saying import Ref
from bot.domain.seeing import sees_action, things_of_learning
from bot.domain.sharing import Thing, may_see


async def words_of(tx: Transaction, ref: Ref, reader: str) -> str | None:
    """Give the words that a reference means; None when they are gone or not shown to the reader now.

    `reader` is a person's id, or 'circle:<id>' for a group chat. The parts: an action's 'what', an answer's
    and a celebration's 'words', a telling's 'words' (what happened) and 'learned'.
    """
    if (ref.kind, ref.part) == ("action", "what"):
        return await _what_of_action(tx, ref.id, reader)
    found = await _found(tx, ref)
    if found is None:
        return None
    owner, things, words = found
    shares = await tx.sharing.of_owner(owner)
    return words if may_see(await viewer(tx, reader), owner, things, shares) else None


async def _what_of_action(tx: Transaction, action_id: str, reader: str) -> str | None:
    action = await tx.practice.action(action_id)
    if action is None:
        return None
    shares = await tx.sharing.of_owner(action.owner)
    return action.what if sees_action(await viewer(tx, reader), action, shares) else None


async def _found(tx: Transaction, ref: Ref) -> tuple[str, tuple[Thing, ...], str] | None:
    """Give whose words they are, under what they are shown, and the words."""
    itself = (Thing(ref.kind, ref.id),)
    match ref.kind, ref.part:
        case "answer", "words":
            answer = await tx.practice.answer(ref.id)
            return None if answer is None else (answer.person, itself, answer.words)
        case "celebration", "words":
            party = await tx.practice.celebration(ref.id)
            return None if party is None or party.taken_back else (party.person, itself, party.words)
        case "telling", "words":
            told = await tx.practice.telling(ref.id)
            return None if told is None else (told.person, itself, told.happened)
        case "telling", "learned":
            told = await tx.practice.telling(ref.id)
            return None if told is None else (told.person, things_of_learning(ref.id), told.learned)
        case _:
            return None
