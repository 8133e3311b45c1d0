"""reply_markup: https://core.telegram.org/bots/api#inlinekeyboardmarkup."""

from __future__ import annotations

from typing import Any

import orjson

from tests.fakes.bot_api.refusals import RefusalError, bad_request

DATA_LIMIT = 64  # bytes of callback_data
BUTTONS_LIMIT = 100  # in one keyboard
STYLES = {"primary", "success", "danger"}
# A button does exactly one thing.
ACTIONS = {
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
}


def _cannot(why: str) -> RefusalError:
    return bad_request(f"can't parse inline keyboard button: {why}")


def reply_markup(params: dict[str, str], *, inline_only: bool = False) -> dict[str, Any] | None:
    """The inline keyboard of a call, checked; None when there is none or it is of another kind."""
    given = params.get("reply_markup")
    if not given:
        return None
    try:
        markup = orjson.loads(given)
    except orjson.JSONDecodeError:
        raise bad_request("can't parse reply keyboard markup JSON object") from None
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if inline_only and markup:
        raise bad_request("inline keyboard expected")
    rows = markup.get("keyboard")
    if rows is not None and not _is_rows(rows):
        raise bad_request('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
    return None


def _is_rows(rows: Any) -> bool:
    return isinstance(rows, list) and all(isinstance(row, list) for row in rows)


def _inline(rows: Any) -> dict[str, Any] | None:
    if not _is_rows(rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    kept = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, kept)) > BUTTONS_LIMIT:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise _cannot("InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _cannot('Can\'t find field "text"')
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    actions = ACTIONS & button.keys()
    if not actions:
        raise _cannot("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("BUTTON_TYPE_INVALID")
    data = button.get("callback_data")
    if data is not None and not 0 < len(str(data).encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not str(url).startswith(("http://", "https://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if button.get("style", "primary") not in STYLES:
        raise _cannot("Invalid button style specified")
    return button
