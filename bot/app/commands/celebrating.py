"""Celebrating the way a person chose; others join by a tap and leave by another (practice.md 9)."""

from __future__ import annotations

from dataclasses import replace

from bot.app.commands.showing import check_audiences, show_exactly
from bot.app.doing import Doing, handles
from bot.app.looks.celebrating import celebration_seen
from bot.app.looks.seeing import action_seen
from bot.app.messages import Kind, Needs
from bot.dialogue.engine import Result
from bot.dialogues.commands import Celebrate, Cheer, SayToCelebration
from bot.dialogues.taking_back import TakeBackCelebration
from bot.domain.celebrating import Celebration, Hooray
from bot.domain.errors import Gone, NotYours
from bot.domain.sharing import Audience, Thing


@handles(Celebrate)
async def celebrate(command: Celebrate, doing: Doing) -> Result:
    """Celebrate: just us, with a supporter, or with a card in a circle."""
    if command.action is not None and await action_seen(doing, command.action) is None:
        raise Gone(command.action)
    to = [Audience("person", command.person)] if command.person else []
    to += [Audience("circle", command.circle)] if command.circle else []
    await check_audiences(doing, to)
    celebration = Celebration(
        doing.ids.new(),
        doing.person.id,
        command.words,
        command.made_by,
        command.action,
        command.circle,
        at=doing.now,
    )
    await doing.tx.practice.put_celebration(celebration)
    thing, card = Thing("celebration", celebration.id), f"celebration:{celebration.id}"
    await show_exactly(doing, thing, to)
    if command.circle is not None:
        await doing.show_card_in(card, command.circle, kind=Kind.CELEBRATION)
    if command.person is not None:
        doing.show_card(card, command.person, needs=Needs(doing.person.id, (thing,)))
    return Result(celebration.id, TakeBackCelebration(celebration.id))


@handles(TakeBackCelebration)
async def take_back_celebration(command: TakeBackCelebration, doing: Doing) -> Result:
    """Take a celebration back, out of every card that shows it."""
    celebration = await doing.tx.practice.celebration(command.celebration)
    if celebration is None:
        return Result()
    if celebration.person != doing.person.id:
        raise NotYours(celebration.id)
    await doing.tx.practice.put_celebration(replace(celebration, taken_back=True))
    await show_exactly(doing, Thing("celebration", celebration.id), ())
    return Result()


@handles(Cheer)
async def cheer(command: Cheer, doing: Doing) -> Result:
    """Join a celebration, or leave it when one had joined."""
    await _seen(doing, command.celebration)
    joined = await doing.tx.practice.hoorays(command.celebration)
    if any(hooray.person == doing.person.id for hooray in joined):
        await doing.tx.practice.drop_hooray(command.celebration, doing.person.id)
    else:
        await doing.tx.practice.put_hooray(Hooray(command.celebration, doing.person.id))
    await doing.redraw(f"celebration:{command.celebration}")
    return Result(undo=command)


@handles(SayToCelebration)
async def say_to_celebration(command: SayToCelebration, doing: Doing) -> Result:
    """Join a celebration with words; newer words take the place of earlier ones."""
    await _seen(doing, command.celebration)
    joined = await doing.tx.practice.hoorays(command.celebration)
    before = next((hooray for hooray in joined if hooray.person == doing.person.id), None)
    await doing.tx.practice.put_hooray(Hooray(command.celebration, doing.person.id, command.words))
    await doing.redraw(f"celebration:{command.celebration}")
    undo = Cheer(command.celebration)
    return Result(undo=SayToCelebration(command.celebration, before.words) if before else undo)


async def _seen(doing: Doing, celebration: str) -> None:
    if await celebration_seen(doing, celebration) is None:
        raise Gone(celebration)
