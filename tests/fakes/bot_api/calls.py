"""A call as it arrived, from any of the four ways of making one, and the record of all calls."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import BodyPartReader, MultipartReader

from tests.fakes.bot_api.refusals import bad_request

if TYPE_CHECKING:
    from aiohttp.web import BaseRequest


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart call."""

    name: str
    content_type: str
    content: bytes


@dataclass(slots=True)
class Call:
    """One call: every parameter as text, JSON where the Bot API asks for JSON."""

    method: str
    params: dict[str, str]
    files: dict[str, Upload] = field(default_factory=dict)
    at: float = 0.0  # seconds since the epoch
    status: int = 0  # what was answered; 0 while under way or when the connection was dropped
    description: str = ""

    def json(self) -> dict[str, Any]:
        """For a test to read; files are given by their sizes."""
        return {
            "method": self.method,
            "params": self.params,
            "files": {name: len(upload.content) for name, upload in self.files.items()},
            "at": self.at,
            "status": self.status,
            "description": self.description,
        }


async def read_call(request: BaseRequest, method: str) -> Call:
    """The call in a GET query, a form, a JSON object or a multipart body."""
    params = dict(request.query) if request.rel_url.raw_query_string else {}
    kind = request.headers.get("Content-Type", "")
    call = Call(method, params, at=time.time())
    if kind.startswith("multipart/form-data"):
        await _read_parts(MultipartReader(request.headers, request.content), call)
        return call
    body = await request.content.read()
    if not body:
        return call
    if kind.startswith("application/json"):
        params.update(_json_params(body))
    else:
        params.update(parse_qsl(body.decode(), keep_blank_values=True))
    return call


def _json_params(body: bytes) -> dict[str, str]:
    try:
        given = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(given, dict):
        raise bad_request("expected an object")
    return {
        name: value if isinstance(value, str) else orjson.dumps(value).decode()
        for name, value in given.items()
        if value is not None
    }


async def _read_parts(reader: MultipartReader, call: Call) -> None:
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("can't parse the multipart body")
        content = bytes(await part.read())
        if part.filename is None:
            call.params[part.name] = content.decode()
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            call.files[part.name] = Upload(part.filename, kind, content)
