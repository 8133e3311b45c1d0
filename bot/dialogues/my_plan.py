"""My plan: what I said I will do, and one thing to look at more closely (practice.md 6)."""

from __future__ import annotations

from bot.dialogue.given import Opening
from bot.dialogue.payload import StartPress, write
from bot.dialogue.questions import OneOf
from bot.dialogue.saying import Button, Phrase, SlotValue
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import AnswerPart, LetGo
from bot.dialogues.kindly import kindly
from bot.dialogues.looks import LookHere, LookMyPlan, LookPlan, LookShowing, Plan, Showing
from bot.dialogues.picking import MORE, MOST_CHOICES, these
from bot.dialogues.saying_when import when_of
from bot.dialogues.who_can_see import one_thing
from bot.domain.sharing import Thing

MOST_LINES = 4  # plans in one message, each with its button (easy-read.md 6)
LONGEST_OFFSET = 3  # digits


@dialogue
async def my_plan(talk: Talk, argument: str = "") -> None:
    """Say this person's plans, a few at a time. `argument` is how many were said before ([More])."""
    plans = await talk.look(LookMyPlan())
    to_do = [plan for plan in plans if plan.open]
    told = [plan for plan in plans if not plan.open]
    if not to_do:
        await talk.say("my-plan-empty", buttons=(_start("new-plan", "planning"),))
    else:
        await _to_do(talk, to_do, _offset(argument, len(to_do)))
    if told and not argument:
        await talk.say("my-plan-told", lines=tuple(told_line(plan) for plan in told[:MOST_LINES]))


async def _to_do(talk: Talk, plans: list[Plan], start: int) -> None:
    all_fit = len(plans) <= MOST_CHOICES
    size = MOST_CHOICES if all_fit else MOST_CHOICES - 1
    shown = plans[start : start + size]
    buttons = [_start("plan", "one_plan", plan.id, plan.what) for plan in shown]
    if start + size < len(plans):
        buttons.append(_start(MORE, "my_plan", str(start + size)))
    elif not all_fit:
        buttons.append(_start("from-the-start", "my_plan"))
    await talk.say(
        "my-plan",
        buttons=tuple(buttons),
        lines=tuple(plan_line(plan) for plan in shown),
        count=len(plans),
    )


@dialogue
@kindly
async def one_plan(talk: Talk, argument: str = "") -> Opening | None:
    """Look at one plan (its id), and choose what to do with it."""
    here = await talk.look(LookHere())
    plan = await talk.look(LookPlan(argument))
    if plan is None or not plan.open:
        await talk.say("thing-gone")
        return None
    if plan.owner != here.person:
        return await _shared_plan(talk, plan)
    answer = await talk.ask(
        OneOf(
            key="plan-one",
            choices=these("how-it-went", "change", "let-go", "who-can-see"),
            way_out="none",
            slots={"line": plan_line(plan)},
        )
    )
    match answer:
        case "how-it-went":
            return Opening("telling", {"argument": plan.id})
        case "change":
            return Opening("changing", {"argument": plan.id})
        case "let-go":
            await letting_go(talk, argument=plan.id)
        case "who-can-see":
            thing = Thing("action", plan.id)
            mine = await talk.look(LookShowing())
            now = next((one for one in mine if one.thing == thing), Showing(thing, plan.what, (), ()))
            await one_thing(talk, now, thing.kind)
        case _:
            await talk.say("plan-stays")
    return None


async def _shared_plan(talk: Talk, plan: Plan) -> Opening | None:
    """Somebody else said it first: a part in it can be told about or given up, not changed."""
    answer = await talk.ask(
        OneOf(
            key="plan-one-shared",
            choices=these("how-it-went", "leave-it"),
            way_out="none",
            slots={"line": plan_line(plan)},
        )
    )
    match answer:
        case "how-it-went":
            return Opening("telling", {"argument": plan.id})
        case "leave-it":
            await talk.do(AnswerPart(plan.id, agreed=False))
            await talk.say("plan-part-left")
        case _:
            await talk.say("plan-stays")
    return None


@dialogue
@kindly
async def letting_go(talk: Talk, argument: str = "") -> None:
    """Take a plan (its id) off one's list, after a yes. There is nothing to explain."""
    plan = await talk.look(LookPlan(argument))
    if plan is None or not plan.open:
        await talk.say("thing-gone")
        return
    sure = await talk.ask(
        OneOf(
            key="plan-let-go",
            choices=these("let-go", "keep"),
            way_out="not-sure",
            slots={"what": plan.what},
            yes="let-go",
            no="keep",
        )
    )
    if sure != "let-go":
        await talk.say("plan-stays")
        return
    await talk.do(LetGo(plan.id))
    await talk.say("plan-let-gone", what=plan.what)


def plan_line(plan: Plan) -> Phrase:
    """Say one of a person's own plans on a line, with who comes along."""
    slots: dict[str, SlotValue] = {"what": plan.what, "when": when_of(plan)}
    if plan.helper is not None and plan.helper_name:
        return Phrase("phrase-plan-helped", {**slots, "name": plan.helper_name})
    if plan.others:
        return Phrase("phrase-plan-together", {**slots, "names": plan.others})
    return Phrase("phrase-plan", slots)


def told_line(plan: Plan) -> Phrase:
    """Say how something went on a line; let go without a telling is an ending like the others."""
    return Phrase(
        "phrase-told", {"what": plan.what, "ending": plan.ending.value if plan.ending else "let-go"}
    )


def _start(label: str, dialogue_name: str, argument: str = "", what: str = "") -> Button:
    slots = {"what": what} if what else {}
    return Button(label, write(StartPress(dialogue_name, argument)), slots)


def _offset(argument: str, count: int) -> int:
    if not (argument.isascii() and argument.isdigit() and len(argument) <= LONGEST_OFFSET):
        return 0
    return int(argument) if int(argument) < count else 0
