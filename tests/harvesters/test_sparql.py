# SPDX-License-Identifier: EUPL-1.2
"""Catalogues behind a SPARQL endpoint that pyoxigraph answers in a thread, well and badly."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest

from app.intake.guards import Rules
from app.intake.job import Job
from app.intake.run import harvest
from app.model import Run
from app.normalise import make_reader
from app.store import open_store, prepare
from app.vocabulary import Vocabulary
from harvesters import HARVESTERS, sparql
from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.record import Page, Portal, Record
from tests.harvesters.ckan_server import door_to
from tests.harvesters.csw_server import serve
from tests.harvesters.pages import BASE, turtle

Change = Callable[["Endpoint", int, str], None]


def dataset(number: int) -> str:
    """A dataset with a file, an office, a person, a record about it and a service."""
    return f"""
:d{number:04} a dcat:Dataset ; dct:title "Datensatz {number}"@de ;
  dct:publisher :stadt ; dcat:distribution :d{number:04}-csv ;
  dcat:contactPoint [ a vcard:Individual ; vcard:fn "Erika Beispiel" ] ;
  dct:spatial [ a dct:Location ; locn:address [ locn:postName "Grauheim" ] ] ;
  dct:relation :d0001 .
:d{number:04}-csv a dcat:Distribution ; dcat:accessURL <{BASE}{number}.csv> ; dct:format "CSV" .
:katalog dcat:dataset :d{number:04} .
"""


CATALOGUE = """
:katalog a dcat:Catalog ; dct:title "Katalog" .
:stadt a foaf:Organization ; foaf:name "Stadt Grauheim" .
"""


@dataclass
class Endpoint:
    """An endpoint. rows, statements: at most so many in an answer, cut in silence.

    before: called with the number and text of each question. bodies: number -> answer instead.
    status: number -> status. counts: whether it can COUNT.
    """

    store: ox.Store = field(default_factory=ox.Store)
    rows: int = 10_000
    statements: int = 1_000_000
    before: Change = lambda _endpoint, _number, _query: None
    bodies: dict[int, str] = field(default_factory=dict)
    status: dict[int, int] = field(default_factory=dict)
    counts: bool = True
    graph: bool = False
    asked: list[str] = field(default_factory=list)

    def add(self, *numbers: int) -> None:
        """Publishes datasets."""
        self.load(CATALOGUE + "".join(map(dataset, numbers)))

    def load(self, text: str) -> None:
        """Loads Turtle into the default graph or a named one."""
        graph = ox.NamedNode(f"{BASE}graph") if self.graph else None
        self.store.load(turtle(text).encode(), format=ox.RdfFormat.TURTLE, to_graph=graph)

    def remove(self, number: int) -> None:
        """Takes a dataset away."""
        for quad in list(
            self.store.quads_for_pattern(ox.NamedNode(f"{BASE}d{number:04}"), None, None)
        ):
            self.store.remove(quad)

    def answer(self, _method: str, path: str, body: str) -> tuple[int, str]:
        """Status and body."""
        query = parse_qs(body or urlsplit(path).query)["query"][0]
        self.asked.append(query)
        number = len(self.asked)
        self.before(self, number, query)
        if number in self.status or number in self.bodies:
            return self.status.get(number, 200), self.bodies.get(number, "kaputt")
        if "COUNT" in query and not self.counts:
            return 400, "COUNT wird nicht unterstützt"
        found = self.store.query(query)
        if isinstance(found, ox.QueryTriples):
            lines = list(found)[: self.statements]
            return 200, (ox.serialize(lines, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
        data = json.loads(found.serialize(format=ox.QueryResultsFormat.JSON) or b"{}")
        bindings = data["results"]["bindings"]
        data["results"]["bindings"] = bindings[: self.rows]
        return 200, json.dumps(data)


def portal(url: str) -> Portal:
    return Portal("endpunkt", "sparql", url, BASE)


@contextmanager
def up(endpoint: Endpoint) -> Iterator[str]:
    with serve(endpoint.answer, "application/json") as url:
        yield f"{url}/sparql"


def pages_of(endpoint: Endpoint) -> list[Page]:
    with up(endpoint) as url:
        return list(sparql.fetch(portal(url), door_to(url, tries=1)))


def records(pages: list[Page]) -> dict[str, Record]:
    where = portal("x")
    items = [item for page in pages for item in sparql.open_page(where, page).items]
    return {item.identifier.removeprefix(BASE): sparql.parse(where, item) for item in items}


def names(*numbers: int) -> list[str]:
    return [f"d{number:04}" for number in numbers]


def test_datasets_come_with_all_that_is_theirs() -> None:
    endpoint = Endpoint()
    endpoint.add(*range(1, 131))
    pages = pages_of(endpoint)
    found = records(pages)
    assert sorted(found) == names(*range(1, 131))
    record = found["d0077"]
    assert record.titles[0].value == "Datensatz 77"
    assert record.agents[0].names[0].value == "Stadt Grauheim"
    assert record.distributions[0].formats == ("CSV",)
    assert record.catalogue == f"{BASE}katalog"
    assert "Grauheim" in record.statements
    assert "Erika" in record.personal and "Erika" not in record.statements
    closing = sparql.open_page(portal("x"), pages[-1])
    assert (closing.recounted, closing.announced) == (True, None)


@pytest.mark.parametrize("graph", [True, False])
def test_datasets_in_named_graphs_are_found(graph: bool) -> None:
    endpoint = Endpoint(graph=graph)
    endpoint.add(1, 2, 3)
    found = records(pages_of(endpoint))
    assert sorted(found) == names(1, 2, 3)
    assert found["d0001"].distributions[0].access_urls == (f"{BASE}1.csv",)


@pytest.mark.parametrize("rows", [7, 40, 100])
def test_a_list_cut_in_silence_is_read_to_its_end(rows: int) -> None:
    endpoint = Endpoint(rows=rows)
    endpoint.add(*range(1, 121))
    assert sorted(records(pages_of(endpoint))) == names(*range(1, 121))


@pytest.mark.parametrize("statements", [30, 100, 500])
def test_an_answer_that_lacks_statements_is_asked_for_in_halves(statements: int) -> None:
    whole, cut = Endpoint(), Endpoint(statements=statements)
    for endpoint in (whole, cut):
        endpoint.add(*range(1, 71))
    expected, found = records(pages_of(whole)), records(pages_of(cut))
    assert sorted(found) == sorted(expected)
    assert all(len(found[name].distributions) == 1 for name in found)
    assert all(found[name].agents == expected[name].agents for name in found)


def test_a_dataset_that_never_comes_whole_ends_the_run() -> None:
    endpoint = Endpoint(statements=5)
    endpoint.add(1, 2)
    with pytest.raises(UnexpectedAnswer) as raised:
        pages_of(endpoint)
    assert raised.value.code == "answer.sparql_cut"


def test_an_endpoint_that_cannot_count_is_read_too() -> None:
    endpoint = Endpoint(counts=False, rows=20)
    endpoint.add(*range(1, 61))
    assert len(records(pages_of(endpoint))) == 60


def test_what_appears_behind_the_walk_is_fetched_and_what_goes_is_no_loss() -> None:
    def change(endpoint: Endpoint, _number: int, query: str) -> None:
        if "CONSTRUCT" in query and endpoint.store.contains_named_graph(MARK) is False:
            endpoint.store.add_graph(MARK)
            endpoint.load(dataset(0))
            endpoint.remove(60)

    endpoint = Endpoint(before=change)
    endpoint.add(*range(1, 61))
    found = records(pages_of(endpoint))
    assert "d0000" in found
    assert set(names(*range(60))) <= set(found)


MARK = ox.NamedNode("urn:gesehen")


def test_a_block_whose_datasets_have_all_gone_is_no_failure() -> None:
    def change(endpoint: Endpoint, number: int, _query: str) -> None:
        if number == 3:
            endpoint.store.clear()
            endpoint.add(2)

    endpoint = Endpoint(before=change)
    endpoint.load(dataset(1).replace("dct:relation :d0001 .", "dct:title 'x' ."))
    assert set(records(pages_of(endpoint))) == {"d0002"}


def test_datasets_without_address_are_named() -> None:
    endpoint = Endpoint()
    endpoint.add(1)
    endpoint.load('[] a dcat:Dataset ; dct:title "namenlos" .')
    contents = sparql.open_page(portal("x"), pages_of(endpoint)[-1])
    assert [each.reason for each in contents.broken] == ["item.no_identity"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<html>Wartung</html>", "answer.html"),
        ("Virtuoso 37000 Error", "answer.sparql_no_rows"),
        ("{}", "answer.sparql_no_rows"),
        ('{"results": {"bindings": [7]}}', "answer.sparql_no_rows"),
        *(("", "answer.empty"), ("[[]," * 200_000, "answer.too_much")),
        ("a" * 10_000_001, "answer.too_much"),
    ],
)
def test_a_bad_answer_is_named(body: str, code: str) -> None:
    endpoint = Endpoint(bodies=dict.fromkeys(range(1, 9), body))
    with pytest.raises(HarvestError) as raised:
        pages_of(endpoint)
    assert raised.value.code == code


def test_an_endpoint_that_heeds_no_filter_is_stopped() -> None:
    row = {"dataset": {"type": "uri", "value": f"{BASE}immer"}}
    same = json.dumps({"results": {"bindings": [row]}})
    endpoint = Endpoint(bodies=dict.fromkeys((1, 2, 3), same))
    with pytest.raises(UnexpectedAnswer) as raised:
        pages_of(endpoint)
    assert raised.value.code == "paging.repeats"


def test_an_endless_list_of_nothing_is_stopped() -> None:
    class Endless(Endpoint):
        def answer(self, method: str, path: str, body: str) -> tuple[int, str]:
            query = parse_qs(body or urlsplit(path).query)["query"][0]
            self.asked.append(query)
            if "CONSTRUCT" in query:
                return 200, ""
            row = {"value": f"{BASE}{len(self.asked):09}"}
            name = "dataset" if "LIMIT" in query else "count"
            said = row if name == "dataset" else {"value": "0"}
            return 200, json.dumps({"results": {"bindings": [{name: said}]}})

    endpoint = Endless()
    with pytest.raises(UnexpectedAnswer) as raised:
        pages_of(endpoint)
    assert raised.value.code == "paging.repeats"
    assert len(endpoint.asked) < 2_000


def test_files_are_read_as_rdf(tmp_path: Path) -> None:
    file = tmp_path / "antwort.ttl"
    file.write_text(turtle(CATALOGUE + dataset(1)))
    pages = list(sparql.fetch(portal(str(file)), door_to("http://127.0.0.1:1/")))
    assert sorted(records(pages)) == names(1)


def run(vocabulary: Vocabulary, url: str, folder: Path) -> Run:
    store = open_store(f"sqlite:///{folder / 'store.db'}")
    prepare(store)
    reader, door = make_reader(vocabulary), door_to(url, tries=1)
    job = Job(portal(url), HARVESTERS["sparql"], door, reader, folder / "st", Rules(), "test")
    return harvest(store, job).run


def test_a_harvest_and_the_same_again(vocabulary: Vocabulary, tmp_path: Path) -> None:
    endpoint = Endpoint()
    endpoint.add(*range(1, 121))
    with up(endpoint) as url:
        first = run(vocabulary, url, tmp_path)
        again = run(vocabulary, url, tmp_path)
    assert (first.state, first.received, first.added) == ("complete", 120, 120)
    assert (again.state, again.same, again.changed) == ("complete", 120, 0)


def test_an_error_midway_makes_the_run_partial(vocabulary: Vocabulary, tmp_path: Path) -> None:
    endpoint = Endpoint(status=dict.fromkeys(range(5, 500), 503))
    endpoint.add(*range(1, 121))
    with up(endpoint) as url:
        told = run(vocabulary, url, tmp_path)
    assert (told.state, told.received) == ("partial", 50)
