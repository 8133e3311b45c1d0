from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.given import Opening, OwnWords
from bot.dialogue.questions import Timing
from bot.dialogue.saying import Button, Phrase, Ref, Said
from bot.domain.plain import CannotReplay, dump, load, plain
from bot.domain.repeating import Freq, Repeats


@plain
class Colour(StrEnum):
    RED = "red"


@plain
class Pair(Enum):
    BOTH = (1, date(2026, 1, 1))


@plain
@dataclass(frozen=True)
class Holder:
    thing: Any
    more: int = 0


def there_and_back(value: object) -> Any:
    return load(json.loads(json.dumps(dump(value))))


words = st.text(max_size=8)
simple = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    words,
    st.dates(),
    st.times(),
    st.datetimes(timezones=st.sampled_from([None, UTC, timezone(timedelta(hours=1))])),
    st.timedeltas(),
    st.sampled_from([Colour.RED, Pair.BOTH]),
    st.builds(Ref, words, words),
    st.builds(OwnWords, words, st.none(), st.none()),
    st.builds(
        Timing, st.dates(), st.none() | st.times(), st.none() | st.builds(Repeats, st.sampled_from(Freq))
    ),
)
anything = st.recursive(
    simple,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(words | st.just("$"), inner, max_size=3),
        st.builds(Phrase, words, st.dictionaries(words, inner, max_size=2)),
        st.builds(Opening, words, st.dictionaries(words, inner, max_size=2)),
        st.builds(
            lambda key, slots: Said(key, slots, (Button(key, "p", slots),), (Phrase(key, slots),)),
            words,
            st.dictionaries(words, inner, max_size=2),
        ),
        st.builds(Holder, inner),
    ),
    max_leaves=8,
)


@given(anything)
def test_what_is_kept_comes_back_equal_and_of_the_same_kind(value: object) -> None:
    back = there_and_back(value)
    assert back == value
    assert type(back) is type(value)


def test_a_set_comes_back_and_its_form_is_always_the_same() -> None:
    assert there_and_back(frozenset({"b", "a"})) == {"a", "b"}
    assert dump(frozenset({"b", "a"})) == dump(frozenset({"a", "b"}))


def test_any_mapping_comes_back_as_a_dict() -> None:
    slots: Mapping[str, object] = MappingProxyType({"day": date(2026, 12, 1)})
    assert there_and_back(Said("planned", slots)) == Said("planned", {"day": date(2026, 12, 1)})


def test_a_span_of_time_loses_nothing() -> None:
    assert there_and_back(timedelta.max) == timedelta.max


@pytest.mark.parametrize("value", [1.5, b"", object(), {1: "a"}, {"a": object()}, Exception(), int])
def test_what_nobody_declared_is_not_kept(value: object) -> None:
    with pytest.raises(TypeError):
        dump(value)


def test_two_kinds_of_one_name_are_refused() -> None:
    with pytest.raises(TypeError, match="two kinds"):
        plain(type("Holder", (), {}))
    with pytest.raises(TypeError, match="two kinds"):
        plain(type("date", (), {}))
    with pytest.raises(TypeError, match="neither"):
        plain(type("Nothing", (), {}))


def test_declaring_a_kind_twice_is_harmless() -> None:
    assert plain(Holder) is Holder


@pytest.mark.parametrize(
    "form",
    [
        {"$": "NotThere"},
        {"$": "Holder", "renamed": 1},
        {"$": "Holder", "more": 1},
        {"$": "Colour", "v": "blue"},
        {"$": "date", "v": "tuesday"},
        {"$": "date"},
        {"$": "dict", "v": 3},
        {"$": "set", "v": None},
        {"no": "tag"},
        [{"$": "Holder", "thing": {"$": "NotThere"}}],
    ],
)
def test_what_the_code_no_longer_knows_cannot_be_replayed(form: object) -> None:
    with pytest.raises(CannotReplay):
        load(form)


def test_a_field_that_is_new_has_its_default() -> None:
    assert load({"$": "Holder", "thing": time(9).isoformat()}) == Holder("09:00:00")
    assert load({"$": "datetime", "v": "2026-11-23T10:00:00+00:00"}) == datetime(2026, 11, 23, 10, tzinfo=UTC)
