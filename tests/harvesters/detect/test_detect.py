# SPDX-License-Identifier: EUPL-1.2
"""Every kind of portal is found, RDF first, by robots.txt and with few requests."""

from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest

from harvesters import HARVESTERS
from harvesters.base.record import Portal
from harvesters.detect import detect
from harvesters.detect.page_links import read_head
from tests.harvesters import csw_server
from tests.harvesters.detect.sites import (
    SITES,
    TURTLE,
    as_json,
    ckan,
    codes,
    found_at,
    page,
    probe,
    turtle,
)
from tests.harvesters.loopback import Server, answer, door, serve


@pytest.mark.parametrize("name", SITES)
def test_each_kind_is_found_and_its_harvester_gets_datasets(name: str) -> None:
    answers, kind, path = SITES[name]
    with serve(answers) as server:
        detection, asking = found_at(server)
        found = detection.found
        assert found and (found.kind, found.url) == (kind, server.url(path).removesuffix("//"))
        assert found.datasets
        assert len(server.calls) == asking.asked <= 20
        assert server.paths[0] == "/robots.txt"
        assert {call.headers["User-Agent"] for call in server.calls} == {"Prüfer/1"}
        if kind not in ("ckan", "opendatasoft"):  # these ask for windows the servers here lack
            portal = Portal("x", kind, found.url, found.url)
            (first, *_) = HARVESTERS[kind].fetch(portal, door(server))
            assert HARVESTERS[kind].open(portal, first).items


def test_a_catalogue_service() -> None:
    catalogue = csw_server.Catalogue()
    catalogue.add(1, 2, 3)

    def reply(method: str, url: str, body: str) -> tuple[int, str]:
        if not url.startswith("/geonetwork/srv/ger/csw"):
            return 404, ""
        return catalogue.answer(method, url, body)

    with csw_server.serve(reply, "application/xml") as url:
        catalogue.address = f"{url}/geonetwork/srv/ger/csw"
        server = Server(urlsplit(url).port or 0)
        for address in (url, catalogue.address, f"{catalogue.address}?service=CSW"):
            found = detect(address, probe(server)).found
            assert found and (found.kind, found.datasets) == ("csw", 3)
            assert found.titles == ("Geodaten Kiel",)
            assert found.url.startswith(catalogue.address)
        catalogue.entries = []
        nothing = detect(url, probe(server))
        assert not nothing.found and "detect.no_open_records" in codes(nothing.attempts)


def test_an_endpoint() -> None:
    store = ox.Store()
    store.load(TURTLE.encode(), format=ox.RdfFormat.TURTLE)

    def reply(_method: str, path: str, _body: str) -> tuple[int, str]:
        query = parse_qs(urlsplit(path).query).get("query")
        if not path.startswith("/sparql") or not query:
            return 404, ""
        found = store.query(query[0])
        assert isinstance(found, ox.QuerySolutions)
        return 200, (found.serialize(format=ox.QueryResultsFormat.JSON) or b"").decode()

    with csw_server.serve(reply, "application/json") as url:
        server = Server(urlsplit(url).port or 0)
        for address in (url, f"{url}/sparql"):
            found = detect(address, probe(server)).found
            assert found and (found.kind, found.url) == ("sparql", f"{url}/sparql")
            assert found.datasets == TURTLE.count("a dcat:Dataset")


def test_a_portal_below_a_path() -> None:
    with serve(ckan("/ckan") | {"/ckan/dataset": page()}) as server:
        for path in ("/ckan", "/ckan/", "/ckan/api/3/action/package_list"):
            found = found_at(server, path)[0].found
            assert found and (found.kind, found.url) == ("ckan", server.url("/ckan"))


def test_an_address_with_a_filter_is_taken_as_it_is() -> None:
    part = "/api/3/action/package_search?fq=organization:x"
    with serve(ckan() | {part: ckan()["/api/3/action/package_search?rows=1"]}) as server:
        found = found_at(server, part)[0].found
        assert found and (found.kind, found.url) == ("ckan", server.url(part))


def test_a_link_to_one_dataset_is_no_catalogue() -> None:
    one = "\n".join(each for each in TURTLE.splitlines() if each.startswith("@prefix"))
    one += '\n<https://d.example/1> a dcat:Dataset ; dct:title "Einer" .'
    site = {
        "/dataset/1": page(head='<link rel="alternate" type="text/turtle" href="/dataset/1.ttl">'),
        "/dataset/1.ttl": turtle(one),
        "/catalog.rdf": turtle(),
    }
    with serve(site) as server:
        detection, _ = found_at(server, "/dataset/1")
        assert "detect.one_dataset" in codes(detection.attempts)
        assert detection.found and detection.found.url == server.url("/catalog.rdf")


def test_titles_are_those_of_the_catalogue_then_of_the_page() -> None:
    with serve(ckan()) as server:
        assert found_at(server)[0].names == ("Offene Daten Köln", "Daten")


def test_the_german_title_comes_first_and_publishers_after_titles() -> None:
    catalogue = (
        '<https://d.example/c> a dcat:Catalog ; dct:title "Open Kiel"@en, "Offenes Kiel"@de ;\n'
        "dct:publisher <https://d.example/p> ; dcat:dataset <https://d.example/1> .\n"
        '<https://d.example/p> foaf:name "Stadt Kiel" .\n'
        '<https://d.example/1> a dcat:Dataset ; dct:title "Eins"@de .'
    )
    start = "\n".join(each for each in TURTLE.splitlines() if each.startswith("@prefix"))
    start += "\n@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
    with serve({"/": page("Startseite"), "/catalog.ttl": turtle(start + catalogue)}) as server:
        found = found_at(server)[0]
    assert found.names == ("Offenes Kiel", "Open Kiel", "Stadt Kiel", "Startseite")


def test_a_site_that_nobody_named_is_not_called_after_its_software() -> None:
    site = ckan()
    said = {"success": True, "result": {"site_title": "CKAN"}}
    site["/api/3/action/status_show"] = as_json(said)
    with serve(site) as server:
        assert found_at(server)[0].names == ("Daten",)


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /catalog",
        "User-agent: datenspiegel\nDisallow: /*.ttl$\n\nUser-agent: *\nDisallow:",
        "User-agent: *\nDisallow: /\nAllow: /$\nAllow: /data.json",
    ],
)
def test_robots_txt_holds_in_full(rules: str) -> None:
    site = {"/": page(), "/catalog.ttl": turtle(), "/robots.txt": answer(rules)}
    with serve(site) as server:
        detection, _ = found_at(server)
        assert not detection.found
        assert "/catalog.ttl" not in server.paths
        assert "detect.robots" in codes(detection.attempts)


@pytest.mark.parametrize(
    ("status", "asked"), [(404, True), (401, True), (429, False), (503, False)]
)
def test_robots_txt_that_cannot_be_had(status: int, asked: bool) -> None:
    site = {"/": page(), "/catalog.ttl": turtle(), "/robots.txt": answer(status=status)}
    with serve(site) as server:
        detection, _ = found_at(server)
        assert bool(detection.found) is asked
        assert (len(server.calls) > 1) is asked
        assert ("detect.robots_unread" in codes(detection.attempts)) is not asked


def test_the_crawl_delay_is_kept() -> None:
    slept: list[float] = []
    rules = answer("User-agent: *\nCrawl-delay: 9")
    with serve({"/": page(), "/catalog.ttl": turtle(), "/robots.txt": rules}) as server:
        asking = probe(server)
        asking.http.sleep = slept.append
        assert detect(server.url(), asking).found
    assert slept.count(2.0) == 2  # 9 seconds are more than is followed


def test_links_in_a_head_that_is_none() -> None:
    assert read_head("<title>A<title>B <![x", "https://d.example/")[0].startswith("A")
    text = '<link rel="alternate" type="text/turtle" href="http://[">' * 3
    assert read_head(text, "https://d.example/") == ("", ())
    assert read_head("<" * 300_000, "https://d.example/") == ("", ())
