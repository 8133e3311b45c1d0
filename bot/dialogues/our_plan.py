"""Our plan: what a circle will do together, and what its people share with it."""

from __future__ import annotations

from bot.dialogue.payload import StartPress, write
from bot.dialogue.saying import Button, Phrase, Ref, SlotValue
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.kindly import kindly
from bot.dialogues.looks import LookCirclePlan, LookHere, Plan, SharedItem
from bot.dialogues.picking import by_name, pick
from bot.dialogues.saying_when import when_of

MOST_LINES = 5  # of a list, in one message


@dialogue
@kindly
async def our_plan(talk: Talk, argument: str = "") -> None:
    """Say what a circle (its id) will do and what is shared with it; asks which one if there are several."""
    here = await talk.look(LookHere())
    mine = dict.fromkeys((*here.circles, *here.holds))
    known = [circle for circle in mine if argument in ("", circle.id)]
    if not known:
        await talk.say("our-no-circle")
        return
    which = known[0].id if len(known) == 1 else await pick(talk, "our-which-circle", by_name(known))
    seen = await talk.look(LookCirclePlan(which))
    if seen is None:
        await talk.say("thing-gone")
        return
    name = Ref("circle", which)
    together = Button("plan-together", write(StartPress("we_will", which)))
    buttons = (together,) if which in {circle.id for circle in here.circles} else ()
    if seen.actions:
        await say_lines(talk, "our-plan", tuple(_line(plan) for plan in seen.actions), name, buttons)
    else:
        await talk.say("our-plan-empty", buttons=buttons, name=name)
    if seen.shared:
        await say_lines(talk, "our-shared", tuple(shared_line(item) for item in seen.shared), name)
    await say_media(talk, seen.shared)


async def say_lines(
    talk: Talk, key: str, lines: tuple[Phrase, ...], name: Ref, buttons: tuple[Button, ...] = ()
) -> None:
    """Say a list, five lines a message; the buttons stand under the last."""
    for start in range(0, len(lines), MOST_LINES):
        last = start + MOST_LINES >= len(lines)
        part = "first" if start == 0 else "next"
        under = buttons if last else ()
        await talk.say(key, buttons=under, lines=lines[start : start + MOST_LINES], name=name, part=part)


async def say_media(talk: Talk, shared: tuple[SharedItem, ...]) -> None:
    """Show the photos and voice notes among what is shared, each with whose it is."""
    for item in shared:
        if item.media is not None:
            kind = item.media_kind or "photo"
            await talk.say("shared-media", media=item.media, name=Ref("person", item.owner), kind=kind)


def shared_line(item: SharedItem) -> Phrase:
    """Say something that a person shows, on a line. Their words are looked up when it is sent."""
    owner = Ref("person", item.owner)
    if item.plan is not None:
        slots: dict[str, SlotValue] = {"name": owner, "what": Ref("action", item.plan.id, "what")}
        if item.plan.open:
            return Phrase("phrase-shared-plan", {**slots, "when": when_of(item.plan)})
        return Phrase("phrase-shared-told", {**slots, "ending": _ending(item.plan)})
    if not item.words:
        return Phrase("phrase-shared-media", {"name": owner, "kind": item.media_kind or "photo"})
    part = "learned" if item.thing.kind == "learning" else "words"
    kind = "telling" if item.thing.kind == "learning" else item.thing.kind
    words = Ref(kind, item.thing.id, part)
    return Phrase("phrase-shared", {"name": owner, "about": item.question or item.thing.kind, "words": words})


def _ending(plan: Plan) -> str:
    return plan.ending.value if plan.ending else "let-go"


def _line(plan: Plan) -> Phrase:
    slots: dict[str, SlotValue] = {"what": Ref("action", plan.id, "what"), "when": when_of(plan)}
    if plan.others:
        return Phrase("phrase-our-plan-with", {**slots, "names": plan.others})
    return Phrase("phrase-our-plan", slots)
