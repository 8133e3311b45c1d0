from __future__ import annotations

import pytest

from bot.app.words_of import words_of
from bot.dialogue.given import OwnWords
from bot.dialogue.saying import Ref
from bot.dialogues.commands import AddAction, AddToTelling, Celebrate, KeepAnswer, ShowTo, TellHow
from bot.dialogues.taking_back import TakeBackCelebration
from bot.domain.actions import Ending
from bot.domain.sharing import Audience, Thing
from tests.app.commands.world import World

JO = (Audience("person", "jo"),)


async def read_by(world: World, who: str, ref: Ref) -> str | None:
    async with world.store.transaction() as tx:
        return await words_of(tx, ref, who)


async def made(world: World) -> dict[str, Ref]:
    action = (await world.run("sam", AddAction("water", None))).value
    answer = (await world.run("sam", KeepAnswer("why", OwnWords("bored")))).value
    telling = (await world.run("sam", TellHow(action, Ending.NOT_TO_PLAN))).value
    await world.run("sam", AddToTelling(telling, happened="rain", learned="look out"))
    party = (await world.run("sam", Celebrate("we won", "me"))).value
    return {
        "water": Ref("action", action, "what"),
        "bored": Ref("answer", answer, "words"),
        "rain": Ref("telling", telling, "words"),
        "look out": Ref("telling", telling, "learned"),
        "we won": Ref("celebration", party, "words"),
    }


async def test_words_are_for_their_owner_and_for_nobody_else_by_default(world: World) -> None:
    for words, ref in (await made(world)).items():
        assert await read_by(world, "sam", ref) == words
        for other in ("jo", "lee", "circle:garden", "nobody"):
            assert await read_by(world, other, ref) is None


async def test_words_are_seen_while_they_are_shown_and_not_a_moment_longer(world: World) -> None:
    for words, ref in (await made(world)).items():
        kind = "learning" if ref.part == "learned" else ref.kind
        await world.run("sam", ShowTo(Thing(kind, ref.id), JO))
        assert await read_by(world, "jo", ref) == words
        await world.run("sam", ShowTo(Thing(kind, ref.id), ()))
        assert await read_by(world, "jo", ref) is None


async def test_what_is_gone_or_unknown_has_no_words(world: World) -> None:
    party = (await made(world))["we won"]
    await world.run("sam", TakeBackCelebration(party.id))
    assert await read_by(world, "sam", party) is None
    for kind, part in (("action", "what"), ("answer", "words"), ("telling", "words"), ("gift", "name")):
        assert await read_by(world, "sam", Ref(kind, "none", part)) is None


@pytest.mark.parametrize("reader", ["lee", "circle:garden"])
async def test_a_we_will_is_read_by_its_circle(world: World, reader: str) -> None:
    action = (await world.run("sam", AddAction("sell cakes", None, "garden", ("lee",)))).value
    assert await read_by(world, reader, Ref("action", action, "what")) == "sell cakes"
    assert await read_by(world, "jo", Ref("action", action, "what")) is None
