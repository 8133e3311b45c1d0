"""Reaching a person: nothing is said to have happened before it has (easy-read.md 13; safety.md)."""

from __future__ import annotations

from dataclasses import replace

from bot.app.doing import Doing, handles
from bot.app.looks.seeing import name_of
from bot.app.messages import Kind
from bot.dialogue.engine import Result
from bot.dialogue.saying import Ref, Said
from bot.dialogues.commands import AskForPerson, TakeCall
from bot.dialogues.taking_back import WithdrawCall
from bot.domain.calling import NEXT_AFTER, Call, CallState, asking_next
from bot.domain.errors import AlreadyDone, Gone, NotYours
from bot.domain.nudging import Nudge, NudgeKind


@handles(AskForPerson)
async def ask_for_person(_command: AskForPerson, doing: Doing) -> Result:
    """Ask the first named person who can be reached here; refuses with Gone when nobody can be now."""
    me = doing.person.id
    if await doing.tx.practice.call_waiting(me) is not None:
        raise AlreadyDone(me)
    if not doing.house.hours.cover(doing.now, doing.house.zone):
        raise Gone(me)
    waiting = Call(doing.ids.new(), me, 0, CallState.WAITING, doing.now)
    call = asking_next(waiting, await reachable(doing))
    if call.state is CallState.NOBODY:
        raise Gone(me)
    await doing.tx.practice.put_call(call)
    name = await ask_named(doing, call)
    return Result(name, WithdrawCall(call.id))


@handles(WithdrawCall)
async def withdraw_call(command: WithdrawCall, doing: Doing) -> Result:
    """Not want to talk after all; whoever was asked sees that nobody waits any more."""
    call = await doing.tx.practice.call(command.call)
    if call is None or call.state is CallState.TAKEN:
        return Result()
    if call.asker != doing.person.id:
        raise NotYours(call.id)
    await doing.tx.practice.put_call(replace(call, state=CallState.WITHDRAWN))
    await doing.tx.nudges.drop_about(call.id)
    await doing.redraw(f"call:{call.id}")
    return Result()


@handles(TakeCall)
async def take_call(command: TakeCall, doing: Doing) -> Result:
    """'I will': only now is the asker told who it is."""
    call = await doing.tx.practice.call(command.call)
    if doing.person.id not in doing.house.named:
        raise NotYours(command.call)
    if call is None or call.state is CallState.WITHDRAWN:
        raise Gone(command.call)
    if call.state is CallState.TAKEN:
        raise AlreadyDone(call.id)
    taken = replace(call, state=CallState.TAKEN, taken_by=doing.person.id)
    await doing.tx.practice.put_call(taken)
    await doing.tx.nudges.drop_about(call.id)
    await doing.redraw(f"call:{call.id}")
    doing.tell(call.asker, Said("call-taken", {"name": Ref("person", doing.person.id)}), kind=Kind.REPLY)
    return Result()


async def reachable(doing: Doing) -> list[bool]:
    """Say of each named person in turn whether they can be asked here; nobody is asked by themselves."""
    found = []
    for person in doing.house.named:
        accounts = await doing.tx.people.accounts(person)
        found.append(person != doing.person.id and any(account.reachable for account in accounts))
    return found


async def ask_named(doing: Doing, call: Call) -> str:
    """Show the call to the person whose turn it is, and plan the next one's. Gives that person's name."""
    place, names = call.asked - 1, doing.house.named_names
    person = doing.house.named[place]
    doing.show_card(f"call:{call.id}", person)
    due = doing.now + NEXT_AFTER
    await doing.tx.nudges.put(
        Nudge(doing.ids.new(), NudgeKind.CALL_NEXT, due, person=call.asker, about=call.id)
    )
    return names[place] if place < len(names) else await name_of(doing, person)
