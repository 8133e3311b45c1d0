"""How it went: four equal endings, what was learned, and what next (practice.md 8; conversations.md 4)."""

from __future__ import annotations

from typing import assert_never

from bot.dialogue.given import Opening
from bot.dialogue.payload import StartPress, write
from bot.dialogue.questions import OneOf, Words
from bot.dialogue.saying import Button, Ref
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import AddAction, AddToTelling, AnswerPart, Fade, LetGo, ShowTo, TellHow
from bot.dialogues.finding import is_about
from bot.dialogues.helping import asking_for_help
from bot.dialogues.kindly import kindly
from bot.dialogues.looks import Here, LookHere, LookMyPlan, LookPlan, LookToTell, Plan
from bot.dialogues.picking import by_what, pick, these
from bot.dialogues.planning import ask_reminder
from bot.dialogues.saying_when import INSIDE, when_meant, when_of
from bot.dialogues.sharing import choose_audience
from bot.dialogues.we_will import doing_together
from bot.dialogues.what_and_when import ask_when
from bot.domain.actions import Ending
from bot.domain.errors import AlreadyDone
from bot.domain.sharing import Audience, Thing

LONGEST_TELLING = 1000  # characters

# Most likely first. Each is answered with the same warmth.
ENDINGS = these("done", "some", "not-to-plan", "changed-mind")


@dialogue
@kindly
async def telling(
    talk: Talk, argument: str = "", what: str = "", ending: Ending | str | None = None
) -> Opening | None:
    """Tell how something went. `argument` is an action's id, or '<id>.<ending>' from a button."""
    here = await talk.look(LookHere())
    action, _, pressed = argument.partition(".")
    how = _ending(pressed or ending)
    plan, chosen = await _which(talk, action, what, how_known=how is not None)
    if plan is not None and how is not None and not chosen:
        plan, how = await _heard_right(talk, plan, how)
        if plan is None and how is None:
            return None
    if plan is None or not plan.open:
        await _no_plan(talk, about_one=bool(action))
        return None
    how = how or await _ask_how(talk, plan)
    if how is None:
        return None
    try:
        told = await talk.do(TellHow(plan.id, how))
    except AlreadyDone:
        await talk.say("telling-told-before")
        return None
    await talk.say("telling-thank-you", ending=how.value)
    match how:
        case Ending.DONE:
            return await _done(talk, plan)
        case Ending.SOME:
            await _some(talk, here, plan, told)
            return None
        case Ending.NOT_TO_PLAN:
            return await _not_to_plan(talk, here, plan, told)
        case Ending.CHANGED_MIND:
            return None
        case _:
            assert_never(how)


async def _ask_how(talk: Talk, plan: Plan) -> Ending | None:
    """Ask with four equal answers; None for not now."""
    answer = await talk.ask(
        OneOf(key="telling-how", choices=ENDINGS, way_out="not-now", slots={"what": plan.what})
    )
    if answer == "not-now":
        await talk.say("telling-not-now")
        return None
    return Ending(answer)


async def _no_plan(talk: Talk, *, about_one: bool) -> None:
    """There is no plan to add it to: it is welcome all the same."""
    if about_one:
        await talk.say("how-told")
        return
    celebrate = Button("celebrate", write(StartPress("celebrating")))
    new_plan = Button("new-plan", write(StartPress("planning")))
    await talk.say("telling-nothing-open", buttons=(celebrate, new_plan))


async def _heard_right(talk: Talk, plan: Plan, how: Ending) -> tuple[Plan | None, Ending | None]:
    """What was only heard waits for a yes. None for both: it was just chatting."""
    answer = await talk.ask(
        OneOf(
            key="telling-right",
            choices=these("right", "another-way", "another-plan"),
            way_out="just-chatting",
            slots={"what": plan.what, "ending": how.value},
            yes="right",
        )
    )
    match answer:
        case "another-way":
            return plan, None
        case "another-plan":
            other, _ = await _which(talk, "", "")
            return other, how
        case "just-chatting":
            await talk.say("plan-chatting")
            return None, None
        case _:
            return plan, how


async def _which(talk: Talk, action: str, what: str, *, how_known: bool = False) -> tuple[Plan | None, bool]:
    """Give the plan that is told about, and whether the person pointed at it themselves.

    Those whose day has come stand first, then any other that is open. 'It is done' means the one whose day
    has come, when there is one.
    """
    if action:
        return await talk.look(LookPlan(action)), True
    due = await talk.look(LookToTell())
    known = {plan.id for plan in due}
    others = [plan for plan in await talk.look(LookMyPlan()) if plan.open and plan.id not in known]
    alike = [plan for plan in (*due, *others) if is_about(plan, what)]
    if len(alike) == 1:
        return alike[0], False
    if how_known and not what and len(due) == 1:
        return due[0], False
    candidates = alike or (*due, *others)
    if not candidates:
        return None, True
    picked = await pick(talk, "telling-which", by_what(candidates), way_out="none")
    return next((plan for plan in candidates if plan.id == picked), None), True


async def _done(talk: Talk, plan: Plan) -> Opening | None:
    after = await talk.look(LookPlan(plan.id))
    if after is not None and after.may_fade:
        await _fade(talk, after)
    answer = await talk.ask(
        OneOf(key="telling-celebrate", choices=these("yes"), way_out="no-fuss", no="no-fuss")
    )
    if answer == "yes":
        return Opening("celebrating", {"argument": plan.id})
    await talk.say("telling-no-fuss")
    return None


async def _fade(talk: Talk, plan: Plan) -> None:
    """Four times alone: is the reminder still wanted? It is asked once, and stays without a clear wish."""
    answer = await talk.ask(
        OneOf(
            key="telling-fade",
            choices=these("keep", "stop"),
            way_out="not-sure",
            slots={"what": plan.what},
            yes="keep",
            no="stop",
        )
    )
    await talk.do(Fade(plan.id, stop=answer == "stop"))


@dialogue
async def _some(talk: Talk, here: Here, plan: Plan, told: str) -> None:
    if plan.repeats is None:
        answer = await talk.ask(OneOf(key="telling-rest", choices=these("yes", "no"), way_out="not-sure"))
        if answer == "yes":
            await again(talk, here, plan)
    await _share(talk, here, told, learned="")


@dialogue
async def _not_to_plan(talk: Talk, here: Here, plan: Plan, told: str) -> Opening | None:
    happened = await _skippable(talk, "telling-happened")
    if happened:
        await talk.do(AddToTelling(told, happened=happened))
    learned = await _skippable(talk, "telling-learned")
    if learned:
        await talk.do(AddToTelling(told, learned=learned))
    what_next = await talk.ask(
        OneOf(
            key="telling-next",
            choices=these("try-again", "change", "ask-help", "let-go"),
            way_out="not-sure",
        )
    )
    if what_next != "not-sure":
        await talk.do(AddToTelling(told, next=what_next))
    then = await _next(talk, here, plan, what_next)
    await _share(talk, here, told, learned)
    return then


async def _skippable(talk: Talk, key: str) -> str:
    words = await talk.ask(Words(key=key, longest=LONGEST_TELLING, way_out="skip"))
    return "" if words == "skip" else words


@dialogue
async def _next(talk: Talk, here: Here, plan: Plan, what_next: str) -> Opening | None:
    """Do what comes next at once where it is short; a new plan comes after the sharing."""
    match what_next:
        case "try-again":
            await again(talk, here, plan)
        case "change" if plan.repeats is None:
            return Opening("planning")
        case "change":
            return Opening("changing", {"argument": plan.id})
        case "ask-help":
            await _again_with_help(talk, here, plan)
        case "let-go":
            if plan.repeats is not None:
                mine = plan.owner == here.person
                await talk.do(LetGo(plan.id) if mine else AnswerPart(plan.id, agreed=False))
            await talk.say("telling-let-go")
        case _:
            await talk.say("telling-no-next")
    return None


@dialogue
async def _again_with_help(talk: Talk, here: Here, plan: Plan) -> None:
    action = await again(talk, here, plan)
    asked = await asking_for_help(talk, here, action) if action is not None else None
    if asked is not None:
        await talk.say("help-asked", name=asked.name)


@dialogue
async def again(talk: Talk, here: Here, plan: Plan) -> str | None:
    """Plan the same again: on its next day when it repeats, else on a day to choose. Gives its id.

    A shared plan asks the others anew, after a yes; None when nobody is to be asked.
    """
    if plan.repeats is not None:
        after = await talk.look(LookPlan(plan.id)) or plan
        await talk.say("telling-again-repeats", what=plan.what, when=when_of(after, INSIDE))
        return plan.id
    if plan.circle is not None:
        return await doing_together(talk, here, plan.circle, plan.what)
    timing = await ask_when(talk, here, "telling-again-when")
    action = await talk.do(AddAction(plan.what, timing))
    if timing is not None:
        await ask_reminder(talk, here, action, timing)
    await talk.say("telling-again-saved", what=plan.what, when=when_meant(timing, INSIDE))
    return action


@dialogue
async def _share(talk: Talk, here: Here, told: str, learned: str) -> None:
    """Ask whether others may see it: all, only what was learned, or nothing. Nothing is the default."""
    around = (*here.circles, *here.supporters)
    if not around:
        return
    name = around[0].name if len(around) == 1 or len(here.circles) == 1 else ""
    answer = await talk.ask(
        OneOf(
            key="telling-share" if name else "telling-share-some",
            choices=these("yes", "learned", "no") if learned else these("yes", "no"),
            way_out="not-sure",
            slots={"name": name} if name else {},
        )
    )
    if answer in ("no", "not-sure"):
        await talk.say("telling-private")
        return
    thing = Thing("learning" if answer == "learned" else "telling", told)
    if not name:
        await choose_audience(talk, thing)
        return
    kind = "circle" if here.circles else "person"
    await talk.do(ShowTo(thing, (Audience(kind, around[0].id),)))
    await talk.say("telling-shown", name=Ref(kind, around[0].id))


def _ending(said: Ending | str | None) -> Ending | None:
    return Ending(said) if said in set(Ending) else None
