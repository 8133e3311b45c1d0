"""Everything that the fake gives is something that python-telegram-bot knows, field for field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telegram import Bot, TelegramObject, Update

from tests.fakes.bot_api.pictures import VOICE, png

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.bot_api.client import FakeTelegram, Person

pytestmark = pytest.mark.slow

# Sent by the real server, and no part of its documentation.
UNDOCUMENTED = {
    "new_chat_participant",
    "new_chat_member",
    "left_chat_participant",
    "all_members_are_administrators",
}


def unknown_fields(thing: object) -> Iterator[str]:
    """Fields that python-telegram-bot had no place for, however deep."""
    if isinstance(thing, (list, tuple)):
        for inner in thing:
            yield from unknown_fields(inner)
    elif isinstance(thing, TelegramObject):
        yield from thing.api_kwargs
        for kind in type(thing).__mro__:
            for name in getattr(kind, "__slots__", ()):
                if not name.startswith("_"):
                    yield from unknown_fields(getattr(thing, name))


async def all_updates(bot: Bot) -> list[Update]:
    updates: list[Update] = []
    while more := await bot.get_updates(
        offset=updates[-1].update_id + 1 if updates else 0, allowed_updates=Update.ALL_TYPES
    ):
        updates += more
    return updates


async def test_every_update_is_known_in_full(telegram: FakeTelegram, bot: Bot) -> None:
    sam = await telegram.person("Sam", last_name="Lee", username="sam_lee", language_code="en")
    jo = await telegram.person("Jo")
    await sam.start("invite-1")
    await sam.edits(await sam.says("helo"), "hello https://example.org")
    await sam.sends("photo", png(200, 100), caption="/photo")
    await sam.sends("voice", VOICE)
    for kind in ("document", "audio", "sticker"):
        await sam.sends(kind)
    await sam.posts({"location": {"latitude": 53.8, "longitude": -1.5}})
    sent = await bot.send_message(sam.id, "Well?")
    await sam.presses(data="a", message_id=sent.message_id)
    await sam.says("a reply", reply_to=sent.message_id)
    await sam.blocks()
    await sam.unblocks()
    group = await sam.makes_group("Garden Gang", with_bot=True)
    await group.join(jo, invited_by=sam)
    await group.leave(jo, removed_by=sam)
    await group.rename(sam, "Garden Friends")
    new = await group.migrate(sam)
    await new.remove_bot(sam)
    await new.add_bot(sam)
    updates = await all_updates(bot)
    assert len(updates) == 24
    assert set(unknown_fields(updates)) == UNDOCUMENTED


async def test_every_answer_is_known_in_full(bot: Bot, sam: Person) -> None:
    group = await sam.makes_group("Garden Gang", with_bot=True)
    answers: list[Any] = [
        await bot.get_me(),
        await bot.send_message(sam.id, "<b>Hello</b> /plan", parse_mode="HTML"),
        photo := await bot.send_photo(sam.id, png(200, 100), caption="a"),
        await bot.edit_message_caption(sam.id, photo.message_id, caption="b"),
        await bot.send_voice(sam.id, VOICE, duration=2),
        await bot.send_audio(sam.id, b"ID3"),
        await bot.send_document(sam.id, b"%PDF", filename="plan.pdf"),
        await bot.get_file(photo.photo[-1].file_id),
        await bot.get_chat(sam.id),
        await bot.get_chat(group.id),
        await bot.get_chat_member(group.id, sam.id),
        await bot.get_webhook_info(),
    ]
    assert set(unknown_fields(answers)) <= UNDOCUMENTED
