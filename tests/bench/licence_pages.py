# SPDX-License-Identifier: EUPL-1.2
"""What pages and questions about licences are measured with: addresses, and changes to be told."""

import random
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

from sqlalchemy import func, insert, select

from app.model.identity import dataset_id
from app.store import Store
from app.store.tables import DatasetRow, LicenceChangeRow, RunRow, table_of
from tests.bench.searching import LICENCES, NOW

CHANGES = 20_000  # of one Kommune in one run each
RUNS = 10
BASKET = 50
PLACES = 20
LISTED = ("/lizenzen", "/lizenzen?land=05&offen=ja", "/lizenzen?portal=bench")


def addresses(store: Store) -> Iterator[str]:
    """Pages about licences; the Musterdatensatz is the one that most Kommunen have."""
    topic, places = largest(store)
    most = LICENCES[0]
    yield from LISTED
    yield from (f"/lizenz/{most}", f"/lizenz/{most}?ergebnis=produced_work")
    yield f"/lizenzen/vergleich?{urlencode([('lizenz', each) for each in LICENCES])}"
    basket = ",".join(dataset_id("bench", str(number)) for number in range(BASKET))
    yield f"/lizenzen/kombinieren?korb={basket}"
    chosen = urlencode([("musterdatensatz", topic), *(("kommune", key) for key in places)])
    yield f"/lizenzen/kombinieren?{chosen}"


def questions(store: Store) -> Iterator[str]:
    """The three questions, by all they can group by and for large topics."""
    for by in ("kommune", "land", "groesse", "thema"):
        yield f"/vergleich/offenheit?nach={by}"
    yield "/vergleich/offenheit?thema=verkehr&portal=bench"
    topic, _ = largest(store)
    for by in ("kommune", "ziel", "lizenz"):
        yield f"/vergleich/kombinierbarkeit?nach={by}&musterdatensatz={topic}"
    yield from ("/vergleich/lizenzwechsel", "/vergleich/lizenzwechsel?land=05&lizenz=cc0-1.0")


def largest(store: Store) -> tuple[str, tuple[str, ...]]:
    """The Musterdatensatz of most datasets, and Kommunen that have some of it."""
    d = table_of(DatasetRow).c
    with store.session() as session:
        topics = select(d.musterdatensatz).where(d.musterdatensatz.is_not(None))
        many = topics.group_by(d.musterdatensatz).order_by(func.count().desc()).limit(1)
        topic = str(session.connection().execute(many).scalar_one())
        here = select(d.kommune).where(d.musterdatensatz == topic).distinct().limit(PLACES)
        return topic, tuple(session.connection().execute(here).scalars())


def change_licences(store: Store) -> None:
    """Many changes of licences, over several runs and most Kommunen, the same on every machine."""
    chance = random.Random(3)
    words = (*LICENCES, "", "mixed", "unknown")
    d, run = table_of(DatasetRow).c, table_of(RunRow).c
    with store.transaction() as session:
        connection = session.connection()
        number = connection.execute(select(func.max(run.id))).scalar_one()
        first = select(d.id, d.kommune).where(d.kommune.is_not(None)).order_by(d.id).limit(CHANGES)
        rows = [
            {
                "run": number,
                "portal": "bench",
                "at": NOW + timedelta(days=at % RUNS),
                "kommune": kommune,
                "before": (pair := chance.sample(words, 2))[0],
                "after": pair[1],
                "datasets": chance.randint(1, 9),
                "example": id,
            }
            for at, (id, kommune) in enumerate(connection.execute(first))
        ]
        connection.execute(insert(table_of(LicenceChangeRow)), rows)
