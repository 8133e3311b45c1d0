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
    match ref.kind, ref.part:
        case "action", "what":
            action = await tx.practice.action(ref.id)
            if action is None:
                return None
            shares = await tx.sharing.of_owner(action.owner)
            return action.what if sees_action(await viewer(tx, reader), action, shares) else None
        case "answer", "words":
            answer = await tx.practice.answer(ref.id)
            things: tuple[Thing, ...] = (Thing("answer", ref.id),)
            return await _shown(tx, reader, answer and answer.person, things, answer and answer.words)
        case "celebration", "words":
            party = await tx.practice.celebration(ref.id)
            party = None if party is None or party.taken_back else party
            things = (Thing("celebration", ref.id),)
            return await _shown(tx, reader, party and party.person, things, party and party.words)
        case "telling", "words":
            telling = await tx.practice.telling(ref.id)
            things = (Thing("telling", ref.id),)
            return await _shown(tx, reader, telling and telling.person, things, telling and telling.happened)
        case "telling", "learned":
            telling = await tx.practice.telling(ref.id)
            things = things_of_learning(ref.id)
            return await _shown(tx, reader, telling and telling.person, things, telling and telling.learned)
        case _:
            return None


async def _shown(
    tx: Transaction, reader: str, owner: str | None, things: tuple[Thing, ...], words: str | None
) -> str | None:
    if owner is None:
        return None
    shares = await tx.sharing.of_owner(owner)
    return words if may_see(await viewer(tx, reader), owner, things, shares) else None
