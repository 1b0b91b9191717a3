# SPDX-License-Identifier: EUPL-1.2
"""Datasets, portals and swaps made up for the tests of the store."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.model import (
    Body,
    DataService,
    Dataset,
    Distribution,
    Reading,
    Run,
    Series,
    StandardUse,
)
from app.model.identity import dataset_id
from app.store import Session, Store, history_queries, portal_writes, run_writes, swap_writes
from app.store.swap_writes import Change
from harvesters.base.record import Portal

NOW = datetime(2026, 3, 1, 12, 30, 15, 250_000, tzinfo=UTC)
DAY = timedelta(days=1)
LATER = NOW + DAY
SAID = '<https://ex.org/d/{}> <http://purl.org/dc/terms/title> "{}" .\n'


def portal(key: str = "stadt", **more: Any) -> Portal:
    """A portal with an address of its own."""
    url = f"https://{key}.example/catalog.ttl"
    return Portal(**{"key": key, "kind": "dcat", "url": url, "base": url} | more)


def exact(value: str, raw: str = "") -> Reading:
    """A Reading that is certain."""
    return Reading(value, "exact", "alias", raw or value)


def file(format: str = "CSV", licence: str = "cc-by-4.0", **more: Any) -> Distribution:
    """A distribution with format and licence."""
    given = {"uri": "https://ex.org/f", "format": exact(format), "licence": exact(licence)}
    return Distribution(**given | more)


def dataset(identifier: str, **more: Any) -> Dataset:
    """A dataset of the town 01001000 with one file."""
    given: dict[str, Any] = {
        "portal": "stadt",
        "title": f"Datensatz {identifier}",
        "publisher": Body("Stadt", exact("01001000"), "gemeinde", "kern"),
        "musterdatensatz": exact("verkehr--radwege"),
        "distributions": (file(),),
    }
    return Dataset(identifier=identifier, **given | more)


USE = StandardUse("xplanung", "https://xplanung.de", "declared")
UNREAD = StandardUse(None, "https://unbekannt.example", "verified")
VAGUE = Reading("cc-by", "ambiguous", "class", "CC BY", ("cc-by-3.0", "cc-by-4.0"))
FILE = Distribution(
    uri="https://ex.org/d/1",
    title="Datei Ü",
    access_url="https://ex.org/a",
    download_url="https://ex.org/b",
    format=exact("CSV"),
    media_type=exact("text/csv"),
    licence=VAGUE,
    attribution="Stadt Ä",
    availability="stable",
    issued=date(1899, 12, 31),
    modified=datetime(2025, 1, 2, 3, 4, 5, 678_901, tzinfo=UTC),
    byte_size=2**40,
    standards=(USE, UNREAD),
    service="https://ex.org/s",
)
SERVICE = DataService(
    identifier="https://ex.org/s",
    title="WFS",
    endpoint_url="https://ex.org/wfs",
    endpoint_description="https://ex.org/wfs?caps",
    licence=exact("dl-zero-de-2.0"),
    standards=(UNREAD, USE),
    serves=("https://ex.org/voll", "https://ex.org/other"),
)
FULL = Dataset(
    portal="stadt",
    identifier="https://ex.org/voll",
    kind="series",
    uri="https://ex.org/u",
    title="Ämter und Straßen",
    description="Zeile\nzwei",
    languages=("de", "en"),
    keywords=("a", 'b "c"', "\\u0000"),
    publisher=Body("Stadt", Reading("01001000", "likely", "g", "x", ("1",)), "gemeinde", "verein"),
    contributors=("https://ex.org/c",),
    musterdatensatz=Reading("a--b", "likely", "lexicon", "raw", ("c--d",)),
    thema=exact("a"),
    themes=("TRAN",),
    inspire_themes=("tn",),
    hvd_categories=("c_1",),
    licence=Reading(None, "mixed", "parts", None, ("cc-by-4.0", "cc-zero")),
    issued=date(2001, 2, 3),
    modified=datetime(2024, 1, 1, tzinfo=UTC),
    data_as_of=date(2023, 1, 1),
    data_as_of_rule="temporal",
    temporal_start=date(1, 1, 1),
    temporal_end=date(9999, 12, 31),
    frequency="ANNUAL",
    access_rights="PUBLIC",
    availability="stable",
    landing_page="https://ex.org/p",
    series=Series("https://ex.org/series", "reihe"),
    metadata_standards=("https://dcat-ap.de",),
    catalogue="https://ex.org/catalog",
    distributions=(FILE, file()),
    services=(SERVICE,),
)


def change(made: Dataset | str, hash: str = "1", **more: Any) -> Change:
    """A change that brings this dataset."""
    made = dataset(made) if isinstance(made, str) else made
    given: dict[str, Any] = {
        "land": None,
        "media_type": "application/n-triples",
        "statements": SAID.format(made.identifier, hash),
    }
    return Change(dataset=made, hash=hash, **given | more)


def begin(session: Session, key: str = "stadt", now: datetime = NOW) -> int:
    """A run of a portal that is remembered first."""
    portal_writes.remember(session, portal(key), now)
    return run_writes.start(session, key, "test", now)


def fill(store: Store, changes: Iterable[Change], now: datetime = NOW) -> None:
    """One complete harvest of new datasets, portal by portal."""
    changes = list(changes)
    for key in sorted({change.dataset.portal for change in changes}):
        mine = [change for change in changes if change.dataset.portal == key]
        with store.transaction() as session:
            run = begin(session, key, now)
            swap_writes.add(session, run, mine, now)
            swap_writes.rebuild_cells(session, key)
            swap_writes.bump_generation(session)
            run_writes.finish(session, run, Run(key, state="complete", added=len(mine)), now=now)


def id_of(identifier: str, key: str = "stadt") -> str:
    """The public id of a dataset."""
    return dataset_id(key, identifier)


def ended(key: str = "stadt") -> Run:
    """The outcome of a run that went well."""
    return Run(key, state="complete")


def again(store: Store, *changes: Change, now: datetime = LATER) -> swap_writes.Replaced:
    """A second run that replaces datasets."""
    with store.transaction() as session:
        run = begin(session, now=now)
        replaced = swap_writes.replace(session, run, changes, now)
        swap_writes.rebuild_cells(session, "stadt")
        run_writes.finish(session, run, ended())
    return replaced


def fill_more(store: Store, *changes: Change) -> None:
    """Adds to a portal that is known."""
    with store.transaction() as session:
        run = begin(session, now=LATER)
        swap_writes.add(session, run, changes, LATER)
        run_writes.finish(session, run, ended())


def kinds(store: Store, identifier: str) -> list[str]:
    """What happened to a dataset, newest first."""
    with store.session() as session:
        return [entry.kind for entry in history_queries.of_dataset(session, id_of(identifier))]
