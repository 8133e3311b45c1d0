"""Tables, repositories and the unit of work."""

from bot.store.keys import KeysRefused
from bot.store.opening import migrate, open_store
from bot.store.unit import SqlStore, StoreTransaction
from bot.store.upgrade import NewerData
from bot.store.web import WebLog, WebMessage, WebSession

__all__ = [
    "KeysRefused",
    "NewerData",
    "SqlStore",
    "StoreTransaction",
    "WebLog",
    "WebMessage",
    "WebSession",
    "migrate",
    "open_store",
]
