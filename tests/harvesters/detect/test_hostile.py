# SPDX-License-Identifier: EUPL-1.2
"""Addresses that answer with everything but a catalogue: the search ends, soon and in order."""

import time

import pytest

from harvesters.detect import detect
from tests.harvesters.detect.sites import as_json, ckan, codes, found_at, page, probe, turtle
from tests.harvesters.loopback import Answer, Call, answer, serve

LINKS = "".join(
    f'<link rel="alternate" type="text/turtle" href="/{number}.ttl">' for number in range(500)
)
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><r>&b;</r>'
)


def hop(call: Call) -> bytes:
    """A redirect to an address nobody has seen."""
    return answer(status=302, Location=f"{call.path}x")


SAME_FOR_ALL: dict[str, Answer] = {
    "html": page("Startseite", LINKS),
    "empty": answer(""),
    "forbidden": answer("no", 403),
    "teapot": answer("", 418),
    "login": answer(status=302, Location="/login?next=/"),
    "circle": hop,
    "text": answer("Guten Tag"),
    "json": as_json({"result": [], "success": True, "dataset": []}),
    "list": as_json([[[[]]]]),
    "deep": answer("[" * 100_000, Content_Type="application/json"),
    "bomb": answer(BOMB, Content_Type="text/xml"),
    "cut": answer("<html>", length=500),
    "gzip": answer(b"\x1f\x8bnothing", Content_Encoding="gzip"),
    "no dataset": turtle("@prefix dcat: <http://www.w3.org/ns/dcat#> . <x:c> a dcat:Catalog ."),
    "binary": answer(bytes(range(256)) * 50),
    "nonsense": b"\x00\x01\x02\r\n\r\n",
}


@pytest.mark.parametrize("name", SAME_FOR_ALL)
def test_the_same_for_every_path_is_no_portal(name: str) -> None:
    with serve(SAME_FOR_ALL[name]) as server:
        began = time.monotonic()
        detection, asking = found_at(server, request_time=1.0)
        assert detection.found is None
        assert 1 <= asking.asked <= 20
        assert len(server.calls) <= 20
        assert all(each.code for each in detection.attempts)
        assert time.monotonic() - began < 150


def test_a_reader_that_stumbles_costs_one_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr("harvesters.detect.finding.questions.ask_hub", stumble)
    with serve(ckan()) as server:
        detection, _ = found_at(server)
    assert "detect.unexpected" in codes(detection.attempts)
    assert detection.found and detection.found.kind == "ckan"


def test_a_robots_txt_of_megabytes_is_read_in_part() -> None:
    rules = "User-agent: *\n" + "".join(f"Disallow: /{n}*$\n" for n in range(500_000))
    with serve({"/": page(), "/catalog.ttl": turtle(), "/robots.txt": answer(rules)}) as server:
        began = time.monotonic()
        assert found_at(server)[0].found
        assert time.monotonic() - began < 150


def test_redirects_to_private_addresses_are_not_followed() -> None:
    with serve({"/geheim": turtle()}) as inside:
        away = answer(status=302, Location=inside.url("/geheim"))
        with serve({"/": page(), "/catalog.ttl": away, "/catalog.rdf": away}) as server:
            detection, _ = found_at(server)
            assert detection.found is None
            assert inside.calls == []
            assert "network.private_address" in codes(detection.attempts)


def test_links_to_private_addresses_are_not_followed() -> None:
    with serve({"/geheim": turtle()}) as inside:
        head = f'<link rel="alternate" type="text/turtle" href="{inside.url("/geheim")}">'
        with serve({"/": page(head=head), "/catalog.xml": turtle()}) as server:
            detection, _ = found_at(server)
            assert inside.calls == []
            assert detection.found and detection.found.url == server.url("/catalog.xml")


def test_a_private_address_is_refused_at_once() -> None:
    with serve({"/": turtle()}) as server:
        detection = detect(server.url(), probe())
        assert codes(detection.attempts) == {"network.private_address"}
        assert server.calls == []


def test_nobody_there_is_asked_once() -> None:
    with serve({"/": page()}) as server:
        url = server.url()
        asking = probe(server)
    detection = detect(url, asking)
    assert len(detection.attempts) == 1
    assert asking.asked <= 2


def endless(call: Call) -> None:
    """Says something every moment and never ends."""
    call.connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    call.drip(b"<p>" * 10_000)


def test_an_endless_answer_is_cut() -> None:
    with serve(
        {"/robots.txt": answer(status=404), "/": endless, "/catalog.ttl": turtle()}
    ) as server:
        detection, _ = found_at(server, request_time=0.5)
        assert detection.attempts[0].code == "network.timeout"
        assert detection.found and detection.found.kind == "dcat"


def test_a_site_of_endless_answers_ends_by_the_clock() -> None:
    with serve(endless) as server:
        began = time.monotonic()
        detection, _ = found_at(server, request_time=0.2, seconds=0.5)
        assert detection.found is None
        assert time.monotonic() - began < 15


def test_large_answers_are_not_taken() -> None:
    large = turtle("#" * 3_000_000)
    with serve({"/": page(), "/catalog.ttl": large}) as server:
        detection, asking = found_at(server, largest_answer=1_000_000)
        assert "network.too_large" in codes(detection.attempts)
        assert asking.http.received < 2_000_000


def test_the_number_of_requests_is_kept_with_redirects() -> None:
    with serve({"/": page(), "/catalog.ttl": hop}) as server:
        detection, asking = found_at(server, most=5)
        assert len(server.calls) == asking.asked == 5
        assert detection.attempts[-1].code == "detect.enough"
