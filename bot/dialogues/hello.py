"""Hello for the first time: it is a computer, what to call you, words or pictures, and when to be quiet."""

from __future__ import annotations

from bot.dialogue.given import Opening
from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import FinishHello
from bot.dialogues.greeting import takes_part
from bot.dialogues.joining import JOINED, say_name, your_part
from bot.dialogues.looks import LookHere
from bot.dialogues.preferences import ask_pictures, ask_quiet
from bot.dialogues.talk_to_person import talk_to_person


@dialogue
async def hello(talk: Talk, argument: str = "") -> Opening | None:
    """Get to know each other. Who JOINED has been told that this is a computer, and has said their name."""
    if argument == JOINED:
        await _meet(talk, "hello-joined")
    else:
        await _meet(talk, "hello-start")
        await say_name(talk)
    await ask_pictures(talk, "hello-pictures")
    here = await talk.look(LookHere())
    fine = await talk.ask(
        OneOf(
            key="hello-quiet",
            choices=(Choice("ok"), Choice("change")),
            slots={"start": here.quiet.start, "end": here.quiet.end},
            yes="ok",
            no="change",
        )
    )
    if fine == "change":
        await ask_quiet(talk)
    await talk.do(FinishHello())

    if takes_part(here):
        return Opening("opening")
    await your_part(talk, here.kind)
    return None


async def _meet(talk: Talk, key: str) -> None:
    """Ask until the person wants to start; what they want to know first comes first."""
    choices = (Choice("start"), Choice("about-words"), Choice("person"))
    while True:
        match await talk.ask(OneOf(key=key, choices=choices)):
            case "about-words":
                await talk.say("hello-about-words")
                await talk.say("hello-about-seeing")
            case "person":
                await talk_to_person(talk)
            case _:
                return
