# SPDX-License-Identifier: EUPL-1.2
"""The terms that are blocked: read as a Guard, added, and kept through a restore."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import insert, select
from sqlmodel import Session

from app.store.change import moment
from app.store.tables import BlockedRow, table_of
from harvesters.base.blocked import Guard, Term, term_of

TABLE = table_of(BlockedRow)


def guard(session: Session) -> Guard:
    """All blocked terms."""
    c = TABLE.c
    rows = session.connection().execute(select(c.salt, c.kind, c.variants).order_by(c.key))
    return Guard(tuple(Term(row[0], row[1], tuple(map(tuple, row[2]))) for row in rows))


def hashed(session: Session, said: str) -> Term:
    """A term as this store hashes it; the salt is made with the first."""
    salt = session.connection().execute(select(TABLE.c.salt).order_by(TABLE.c.at)).scalar()
    return term_of(said, salt or secrets.token_hex(16))


def block(session: Session, terms: Iterable[Term], now: datetime | None = None) -> int:
    """Adds terms; how many were new."""
    connection = session.connection()
    there = set(connection.execute(select(TABLE.c.key)).scalars())
    new = {_key(term): term for term in terms if _key(term) not in there}
    for key, term in new.items():
        row = {"key": key, "salt": term.salt, "kind": term.kind, "variants": term.variants}
        connection.execute(insert(TABLE).values(**row, at=moment(now)))
    return len(new)


def _key(term: Term) -> str:
    return blake2b(repr((term.salt, term.kind, term.variants)).encode(), digest_size=16).hexdigest()
