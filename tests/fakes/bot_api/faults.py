"""Trouble on demand: the next calls of a method go wrong in a way that a test names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from tests.fakes.bot_api.kinds import FaultKind
from tests.fakes.bot_api.refusals import NotPossibleError, RefusalError, too_many_requests

if TYPE_CHECKING:
    from tests.fakes.bot_api.calls import Call


@dataclass(slots=True)
class Fault:
    """`times` calls of `method` ('*' for any), to one chat when `chat_id` is given."""

    method: str
    kind: FaultKind
    times: int = 1
    chat_id: int | None = None
    status: int = 500
    description: str = "Internal Server Error"
    retry_after: int = 1
    seconds: float = 1.0

    def fits(self, call: Call) -> bool:
        if self.method not in ("*", call.method):
            return False
        return self.chat_id is None or call.params.get("chat_id") == str(self.chat_id)

    def refuse(self) -> None:
        """Raise the answer for the two kinds that answer instead of handling."""
        if self.kind == "flood":
            raise too_many_requests(self.retry_after)
        if self.kind == "status":
            raise RefusalError(self.status, self.description)


class Faults:
    """Those still to come, used up in the order in which they were asked for."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(self, given: dict[str, Any]) -> None:
        fault = Fault(**given)
        if fault.kind not in get_args(FaultKind):
            raise NotPossibleError(f"no fault is called {fault.kind}")
        self.waiting.append(fault)

    def next_for(self, call: Call) -> Fault | None:
        for fault in self.waiting:
            if fault.fits(call):
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None
