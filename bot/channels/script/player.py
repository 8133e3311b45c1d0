"""Plays a script step by step, and says which expectations did not hold."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from bot.app.messages import GroupIn, LeftIn, Pressable, PressIn, StartIn, TextIn
from bot.app.receive import Raw
from bot.channels.script.channel import Event, ScriptChannel, Shown
from bot.channels.script.expecting import misses
from bot.channels.script.script_parts import Opens, Press, Script, ScriptWrong, Sends, Step
from bot.channels.script.transcript import ASSISTANT, Line
from bot.channels.script.world import Crashed, World, sent
from bot.understanding.meaning import IntentEngine

_NOT_LETTERS = re.compile(r"[^\w\s'?,.-]|\d+ (?=of)", re.UNICODE)


class Player:
    """One script being played. `lines` is the transcript, `missed` what did not hold."""

    def __init__(self, script: Script, world: World, path: Path) -> None:
        self._script = script
        self._world = world
        self._path = path
        self._seen = dict.fromkeys(world.channels, 0)
        self._fresh: list[Event] = []
        self._crash: str | None = None
        self.lines: list[Line] = []
        self.missed: list[str] = []

    async def play(self, print_line: Callable[[Line], None]) -> None:
        """Play every step."""
        for step in self._script.steps:
            if step.expect is not None:
                self.missed += [f"step {step.line}: {miss}" for miss in misses(step.expect, self._fresh)]
                continue
            await self.one(step, print_line)

    async def one(self, step: Step, print_line: Callable[[Line], None]) -> None:
        """Play one step that is not an expect."""
        self._fresh = []
        await self._step(step, print_line)
        self._collect(print_line)

    async def _step(self, step: Step, print_line: Callable[[Line], None]) -> None:
        if step.who is not None and step.sends is not None:
            await self._send(step.who, step.sends, print_line)
        elif step.who is not None:
            await self._say(step, print_line)
        elif step.press is not None:
            await self._press(step.press, print_line)
        elif step.opens is not None:
            await self._open(step.opens, print_line)
        elif step.crash is not None:
            self._crash = step.crash
        elif step.again and self._world.last is not None:
            await self._deliver(*self._world.last)
        else:
            await self._happen(step)

    async def _happen(self, step: Step) -> None:
        """Let time pass, and let parts break."""
        world = self._world
        if step.wait is not None:
            await self._move(world.clock.at + step.wait)
        if step.until is not None:
            await self._move(step.until.replace(tzinfo=self._script.zone))
        if step.break_ is not None:
            await world.break_part(step.break_)
        if step.mend is not None:
            await world.mend(step.mend)
        for who in (step.block, step.unblock):
            if who is not None:
                await world.block(who, blocked=who == step.block)
                await world.settle()
        await self._come_and_go(step)

    async def _come_and_go(self, step: Step) -> None:
        world = self._world
        if step.leave is not None:
            raw = world.raw(LeftIn(step.leave.who), step.leave.who, circle=step.leave.circle)
            await self._deliver("script", raw)
        if step.invite is not None:
            content = GroupIn(added=True, title=step.invite.circle)
            await self._deliver("script", world.raw(content, step.invite.who, circle=step.invite.circle))
        if step.remove is not None:
            content = GroupIn(added=False, title=step.remove)
            await self._deliver("script", world.raw(content, "somebody", circle=step.remove))
        if step.link is not None:
            await world.make_link(step.link)

    async def _say(self, step: Step, print_line: Callable[[Line], None]) -> None:
        who, text = step.who or "", step.text or ""
        self._note(who, text, step.circle, print_line, web=step.channel == "web")
        button = re.fullmatch(r"\[(#?)(.+)\]", text)
        if button is None:
            text = text.removeprefix("@alongside ") if step.circle else text
            content = TextIn(text, addressed=step.circle is None or text != step.text)
            await self._deliver(step.channel, self._world.raw(content, who, step.channel, step.circle))
            return
        chat = self._chat(step.channel, who, step.circle)
        found = _find(chat, button[2], by_id=bool(button[1]))
        if found is None:
            raise ScriptWrong(
                f"step {step.line}: {who} has no button {button[2]!r}; there are {_labels(chat)}"
            )
        await self._push(who, step.channel, step.circle, *found)

    async def _press(self, press: Press, print_line: Callable[[Line], None]) -> None:
        if press.forged is not None:
            self._note(press.who, f"[{press.forged}]", press.in_, print_line)
            content = PressIn(press.forged, "", press="")
            await self._deliver("script", self._world.raw(content, press.who, "script", press.in_))
            return
        chats = [shown for chat in self._world.channels["script"].chats.values() for shown in chat]
        if press.in_ is not None:
            chats = self._chat("script", press.who, press.in_)
        if press.card is not None:
            chats = [shown for shown in chats if shown.message.key == press.card]
        chats = [shown for shown in chats if _find([shown], press.choice, by_id=True)]
        order = {id(event.shown): place for place, event in enumerate(self._world.channels["script"].events)}
        chats.sort(key=lambda shown: order[id(shown)])
        place = 1 if press.which == "newest" else 2
        if len(chats) < place:
            raise ScriptWrong(f"there is no button {press.choice!r} to press")
        found = _find([chats[-place]], press.choice, by_id=True)
        if found is None:
            return
        circle = (
            chats[-place].address.removeprefix("group:")
            if chats[-place].address.startswith("group:")
            else None
        )
        for _ in range(press.times):
            self._note(press.who, f"[{found[1].label}]", circle, print_line)
            await self._push(press.who, "script", circle, *found)

    async def _push(
        self, who: str, channel: str, circle: str | None, shown: Shown, button: Pressable
    ) -> None:
        content = PressIn(button.payload, shown.ref, press=shown.ref)
        await self._deliver(channel, self._world.raw(content, who, channel, circle))

    async def _send(self, who: str, sends: Sends, print_line: Callable[[Line], None]) -> None:
        size, remote = sends.bytes, f"file{self._world.updates}"
        if sends.path is not None:
            try:
                content = (self._path.parent / sends.path).read_bytes()
            except OSError as error:
                raise ScriptWrong(f"{sends.path}: cannot be read: {error.strerror}") from error
            self._world.channels["script"].files[remote] = content
            size = size or len(content)
        self._note(who, f"({sends.kind})", None, print_line)
        raw = self._world.raw(sent(sends.kind, size, remote, sends.caption), who)
        await self._deliver("script", raw)

    async def _open(self, opens: Opens, print_line: Callable[[Line], None]) -> None:
        links = self._world.channels["script"].links
        token = links[-1] if links and opens.link != "wrong" else "wrong"
        self._note(opens.who, "(opens a link)", None, print_line, web=opens.on == "web")
        address = opens.who if opens.on == "script" else f"{opens.who} phone"
        await self._deliver(opens.on, self._world.raw(StartIn(token), address, opens.on))

    async def _deliver(self, channel: str, raw: Raw) -> None:
        world, crash = self._world, self._crash
        self._crash = None
        await world.deliver(channel, raw)
        if crash == "before-turn":
            await world.crash()
        elif crash == "after-turn":
            await world.work_without_sending()
            await world.crash()
        elif crash == "while-sending":
            world.die_while_sending()
        await self._survive(world.settle)

    async def _move(self, until: datetime) -> None:
        """Move the clock, and crash on the way if a step before said so."""
        world, crash = self._world, self._crash
        self._crash = None
        if crash == "while-sending":
            world.die_while_sending()
        elif crash is not None:
            due = await world.next_due()
            if due is not None and due <= until:
                world.clock.at = max(world.clock.at, due)
                if crash == "after-turn":
                    await world.work_without_sending()
            await world.crash()
        await self._survive(lambda: world.move_to(until))

    async def _survive(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do something; after a kill the assistant is started again on the same files, and it is done."""
        try:
            await work()
        except Crashed:
            await self._world.crash()
            await work()

    def _chat(self, channel: str, who: str, circle: str | None) -> list[Shown]:
        chats = self._world.channels[channel].chats
        return chats.get(f"group:{circle}" if circle else who, [])

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self._script.zone)

    def _note(
        self,
        who: str,
        text: str,
        circle: str | None,
        print_line: Callable[[Line], None],
        *,
        web: bool = False,
    ) -> None:
        line = Line(self._local(self._world.clock.at), who, ASSISTANT, circle or "", text, web=web)
        self.lines.append(line)
        print_line(line)

    def _collect(self, print_line: Callable[[Line], None]) -> None:
        for name, channel in self._world.channels.items():
            for event in channel.events[self._seen[name] :]:
                self._fresh.append(event)
                line = self._line(channel, event)
                self.lines.append(line)
                print_line(line)
            self._seen[name] = len(channel.events)

    def _line(self, channel: ScriptChannel, event: Event) -> Line:
        address = event.shown.address
        place = address.removeprefix("group:") if address.startswith("group:") else ""
        return Line(
            self._local(event.at),
            ASSISTANT,
            place or address,
            place,
            event.message.text,
            event.message,
            event.shown.ref if event.edit else None,
            web=channel.name == "web",
        )


def _find(chat: list[Shown], wanted: str, *, by_id: bool) -> tuple[Shown, Pressable] | None:
    """Give the newest button with that label (counts and emoji ignored) or choice id."""
    for shown in reversed(chat):
        for row in shown.message.rows:
            for button in row:
                if (button.id == wanted) if by_id else (_plain(button.label) == _plain(wanted)):
                    return shown, button
    return None


def _plain(label: str) -> str:
    return " ".join(_NOT_LETTERS.sub("", label).split()).casefold()


def _labels(chat: list[Shown]) -> str:
    return ", ".join(
        f"[{button.label}]" for shown in chat[-2:] for row in shown.message.rows for button in row
    )


async def play(
    script: Script, path: Path, print_line: Callable[[Line], None], *, engine: IntentEngine | None = None
) -> list[str]:
    """Play a script on fresh files. Gives what did not hold.

    Raises ScriptWrong for a button that is not there.
    """
    with tempfile.TemporaryDirectory(prefix="alongside-play-") as folder:
        world = await World.begin(script, Path(folder), engine)
        try:
            player = Player(script, world, path)
            await player.play(print_line)
        finally:
            await world.close()
    return player.missed
