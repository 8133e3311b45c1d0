"""The HTTP side: /bot<token>/<method>, /file/bot<token>/<path> and /control/<verb>."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp.web import BaseRequest, Response, Server

from tests.fakes.bot_api import about, editing, sending
from tests.fakes.bot_api.calls import Call, read_call
from tests.fakes.bot_api.control import Control
from tests.fakes.bot_api.faults import Faults
from tests.fakes.bot_api.pacing import Pacing
from tests.fakes.bot_api.refusals import NotPossibleError, RefusalError, bad_request
from tests.fakes.bot_api.updates import LONGEST_POLL
from tests.fakes.bot_api.world import World

if TYPE_CHECKING:
    from tests.fakes.bot_api.faults import Fault

Handle = Callable[[World, Call], Any]
METHODS: dict[str, Handle] = {
    "getMe": about.get_me,
    "setMyCommands": about.set_my_commands,
    "getMyCommands": about.get_my_commands,
    "deleteMyCommands": about.delete_my_commands,
    "getWebhookInfo": about.get_webhook_info,
    "setWebhook": about.set_webhook,
    "deleteWebhook": about.delete_webhook,
    "getChat": about.get_chat,
    "getChatMemberCount": about.get_chat_member_count,
    "getChatMember": about.get_chat_member,
    "leaveChat": about.leave_chat,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendVoice": sending.send_voice,
    "sendAudio": sending.send_audio,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageReplyMarkup": editing.edit_reply_markup,
    "editMessageMedia": editing.edit_media,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
    "getFile": lambda world, call: world.files.get(call.params.get("file_id", "")),
}
# The real server takes any case of letters.
BY_LOWER = {name.lower(): (name, handle) for name, handle in METHODS.items()}
GET_UPDATES = "getupdates"
OK = b'{"ok":true,"result":'


class BotApi:
    """The whole server: one bot, its world, and what tests may do to both."""

    def __init__(self, token: str, username: str, first_update_id: int, *, paced: bool) -> None:
        self._bot_path = f"/bot{token}/"
        self._file_path = f"/file/bot{token}/"
        self._options = (token, username, first_update_id)
        self._paced = paced
        self._begin()

    def _begin(self) -> None:
        """An empty world. Calls still under way stay in the world that they came to."""
        self._world = World(*self._options)
        self._calls: list[Call] = []
        self._faults = Faults()
        self._pacing = Pacing(enforced=self._paced)
        self._control = Control(self._world, self._calls, self._faults, self._pacing)

    def http(self) -> Server:
        return Server(self._answer, access_log=None)

    async def _answer(self, request: BaseRequest) -> Response:
        path = request.path
        if path.startswith(self._bot_path):
            return await self._call(request, path[len(self._bot_path) :].lower())
        if path.startswith("/control/"):
            return await self._act(request, path.removeprefix("/control/"))
        if path.startswith(self._file_path):
            content = self._world.files.download(path[len(self._file_path) :])
            if content is None:
                return _refuse(RefusalError(404, "Not Found"))
            return Response(body=content, content_type="application/octet-stream")
        return _refuse(_wrong_path(path))

    async def _call(self, request: BaseRequest, lower: str) -> Response:
        name, handle = BY_LOWER.get(lower, ("getUpdates" if lower == GET_UPDATES else lower, None))
        world, pacing = self._world, self._pacing
        try:
            call = await read_call(request, name)
        except RefusalError as refusal:
            return _refuse(refusal)
        self._calls.append(call)
        fault = self._faults.next_for(call) if self._faults.waiting else None
        if fault is not None and fault.kind in ("slow", "drop"):
            if fault.kind == "drop":
                return _cut(request)
            await asyncio.sleep(fault.seconds)
        try:
            if fault is not None:
                fault.refuse()
            if pacing.enforced:
                pacing.check(call)
            response = await _handle(world, call, handle)
        except RefusalError as refusal:
            call.description = refusal.description
            response = _refuse(refusal)
        call.status = response.status
        return response if fault is None else await _spoil(request, response, call, fault)

    async def _act(self, request: BaseRequest, verb: str) -> Response:
        given = orjson.loads(await request.content.read() or b"{}")
        if verb == "begin_anew":
            self._begin()
            return _json(b"{}")
        try:
            return _json(orjson.dumps(self._control.run(verb, given)))
        except (NotPossibleError, RefusalError, LookupError, TypeError) as error:
            return Response(status=409, text=f"{type(error).__name__}: {error}")


async def _handle(world: World, call: Call, handle: Handle | None) -> Response:
    if handle is not None:
        return _json(OK + orjson.dumps(handle(world, call)) + b"}")
    if call.method == "getUpdates":
        return _json(OK + await _updates(world, call.params) + b"}")
    raise RefusalError(404, "Not Found: method not found")


async def _updates(world: World, params: dict[str, str]) -> bytes:
    if "allowed_updates" in params:
        try:
            world.updates.allow(orjson.loads(params["allowed_updates"]))
        except orjson.JSONDecodeError:
            raise bad_request("can't parse allowed updates JSON object") from None
    limit = min(max(_integer(params, "limit", 100), 1), 100)
    timeout = min(max(_integer(params, "timeout", 0), 0), LONGEST_POLL)
    return await world.updates.give(_integer(params, "offset", 0), limit, timeout)


def _integer(params: dict[str, str], name: str, otherwise: int) -> int:
    try:
        return int(params.get(name, otherwise))
    except ValueError:
        return otherwise


def _json(body: bytes, status: int = 200) -> Response:
    return Response(body=body, status=status, content_type="application/json")


def _refuse(refusal: RefusalError) -> Response:
    return _json(orjson.dumps(refusal.body()), refusal.status)


def _wrong_path(path: str) -> RefusalError:
    """A token of the right form that no bot has is 401; anything else is 404."""
    token = path.removeprefix("/file").removeprefix("/bot").partition("/")[0]
    number, colon, secret = token.partition(":")
    if path.startswith(("/bot", "/file/bot")) and colon and number.isdigit() and secret:
        return RefusalError(401, "Unauthorized")
    return RefusalError(404, "Not Found")


def _cut(request: BaseRequest) -> Response:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return Response()


async def _spoil(request: BaseRequest, response: Response, call: Call, fault: Fault) -> Response:
    """What happens to the answer of a call that was handled."""
    if fault.kind == "slow_after":
        await asyncio.sleep(fault.seconds)
    elif fault.kind == "drop_after":
        call.status = 0
        return _cut(request)
    elif fault.kind == "garbage":
        return Response(text="<html>Bad gateway</html>", content_type="text/html")
    elif fault.kind == "cut" and request.transport is not None:
        call.status = 0
        request.transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + OK)
        await asyncio.sleep(0)
        request.transport.close()
    return response
