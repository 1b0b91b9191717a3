# SPDX-License-Identifier: EUPL-1.2
"""The feed over HTTP: syntax by suffix or header, pages, validators, filters, refusals."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, Namespace

from app.config import Feed, Settings, Site, StoreSettings
from app.model import Body, Dataset, Distribution, Reading, Run
from app.model.identity import dataset_id
from app.store import Store, open_store, portal_writes, prepare, run_writes, swap_writes
from app.store.swap_writes import Change
from app.web.factory import create
from harvesters import dcat
from harvesters.base.record import Page, Portal
from tests.export.reading import loose

DCAT = Namespace("http://www.w3.org/ns/dcat#")
HYDRA = Namespace("http://www.w3.org/ns/hydra/core#")
URL = "https://spiegel.example"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PORTAL = Portal("stadt", "dcat", "https://stadt.example/c", "https://stadt.example/", title="Stadt")
NUMBER = 25
SAID = """<https://stadt.example/d/{0}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
<http://www.w3.org/ns/dcat#Dataset> .
<https://stadt.example/d/{0}> <http://purl.org/dc/terms/title> "Daten {0}"@de .
<https://stadt.example/d/{0}> <http://www.w3.org/ns/dcat#contactPoint> _:{1}x1 .
<https://stadt.example/d/{0}> <https://www.dcat-ap.de/def/dcatde/1.1/contributorID> <urn:x> .
"""
PERSON = '_:{0}x1 <http://www.w3.org/2006/vcard/ns#fn> "Erika Muster" .\n'


def change(number: int) -> Change:
    """A dataset with a person; every fifth is of another Kommune."""
    uri = f"https://stadt.example/d/{number}"
    key = "13003000" if number % 5 else "13004000"
    dataset = Dataset(
        "stadt",
        uri,
        uri=uri,
        title=f"Daten {number}",
        publisher=Body("Stadt", Reading(key, "exact"), "gemeinde", "kern"),
        distributions=(Distribution(access_url=f"{uri}.csv", licence=Reading("cc0-1.0", "exact")),),
    )
    own = dataset_id("stadt", uri)
    said, person = SAID.format(number, own), PERSON.format(own)
    return Change(dataset, None, str(number), "application/n-triples", said, person)


def harvest(store: Store, numbers: range, now: datetime = NOW) -> int:
    """One complete run that brings these datasets."""
    with store.transaction() as session:
        portal_writes.remember(session, PORTAL, now)
        run = run_writes.start(session, "stadt", "test", now)
        swap_writes.add(session, run, [change(number) for number in numbers], now)
        swap_writes.bump_generation(session)
        run_writes.finish(session, run, Run("stadt", state="complete"), now=now)
    return run


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/test.sqlite")
    prepare(opened)
    harvest(opened, range(NUMBER))
    yield opened
    opened.close()


@pytest.fixture
def client(tmp_path: Path, store: Store) -> FlaskClient:
    settings = Settings(
        site=Site(url=URL),
        store=StoreSettings(database=f"sqlite:///{tmp_path}/test.sqlite", folder=tmp_path),
        feed=Feed(page_size=100),
    )
    return create(settings).test_client()


def datasets(graph: Graph) -> set[str]:
    return {str(value) for value in graph.objects(None, DCAT.dataset)}


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "text/turtle"),
        ("*/*", "text/turtle"),
        ("text/turtle", "text/turtle"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("text/turtle;q=0.2, application/ld+json;q=0.9", "application/ld+json"),
        ("application/rdf+xml;q=1.0, text/turtle;q=0.9, */*;q=0.1", "application/rdf+xml"),
        ("application/json, text/turtle;q=0.1", "text/turtle"),
        ("application/json", "application/ld+json"),
        ("text/html", "text/turtle"),
    ],
)
def test_the_header_decides_the_syntax(
    client: FlaskClient, accept: str | None, media_type: str
) -> None:
    answer = client.get("/catalog", headers={"Accept": accept} if accept else {})
    assert answer.status_code == 200
    assert answer.mimetype == media_type
    assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("suffix", "syntax"),
    [("ttl", "ttl"), ("rdf", "rdf"), ("xml", "rdf"), ("jsonld", "jsonld"), ("nt", "nt")],
)
def test_the_suffix_goes_before_the_header(client: FlaskClient, suffix: str, syntax: str) -> None:
    answer = client.get(f"/catalog.{suffix}", headers={"Accept": "application/n-triples"})
    assert len(datasets(loose(answer.data, syntax))) == NUMBER


def test_pages_hold_every_dataset_once_and_name_each_other(client: FlaskClient) -> None:
    found: list[str] = []
    address: str | None = f"{URL}/catalog.nt?pro-seite=10"
    for number in (1, 2, 3):
        assert address is not None
        answer = client.get(address.removeprefix(URL))
        graph = loose(answer.data, "nt")
        found += datasets(graph)
        view = next(graph.subjects(RDF.type, HYDRA.PartialCollectionView))
        assert f"page={number}" in str(view)
        assert int(str(next(graph.objects(None, HYDRA.totalItems)))) == NUMBER
        following = graph.value(view, HYDRA.next)
        assert (f'<{following}>; rel="next"' in answer.headers["Link"]) == (following is not None)
        assert (graph.value(view, HYDRA.previous) is None) == (number == 1)
        address = str(following) if following else None
    assert address is None
    assert len(found) == len(set(found)) == NUMBER


def test_our_own_harvester_follows_the_pages(client: FlaskClient) -> None:
    class Door:
        largest_answer = 10**8

        def get(self, url: str, accept: str, number: int = 1) -> Page:
            answer = client.get(url.removeprefix(URL), headers={"Accept": accept})
            return Page(number, url, answer.data, NOW, answer.mimetype)

    portal = Portal("spiegel", "dcat", f"{URL}/catalog?pro-seite=10", f"{URL}/")
    pages = [dcat.open_page(portal, page) for page in dcat.fetch(portal, Door())]  # type: ignore[arg-type]
    read = {item.identifier for page in pages for item in page.items}
    assert len(pages) == 3
    assert {page.announced for page in pages} == {NUMBER}
    assert read == {f"https://stadt.example/d/{number}" for number in range(NUMBER)}


def test_filters_narrow_and_stay_in_the_links(client: FlaskClient) -> None:
    answer = client.get("/catalog?kommune=13004000&pro-seite=2")
    assert len(datasets(loose(answer.data, "ttl"))) == 2
    assert "kommune=13004000&pro-seite=2&page=3" in answer.headers["Link"]
    later = (NOW + timedelta(seconds=1)).isoformat()
    none = client.get("/catalog", query_string={"modified_since": later})
    assert datasets(loose(none.data, "ttl")) == set()
    every = client.get("/catalog?typ=kreisfrei&offen=ja")
    assert len(datasets(loose(every.data, "ttl"))) == NUMBER
    nobody = client.get("/catalog?typ=kreis")
    assert datasets(loose(nobody.data, "ttl")) == set()


def test_a_client_that_has_the_bytes_gets_304(client: FlaskClient, store: Store) -> None:
    first = client.get("/catalog.ttl")
    tag = first.headers["ETag"]
    assert not tag.startswith("W/")
    again = client.get("/catalog.ttl", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == tag
    # what a web server in front makes of the tag when it compresses
    weak = client.get("/catalog.ttl", headers={"If-None-Match": f"W/{tag}"})
    assert weak.status_code == 304
    dated = client.get(
        "/catalog.ttl", headers={"If-Modified-Since": first.headers["Last-Modified"]}
    )
    assert dated.status_code == 304
    harvest(store, range(NUMBER, NUMBER + 1), NOW + timedelta(days=1))
    for headers in ({"If-None-Match": tag}, {"If-Modified-Since": first.headers["Last-Modified"]}):
        assert client.get("/catalog.ttl", headers=headers).status_code == 200


def test_the_same_question_has_the_same_bytes_and_others_have_other_tags(
    client: FlaskClient,
) -> None:
    paths = ("/catalog.ttl", "/catalog.nt", "/catalog.ttl?page=1", "/catalog.ttl?profile=original")
    answers = [client.get(path) for path in paths]
    assert len({answer.headers["ETag"] for answer in answers}) == len(paths)
    assert client.get(paths[0]).data == answers[0].data


def test_profiles(client: FlaskClient) -> None:
    old = b"https://www.dcat-ap.de/def/dcatde/1.1/contributorID"
    assert old not in client.get("/catalog.nt").data
    assert old in client.get("/catalog.nt?profile=original").data


def test_head_gives_the_headers_alone(client: FlaskClient) -> None:
    whole, head = client.get("/catalog.ttl"), client.head("/catalog.ttl")
    assert head.data == b""
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert head.headers["Content-Length"] == str(len(whole.data))


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("/catalog.ttl?page=2", 404, "eine Seite"),
        ("/catalog.ttl?page=0", 400, "Seitenzahl"),
        ("/catalog.ttl?page=x", 400, "Seitenzahl"),
        ("/catalog.ttl?page=99999999999999999999", 400, "Seitenzahl"),
        ("/catalog.ttl?page=999999999", 404, "999999999"),
        ("/catalog.ttl?profile=neu", 400, "original"),
        ("/catalog.ttl?pro-seite=1001", 400, "1000"),
        ("/catalog.ttl?komune=13003000", 400, "kommune"),
        ("/catalog.ttl?lizenz=nope", 400, "nope"),
        ("/datensatz/aaaaaaaaaaaaa.ttl", 404, "aaaaaaaaaaaaa"),
        ("/catalog.csv", 404, ""),
    ],
)
def test_refusals_are_one_sentence(client: FlaskClient, path: str, status: int, word: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert word in answer.text
    assert answer.mimetype == "text/plain"
    assert len(answer.text.strip().splitlines()) == 1


@pytest.mark.parametrize("path", ["/catalog", "/catalog.ttl", "/datensatz/{}.nt"])
def test_open_data_may_be_read_from_anywhere(client: FlaskClient, path: str) -> None:
    headers = client.get(path.format(dataset_id("stadt", "https://stadt.example/d/1"))).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in headers
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("suffix", ["ttl", "rdf", "jsonld", "nt"])
def test_one_dataset(client: FlaskClient, suffix: str) -> None:
    uri = "https://stadt.example/d/7"
    answer = client.get(f"/datensatz/{dataset_id('stadt', uri)}.{suffix}")
    graph = loose(answer.data, suffix)
    assert datasets(graph) == {uri}
    key = URIRef("http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13003000")
    assert (URIRef(uri), URIRef("http://purl.org/dc/terms/spatial"), key) in graph
    assert b"Erika Muster" in answer.data


def test_what_left_its_source_is_gone_with_its_persons(client: FlaskClient, store: Store) -> None:
    own = dataset_id("stadt", "https://stadt.example/d/7")
    with store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", NOW)
        swap_writes.missing(session, "stadt", ["https://stadt.example/d/7"], NOW)
        swap_writes.retire(session, run, [own], NOW, min_runs=1, min_days=0)
        swap_writes.bump_generation(session)
        run_writes.finish(session, run, Run("stadt", state="complete"), now=NOW)
    gone = client.get(f"/datensatz/{own}.ttl")
    assert gone.status_code == 410
    assert "Muster" not in gone.text
    assert len(datasets(loose(client.get("/catalog.nt").data, "nt"))) == NUMBER - 1


def test_an_empty_store_has_one_empty_page(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/empty.sqlite"
    store = open_store(url)
    prepare(store)
    settings = Settings(store=StoreSettings(database=url, folder=tmp_path))
    answer = create(settings).test_client().get("/catalog")
    assert answer.status_code == 200
    assert datasets(loose(answer.data, "ttl")) == set()
    store.close()
