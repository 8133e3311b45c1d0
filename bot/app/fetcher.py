"""Fetches photos and voice notes from their platform after the turn, and says so when that does not work."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace

import structlog

from bot.app.faults import report
from bot.app.images import NotAnImage, safe_image
from bot.app.messages import Kind, Parcel
from bot.app.ports import Channel, Store
from bot.dialogue.saying import Said
from bot.domain.answers import Medium

FETCH_AT_ONCE = 4
JPEG = "image/jpeg"  # what every photo is made into

log = structlog.get_logger(__name__)


class Fetcher:
    """Brings in what is kept only as a platform's file id."""

    def __init__(self, store: Store, channels: Mapping[str, Channel]) -> None:
        self._store = store
        self._channels = channels

    async def run(self) -> int:
        """Fetch a few. Gives how many were dealt with."""
        async with self._store.reading() as tx:
            media = await tx.practice.media_to_fetch(FETCH_AT_ONCE)
        for medium in media:
            content = await self._fetch(medium)
            mime = JPEG if medium.kind == "photo" else medium.mime
            async with self._store.transaction() as tx:
                await tx.practice.put_medium(replace(medium, content=content, mime=mime, remote=None))
                if content is None:
                    said = Said("could-not-fetch")
                    await tx.outbox.add([Parcel(f"fetch:{medium.id}", Kind.REPLY, said, person=medium.owner)])
        return len(media)

    async def _fetch(self, medium: Medium) -> bytes | None:
        if medium.channel is None or medium.remote is None:
            return None
        try:
            content = await self._channels[medium.channel].fetch(medium.remote)
        except Exception as error:  # noqa: BLE001 - the person is told, and the others' are fetched
            report(log, "not-fetched", error, kind=medium.kind)
            return None
        if content is None or medium.kind != "photo":
            return content
        try:
            return await asyncio.to_thread(safe_image, content)
        except NotAnImage:
            log.info("photo-unreadable")
            return None
