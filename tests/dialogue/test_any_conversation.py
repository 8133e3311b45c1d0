"""Whatever a person gives, in whatever order, and whatever breaks: what must never happen."""

from __future__ import annotations

import json
import os
from collections import Counter
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.dialogue.conversation import MOST_STACKED, Conversation, Frame, Spoken
from bot.dialogue.engine import Say
from bot.dialogue.floor import Settle, Show
from bot.dialogue.given import Control, Given, Media, Opening, Pressed, Text, Unusable
from bot.dialogue.hearing import begin, hear
from bot.dialogue.journal import Answered, Did
from bot.dialogue.payload import AnswerPress, ChangePress, MeantPress, StartPress
from bot.dialogue.questions import Choice, Guess, OneOf, Question, Words
from bot.dialogue.saying import Phrase
from bot.dialogue.talk import Command, Look, Talk, dialogue
from bot.domain.errors import Refusal
from tests.dialogue.stage import Exchange, NoRoom, NoRoomToday, OnShelf, Put, PutMendable, Ring, Stage, Take

ONE_TWO = (Choice("one"), Choice("two"))
THREE_FOUR = (Choice("three"), Choice("four"))


@dialogue
async def put(talk: Talk, name: str, command: Command[str]) -> None:
    with talk.inside(name):
        try:
            await talk.do(command)
        except NoRoom:
            await talk.say("no-room")
            if await talk.ask(OneOf(key="without", choices=ONE_TWO)) == "two":
                await see(talk)


@dialogue
async def see(talk: Talk) -> None:
    try:
        await talk.look(OnShelf())
    except NoRoom:
        await talk.say("not-seen")


@dialogue
async def planning(talk: Talk, tag: str) -> None:
    what = await talk.ask(Words(key="what"))
    await put(talk, "what", PutMendable(f"{tag}:what:{what}"))
    where = await talk.ask(OneOf(key="where", choices=ONE_TWO, way_out="skip"))
    if where == "one":
        tool = await talk.ask(OneOf(key="tool", choices=THREE_FOUR))
        await put(talk, "tool", Put(f"{tag}:tool:{tool}"))
    elif where == "two":
        await see(talk)
        await put(talk, "two", Put(f"{tag}:two"))
    why = await talk.ask(Words(key="why"))
    await put(talk, "where", Put(f"{tag}:where:{where}"))
    await talk.say("planned", why=why)


@dialogue
async def planning_with_more(talk: Talk, tag: str) -> None:
    who = await talk.ask(OneOf(key="who", choices=THREE_FOUR))
    what = await talk.ask(Words(key="what"))
    await put(talk, "what", PutMendable(f"{tag}:what:{what}"))
    where = await talk.ask(OneOf(key="where", choices=(*ONE_TWO, Choice("three"))))
    if where == "two":
        await put(talk, "two", Put(f"{tag}:two"))
    await put(talk, "where", Put(f"{tag}:where:{where}{who}"))
    await talk.say("planned", where=where)


@dialogue
async def planning_turned_round(talk: Talk, tag: str) -> None:
    why = await talk.ask(Words(key="why"))
    where = await talk.ask(OneOf(key="where", choices=ONE_TWO))
    await put(talk, "where", Put(f"{tag}:where:{where}"))
    what = await talk.ask(Words(key="what"))
    if where == "one":
        await put(talk, "what", PutMendable(f"{tag}:what:{what}"))
    await talk.say("planned", why=why)


@dialogue
async def ringing(talk: Talk, tag: str) -> Opening | None:
    first = await talk.ask(OneOf(key="ring", choices=ONE_TWO))
    if first == "one":
        await talk.do(Ring(tag))
    await put(talk, "after", Put(f"{tag}:after:{first}"))
    second = await talk.ask(OneOf(key="lead", choices=THREE_FOUR))
    await talk.say("rung")
    return Opening("planning", {"tag": f"{tag}x"}) if second == "three" else None


@dialogue
async def greeting(talk: Talk) -> None:
    await talk.say("hello")


@dialogue
async def unsure(talk: Talk, nearest: tuple[Opening, ...], words: str) -> Opening | None:
    picked = await talk.ask(Guess(key="unsure", choices=ONE_TWO, slots={"words": words}))
    await talk.say("sorry")
    return nearest[0] if nearest and picked == "one" else None


@dialogue
async def do_this_now(talk: Talk, opening: Opening, about: Phrase) -> Opening | None:
    answer = await talk.ask(
        OneOf(key="do-this-now", choices=(Choice("yes"), Choice("no")), slots={"a": about})
    )
    return opening if answer == "yes" else None


@dialogue
async def talk_to_person(talk: Talk) -> None:
    await talk.ask(OneOf(key="which-person", choices=ONE_TWO))
    await talk.say("i-told-them")


VERSIONS = (planning, planning_with_more, planning_turned_round)


class Anyone(RuleBasedStateMachine):
    """A person who does anything, a world that refuses now and then, and a team that ships new code."""

    @initialize()
    def start(self) -> None:
        self.stage = Stage(
            ringing=Spoken(ringing),
            greeting=Spoken(greeting, light=True),
            unsure=Spoken(unsure, light=True),
            do_this_now=Spoken(do_this_now),
            talk_to_person=Spoken(talk_to_person),
        )
        self.tags = 0
        self.buttons: set[int] = set()
        self.choices: tuple[Choice, ...] = ()
        self.version(0)
        self.swapped: set[str] = set()
        self.refused: set[str] = set()

    @rule(number=st.integers(0, len(VERSIONS) - 1))
    def version(self, number: int) -> None:
        """New code goes out, under the journals that are there."""
        self.stage.book["planning"] = Spoken(VERSIONS[number], "phrase-planning")
        talk = self.stage.conversation
        self.swapped = {str(f.opening.arguments.get("tag")) for f in (*talk.frames, *talk.finished)}

    @rule(kinds=st.sets(st.sampled_from([Put, PutMendable, Exchange, Take, OnShelf]), max_size=2))
    def refuse(self, kinds: set[type[Any]]) -> None:
        """From now on the world refuses these."""
        self.stage.world.refuse = {kind: NoRoomToday() if kind is Put else NoRoom() for kind in kinds}
        if kinds & {Take, Exchange}:
            self.refused = {str(tag) for tag in range(self.tags + 1)}

    @rule(hours=st.sampled_from([0, 1, 13, 24 * 21]))
    def wait(self, hours: int) -> None:
        self.stage.wait(hours=hours)

    # What a person gives

    def turn(
        self, given: Given | Opening, crash_after: int | None = None, *, may_be_quiet: bool = False
    ) -> None:
        stage = self.stage

        def steps(talk: Conversation) -> Any:
            if isinstance(given, Opening):
                return begin(talk, given, stage.now, stage.book)
            return hear(talk, given, stage.now, stage.book)

        before = stage.form
        if crash_after is not None and not stage.turn(steps, crash_after=crash_after):
            assert stage.form == before
        elif crash_after is not None:
            self.seen(stage.effects, may_be_quiet=True)
        if crash_after is None or stage.form == before:
            effects = stage.turn(steps)
            self.seen(effects, may_be_quiet=may_be_quiet or crash_after is not None)

    def seen(self, effects: list[Any], *, may_be_quiet: bool) -> None:
        """Keep account of which questions have buttons; there is never more than one."""
        for effect in effects:
            match effect:
                case Show(id=shown, choices=choices):
                    self.buttons.add(shown)
                    self.choices = choices
                case Settle(id=shown):
                    assert shown in self.buttons
                    self.buttons.discard(shown)
            assert len(self.buttons) <= 1, "two open questions"
        assert may_be_quiet or any(isinstance(effect, Say | Show) for effect in effects), "silence"

    def new_tag(self) -> str:
        self.tags += 1
        if self.stage.world.refuse.keys() & {Take, Exchange}:
            self.refused.add(str(self.tags))
        return str(self.tags)

    def opening(self, name: str) -> Opening:
        return Opening(name, {"tag": self.new_tag()})

    crashes = st.one_of(st.none(), st.none(), st.integers(0, 6))

    @rule(name=st.sampled_from(["planning", "ringing"]), crash=crashes)
    def open_a_card(self, name: str, crash: int | None) -> None:
        self.turn(self.opening(name), crash)

    @precondition(lambda self: self.stage.conversation.asked)
    @rule(pick=st.integers(0, 5), words=st.sampled_from(["tea", "a walk", "swim"]), crash=crashes)
    def answer(self, pick: int, words: str, crash: int | None) -> None:
        self.turn(self.an_answer(pick, words), crash)

    def an_answer(self, pick: int, words: str) -> Given:
        asked = self.stage.conversation.asked
        assert asked is not None
        if self.choices:
            return Pressed(AnswerPress(asked.id, self.choices[pick % len(self.choices)].id))
        return Text(words)

    @rule(words=st.sampled_from(["tea", "", "  ", "x" * 5000]), nearest=st.booleans(), greeting=st.booleans())
    def type_anything(self, words: str, *, nearest: bool, greeting: bool) -> None:
        likely = (self.opening("planning"),) if nearest else ()
        self.turn(Text(words, nearest=likely, greeting=greeting))

    @rule(name=st.sampled_from(["planning", "ringing", "greeting", "nothing"]), crash=crashes)
    def wish(self, name: str, crash: int | None) -> None:
        opening = self.opening(name) if name in {"planning", "ringing"} else Opening(name)
        self.turn(Text("i want this", intent=opening), crash)

    @rule(
        given=st.sampled_from(
            [Media("photo", "m1"), Media("voice", "m2"), Unusable("file"), Unusable("too-long")]
        )
    )
    def send_something_else(self, given: Given) -> None:
        self.turn(given)

    @rule(control=st.sampled_from(Control), crash=crashes)
    def type_a_control(self, control: Control, crash: int | None) -> None:
        self.turn(Text(control.value, control=control), crash)

    @rule(
        back=st.integers(0, 3),
        choice=st.sampled_from(["one", "three", "yes", "!back", "!not-now", "!person"]),
    )
    def press_under_some_question(self, back: int, choice: str) -> None:
        shown = self.stage.conversation.shown - back
        second_tap = self.stage.conversation.pressed == (shown, choice)
        self.turn(Pressed(AnswerPress(shown, choice)), may_be_quiet=second_tap)

    @rule(back=st.integers(0, 6), meant=st.booleans(), crash=crashes)
    def change_or_mean_something_else(self, back: int, crash: int | None, *, meant: bool) -> None:
        shown = self.stage.conversation.shown - back
        self.turn(Pressed(MeantPress(shown) if meant else ChangePress(shown)), crash)

    @precondition(lambda self: self.stage.conversation.frames)
    @rule()
    def start_the_same_again(self) -> None:
        self.turn(self.stage.conversation.frames[0].opening)

    @rule(name=st.sampled_from(["greeting", "nothing", "planning"]))
    def press_a_start_button(self, name: str) -> None:
        self.turn(Pressed(StartPress(name)))

    @rule()
    def answer_everything(self) -> None:
        """Whatever was done before, answering leads to the end."""
        for _ in range(60):
            if self.stage.conversation.asked is None:
                if not self.stage.conversation.frames:
                    return
                self.turn(Text("hi", greeting=True))
            else:
                self.turn(self.an_answer(1, "rest"))
        raise AssertionError("the questions never end")

    # What must always be true

    @invariant()
    def the_question_with_buttons_is_the_one_that_waits(self) -> None:
        asked = self.stage.conversation.asked
        assert self.buttons == ({asked.id} if asked else set())

    @invariant()
    def at_most_two_stack(self) -> None:
        light = {"greeting", "unsure", "do_this_now"}
        assert sum(name not in light for name in self.stage.open_dialogues()) <= MOST_STACKED

    @invariant()
    def what_is_kept_comes_back_equal(self) -> None:
        talk = self.stage.conversation
        assert Conversation.from_plain(json.loads(json.dumps(talk.to_plain()))) == talk

    @invariant()
    def ids_only_grow_and_keys_are_unique(self) -> None:
        talk = self.stage.conversation
        ids = [e.shown for f in self.frames() for e in f.journal.entries if isinstance(e, Answered)]
        assert max(ids, default=0) <= talk.shown
        assert len(ids) == len(set(ids))
        for frame in self.frames():
            keys = [entry.key for entry in frame.journal.entries]
            assert len(keys) == len(set(keys))

    @invariant()
    def each_command_is_in_the_world_once_or_not_at_all(self) -> None:
        assert max(Counter(self.stage.world.rung).values(), default=0) <= 1
        for frame in self.frames():
            tag = frame.opening.arguments.get("tag")
            if tag is None:
                continue
            ours = {i: t for i, t in self.stage.world.shelf.items() if t.startswith(f"{tag}:")}
            done = [e for e in frame.journal.entries if isinstance(e, Did) and e.done]
            kept = {e.result: e.command.thing for e in done if isinstance(e.command, Put)}
            if str(tag).rstrip("x") in self.refused:
                assert kept.items() <= ours.items()
            else:
                assert kept == ours

    @invariant()
    def what_has_ended_did_what_its_answers_say(self) -> None:
        for frame in self.stage.conversation.finished:
            tag = str(frame.opening.arguments.get("tag"))
            if tag in self.swapped or tag.rstrip("x") in self.refused or tag == "None":
                continue
            ours = Counter(t for t in self.stage.world.shelf.values() if t.startswith(f"{tag}:"))
            written = self.stage.book[frame.opening.dialogue].dialogue
            assert ours == Counter(spoken_afresh(written, frame))

    def frames(self) -> list[Frame]:
        talk = self.stage.conversation
        return [*talk.frames, *talk.finished]


def spoken_afresh(written: Any, frame: Frame) -> list[str]:
    """Say what a dialogue does when it hears these answers for the first time, without the engine."""
    entries = {entry.key: entry for entry in frame.journal.entries}
    things: list[str] = []
    coroutine = written(Talk(), **frame.opening.arguments)
    step = coroutine.send(None)
    try:
        while True:
            entry: Any = entries[step.key]
            if isinstance(step.wants, Put) and entry.refused is None:
                things.append(step.wants.thing)
            if isinstance(step.wants, Put | Look) and entry.refused is not None:
                step = coroutine.throw(NoRoom())
            else:
                step = coroutine.send(entry.value if isinstance(step.wants, Question) else None)
    except (StopIteration, Refusal):
        return things


TestAnyone = Anyone.TestCase
THOROUGH = os.environ.get("ALONGSIDE_THOROUGH") == "1"
TestAnyone.settings = settings(
    max_examples=3000 if THOROUGH else 120,
    stateful_step_count=60 if THOROUGH else 40,
    deadline=None,
    report_multiple_bugs=False,
    derandomize=not THOROUGH,
)
