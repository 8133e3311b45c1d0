"""Persons, their accounts, and who supports whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import BindParameter, bindparam, insert, select, tuple_, update

from bot.domain.people import Account, Person, QuietHours, Support
from bot.store import tables as t
from bot.store.dialect import put
from bot.store.rows import Rows
from bot.store.sealed import Private
from bot.store.work import Read, Work, Write

ACCOUNT = Rows(Account, t.account)
SUPPORT = Rows(Support, t.support)

_ID: BindParameter[str] = bindparam("b_id")
_PERSON = t.person.columns.values()
_FIRST_OF_PERSON = len(ACCOUNT.columns)
_get = Read(select(*_PERSON).where(t.person.c.id == _ID))
_named = Read(select(*_PERSON).where(t.person.c.id.in_(bindparam("ids", expanding=True))))
_of_kind = Read(select(*_PERSON).where(t.person.c.kind == bindparam("kind")).order_by(t.person.c.id))
_add = Write(insert(t.person))
_save = Write(update(t.person).where(t.person.c.id == _ID))
_account = Read(
    select(*ACCOUNT.columns, *_PERSON)
    .join_from(t.account, t.person)
    .where(t.account.c.channel == bindparam("channel"), t.account.c.address == bindparam("address"))
)
_expected = Read(
    select(*ACCOUNT.columns, *_PERSON)
    .join_from(t.account, t.person)
    .where(tuple_(t.account.c.channel, t.account.c.address).in_(bindparam("expected", expanding=True)))
)
_accounts = ACCOUNT.where(
    t.account.c.person == _ID,
    order=(t.account.c.last_used.desc().nulls_last(), t.account.c.channel, t.account.c.address),
)
_put_account = Write(put(t.account))
_supports_of = SUPPORT.where(t.support.c.member == _ID, order=(t.support.c.id,))
_supported_by = SUPPORT.where(t.support.c.supporter == _ID, order=(t.support.c.id,))
_support = SUPPORT.where(t.support.c.id == _ID)
_put_support = Write(put(t.support))


class PeopleRows:
    """The people of one transaction. A person and an account that were read are not read again."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def get(self, person: str) -> Person | None:
        seen: Person | None = self._work.seen.get(("person", person))
        if seen is not None:
            return seen
        row = await self._work.unseen(_get, {"b_id": person})
        return None if row is None else self._see(to_person(row))

    async def named(self, ids: Sequence[str]) -> dict[str, Person]:
        rows = await self._work.rows(_named, {"ids": list(ids)})
        return {person.id: self._see(person) for person in map(to_person, rows)}

    async def of_kind(self, kind: str) -> list[Person]:
        return [self._see(to_person(row)) for row in await self._work.rows(_of_kind, {"kind": kind})]

    async def add(self, person: Person) -> None:
        await self._work.write(_add, _params(person))
        self._see(person)

    async def save(self, person: Person) -> None:
        self._work.later(_save, {"b_id": person.id, **_params(person)})
        self._see(person)

    async def account(self, channel: str, address: str) -> Account | None:
        seen: Account | None = self._work.seen.get(("account", channel, address))
        if seen is not None:
            return seen
        row = await self._work.unseen(_account, {"channel": channel, "address": address})
        if row is None:
            return None
        return self._see_both(row)

    async def expect(self, accounts: Collection[tuple[str, str]]) -> list[str]:
        """Read the accounts and persons of several (channel, address) at once; gives the persons' ids."""
        missing = [at for at in accounts if ("account", *at) not in self._work.seen]
        rows = await self._work.rows(_expected, {"expected": missing}) if missing else []
        return [self._see_both(row).person for row in rows]

    async def accounts(self, person: str) -> list[Account]:
        return ACCOUNT.all(await self._work.rows(_accounts, {"b_id": person}))

    async def put_account(self, account: Account) -> None:
        known: Account | None = self._work.seen.get(("account", account.channel, account.address))
        if known is not None and known.person == account.person:
            self._work.later(_put_account, ACCOUNT.params(account))
        else:
            await self._work.write(_put_account, ACCOUNT.params(account))
        self._see_account(account)

    async def supports_of(self, member: str) -> list[Support]:
        return SUPPORT.all(await self._work.rows(_supports_of, {"b_id": member}))

    async def supported_by(self, supporter: str) -> list[Support]:
        return SUPPORT.all(await self._work.rows(_supported_by, {"b_id": supporter}))

    async def support(self, support: str) -> Support | None:
        return SUPPORT.one(await self._work.row(_support, {"b_id": support}))

    async def put_support(self, support: Support) -> None:
        await self._work.write(_put_support, SUPPORT.params(support))

    def _see_both(self, row: Sequence[Any]) -> Account:
        person = to_person(row[_FIRST_OF_PERSON:])
        self._work.seen.setdefault(("person", person.id), person)  # what was saved here is newer
        return self._see_account(Account(*row[:_FIRST_OF_PERSON]))

    def _see(self, person: Person) -> Person:
        self._work.seen["person", person.id] = person
        return person

    def _see_account(self, account: Account) -> Account:
        self._work.seen["account", account.channel, account.address] = account
        return account


def to_person(row: Sequence[Any]) -> Person:
    """Give the person of a row."""
    id_, name, kind, pictures, start, end, *rest = row
    return Person(id_, name, kind, pictures, QuietHours(start, end), *rest)


def _params(person: Person) -> dict[str, Any]:
    values = dict(vars(person))
    quiet = values.pop("quiet")
    values["name"] = Private(person.id, person.name)
    return {**values, "quiet_start": quiet.start, "quiet_end": quiet.end}
