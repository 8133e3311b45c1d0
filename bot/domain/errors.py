"""Refusals: what the practice does not allow, by name. A dialogue turns them into words."""

from __future__ import annotations


class Refusal(Exception):
    """The domain says no. The subclass says why; the text holds ids, never people's words."""


class NotYours(Refusal):
    """Only the person whose thing it is may do this."""


class NotShared(Refusal):
    """The person has not chosen to show this; whether it exists is not told."""


class Gone(Refusal):
    """The thing, the person or the link is not there any more."""


class AlreadyDone(Refusal):
    """Somebody did this before."""


class LinkNotGood(Refusal):
    """A joining link that is unknown, used or too old."""
