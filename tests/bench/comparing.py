# SPDX-License-Identifier: EUPL-1.2
"""The first question over as many cells as 150,000 datasets make."""

import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from app.compare import haeufigste_datenbestaende as question
from app.model.selection import Selection
from app.store import Session, Store, open_store, pack_writes, portal_writes, prepare
from app.store.tables import CellRow, table_of
from app.vocabulary import Vocabulary, load
from tests.bench.figure import Figure, best_of
from tests.builders import WHEN, portal

KOMMUNEN, TOPICS, BATCH = 1_500, 60, 20_000
FORMATS = ("CSV", "GEOJSON", "JSON", "XLSX", "SHP", "WFS_SRVC", "WMS_SRVC", "PDF", "GML", "KML", "")
LICENCES = ("cc-by-4.0", "dl-by-de-2.0", "dl-zero-de-2.0", "cc0-1.0", "", "unknown")
STANDARDS = ("csv", "geojson", "wfs", "wms", "gml", "json", "")


def measure() -> Iterator[Figure]:
    """Answers a second: the first after a swap, and every further one."""
    vocabulary = load()
    with tempfile.TemporaryDirectory() as name:
        store = open_store(f"sqlite:///{Path(name)}/bench.sqlite")
        prepare(store)
        note = f"{fill(store, vocabulary):,} cells, {KOMMUNEN:,} Kommunen, {TOPICS} topics"
        answer(store, vocabulary, Selection(typ=("land",)))  # reads the vocabulary's files
        start = time.perf_counter()
        answer(store, vocabulary, Selection())
        cold = time.perf_counter() - start
        yield Figure("first question, first after a swap", 1 / cold, "answers/s", 10, note)
        chosen = Selection(land=("09", "05"), format=("CSV",), sortierung="-datensaetze")
        for title, selection in (("all", Selection()), ("filtered", chosen)):
            seconds = best_of(5, lambda asked=selection: answer(store, vocabulary, asked))  # type: ignore[misc]
            yield Figure(f"first question, {title}", 1 / seconds, "answers/s", 10)
        store.close()


def answer(store: Store, vocabulary: Vocabulary, selection: Selection) -> object:
    """One answer in a session of its own, as a page asks."""
    with store.session() as session:
        return question.answer(session, vocabulary, selection)


def fill(store: Store, vocabulary: Vocabulary) -> int:
    """Cells in which Kommunen differ much, which is the hard case; returns how many."""
    rows = list(_cells(vocabulary))
    with store.transaction() as session:
        portal_writes.remember(session, portal("bench"), WHEN)
        for start in range(0, len(rows), BATCH):
            session.connection().execute(insert(table_of(CellRow)), rows[start : start + BATCH])
        _pack(session, "bench")
    return len(rows)


def _pack(session: Session, portal: str) -> None:
    """Packs of cells that nobody counted."""
    pack_writes.wait(session)
    gathered, c = pack_writes.gather(session), table_of(CellRow).c
    for unit, kinds in pack_writes.KINDS.items():
        for kind in kinds:
            here = (c.portal == portal, c.unit == unit, c.topic_kind == kind)
            cells = pack_writes.read_cells(session, unit, *here)
            found = pack_writes.places_by_topic(cells, gathered.bits[unit])
            gathered.found[unit, kind] = found
    pack_writes.put(session, portal, gathered)


def _cells(vocabulary: Vocabulary) -> Iterator[dict[str, Any]]:
    chance = random.Random(1)
    topics = [entry.slug for entry in vocabulary.musterdaten][:TOPICS]
    for place in vocabulary.register.gemeinden[::7][:KOMMUNEN]:
        for topic in topics:
            values = [("holding", ""), ("licence", chance.choice(LICENCES))]
            values += [("format", value) for value in chance.sample(FORMATS, 3)]
            values += [("standard", value) for value in chance.sample(STANDARDS, 3)]
            for facet, value in values:
                yield {
                    "portal": "bench",
                    "unit": "kommune",
                    "topic_kind": "musterdatensatz",
                    "land": place.land,
                    "kommune": place.key,
                    "topic": topic,
                    "facet": facet,
                    "value": value,
                    "evidence": "inferred" if facet == "standard" and value else "",
                    "datasets": 2,
                    "holdings": 1,
                }
