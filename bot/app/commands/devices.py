"""A further device joins the same person only by a yes on the first one (safety.md, 'Attackers')."""

from __future__ import annotations

from bot.app.doing import Doing, handles
from bot.app.messages import Kind
from bot.dialogue.engine import Result
from bot.dialogue.saying import Said
from bot.dialogues.commands import ConfirmDevice
from bot.domain.errors import AlreadyDone, NotYours
from bot.domain.joining import answered, to_confirm
from bot.domain.people import Account


@handles(ConfirmDevice)
async def confirm_device(command: ConfirmDevice, doing: Doing) -> Result:
    """Let the device that waits in as this person's own, or not."""
    invite, channel, address = to_confirm(await doing.tx.circles.invite(command.invite), doing.now)
    if invite.person != doing.person.id:
        raise NotYours(invite.id)
    if await doing.tx.people.account(channel, address) is not None:
        raise AlreadyDone(invite.id)
    await doing.tx.circles.put_invite(answered(invite, doing.now))
    await doing.redraw(f"device:{invite.id}")
    if command.yes:
        await doing.tx.people.put_account(Account(channel, address, doing.person.id))
        doing.send(
            Kind.REPLY, Said("device-joined"), person=doing.person.id, channel=channel, address=address
        )
    else:
        doing.send(Kind.REPLY, Said("link-not-good"), channel=channel, address=address)
    return Result()
