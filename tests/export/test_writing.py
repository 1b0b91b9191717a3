# SPDX-License-Identifier: EUPL-1.2
"""From the store to the feed: the stream, portals without RDF, filters that need the vocabulary."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rdflib import URIRef
from rdflib.namespace import DCTERMS, Namespace

from app.export import FORMATS, Addresses, NoSuchPage, write, write_one, write_page
from app.export.resolve import NOBODY, resolve
from app.export.source import items
from app.model import Body, Dataset, Distribution, Reading, Run
from app.model.identity import dataset_id
from app.model.selection import Selection
from app.store import Store, open_store, portal_writes, prepare, run_writes, swap_writes
from app.store.catalogue_writes import Catalogue, replace_catalogues
from app.store.swap_writes import Change
from app.vocabulary import Vocabulary
from harvesters.base.record import Portal
from tests.export.making import SITE, a, nt
from tests.export.reading import loose

DCAT = Namespace("http://www.w3.org/ns/dcat#")
NOW = datetime(2026, 3, 1, tzinfo=UTC)
CATALOGUE = "https://stadt.example/katalog"
ADDRESSES = Addresses(f"{SITE.url}/catalog", f"{SITE.url}/catalog?page={{page}}")


def dataset(portal: str, number: int) -> Dataset:
    uri = f"https://{portal}.example/d/{number}"
    return Dataset(
        portal,
        uri,
        uri=uri,
        title=f"Daten {number}",
        catalogue=CATALOGUE if portal == "stadt" else None,
        publisher=Body("Stadt", Reading("13003000", "likely"), "gemeinde", "kern"),
        frequency="ANNUAL",
        distributions=(
            Distribution(f"{uri}/f", licence=Reading("cc0-1.0", "exact"), access_url=f"{uri}.csv"),
        ),
    )


def change(portal: str, number: int) -> Change:
    made = dataset(portal, number)
    if portal != "stadt":
        return Change(made, None, str(number), "application/json", '{"title": "not RDF"}')
    said = nt(a(f"<{made.uri}>", "Dataset"))
    return Change(made, None, str(number), "application/n-triples", said)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/test.sqlite")
    prepare(opened)
    for key in ("ckan", "stadt"):
        with opened.transaction() as session:
            portal_writes.remember(
                session, Portal(key, "dcat", f"https://{key}.example/", "", title=key), NOW
            )
            run = run_writes.start(session, key, "test", NOW)
            swap_writes.add(session, run, [change(key, number) for number in range(7)], NOW)
            run_writes.finish(session, run, Run(key, state="complete"), now=NOW)
    said = nt(a(f"<{CATALOGUE}>", "Catalog"))
    with opened.transaction() as session:
        replace_catalogues(session, "stadt", [Catalogue(CATALOGUE, statements=said)])
    yield opened
    opened.close()


@pytest.mark.parametrize("syntax", FORMATS)
def test_everything_is_written_whatever_the_portal_speaks(
    store: Store, vocabulary: Vocabulary, syntax: str
) -> None:
    target, told = io.BytesIO(), []
    with store.session() as session:
        result = write(
            session, vocabulary, SITE, Selection(), FORMATS[syntax], target, progress=told.append
        )
    graph = loose(target.getvalue(), syntax)
    assert result.datasets == 14
    assert told[-1] == 14
    assert len(set(graph.objects(None, DCAT.dataset))) == 14
    assert len(set(graph.objects(URIRef(CATALOGUE), DCAT.dataset))) == 7
    licence = URIRef("http://dcat-ap.de/def/licenses/cc-zero")
    assert len(set(graph.subjects(DCTERMS.license, licence)) - {SITE.catalog}) >= 14
    assert len(set(graph.subject_objects(DCTERMS.title)) & titles()) == 7
    assert b"not RDF" not in target.getvalue()


def titles() -> set[tuple[object, object]]:
    """Of the portal without RDF, whose titles come from what was understood."""
    from rdflib import Literal

    return {
        (URIRef(f"https://ckan.example/d/{number}"), Literal(f"Daten {number}"))
        for number in range(7)
    }


def test_the_stream_gives_what_single_reads_give(store: Store, vocabulary: Vocabulary) -> None:
    uri = "https://stadt.example/d/3"
    selection = Selection(portal=("stadt",))
    with store.session() as session:
        found = {item.identifier: item for item in items(session, selection)}[uri]
        alone = write_one(session, vocabulary, SITE, dataset_id("stadt", uri), FORMATS["nt"])
        target = io.BytesIO()
        write(session, vocabulary, SITE, selection, FORMATS["nt"], target)
    assert found.facts.key == "13003000"
    assert found.facts.likely == {"dct:spatial"}
    assert alone is not None
    assert set(alone.data.splitlines()) <= set(target.getvalue().splitlines())


def test_pages_end(store: Store, vocabulary: Vocabulary) -> None:
    with store.session() as session:
        for number, expected in ((1, 5), (3, 4)):
            asked = Selection(seite=number, pro_seite=5)
            page = write_page(session, vocabulary, SITE, asked, FORMATS["nt"], ADDRESSES)
            assert page.result.datasets == expected
        with pytest.raises(NoSuchPage) as past:
            asked = Selection(seite=4, pro_seite=5)
            write_page(session, vocabulary, SITE, asked, FORMATS["nt"], ADDRESSES)
    assert past.value.pages == 3


def test_filters_become_keys(vocabulary: Vocabulary) -> None:
    free = resolve(Selection(typ=("kreisfrei",), land=("13",)), vocabulary)
    assert set(free.kommune) == {"13003000", "13004000"}
    assert resolve(replace(free, groesse=("2",), typ=("kreisfrei",)), vocabulary).kommune == (
        "13003000",
    )
    assert resolve(Selection(typ=("land",), kommune=("13003000",)), vocabulary).kommune == (NOBODY,)
    openly = resolve(Selection(offen=("ja",)), vocabulary)
    assert "cc0-1.0" in openly.lizenz
    assert "cc-by-nc-4.0" not in openly.lizenz
    assert resolve(Selection(offen=("nein",), lizenz=("cc0-1.0",)), vocabulary).lizenz == (NOBODY,)


def test_many_keys_are_no_trouble(store: Store, vocabulary: Vocabulary) -> None:
    asked = Selection(typ=("kreisangehoerig",), pro_seite=5)
    with store.session() as session:
        page = write_page(session, vocabulary, SITE, asked, FORMATS["nt"], ADDRESSES)
    assert page.result.datasets == 0
