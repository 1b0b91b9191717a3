# SPDX-License-Identifier: EUPL-1.2
"""The dcat harvester as a whole: walks, series and services, reading back, real catalogues."""

import dataclasses
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from harvesters import dcat
from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.http import Door, NetworkDoor
from harvesters.base.record import Item, Page, Portal, Record

PREFIXES = """@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix hydra: <http://www.w3.org/ns/hydra/core#> .
@prefix d: <https://daten.example/> .
"""
PORTAL = Portal("muster", "dcat", "https://daten.example/catalog", "https://daten.example/")


def page(text: str) -> Page:
    return Page(1, "seite", (PREFIXES + text).encode(), datetime.now(UTC))


def records(text: str) -> dict[str, Record]:
    contents = dcat.open_page(PORTAL, page(text))
    return {item.identifier: dcat.parse(PORTAL, item) for item in contents.items}


def item(text: str) -> Item:
    return dcat.open_page(PORTAL, page(text)).items[0]


@contextmanager
def serving(pages: dict[str, str]) -> Iterator[str]:
    """A loopback server for these paths; ``{base}`` in a page is its own address."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            text = pages.get(self.path)
            self.send_response(404 if text is None else 200)
            self.end_headers()
            self.wfile.write((text or "").replace("{base}", base).encode())

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Answers)
    base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield base
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def walk(base: str, path: str) -> list[str]:
    """Identifiers met on the way from the first page."""
    url = base + path
    door = Door("Test/1", frozenset({base.removeprefix("http://")}), gap=0, tries=1)
    portal = Portal("muster", "dcat", url, url)
    found: list[str] = []
    for answer in dcat.fetch(portal, NetworkDoor(door)):
        found += [item.identifier for item in dcat.open_page(portal, answer).items]
    return found


def listing(number: int, following: str) -> str:
    return f"{PREFIXES} d:set{number} a dcat:Dataset ; dct:title 'Satz {number}' . {following}"


@pytest.mark.parametrize(
    "following",
    [
        "<{base}/1> a hydra:PagedCollection ; hydra:nextPage '{base}/2' .",
        "<{base}/1> a hydra:PartialCollectionView ; hydra:next <{base}/2> .",
        "<{base}/1> a hydra:PartialCollectionView ; hydra:next '/2' .",
    ],
    ids=["old, literal", "new, IRI", "relative"],
)
def test_next_links_are_followed_to_the_last_page(following: str) -> None:
    with serving({"/1": listing(1, following), "/2": listing(2, "")}) as base:
        met = walk(base, "/1")
    assert met == ["https://daten.example/set1", "https://daten.example/set2"]


def test_links_in_a_circle_end_the_walk_with_a_reason() -> None:
    circle = "<{base}/1> a hydra:PartialCollectionView ; hydra:next <{base}/1> ."
    with serving({"/1": listing(1, circle)}) as base, pytest.raises(UnexpectedAnswer) as caught:
        walk(base, "/1")
    assert caught.value.code.startswith("paging.")


def test_a_page_that_is_gone_ends_the_walk_with_its_status() -> None:
    gone = "<{base}/1> a hydra:PartialCollectionView ; hydra:next <{base}/9> ."
    with serving({"/1": listing(1, gone)}) as base, pytest.raises(HarvestError) as caught:
        walk(base, "/1")
    assert (caught.value.code, caught.value.params["status"]) == ("network.status", "404")


def test_a_series_its_members_and_a_service() -> None:
    found = records(
        """d:reihe a dcat:DatasetSeries ; dct:title 'Haushalt' .
        d:a a dcat:Dataset ; dct:title 'Haushalt 2024' ; dcat:inSeries d:reihe ;
          dcat:hasVersion d:b ; dcat:distribution d:f .
        d:b a dcat:Dataset ; dct:title 'Haushalt 2025' .
        d:f a dcat:Distribution ; dcat:accessURL d:f.csv ; dcat:accessService d:dienst .
        d:dienst a dcat:DataService ; dcat:endpointURL d:api ; dcat:servesDataset d:b .
        """
    )
    base = "https://daten.example/"
    assert found[base + "reihe"].kind == "series"
    assert found[base + "a"].in_series == (base + "reihe",)
    assert found[base + "a"].versions == (base + "b",)
    assert [s.identifier for s in found[base + "a"].services] == [base + "dienst"]
    assert [s.serves for s in found[base + "b"].services] == [(base + "b",)]
    assert "Haushalt 2025" not in found[base + "a"].statements


def test_every_spelling_of_the_german_namespace_gives_the_supplier() -> None:
    namespaces = [
        "http://dcat-ap.de/def/dcatde/",
        "https://www.dcat-ap.de/def/dcatde/1.1/",
        "http://dcat-ap.de/def/dcatde/1.0.1/",
        "http://dcat-ap.de/def/dcatde/1_0/",
        "http://dcat-ap.de/def/dcatde/1_0",
    ]
    for namespace in namespaces:
        (said,) = records(f"d:a a dcat:Dataset ; <{namespace}contributorID> d:lieferant .").values()
        assert said.contributor_ids == ("https://daten.example/lieferant",), namespace


def test_order_labels_and_doubles_change_neither_hash_nor_record() -> None:
    one = item("d:a a dcat:Dataset ; dct:spatial _:x ; dct:title 'A' . _:x dct:title 'Ort' .")
    other = item(
        "_:z dct:title 'Ort' . d:a dct:title 'A', 'A' ; dct:spatial _:z ; a dcat:Dataset ."
    )
    changed = item("d:a a dcat:Dataset ; dct:spatial _:x ; dct:title 'A' . _:x dct:title 'Orb' .")
    assert one.hash == other.hash != changed.hash
    assert dcat.parse(PORTAL, one) == dcat.parse(PORTAL, other)


def counted(shared: Path) -> Iterator[tuple[Path, int, int]]:
    """File, datasets and distributions as the index of the shared data counts them."""
    index = shared / "data" / "INDEX.md"
    row = re.compile(r"^\| (portals/dcat-rdf/\S+) \|[^|]*\|[^|]*\| (\d+) ds, (\d+) dist", re.M)
    for path, datasets, files in row.findall(index.read_text(encoding="utf-8")):
        yield shared / "data" / path, int(datasets), int(files)


def read(path: Path) -> tuple[list[Record], int]:
    contents = dcat.open_page(PORTAL, Page(1, path.name, path.read_bytes(), datetime.now(UTC)))
    return [dcat.parse(PORTAL, item) for item in contents.items], len(contents.broken)


@pytest.mark.shared
def test_every_counted_catalogue_gives_its_datasets(shared: Path) -> None:
    wrong = []
    rows = list(counted(shared))
    for path, datasets, files in rows:
        found, broken = read(path)
        if sum(record.kind == "dataset" for record in found) + broken < datasets:
            wrong.append(f"{path.name}: {len(found)} + {broken} of {datasets}")
        # The index counts described distributions; fragments describe some that no dataset names.
        if datasets >= 100 and sum(len(record.distributions) for record in found) != files:
            wrong.append(f"{path.name}: not {files} distributions")
    assert len(rows) > 80
    assert wrong == []


@pytest.mark.shared
def test_what_the_store_keeps_reads_back_as_what_was_said(shared: Path) -> None:
    names = ("rostock/rostock-catalog-original-input.rdf", "govdata/catalog-endpoint.rdf")
    for name in names:
        for said in read(shared / "data/portals/dcat-rdf" / name)[0]:
            again = dcat.reread(PORTAL, said.identifier, said.kind, said.statements, said.personal)
            assert again == dataclasses.replace(said, catalogue=None, repairs=())


@pytest.mark.shared
@pytest.mark.parametrize("folder", ["piveau", "edp-de", "dcat-ap-de-reference"])
def test_files_that_strict_parsers_refuse_are_read_or_refused_in_a_sentence(
    shared: Path, folder: str
) -> None:
    for path in sorted((shared / "data/portals/dcat-rdf" / folder).iterdir()):
        try:
            read(path)
        except HarvestError as error:
            assert path.name == "test.nt", (path.name, error)
