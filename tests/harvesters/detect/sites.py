# SPDX-License-Identifier: EUPL-1.2
"""Portals of every kind on loopback, each with the one path a search should come upon."""

import json
from pathlib import Path

from harvesters.base.http import NetworkDoor
from harvesters.detect import Attempt, Detection, Probe, detect, probe_through
from tests.harvesters.ckan_server import make_package
from tests.harvesters.loopback import Answer, Server, answer, door

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
TURTLE = (FIXTURES / "dcat" / "grauheim.ttl").read_text(encoding="utf-8")
HTML = "<!doctype html><html><head><title>{title}</title>{head}</head><body>Guten Tag</body></html>"


def page(title: str = "Willkommen", head: str = "") -> bytes:
    """A page for people."""
    return answer(HTML.format(title=title, head=head), Content_Type="text/html; charset=utf-8")


def turtle(text: str = TURTLE) -> bytes:
    """An answer in Turtle."""
    return answer(text, Content_Type="text/turtle")


def as_json(value: object) -> bytes:
    """An answer in JSON."""
    return answer(json.dumps(value), Content_Type="application/json")


def fixture(name: str) -> bytes:
    """A saved answer of a portal."""
    return answer((FIXTURES / name).read_bytes(), Content_Type="application/json")


def ckan(base: str = "") -> dict[str, Answer]:
    """A CKAN with one package."""
    result = {"count": 7, "results": [make_package(1)]}
    action = f"{base}/api/3/action"
    status = {"site_title": "Offene Daten Köln", "ckan_version": "2.10"}
    return {
        "/": page("Daten"),
        f"{action}/status_show": as_json({"success": True, "result": status}),
        f"{action}/package_search?rows=1": as_json({"success": True, "result": result}),
    }


SITES: dict[str, tuple[dict[str, Answer], str, str]] = {
    "link": (
        {
            "/": page(
                head='<link rel="alternate" type="text/turtle" href="/x/katalog?a=1&amp;b=2">'
            ),
            "/x/katalog?a=1&b=2": turtle(),
        },
        "dcat",
        "/x/katalog?a=1&b=2",
    ),
    "itself": ({"/": turtle()}, "dcat", "/"),
    "ttl": ({"/": page(), "/catalog.ttl": turtle()}, "dcat", "/catalog.ttl"),
    "xml": ({"/": page(), "/catalog.xml": turtle()}, "dcat", "/catalog.xml"),
    "piveau": ({"/": page(), "/api/hub/repo/datasets": turtle()}, "dcat", "/api/hub/repo/datasets"),
    "both": (ckan() | {"/catalog.rdf": turtle()}, "dcat", "/catalog.rdf"),
    "arcgis": (
        {"/": page(), "/api/feed/dcat-ap/2.0.1.json": fixture("arcgis/dcat_ap_2.json")},
        "arcgis",
        "",
    ),
    "opendatasoft": (
        {
            "/": page(),
            "/api/explore/v2.1/catalog/datasets?limit=1": fixture("opendatasoft/catalog.json"),
        },
        "opendatasoft",
        "",
    ),
    "ckan": (ckan(), "ckan", ""),
    "dkan": ({"/": page(), "/data.json": fixture("dkan/data.json")}, "dkan", ""),
}


def probe(*servers: Server, **more: object) -> Probe:
    """A probe that may go to the servers and does not wait."""
    limits = {name: more.pop(name) for name in ("most", "seconds") if name in more}

    def without_pauses(http: NetworkDoor) -> None:
        http.sleep = lambda _: None

    known = door(*servers, **more).door
    return probe_through(known, change=without_pauses, **limits)  # type: ignore[arg-type]


def found_at(server: Server, path: str = "/", **more: object) -> tuple[Detection, Probe]:
    """What a search at a server's path comes to."""
    asking = probe(server, **more)
    return detect(server.url(path), asking), asking


def codes(attempts: list[Attempt]) -> set[str]:
    """Why nothing was found, without doubles."""
    return {each.code for each in attempts}
