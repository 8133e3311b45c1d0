"""The Telegram channel: what the courier and the receive step call."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import structlog
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError
from tenacity import (
    AsyncRetrying,
    retry_if_exception,
    retry_if_exception_type,
    stop_after_attempt,
    stop_after_delay,
    wait_exponential_jitter,
)

from bot.app.messages import Incoming, Outcome, Outgoing, PressIn, Refused, Sent, Unknown
from bot.channels.telegram import refs, render
from bot.channels.telegram.api import Api, BotApi
from bot.channels.telegram.menu import load_menu
from bot.channels.telegram.outcomes import is_about_file, is_normal, outcome_of
from bot.channels.telegram.parse import BIGGEST_FILE, TELEGRAM, Me, parse
from bot.channels.telegram.render import Draft, Shown
from bot.channels.telegram.request import AiohttpRequest
from bot.content.catalogue import Catalogue
from bot.content.pictures import Pictures
from bot.settings import SettingsWrong

REACHED_WITHIN: Final = 60.0
"""Seconds in which Telegram must answer once at the start."""
FETCH_TRIES: Final = 3

log = structlog.get_logger(__name__)


class TelegramChannel:
    """Private chats and groups on Telegram. An address is a chat's number."""

    name = TELEGRAM

    def __init__(self, api: Api, me: Me, pictures: Pictures) -> None:
        self.api = api
        self._me = me
        self._pictures = pictures
        self._file_ids: dict[str, str] = {}
        self._answering: set[asyncio.Task[None]] = set()

    @classmethod
    @asynccontextmanager
    async def connect(
        cls, token: str, api_url: str, data: Path, *, locale: str = "en-GB"
    ) -> AsyncIterator[TelegramChannel]:
        """Speak to Telegram as the owner of `token`, with the words and pictures of the data folder.

        Raises SettingsWrong when Telegram does not take the token, or cannot be reached.
        """
        logging.getLogger("telegram").setLevel(logging.WARNING)  # below that it logs what people write
        menu = load_menu(Catalogue.load(data / "words", locale))
        async with AiohttpRequest() as request:
            api = BotApi(request, api_url, token)
            account = await _account(api)
            me = Me(account["id"], account["username"], menu)
            channel = cls(api, me, Pictures.load(data / "pictures"))
            await _show_menu(api, menu)
            try:
                yield channel
            finally:
                await channel.finish()

    def parse(self, body: bytes) -> Incoming | None:
        """Read an update of this channel."""
        return parse(body, self._me)

    async def send(self, address: str, message: Outgoing) -> Outcome:
        """Show a message in a chat. A picture of ours that Telegram will not take is left out."""
        picture = self._picture(message)
        outcome = await self._show(address, message, picture)
        if isinstance(outcome, Refused) and picture is not None:
            return await self._show(address, message, None)
        return outcome

    async def _show(self, address: str, message: Outgoing, picture: Shown | None) -> Outcome:
        try:
            draft = render.to_send(int(address), self._with_emoji(message), picture)
            result = await self.api.call(draft)
        except TelegramError as error:
            if picture is not None and is_about_file(error):
                self._file_ids.pop(picture.name, None)
            return outcome_of(error, address)
        ref = refs.of_message(result) if isinstance(result, dict) else None
        if picture is not None and isinstance(result, dict):
            self._remember(picture, result)
        return Unknown() if ref is None else Sent(ref)

    async def edit(self, address: str, ref: str, message: Outgoing) -> Outcome:
        """Change a message where it stands; one that the person has deleted is left alone."""
        picture = self._picture(message)
        draft = render.to_edit(int(address), ref, self._with_emoji(message), picture)
        outcome = await self._change(draft, address, ref)
        if isinstance(outcome, Refused) and draft.method == "editMessageMedia":
            self._file_ids.pop(picture.name if picture else "", None)
            draft = render.to_edit(int(address), ref, self._with_emoji(message), None)
            return await self._change(draft, address, ref)
        return outcome

    async def strip(self, address: str, ref: str) -> Outcome:
        """Take the buttons off a message."""
        return await self._change(render.to_strip(int(address), ref), address, ref)

    async def _change(self, draft: Draft, address: str, ref: str) -> Outcome:
        try:
            await self.api.call(draft)
        except TelegramError as error:
            return Sent(ref) if is_normal(error) else outcome_of(error, address)
        return Sent(ref)

    async def acknowledge(self, incoming: Incoming, token: str | None = None) -> None:
        """Answer a press at once, beside everything else; a token opens the private chat by its link."""
        if not isinstance(incoming.content, PressIn):
            return
        params: dict[str, Any] = {"callback_query_id": incoming.content.press}
        if token is not None:
            params["url"] = self.link(token)
        answering = asyncio.create_task(self._answer(Draft("answerCallbackQuery", params)))
        self._answering.add(answering)
        answering.add_done_callback(self._answering.discard)

    async def _answer(self, draft: Draft) -> None:
        try:
            await self.api.call(draft)
        except TelegramError as error:
            # 'Query is too old' after a pause is normal; all that is lost is the spinner on the button.
            log.info("press-not-answered", error=type(error).__name__)

    async def fetch(self, remote: str) -> bytes | None:
        """Give a photo or voice note, None when it is too big or cannot be had."""
        try:
            async for attempt in AsyncRetrying(
                retry=retry_if_exception(_may_pass),
                stop=stop_after_attempt(FETCH_TRIES),
                wait=wait_exponential_jitter(multiplier=0.5, max=4),
                reraise=True,
            ):
                with attempt:
                    return await self._fetch(remote)
        except TelegramError as error:
            log.info("file-not-fetched", error=type(error).__name__)
        return None

    async def _fetch(self, remote: str) -> bytes | None:
        about = await self.api.call(Draft("getFile", {"file_id": remote}))
        path = about.get("file_path") if isinstance(about, dict) else None
        if not isinstance(path, str) or about.get("file_size", 0) > BIGGEST_FILE:
            return None
        return await self.api.download(path)

    def link(self, token: str) -> str:
        """Give what a person opens to join: https://core.telegram.org/bots/features#deep-linking."""
        return f"https://t.me/{self._me.username}?start={token}"

    async def finish(self) -> None:
        """Wait for the answers to presses that are under way."""
        await asyncio.gather(*self._answering)

    def _picture(self, message: Outgoing) -> Shown | None:
        if (
            message.picture is None
            or message.media_bytes is not None
            or message.picture not in self._pictures
        ):
            return None
        name = message.picture
        known = self._file_ids.get(name)
        return Shown(name, known, b"" if known else self._pictures[name].png.read_bytes())

    def _remember(self, picture: Shown, result: Mapping[str, Any]) -> None:
        """Keep the file id that Telegram gave a picture, so that it is uploaded once."""
        match result:
            case {"photo": [*_, {"file_id": str(file_id)}]}:
                self._file_ids[picture.name] = file_id
            case _:
                pass

    def _with_emoji(self, message: Outgoing) -> Outgoing:
        """Put a choice's picture on its button, as far as letters can."""
        return render.with_emoji(message, self._emoji)

    def _emoji(self, picture: str) -> str:
        return render.emoji(self._pictures[picture].png.stem) if picture in self._pictures else ""


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, (NetworkError, RetryAfter)) and not isinstance(error, BadRequest)


async def _account(api: Api) -> dict[str, Any]:
    """Ask who we are, for a minute if need be: after a power cut the network comes back last."""
    try:
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type((NetworkError, RetryAfter)),
            stop=stop_after_delay(REACHED_WITHIN),
            wait=wait_exponential_jitter(multiplier=0.5, max=10),
            before_sleep=lambda _: log.warning("telegram-not-reached"),
            reraise=True,
        ):
            with attempt:
                account: dict[str, Any] = await api.call(Draft("getMe", {}))
    except InvalidToken:
        raise SettingsWrong(
            "Telegram does not take ALONGSIDE_TELEGRAM_TOKEN. Copy it again from @BotFather."
        ) from None
    except TelegramError as error:
        raise SettingsWrong(
            f"Telegram cannot be reached at ALONGSIDE_TELEGRAM_API ({type(error).__name__}). "
            "Is this machine online?"
        ) from None
    return account


async def _show_menu(api: Api, menu: Mapping[str, str]) -> None:
    commands = [{"command": name, "description": words} for name, words in menu.items()]
    try:
        await api.call(Draft("setMyCommands", {"commands": commands}))
    except TelegramError as error:
        log.warning("menu-not-set", error=type(error).__name__)
