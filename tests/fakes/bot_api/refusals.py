"""What the Bot API answers when it will not do a thing: https://core.telegram.org/bots/api#making-requests."""

from __future__ import annotations

from typing import Any


class RefusalError(Exception):
    """A call that is answered with an error: HTTP status, description and `parameters`."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        answer: dict[str, Any] = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(what: str, **parameters: Any) -> RefusalError:
    return RefusalError(400, f"Bad Request: {what}", **parameters)


def forbidden(what: str) -> RefusalError:
    return RefusalError(403, f"Forbidden: {what}")


def conflict(what: str) -> RefusalError:
    return RefusalError(409, f"Conflict: {what}")


def too_many_requests(retry_after: int) -> RefusalError:
    return RefusalError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


class NotPossibleError(Exception):
    """A test asked for something that a person could not do in Telegram either."""
