# SPDX-License-Identifier: EUPL-1.2
"""The store's own counters and fingerprints."""

from sqlalchemy import insert, update
from sqlmodel import Session

from app.store.tables import StateRow, table_of

TABLE = table_of(StateRow)


def bump_generation(session: Session) -> int:
    """The next generation: what was derived from an older one (index, dumps) is out of date."""
    connection = session.connection()
    here = TABLE.c.name == "generation"
    bump = update(TABLE).where(here).values(number=TABLE.c.number + 1).returning(TABLE.c.number)
    number = connection.execute(bump).scalar()
    if number is None:
        connection.execute(insert(TABLE).values(name="generation", number=1, text=""))
        return 1
    return int(number)


def remember(session: Session, name: str, number: int = 0, text: str = "") -> None:
    """Keeps a value under a name: ``index`` its generation, ``vocabulary`` its fingerprint."""
    session.merge(StateRow(name=name, number=number, text=text))
    session.flush()
