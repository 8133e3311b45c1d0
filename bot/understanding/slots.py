"""What somebody will do, when, and who with, in their own words, by light rules (nlu.md, 'Slots').

Small and honest for now: a slot that the rules do not see is None, and the conversation asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.understanding.date_words import READ_AT_MOST
from bot.understanding.dates import find_until, look

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_WHAT_INTENTS: Final = frozenset(
    (
        *("add_action", "share_idea", "remind_me", "ask_help", "change_plan", "my_plan", "celebrate"),
        *("report_done", "report_part_done", "report_not_to_plan", "report_changed_mind", "group_plan"),
    )
)
_WHO_INTENTS: Final = frozenset(
    (
        "ask_help",
        "talk_to_person",
        "supporter_check_in",
        "who_can_see",
        "who_looked",
        "celebrate",
        "add_action",
    )
)
_WHEN_INTENTS: Final = _WHAT_INTENTS | {"pause", "not_now", "preferences"}
_LEADING: Final = re.compile(r"^(?:(?:on|at|by|for)\s+)+", re.IGNORECASE)
_OPENING: Final = r"(?:(?:ok(?:ay)?|so|well|and|then|hi|hello|hey|please|pls|plz|yes|um|er)[\s,]+)*"
_I: Final = r"(?:i|we|me and \w+|\w+ and (?:me|i))"
_GOING_TO: Final = r"(?:gonna|gona|going to|planning to|planing to|thinking of|doing|off to)"
_BEGINNINGS: Final[dict[str, tuple[str, ...]]] = {
    "add_action": (
        rf"(?:{_I} (?:am|are)|i'?m|we'?re|\w+ (?:is|are)) {_GOING_TO} ",
        r"(?:gonna|gona|going to) ",
        rf"(?:{_I} will|i'?ll|we'?ll) ",
        rf"(?:{_I} (?:want|need|plan|have|would like|wana|promise)|(?:i'?d|we'?d) like|i'?ve got)(?: to)? ",
        rf"(?:i wanna|{_I} (?:can|could|said (?:i would|id|i'd))|let me|let'?s) ",
        r"(?:can you )?(?:put|add) ",
        r"(?:i'?m|we'?re) (?=\w+ing\b)",
    ),
    "remind_me": (
        r"(?:can (?:u|you) )?(?:please )?(?:remind|remeber|text|tell) (?:me|us) (?:to|about|wen|when) ",
        r"(?:i (?:want|need) |can i have |set |send me |put )?a? ?reminder (?:on )?(?:for|to|about) ",
        r"(?:don'?t let me forget|make sure i remember|i need reminding)(?: to| about)? ",
        r"(?:remindme about|set an alarm for) ",
    ),
    "ask_help": (
        r"(?:(?:i|we) (?:need|want) |can i have )?(?:some )?(?:help|a hand|support) (?:with|to) ",
        r"(?:can|could|will) (?:[\w]+ ){1,4}help me (?:with |to )?",
        r"(?:i don'?t know how to|show me how to|i can'?t) (?!do\b|get there)",
        r"i(?:'?m| am) (?:stuck|struggling) (?:with|on) ",
    ),
    "share_idea": (
        r"(?:i think )?(?:we|the group|everyone|they) (?:should|could) (?:all )?",
        r"(?:why don'?t we|how about|what about|let'?s(?: all)?|can we(?: all)?|my idea is|idea|suggestion) ",
        r"(?:i wish|i would like us to|i want our group to)(?: we had| there was)? ",
        r"(?:it would be|wouldn'?t it be) \w+ (?:if we had|if|to have) ",
    ),
    "change_plan": (
        r"(?:can (?:you|we|i) |(?:i|we) (?:want|need) to )?(?:move|swap|change|postpone|resc?hedule|edit) ",
    ),
    "report_changed_mind": (
        r"(?:i|we) (?:don'?t (?:want to|wanna|need to)|dont fancy)(?: do)? ",
        r"(?:i'?m|i am) not (?:going to|gonna|interested in) ",
        r"(?:i want to )?(?:give up|stop (?:doing|going to)|drop|cancel|scrap|delete|take) ",
    ),
    "report_done": (
        r"(?:i|we|i'?ve|we'?ve|me and \w+) (?:have )?(?:finished|done|did|managed to|went to)(?: my)? (?=\w)",
        r"(?:i|we|i'?ve|we'?ve|me and \w+) (?:have )?(?=(?:\w+ed|went|made|took|rang|fed|sold|been)\b)",
    ),
    "report_part_done": (
        r"(?:i|we) (?:did|started|made a start on|watered) (?:some |half |most |a bit )?(?:of )?",
    ),
    "report_not_to_plan": (r"(?:i|we) (?:forgot|missed|didn'?t|couldn'?t)(?: to)? ",),
}
"""How people begin, before they come to the activity; the first that fits is struck out."""
_END_WORDS: Final = (
    r"please|pls|plz|thanks|ta|anymore|any more|instead|(?:on|to|off|from) my (?:plan|list)|as a group|now"
    r"|too|yet|to|for|on|at|off|until|till|and|as done"
)
_ENDS: Final = re.compile(rf"[\s,.!?;:]*(?:\b(?:{_END_WORDS})\b[\s,.!?;:]*)*$", re.IGNORECASE)
_NOTHING: Final = frozenset(
    (
        *(
            "it",
            "that",
            "this",
            "something",
            "anything",
            "a",
            "an",
            "plan",
            "one",
            "my",
            "to",
            "nothing",
            "do",
            "make",
        ),
        *(
            "go",
            "change",
            "mind",
            "the",
            "day",
            "time",
            "done",
            "all",
            "did",
            "again",
            "back",
            "week",
            "thing",
        ),
        *("and", "for", "of", "more", "new", "what", "said", "i"),
    )
)
"""Words that name no activity, alone or together."""
_ROLES: Final = re.compile(
    r"\b(?:my\s+|the\s+)?(?:(?:support|key|social)\s+worker|supporter|mum|mom|mam|dad|sister|brother|nana?|gran"
    r"|grandad|auntie|aunty|uncle|carer|friend|manager|advocate|boyfriend|girlfriend|son|daughter)\b",
    re.IGNORECASE,
)
_NAME_PLACES: Final = re.compile(
    r"\b(?:ask|can|is|has|did|does|let|show|with|from|to|on|tell|will|get|need|and)\s+([A-Z][a-z]+)\b"
)
_CHECKED_IN_ON: Final = re.compile(
    r"\b(?:how(?:'?s| is| are| has| did)|is|has|did|does|on|with|from|for|about|support|see|me|ask)\s+"
    r"([^\W\d_]{2,}?)"
    r"(?:'?s(?=\s+plans?\b))?(?=\s|$|[?.!,])",
    re.IGNORECASE,
)
_NO_NAMES: Final = frozenset(
    (
        *(
            "the",
            "my",
            "he",
            "she",
            "it",
            "they",
            "you",
            "me",
            "him",
            "her",
            "them",
            "everything",
            "any",
            "anything",
        ),
        *(
            "how",
            "getting",
            "doing",
            "going",
            "things",
            "ok",
            "with",
            "on",
            "this",
            "that",
            "today",
            "what",
            "if",
        ),
        *("is", "are", "in", "about", "here", "help", "to", "for", "up"),
    )
)


@dataclass(frozen=True, slots=True)
class Slots:
    """The parts of a message that fill something in; None for what the rules do not see."""

    what: str | None = None
    when: str | None = None
    who: str | None = None


def find_slots(text: str, intent: str, now: datetime, names: Iterable[str] = ()) -> Slots:
    """Return the slots that this intent can have. `names` are given names the person may mean."""
    return Slots(
        what=_what(text, intent, now) if intent in _WHAT_INTENTS else None,
        when=_when(text, now, intent) if intent in _WHEN_INTENTS else None,
        who=_who(text, intent, names),
    )


def find_who(text: str, names: Iterable[str] = ()) -> str | None:
    """Return the first known name or role in a message, as it is written there."""
    known = [re.escape(name) for name in names if name.strip()]
    places = [match.span() for match in _ROLES.finditer(text)]
    if known:
        pattern = re.compile(rf"\b(?:{'|'.join(known)})(?=\b|'?s\b)", re.IGNORECASE)
        places += [match.span() for match in pattern.finditer(text)]
    places += [match.span(1) for match in _NAME_PLACES.finditer(text)]
    return text[slice(*min(places))] if places else None


def _who(text: str, intent: str, names: Iterable[str]) -> str | None:
    if intent not in _WHO_INTENTS:
        return None
    found = find_who(text, names)
    if found is None and intent == "supporter_check_in":
        places = (match[1] for match in _CHECKED_IN_ON.finditer(text))
        return next((name for name in places if name.casefold() not in _NO_NAMES), None)
    return found


def _when(text: str, now: datetime, intent: str) -> str | None:
    if intent == "pause" and (until := find_until(text, now)):
        return text[slice(*until.span)]
    looked = look(text, now)
    if looked is None:
        return None
    places = [list(looked.spans[0])]
    for start, end in looked.spans[1:]:
        if text[places[-1][1] : start].strip(" ,"):
            places.append([start, end])
        else:
            places[-1][1] = end
    start, end = places[-1 if intent == "change_plan" else 0]
    return _LEADING.sub("", text[start:end])


def _what(text: str, intent: str, now: datetime) -> str | None:
    """Strike out the time, then how the sentence begins and ends; what is left is the activity."""
    if len(text) > READ_AT_MOST:
        return None
    looked = look(text, now)
    rest = text
    for start, end in reversed(looked.spans if looked else ()):
        rest = f"{rest[:start].rstrip()} {rest[end:].lstrip()}"
    rest = re.sub(rf"^\s*{_OPENING}", "", rest, flags=re.IGNORECASE).strip()
    for beginning in _BEGINNINGS.get(intent, ()):
        match = re.match(beginning.replace(" ", r"\s+"), rest, re.IGNORECASE)
        if match:
            left = _ENDS.sub("", rest[match.end() :]).strip(" \"'")
            words = left.casefold().split()
            return left if words and not set(words) <= _NOTHING else None
    return None
