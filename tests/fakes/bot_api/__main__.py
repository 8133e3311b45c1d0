"""python -m tests.fakes.bot_api --port 0: prints the port when ready, and serves until ended."""

from __future__ import annotations

import argparse
import asyncio
import sys

from aiohttp.web import ServerRunner, TCPSite

from tests.fakes.bot_api.server import BotApi


async def serve(options: argparse.Namespace) -> None:
    server = BotApi(options.token, options.username, options.first_update_id, paced=options.paced)
    runner = ServerRunner(server.http())
    await runner.setup()
    site = TCPSite(runner, "127.0.0.1", options.port)
    await site.start()
    port = runner.addresses[0][1]
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


def main() -> None:
    parser = argparse.ArgumentParser(description="A strict fake of the Telegram Bot API, for tests.")
    parser.add_argument("--port", type=int, default=0, help="0 takes any free one")
    parser.add_argument("--token", default="700000007:AAtest-token-of-no-real-bot")
    parser.add_argument("--username", default="alongside_test_bot")
    parser.add_argument("--first-update-id", type=int, default=870_000_001)
    parser.add_argument("--paced", action="store_true", help="enforce Telegram's limits with 429")
    options = parser.parse_args()
    try:
        asyncio.run(serve(options))
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
