# SPDX-License-Identifier: EUPL-1.2
"""A store with a few datasets of every kind, and its index."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.model import Body, Dataset, Reading
from app.model.selection import Selection
from app.search import Found, find, refresh
from app.search import folder as place_of
from app.search.snapshot import Snapshot
from app.store import Store
from app.vocabulary import Vocabulary
from tests.builders import dataset, harvest, id_of, part, unread

TREES = "floraUndFauna--baumbestand--baumkataster"
TODAY = date(2026, 6, 1)


def made(identifier: str, title: str, description: str = "", **more: object) -> Dataset:
    """A dataset of Rostock with a title; a file in CSV under an open licence unless told else."""
    parts = more.pop("parts", (part(),))
    kommune = more.pop("kommune", "13003000")
    base = dataset(identifier, str(kommune), "", *parts)  # type: ignore[misc]
    return replace(base, title=title, description=description, **more)  # type: ignore[arg-type]


PERSON = Body("Erika Mustermann", Reading("13003000", "likely", "test", "x"), "gemeinde", "person")
DATASETS = (
    made("exact", "Baumkataster", musterdatensatz=Reading(TREES, "exact", "test", TREES)),
    made("long", "Straßenbaumkataster", kommune="01002000"),
    made("plural", "Bäume an Straßen", data_as_of=date(2026, 2, 1)),
    made("said", "Grünflächen", "Auch Bäume sind enthalten.", data_as_of=date(2022, 5, 1)),
    made("typo", "Baumkatastre", parts=(part("PDF", "cc-by-nc-4.0"),)),
    made("silent", "Haltestellen", "Busse und Bahnen", parts=(part(None, None),)),
    made("unread", "Offene Haushaltsdaten 2024", parts=(part("CSV", unread("frei")),)),
    made("both", "Öffentliche Toiletten", parts=(part("CSV"), part("GEOJSON", "dl-by-de-2.0"))),
    made("person", "Sammlung", "Fragen an erika.mustermann@example.org", publisher=PERSON),
    made("land", "Radwege", kommune="13", parts=()),
    made("none", ""),
)
IDS = {each.identifier: id_of(each) for each in DATASETS}
NAMES = {id: name for name, id in IDS.items()}


@pytest.fixture
def filled(sqlite_store: Store) -> Store:
    """The store with all datasets."""
    harvest(sqlite_store, *DATASETS)
    return sqlite_store


@pytest.fixture
def index(filled: Store, vocabulary: Vocabulary, tmp_path: Path) -> Path:
    """The folder of an index in step with the store."""
    assert refresh(filled, vocabulary, tmp_path / "index").state == "rebuilt"
    return tmp_path / "index"


@pytest.fixture
def snapshot(index: Path, filled: Store) -> Snapshot:
    """The index opened."""
    opened = place_of.newest(place_of.place(index, filled.name))
    assert opened is not None
    return opened


@pytest.fixture
def search(snapshot: Snapshot) -> Callable[..., Found]:
    """Search by text and filters."""
    return lambda q="", **given: find(snapshot, Selection(q=q, **given), today=TODAY)


def names(found: Found) -> list[str]:
    """The identifiers of what was found, in its order."""
    return [NAMES[id] for id in found.ids]
