"""Calls of the Bot API, as raw JSON over the product's own request layer.

telegram.Bot is left out: what it builds of every answer costs more than the call
(docs/decisions/0007-telegram.md). Errors are named by python-telegram-bot.
"""

from __future__ import annotations

from typing import Any, Final, Protocol
from urllib.parse import quote

from telegram import InputFile
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram.render import Draft

FILE_SECONDS: Final = 60.0
"""How long a photo or voice note may take to come."""


class Api(Protocol):
    """What the channel and the polling loop need of the Bot API."""

    async def call(self, draft: Draft, *, read_timeout: float | None = None) -> Any:
        """Give a call's result. Raises telegram.error.TelegramError."""
        ...

    async def download(self, path: str) -> bytes:
        """Give the bytes at a file_path. Raises telegram.error.TelegramError."""
        ...


class BotApi:
    """The Bot API of one token. The token is in every address, so no address is ever logged."""

    def __init__(self, request: BaseRequest, url: str, token: str) -> None:
        base = url.rstrip("/")
        self._request = request
        self._methods = f"{base}/bot{token}"
        self._files = f"{base}/file/bot{token}"

    async def call(self, draft: Draft, *, read_timeout: float | None = None) -> Any:
        """Give a call's result. Raises telegram.error.TelegramError."""
        parameters = [RequestParameter(name, value, None) for name, value in draft.params.items()]
        for name, upload in draft.files.items():
            file = InputFile(upload.content, filename=upload.name)
            parameters.append(RequestParameter(name, None, [file]))
        timeout = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
        data = RequestData(parameters)
        return await self._request.post(f"{self._methods}/{draft.method}", data, read_timeout=timeout)

    async def download(self, path: str) -> bytes:
        """Give the bytes at a file_path. Raises telegram.error.TelegramError."""
        return await self._request.retrieve(f"{self._files}/{quote(path)}", read_timeout=FILE_SECONDS)
