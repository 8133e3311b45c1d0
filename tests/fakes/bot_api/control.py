"""POST /control/<verb> with a JSON object: how a test acts as people and looks at what they see."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from tests.fakes.bot_api import groups, people
from tests.fakes.bot_api.refusals import NotPossibleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.bot_api.calls import Call
    from tests.fakes.bot_api.faults import Faults
    from tests.fakes.bot_api.pacing import Pacing
    from tests.fakes.bot_api.world import Message, World


class Control:
    """One method a verb; its arguments are the JSON object's fields."""

    def __init__(self, world: World, calls: list[Call], faults: Faults, pacing: Pacing) -> None:
        self._world = world
        self._calls = calls
        self._faults = faults
        self._pacing = pacing
        acts: tuple[Callable[..., dict[str, Any]], ...] = (
            people.say,
            people.start,
            people.post,
            people.send_file,
            people.edit,
            people.block,
            people.press,
        )
        self._acts = {act.__name__: act for act in acts}
        self._acts |= {
            f"group_{act.__name__}": act
            for act in (
                groups.create,
                groups.add_bot,
                groups.remove_bot,
                groups.join,
                groups.leave,
                groups.migrate,
                groups.rename,
                groups.delete,
            )
        }

    def run(self, verb: str, given: dict[str, Any]) -> Any:
        """Do what a test asks. Raises NotPossibleError when it makes no sense."""
        act = self._acts.get(verb)
        if act is not None:
            return act(self._world, **given)
        own = getattr(self, f"do_{verb}", None)
        if own is None or not inspect.ismethod(own):
            raise NotPossibleError(f"no verb {verb}")
        return own(**given)

    def do_person(
        self, first_name: str, *, known: bool = False, started: bool = False, **rest: Any
    ) -> dict[str, Any]:
        person = self._world.add_person(first_name, **rest)
        person.known = known or started
        person.started = started
        return person.user

    def do_deactivate(self, person_id: int) -> dict[str, Any]:
        self._world.person(person_id).deactivated = True
        return {}

    def do_chat(self, chat_id: int) -> dict[str, Any]:
        """Everything in a chat as people see it, with what it was before each edit."""
        chat = self._world.chat(chat_id)
        return {
            "chat_id": chat.id,
            "type": chat.type,
            "bot_is": chat.bot_is,
            "actions": chat.actions,
            "messages": [_seen(message) for message in chat.messages.values()],
        }

    def do_press_answer(self, press_id: str) -> dict[str, Any]:
        return {"answer": self._world.presses[press_id].answer}

    def do_commands(self) -> list[dict[str, Any]]:
        return [
            {"scope": scope, "language_code": language, "commands": commands}
            for (scope, language), commands in self._world.commands.items()
        ]

    def do_calls(self, method: str | None = None, since: int = 0) -> list[dict[str, Any]]:
        return [call.json() for call in self._calls[since:] if method in (None, call.method)]

    def do_count(self, method: str | None = None) -> dict[str, int]:
        """How many calls were answered well, without the weight of listing them."""
        return {"count": sum(c.status == 200 and method in (None, c.method) for c in self._calls)}

    def do_fault(self, **fault: Any) -> dict[str, Any]:
        self._faults.add(fault)
        return {}

    def do_clear_faults(self) -> dict[str, Any]:
        self._faults.waiting.clear()
        return {}

    def do_pacing(self, *, enforced: bool) -> dict[str, Any]:
        self._pacing.enforced = enforced
        return {}

    def do_updates(self) -> dict[str, Any]:
        return {"waiting": self._world.updates.ids()}

    def do_repeat_update(self, update_id: int | None = None) -> dict[str, Any]:
        return {"update_id": self._world.updates.repeat(update_id)}

    def do_reverse_updates(self) -> dict[str, Any]:
        self._world.updates.reverse()
        return {}

    def do_queue(self, texts: list[tuple[int, str]]) -> dict[str, Any]:
        """Many messages at once: [person id, text] each, in this order."""
        ids = [people.say(self._world, person_id, text)["update_id"] for person_id, text in texts]
        return {"first": ids[0], "last": ids[-1]}


def _seen(message: Message) -> dict[str, Any]:
    return {
        "body": message.body,
        "by_bot": message.by_bot,
        "before": message.before,
        "deleted": message.deleted,
    }
