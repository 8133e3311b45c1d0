"""python -m tests.bench.echo URL: the bare bot that is measured beside, at its best stock setting."""

from __future__ import annotations

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, MessageHandler, filters

from tests.fakes.bot_api.client import TOKEN


async def echo(update: Update, _context: Any) -> None:
    message = update.effective_message
    if message is not None and message.text is not None:
        await message.reply_text(message.text)


def main() -> None:
    url = sys.argv[1]
    builder = Application.builder().token(TOKEN).base_url(f"{url}/bot").base_file_url(f"{url}/file/bot")
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(allowed_updates=["message"], stop_signals=None)


if __name__ == "__main__":
    main()
