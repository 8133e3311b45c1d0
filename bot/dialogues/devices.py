"""Another device of one's own: a phone, a tablet, a computer, or another chat."""

from __future__ import annotations

from bot.dialogue.questions import Choice, OneOf
from bot.dialogue.saying import Ref
from bot.dialogue.talk import Talk, dialogue
from bot.dialogues.commands import MakeInvite
from bot.dialogues.looks import LookHere


@dialogue
async def another_device(talk: Talk, argument: str = "") -> None:  # noqa: ARG001 - a button may carry one
    """Make a link for a further device; this one is asked before it is let in."""
    here = await talk.look(LookHere())
    if (
        await talk.ask(OneOf(key="device-link", choices=(Choice("yes"),), way_out="not-now", no="not-now"))
        != "yes"
    ):
        await talk.say("device-not")
        return
    token = await talk.do(MakeInvite(here.kind, device=True))
    await talk.say("device-link-made", link=Ref("link", token))
    await talk.say("device-link-private")
