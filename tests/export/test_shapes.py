# SPDX-License-Identifier: EUPL-1.2
"""SHACL of DCAT-AP.de 3.0: what we add breaks no rule that the portal's own words kept."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SH, SKOS, Namespace
from rdflib.term import BNode, Node

from app.export.feed import Frame
from app.export.item import Copy, Facts, Item
from app.export.terms import DCT, LANGUAGE
from app.vocabulary import Vocabulary
from tests.export.harvested import DCAT, SITE, harvest_file
from tests.export.making import FILE, document, frame, item, plain

SHAPES = (
    "dcat-ap-3/dcat-ap_3_shacl_shapes.ttl",
    "dcat-ap-de-3.0/dcat-ap-SHACL-DE.ttl",
    "dcat-ap-de-3.0/dcat-ap-spec-german-additions.ttl",
    "dcat-ap-de-3.0/dcat-ap-de-controlledvocabularies.ttl",
    "dcat-ap-de-3.0/dcat-ap-de-deprecated.ttl",
)
PORTALS = "data/portals/dcat-rdf"
FILES = (
    "rostock/rostock-catalog-original-input.rdf",
    "brandenburg/brandenburg-catalog-original-input.rdf",
    "schleswig-holstein/odsh-proxy-catalog.xml",
)
SAMPLE = 3
pytestmark = pytest.mark.shared
Broken = set[tuple[Node | None, ...]]
AP = Namespace("http://data.europa.eu/r5r/")


@pytest.fixture(scope="module")
def shapes(shared: Path) -> Graph:
    """The official shapes, as one graph."""
    graph = Graph()
    for name in SHAPES:
        graph.parse(shared / "shapes" / name, format="turtle")
    return graph


@pytest.fixture(scope="module")
def terms(vocabulary: Vocabulary) -> Graph:
    """What the vocabularies say of their terms; a validator would load them from the web."""
    graph = Graph()
    graph.add((DCAT.Dataset, RDFS.subClassOf, DCAT.Resource))
    groups = {
        DCTERMS.Frequency: vocabulary.frequencies,
        DCTERMS.RightsStatement: vocabulary.access_rights,
        DCTERMS.MediaTypeOrExtent: vocabulary.formats,
        SKOS.Concept: vocabulary.themes,
        AP.Availability: vocabulary.availability,
        AP.HvdCategory: vocabulary.hvd_categories,
    }
    for kind, concepts in groups.items():
        for concept in concepts:  # type: ignore[attr-defined]
            declare(graph, concept.uri, kind)
    for licence in vocabulary.licences:
        declare(graph, licence.uri_dcat_ap_de, DCTERMS.LicenseDocument)
    declare(graph, LANGUAGE + "DEU", DCTERMS.LinguisticSystem)
    return graph


def declare(graph: Graph, uri: str, kind: Node) -> None:
    """One term of a vocabulary: its kind, scheme and label."""
    if not uri:
        return
    term, scheme = URIRef(uri), URIRef(uri.rpartition("/")[0])
    if "/def/licenses/" in uri:
        scheme = URIRef("http://dcat-ap.de/def/licenses")
    graph.add((term, RDF.type, kind))
    graph.add((term, RDF.type, SKOS.Concept))
    graph.add((term, SKOS.inScheme, scheme))
    graph.add((term, SKOS.prefLabel, Literal(uri)))


def broken(graph: Graph, shapes: Graph, terms: Graph) -> Broken:
    """Violations: which node breaks which rule at which property with which value."""
    _, report, _ = validate(graph, shacl_graph=shapes, ont_graph=terms, inference="none")
    assert isinstance(report, Graph)
    found = set()
    for result in report.subjects(SH.resultSeverity, SH.Violation):
        names = (SH.focusNode, SH.resultPath, SH.sourceConstraintComponent, SH.value)
        found.add(tuple(report.value(result, name) for name in names))
    return found


@pytest.mark.parametrize("name", FILES)
def test_our_additions_break_no_rule(
    shared: Path, vocabulary: Vocabulary, shapes: Graph, terms: Graph, name: str
) -> None:
    harvested = harvest_file(shared / PORTALS / name, vocabulary)
    few = harvested.items[:SAMPLE]
    names: dict[str, BNode] = {}
    feed = read(few, harvested.frame, names)
    said = read([replace(one, facts=Facts()) for one in few], harvested.frame, names)
    assert len(feed) > len(said)
    ours = broken(feed, shapes, terms)
    assert ours - broken(said, shapes, terms) == set()
    assert {found for found in ours if str(found[0]).startswith(SITE.url)} == set()


def read(items: Iterable[Item], frame: Frame, names: dict[str, BNode]) -> Graph:
    """The feed's graph; blank nodes keep their names from one reading to the next."""
    data, _ = document(items, "nt", frame)
    return Graph().parse(data=data, format="nt", bnode_context=names)


def test_a_dataset_of_a_portal_without_catalogue_breaks_no_rule_of_catalogues(
    shapes: Graph, terms: Graph
) -> None:
    feed = read([item(plain())], frame(), {})
    mine = {found for found in broken(feed, shapes, terms) if "spiegel" in str(found[0])}
    assert mine == set()


def test_names_in_other_portals_break_no_rule(shapes: Graph, terms: Graph) -> None:
    copies = (Copy("b", "GovData", "https://bund.example/d 9"), Copy("c", "Land", "7"))
    feed = read([item(plain(), copies=copies)], frame(), {})
    said = read([item(plain())], frame(), {})
    assert len(feed) > len(said)
    assert broken(feed, shapes, terms) == broken(said, shapes, terms)


def test_the_shapes_do_find_a_second_value(shapes: Graph, terms: Graph) -> None:
    twice = [(FILE, DCT + "license", f"<urn:l:{number}>") for number in (1, 2)]
    assert any(
        found[1] == DCTERMS.license
        for found in broken(read([item(plain(*twice))], frame(), {}), shapes, terms)
    )
