# SPDX-License-Identifier: EUPL-1.2
"""Round trip of real catalogues: every statement of every dataset is in the feed again."""

from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic
from rdflib.term import Literal, Node, URIRef

from app.export.fitness import canonical_predicate
from app.export.formats import FORMATS
from app.vocabulary import Vocabulary
from harvesters import dcat
from harvesters.base.record import Page, Portal
from tests.export.harvested import (
    NOW,
    canonical,
    harvest_file,
    persons,
    roots,
    subgraph,
)
from tests.export.making import document
from tests.export.reading import loose, strict

FOLDER = "data/portals/dcat-rdf"
FILES = {
    "rostock/rostock-catalog-original-input.rdf": "xml",
    "brandenburg/brandenburg-catalog-original-input.rdf": "xml",
    "schleswig-holstein/odsh-proxy-catalog.xml": "xml",
}
pytestmark = pytest.mark.shared
Triple = tuple[Node, Node, Node]


def mended(graph: Graph) -> Graph:
    """The graph with the one spelling of dcatde."""
    result = Graph()
    for subject, predicate, value in graph:
        result.add((subject, URIRef(canonical_predicate(str(predicate))), value))
    return result


def plain(triple: Triple) -> tuple[str, str, str, str, str]:
    """A triple by its written form, language tags in lower case."""
    subject, predicate, value = triple
    lang = (value.language or "").lower() if isinstance(value, Literal) else ""
    kind = str(value.datatype or "") if isinstance(value, Literal) else ""
    return str(subject), str(predicate), str(value), lang, kind


@pytest.mark.parametrize("name", FILES)
def test_every_statement_of_every_dataset_is_in_the_feed(
    shared: Path, vocabulary: Vocabulary, name: str
) -> None:
    path = shared / FOLDER / name
    source = mended(Graph().parse(path, format=FILES[name]))
    harvested = harvest_file(path, vocabulary)
    feed = loose(document(harvested.items, "nt", harvested.frame)[0], "nt")
    datasets = roots(source)
    assert len(harvested.items) == len(datasets)
    missing: list[Triple] = []
    for root in datasets:
        said = canonical(subgraph(source, root))
        known = {plain(triple) for triple in canonical(subgraph(feed, root))}
        missing += [triple for triple in said if plain(triple) not in known]
    people = persons(source)
    assert [triple for triple in missing if not people & set(triple)] == []


@pytest.mark.parametrize("name", FILES)
def test_the_four_syntaxes_hold_the_same_and_everybody_reads_them(
    shared: Path, vocabulary: Vocabulary, name: str
) -> None:
    harvested = harvest_file(shared / FOLDER / name, vocabulary)
    few = harvested.items[:12]
    graphs = {}
    for key in FORMATS:
        data, result = document(few, key, harvested.frame)
        assert result.left_out == 0
        graphs[key] = loose(data, key)
        assert len(set(strict(data, key))) == len(graphs[key])
    assert all(isomorphic(graph, graphs["nt"]) for graph in graphs.values())


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("syntax", FORMATS)
def test_our_own_harvester_reads_the_same_datasets_from_the_feed(
    shared: Path, vocabulary: Vocabulary, name: str, syntax: str
) -> None:
    harvested = harvest_file(shared / FOLDER / name, vocabulary)
    data, _ = document(harvested.items, syntax, harvested.frame)
    portal = Portal("zurück", "dcat", "https://spiegel.example/catalog", "https://spiegel.example/")
    contents = dcat.open_page(portal, Page(1, f"catalog.{syntax}", data, NOW))
    read = {item.identifier: dcat.parse(portal, item) for item in contents.items}
    assert contents.broken == ()
    assert set(read) == {item.identifier for item in harvested.items}
    for item in harvested.items:
        assert len(read[item.identifier].distributions) == len(item.facts.files)
        assert read[item.identifier].catalogue == item.catalogue
