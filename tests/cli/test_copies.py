# SPDX-License-Identifier: EUPL-1.2
"""Two portals with the same hundred datasets under other names: each counts once, two disagree."""

import random
from pathlib import Path
from typing import Any

import pytest

from app.model.selection import Selection
from app.store import Store, dataset_queries, figure_queries, open_store, portal_removal
from tests.cli.conftest import Command, one_off

TOWN, LAND = "https://daten.musterstadt.example", "https://daten.musterland.example"
PREFIXES = """@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
OTHERWISE = (17, 64)  # the Land gives them another licence
BASE = "http://dcat-ap.de/def/licenses/"


def _entry(host: str, number: int, licence: str, more: str) -> str:
    return f"""<{host}/d/{number * 7}> a dcat:Dataset ;
  dct:title "Blatt {number}"@de ; dct:description "Standorte"@de ;
  dct:publisher [ a foaf:Organization ; foaf:name "Hansestadt Rostock" ] ; {more}
  dct:issued "2024-03-{number % 28 + 1:02}"^^xsd:date ;
  dcat:distribution <{host}/f/{number}> .
<{host}/f/{number}> a dcat:Distribution ; dct:format "CSV" ;
  dcat:accessURL <{TOWN}/dateien/{number if number % 4 == 0 else f"{host[14:20]}-{number}"}.csv> ;
  dct:license <{BASE}{licence}> .
"""


def _trace(number: int) -> str:
    """What is left of the original's name; the fourth quarter shares only the file."""
    original = f"{TOWN}/d/{number * 7}"
    return (
        "",
        f'dct:identifier "{original}" ;',
        f"dcat:landingPage <{original}/> ;",
        "",
    )[number % 4]


@pytest.fixture
def files(folder: Path) -> tuple[Path, Path]:
    """The catalogues of the town and of the Land."""
    numbers = list(range(100))
    town = [_entry(TOWN, n, "cc-by/4.0", "") for n in numbers]
    land = [
        _entry(LAND, n, "cc-by-nc/4.0" if n in OTHERWISE else "cc-by/4.0", _trace(n))
        for n in numbers
    ]
    random.Random(5).shuffle(land)  # noqa: S311 - an order, no secret
    found = (folder / "stadt.ttl", folder / "land.ttl")
    for file, entries in zip(found, (town, land), strict=True):
        file.write_text(PREFIXES + "".join(entries), encoding="utf-8")
    return found


def _store(folder: Path) -> Store:
    (file,) = folder.rglob("*.sqlite")
    return open_store(f"sqlite:///{file}")


def _state(folder: Path, command: Command) -> tuple[int, list[Any], str]:
    """How many datasets count, the contradictions, and whose the counted ones are."""
    store = _store(folder)
    with store.session() as session:
        live = figure_queries.figures(session).datasets
        lines = dataset_queries.lines(session, Selection(), limit=200)
    store.close()
    answer = command("compare", "widersprueche", "--json").json()
    return live, answer["rows"], " ".join(sorted({line.portal for line in lines}))


@pytest.mark.parametrize("order", ((0, 1), (1, 0)))
def test_a_hundred_clusters_and_two_contradictions(
    files: tuple[Path, Path], folder: Path, command: Command, order: tuple[int, int]
) -> None:
    portals = (("musterstadt", "13003000"), ("musterland", "13"))
    for at in order:
        key, ags = portals[at]
        said = command(*one_off(files[at], portal=key), "--ags", ags)
        assert (said.status, said.out.count("100 neu")) == (0, 1), said
    before = _state(folder, command)
    assert before[0] == 100
    assert [row["datensatz"]["label"] for row in before[1]] == ["Blatt 17", "Blatt 64"]
    assert {row["portal"]["key"] for row in before[1]} == {"musterstadt"}

    for at in order:  # the same again changes nothing
        key, ags = portals[at]
        assert command(*one_off(files[at], portal=key), "--ags", ags).status == 0
    assert _state(folder, command) == before
    assert command("renormalise").status == 0
    assert _state(folder, command) == before

    store = _store(folder)
    with store.transaction() as session:
        portal_removal.remove(session, "musterstadt")
    after = _state(folder, command)
    assert (after[0], after[1], after[2]) == (100, [], "musterland")
    store.close()
