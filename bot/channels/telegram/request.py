"""How calls reach the Bot API: aiohttp and orjson behind python-telegram-bot's BaseRequest.

The stock layer over httpx costs most of a turn's time (docs/benchmarks.md), and it cannot say whether a call
that went wrong may have been carried out. The courier must know: a nudge that may have arrived is not sent
twice, one that certainly did not leave is.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, FormData, TCPConnector
from aiohttp.client_exceptions import ClientConnectorError, ConnectionTimeoutError, InvalidURL
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    # What BaseRequest takes for a timeout: seconds, None for no limit, or its own 'not given'.
    Timeout = float | None | Any

# python-telegram-bot 22 warns at every 429 unless retry_after is asked for as a timedelta, which is how the
# courier reads it: https://docs.python-telegram-bot.org/en/stable/telegram.error.html#telegram.error.RetryAfter
os.environ.setdefault("PTB_TIMEDELTA", "true")


class NotSentError(NetworkError):
    """The call certainly never left: no connection was made. Sending it again repeats nothing."""


class NotSentInTimeError(NotSentError, TimedOut):
    """The same, because no connection was to be had within the time given."""


class OutcomeUnknownError(NetworkError):
    """The call left, and no answer says what became of it: it may have been carried out."""


class AnswerTimedOutError(OutcomeUnknownError, TimedOut):
    """The same, because the answer did not come within the time given."""


class AiohttpRequest(BaseRequest):
    """Calls over kept-open connections, at most `connections` at a time.

    Timeouts are in seconds, None for no limit, and each call may bring its own: `pool_timeout` to wait for
    one of the connections, `connect_timeout` to open it, `write_timeout` for the call to be taken
    (`media_write_timeout` when it carries files), `read_timeout` for the answer, and then between two pieces
    of it. `proxy` is the URL of an HTTP proxy.

    A call raises NotSentError or OutcomeUnknownError when it gets no answer, and OutcomeUnknownError for an
    answer of 500 and above; every other answer is python-telegram-bot's to name.
    """

    __slots__ = ("_connections", "_places", "_proxy", "_session", "_timeouts")

    def __init__(
        self,
        *,
        connections: int = 256,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
        media_write_timeout: float | None = 20.0,
        proxy: str | None = None,
    ) -> None:
        self._connections = connections
        self._places = asyncio.Semaphore(connections)
        self._proxy = proxy
        self._session: ClientSession | None = None
        self._timeouts = {
            "read": read_timeout,
            "write": write_timeout,
            "connect": connect_timeout,
            "pool": pool_timeout,
            "media": media_write_timeout,
        }

    @property
    def read_timeout(self) -> float | None:
        """Seconds, as given at the start."""
        return self._timeouts["read"]

    async def initialize(self) -> None:
        """Open the session; once open it stays the same."""
        if self._session is None:
            # The places below are the limit, so that waiting for one is told from connecting.
            connector = TCPConnector(limit=0, ttl_dns_cache=300)
            self._session = ClientSession(
                connector=connector,
                cookie_jar=DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close every connection. `initialize` may open it again."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer's JSON. Raises OutcomeUnknownError; what cannot be read is neither logged nor quoted."""
        try:
            answer: dict[str, Any] = orjson.loads(payload)
        except orjson.JSONDecodeError:
            answer = _mended(payload)
        return answer

    async def do_request(  # noqa: PLR0917 - BaseRequest's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        write_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        connect_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        pool_timeout: Timeout = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call: the HTTP status and the body. Raises as the class says; RuntimeError when not open."""
        session = self._session
        if session is None:
            raise RuntimeError("This AiohttpRequest is not initialized!")
        with_files = request_data is not None and request_data.contains_files
        read = self._seconds("read", read_timeout)
        write = self._seconds("media" if with_files else "write", write_timeout)
        connect = self._seconds("connect", connect_timeout)
        async with self._place(self._seconds("pool", pool_timeout)):
            try:
                # aiohttp has no limit for writing: this one ends a call that nobody takes in.
                async with asyncio.timeout(_sum(connect, write, read)):
                    response = await session.request(
                        method,
                        url,
                        **_body(request_data, with_files=with_files),
                        timeout=ClientTimeout(total=None, connect=connect, sock_read=read),
                        allow_redirects=False,
                        proxy=self._proxy,
                    )
                async with response:
                    status, payload = response.status, await response.read()
            except ConnectionTimeoutError as error:
                raise NotSentInTimeError("Timed out: no connection was made") from error
            except ClientConnectorError as error:
                raise NotSentError(f"No connection was made: {type(error).__name__}") from error
            except InvalidURL:
                # Not chained: its text is the address, and the address has the bot's token in it.
                raise NotSentError("No connection was made: the address is not a URL") from None
            except TimeoutError as error:
                raise AnswerTimedOutError("Timed out waiting for the answer") from error
            except (ClientError, OSError) as error:
                raise OutcomeUnknownError(f"The connection broke: {type(error).__name__}") from error
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise OutcomeUnknownError(f"The server answered {status}")
        return status, payload

    def _seconds(self, which: str, given: Timeout) -> float | None:
        if given is BaseRequest.DEFAULT_NONE:
            return self._timeouts[which]
        seconds: float | None = given
        return seconds

    @asynccontextmanager
    async def _place(self, seconds: float | None) -> AsyncIterator[None]:
        """One of the connections, for as long as the call takes."""
        try:
            async with asyncio.timeout(seconds):
                await self._places.acquire()
        except TimeoutError as error:
            raise NotSentInTimeError(f"Timed out: all {self._connections} connections are in use") from error
        try:
            yield
        finally:
            self._places.release()


def _sum(*seconds: float | None) -> float | None:
    known = [each for each in seconds if each is not None]
    return sum(known) if len(known) == len(seconds) else None


def _body(request_data: RequestData | None, *, with_files: bool) -> dict[str, Any]:
    """JSON, which is quicker to write and to read than a form; a multipart form when there are files."""
    if request_data is None:
        return {}
    if not with_files:
        parameters = request_data.parameters
        if not parameters:
            return {}
        return {"data": orjson.dumps(parameters), "headers": {"Content-Type": "application/json"}}
    form = FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, content_type) in request_data.multipart_data.items():
        # As a stream: aiohttp warns of more than a megabyte given at once, and its warning quotes the bytes.
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=content_type)
    return {"data": form}


def _mended(payload: bytes) -> dict[str, Any]:
    """JSON that orjson will not take, with half characters and bad bytes replaced.

    One message with half an emoji in it must not stop all that come after it.
    """
    try:
        answer = json.loads(payload.decode(errors="replace"))
    except ValueError:
        raise OutcomeUnknownError("The answer is not JSON") from None
    mended: dict[str, Any] = orjson.loads(json.dumps(answer, ensure_ascii=False).encode(errors="replace"))
    return mended
