"""Asking for help, and answering: nobody is assigned (practice.md 6; conversations.md 3)."""

from __future__ import annotations

from dataclasses import replace

from bot.app.commands.asking import needs_of, put_request, tell_not_needed, withdraw
from bot.app.commands.own import own_action
from bot.app.commands.plans import put_changed, restore
from bot.app.commands.showing import audiences_of, check_audiences, show_exactly
from bot.app.doing import Doing, handles
from bot.app.looks.helping import concerns
from bot.app.looks.seeing import action_seen, viewer_of
from bot.dialogue.engine import Result
from bot.dialogues.commands import AcceptHelp, AnswerHelp, AskBack, AskForHelp, ReplyBack
from bot.dialogues.taking_back import WithdrawHelp
from bot.domain.actions import Action, Help
from bot.domain.errors import AlreadyDone, Gone, NotYours
from bot.domain.helping import HelpRequest, HelpState, tell_no_answer_at
from bot.domain.nudging import MORNING, Nudge, NudgeKind
from bot.domain.sharing import Audience, Thing


@handles(AskForHelp)
async def ask_for_help(command: AskForHelp, doing: Doing) -> Result:
    """Ask one supporter, or a circle; whoever is asked sees this action from now on."""
    was = await own_action(doing, command.action)
    to = _audience(command)
    await check_audiences(doing, [to])
    for request in await doing.tx.practice.helps(was.id):
        if request.stands and to.id in (request.asked, request.circle):
            raise AlreadyDone(request.id)
    if not was.open or was.help is Help.ALONE:
        await put_changed(doing, replace(was.again(), help=Help.SOME))
    shown = await audiences_of(doing, Thing("action", was.id))
    await show_exactly(doing, Thing("action", was.id), (*shown, to))
    request = HelpRequest(
        doing.ids.new(),
        was.id,
        doing.person.id,
        command.kind,
        command.words,
        asked=command.person,
        circle=command.circle,
        asked_at=doing.now,
    )
    await doing.tx.practice.put_help(request)
    await _plan_no_answer(doing, request, was)
    await _show(doing, request, was)
    return Result(request.id, WithdrawHelp(request.id, was, None if to in shown else to))


@handles(WithdrawHelp)
async def withdraw_help(command: WithdrawHelp, doing: Doing) -> Result:
    """Take a request back, and what it let somebody see; the action is as it was."""
    request = await doing.tx.practice.help(command.request)
    action = await doing.tx.practice.action(command.was.id)
    if request is None or action is None:
        return Result()
    _check_asker(doing, request)
    if request.stands:
        await withdraw(doing, request)
    if command.unshow is not None:
        thing = Thing("action", action.id)
        left = [one for one in await audiences_of(doing, thing) if one != command.unshow]
        await show_exactly(doing, thing, left)
    await restore(doing, command.was, action)
    return Result()


@handles(AnswerHelp)
async def answer_help(command: AnswerHelp, doing: Doing) -> Result:
    """Say 'Yes' or 'I can't'; the asker is told, and decides."""
    request = await _asked_of_me(doing, command.request)
    if not request.open:
        raise AlreadyDone(request.id)
    if command.yes:
        me = doing.person.id
        request = replace(request, state=HelpState.OFFERED, asked=me, offered_by=me)
    elif request.circle is not None:
        return Result()  # one person's 'I can't' is no answer for the others in the circle
    else:
        request = replace(request, state=HelpState.DECLINED)
    await doing.tx.nudges.drop_about(request.id)
    await put_request(doing, request)
    doing.show_card(f"helped:{request.id}", request.asker)
    return Result()


@handles(AskBack)
async def ask_back(command: AskBack, doing: Doing) -> Result:
    """Ask the person something about their request."""
    request = await _asked_of_me(doing, command.request)
    if not request.stands:
        raise Gone(request.id)
    asked = replace(request, asked_back=command.words, asked_back_by=doing.person.id, reply="")
    await put_request(doing, asked)
    doing.show_card(f"asked-back:{request.id}", request.asker)
    return Result()


@handles(ReplyBack)
async def reply_back(command: ReplyBack, doing: Doing) -> Result:
    """Answer what was asked back; whoever asked sees the answer with the request."""
    request = await _own_request(doing, command.request)
    if request.asked_back_by is None:
        raise Gone(request.id)
    await put_request(doing, replace(request, reply=command.words))
    await _show_again(doing, request, request.asked_back_by)
    return Result()


@handles(AcceptHelp)
async def accept_help(command: AcceptHelp, doing: Doing) -> Result:
    """Take the help that was offered, or say 'I changed my mind'; whoever offered is told."""
    request = await _own_request(doing, command.request)
    if request.offered_by is None or not request.stands:
        raise Gone(request.id)
    accepted = request.state is HelpState.ACCEPTED
    if accepted and command.accepted:
        raise AlreadyDone(request.id)
    state = HelpState.ACCEPTED if command.accepted else HelpState.WITHDRAWN
    await put_request(doing, replace(request, state=state))
    if command.accepted:
        await _show_again(doing, request, request.offered_by)
    else:
        tell_not_needed(doing, request)
    return Result()


def _audience(command: AskForHelp) -> Audience:
    match command.person, command.circle:
        case str(person), None:
            return Audience("person", person)
        case None, str(circle):
            return Audience("circle", circle)
        case _:
            raise NotYours(command.action)


def _check_asker(doing: Doing, request: HelpRequest) -> None:
    if request.asker != doing.person.id:
        raise NotYours(request.id)


async def _own_request(doing: Doing, request_id: str) -> HelpRequest:
    request = await doing.tx.practice.help(request_id)
    if request is None or request.state is HelpState.WITHDRAWN:
        raise Gone(request_id)
    _check_asker(doing, request)
    return request


async def _asked_of_me(doing: Doing, request_id: str) -> HelpRequest:
    """Give a request that was made of this person, who can still see what it is about."""
    request = await doing.tx.practice.help(request_id)
    if request is None or request.state is HelpState.WITHDRAWN:
        raise Gone(request_id)
    if request.asker == doing.person.id or not concerns(request, await viewer_of(doing)):
        raise NotYours(request_id)
    action = await action_seen(doing, request.action)
    if action is None or not action.open:
        raise Gone(request_id)
    return request


async def _plan_no_answer(doing: Doing, request: HelpRequest, action: Action) -> None:
    morning = doing.at(action.day, MORNING) if action.day else None
    due = tell_no_answer_at(doing.now, morning)
    await doing.tx.nudges.put(
        Nudge(
            doing.ids.new(),
            NudgeKind.NO_ANSWER,
            due,
            person=request.asker,
            about=request.id,
            day=action.day,
        )
    )


async def _show(doing: Doing, request: HelpRequest, action: Action) -> None:
    if request.asked is not None:
        doing.show_card(f"help:{request.id}", request.asked, needs=needs_of(action))
    elif request.circle is not None:
        await doing.show_card_in(f"help:{request.id}", request.circle)


async def _show_again(doing: Doing, request: HelpRequest, person: str) -> None:
    """Show a request to somebody as it stands now, as news to them."""
    action = await doing.tx.practice.action(request.action)
    if action is not None:
        doing.show_card(f"help:{request.id}", person, needs=needs_of(action))
