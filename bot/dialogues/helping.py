"""Asking for help: it is asked for, offered and accepted, never imposed (practice.md 6)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.given import Opening
from bot.dialogue.questions import OneOf, Words
from bot.dialogue.saying import Ref
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import AskBack, AskForHelp, ReplyBack, SetHelp
from bot.dialogues.finding import find_plan
from bot.dialogues.kindly import kindly
from bot.dialogues.looks import Here, LookHelp, LookHere, LookPlan
from bot.dialogues.picking import by_name, pick, these
from bot.dialogues.what_and_when import Heard
from bot.domain.actions import Help
from bot.domain.errors import Refusal
from bot.domain.sharing import Audience

LONGEST_QUESTION = 500  # characters; what one person asks another about a plan


@dataclass(frozen=True)
class Asked:
    """Who was asked for what kind of help. `name` is looked up when it is said."""

    kind: str
    audience: Audience

    @property
    def name(self) -> Ref:
        """The name of the person or the circle."""
        return Ref(self.audience.kind, self.audience.id)


@dialogue
async def asking_for_help(talk: Talk, here: Here, action: str) -> Asked | None:
    """Ask what would help and who may be asked; None when nobody was asked in the end."""
    kind = await talk.ask(
        OneOf(
            key="help-kind", choices=these("with-me", "getting-there", "showing-me"), way_out="something-else"
        )
    )
    words = ""
    if kind == "something-else":
        words = await talk.ask(Words(key="help-words", longest=LONGEST_QUESTION))
    if not here.supporters and not here.circles:
        await talk.say("help-nobody-yet")
        return None
    offers = (*by_name(here.supporters), *by_name(here.circles, "anyone"))
    picked = await pick(talk, "help-who", offers, way_out="myself")
    if picked == "myself":
        await talk.say("help-ask-myself")
        return None
    is_circle = any(circle.id == picked for circle in here.circles)
    asked = Asked(kind, Audience("circle" if is_circle else "person", picked))
    name = next(known.name for known in (*here.supporters, *here.circles) if known.id == picked)
    sure = await talk.ask(
        OneOf(
            key="help-sure",
            choices=these("ask"),
            way_out="not-now",
            slots={"name": name},
            yes="ask",
            no="not-now",
        )
    )
    if sure == "not-now":
        await talk.say("help-not-asked", name=name)
        return None
    person, circle = (None, picked) if is_circle else (picked, None)
    try:
        await talk.do(AskForHelp(action, kind, words, person, circle))
    except Refusal:
        await talk.say("help-not-possible", name=name)
        return None
    return asked


@dialogue
@kindly
async def need_help(talk: Talk, argument: str = "", what: str = "", when: Heard = None) -> Opening | None:
    """'I need help' - with a plan, or something else. `argument` is an action's id or a day's (yyyymmdd)."""
    here = await talk.look(LookHere())
    plan = await find_plan(talk, "help-which", argument, what, else_choice="something-else")
    if plan is not None and plan.owner != here.person:
        await talk.say("help-not-mine", name=Ref("person", plan.owner))
        return None
    if plan is not None:
        asked = await asking_for_help(talk, here, plan.id)
        if asked is not None:
            await talk.do(SetHelp(plan.id, Help.SOME))
            await talk.say("help-asked", name=asked.name)
        return None
    answer = await talk.ask(OneOf(key="help-with", choices=these("new-plan", "person"), way_out="not-now"))
    match answer:
        case "new-plan":
            heard = {"what": what, "when": when} if what else {}
            return Opening("planning", {**heard, "wants_help": True})
        case "person":
            return Opening("talk_to_person")
        case _:
            await talk.say("help-not-now")
            return None


@dialogue
@kindly
async def ask_someone_else(talk: Talk, argument: str = "") -> None:
    """Ask another person for help with an action (its id)."""
    here = await talk.look(LookHere())
    plan = await talk.look(LookPlan(argument))
    if plan is None:
        await talk.say("thing-gone")
        return
    asked = await asking_for_help(talk, here, plan.id)
    if asked is not None:
        await talk.say("help-asked", name=asked.name)


@dialogue
@kindly
async def do_it_myself(talk: Talk, argument: str = "") -> None:
    """Do without help after all; whoever was asked for this action (its id) is told kindly."""
    await talk.do(SetHelp(argument, Help.ALONE))
    await talk.say("help-do-it-myself")


@dialogue
@kindly
async def ask_back(talk: Talk, argument: str = "") -> None:
    """Ask the person something about their request for help (its id)."""
    seen = await talk.look(LookHelp(argument))
    if seen is None:
        await talk.say("thing-gone")
        return
    asker = Ref("person", seen.asker)
    question = await talk.ask(
        Words(key="help-ask-back", longest=LONGEST_QUESTION, way_out="not-now", slots={"name": asker})
    )
    if question == "not-now":
        await talk.say("help-not-now")
        return
    await talk.do(AskBack(argument, question))
    await talk.say("help-asked-back", name=asker)


@dialogue
@kindly
async def reply_back(talk: Talk, argument: str = "") -> None:
    """Answer what was asked back about one's request for help (its id)."""
    seen = await talk.look(LookHelp(argument))
    if seen is None or seen.asked_back_by is None:
        await talk.say("thing-gone")
        return
    name = Ref("person", seen.asked_back_by)
    reply = await talk.ask(
        Words(key="help-reply", longest=LONGEST_QUESTION, way_out="not-now", slots={"name": name})
    )
    if reply == "not-now":
        await talk.say("help-not-now")
        return
    await talk.do(ReplyBack(argument, reply))
    await talk.say("help-replied", name=name)
