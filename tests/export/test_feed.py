# SPDX-License-Identifier: EUPL-1.2
"""A feed document: our catalogue, the source catalogues with their own licence, the datasets."""

import pytest
from rdflib import URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

from app.export.catalogues import SourceCatalogue
from app.export.feed import find_source
from app.export.formats import FORMATS
from app.export.item import Facts
from app.export.terms import DCT
from tests.export.making import DATASET, a, document, frame, item, nt, plain
from tests.export.reading import loose, strict

CATALOGUE = "https://daten.example/katalog"
OURS = URIRef("https://spiegel.example/catalog")
THEIRS = "http://dcat-ap.de/def/licenses/dl-by-de/2.0"


def source(identifier: str = CATALOGUE, node: str = f"<{CATALOGUE}>") -> SourceCatalogue:
    said = nt(
        a(node, "Catalog"),
        (node, DCT + "title", '"Katalog"'),
        (node, DCT + "license", f"<{THEIRS}>"),
        (node, "http://www.w3.org/ns/hydra/core#next", "<https://daten.example/katalog?page=2>"),
    )
    return SourceCatalogue("beispiel", identifier, "Beispielstadt", said)


def test_each_dataset_hangs_from_its_catalogue_with_that_catalogues_licence() -> None:
    data, result = document([item(plain(), catalogue=CATALOGUE)], "ttl", frame(source()))
    graph = loose(data, "ttl")
    theirs = URIRef(CATALOGUE)
    assert result.datasets == 1
    assert (OURS, DCAT.catalog, theirs) in graph
    assert (theirs, DCAT.dataset, URIRef(DATASET[1:-1])) in graph
    assert set(graph.objects(theirs, DCTERMS.license)) == {URIRef(THEIRS)}
    assert len(set(graph.objects(OURS, DCTERMS.license))) == 1
    assert (OURS, DCAT.dataset, None) not in graph


def test_the_portals_paging_does_not_become_ours() -> None:
    data, _ = document([item(plain(), catalogue=CATALOGUE)], "nt", frame(source()))
    assert b"hydra" not in data


def test_a_portal_without_catalogue_gets_a_node() -> None:
    graph = loose(document([item(plain())], "ttl", frame())[0], "ttl")
    node = next(graph.objects(OURS, DCAT.catalog))
    assert str(node) == "https://spiegel.example/portal/beispiel#katalog"
    assert (node, DCTERMS.publisher, None) in graph
    assert (node, DCTERMS.license, None) not in graph


def test_a_catalogue_without_a_name_is_kept_apart_from_that_of_another_portal() -> None:
    one = source("catalogue", "_:c1")
    other = SourceCatalogue("anders", "catalogue", "Anders", one.statements)
    items = [item(plain()), item(plain(), portal="anders", id="z234567abcdef")]
    graph = loose(document(items, "ttl", frame(one, other))[0], "ttl")
    assert len(set(graph.objects(OURS, DCAT.catalog))) == 2


def test_find_source_takes_no_other_catalogue_of_the_portal() -> None:
    other = item(plain(), catalogue="https://daten.example/unknown")
    assert find_source(other, frame(source())) == SourceCatalogue("beispiel", title="beispiel")


def test_our_catalogue_is_complete() -> None:
    graph = loose(document([], "ttl", frame())[0], "ttl")
    for predicate in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, FOAF.homepage):
        assert (OURS, predicate, None) in graph
    assert (OURS, RDF.type, DCAT.Catalog) in graph


def test_the_four_syntaxes_are_isomorphic_and_read_strictly() -> None:
    odd = (DATASET, "http://x.example/ends/", '"x"')
    facts = Facts("13003000", themes=("REGI",), access_rights="PUBLIC")
    text = (DATASET, DCT + "description", '"zwei\\r\\nZeilen"')
    items = [item(plain(odd, text), facts, catalogue=CATALOGUE)]
    graphs = {}
    for key in FORMATS:
        data, result = document(items, key, frame(source()))
        assert result.left_out == 1
        assert "http://x.example/ends/" in result.samples[0]
        assert len(strict(data, key)) == len(loose(data, key)) == result.triples
        graphs[key] = loose(data, key)
    assert all(isomorphic(graph, graphs["nt"]) for graph in graphs.values())


@pytest.mark.parametrize("profile", ["default", "original"])
def test_profiles(profile: str) -> None:
    old = "https://www.dcat-ap.de/def/dcatde/1.1/contributorID"
    data, _ = document([item(plain((DATASET, old, "<urn:x>")))], "nt", frame(profile=profile))
    assert (old.encode() in data) == (profile == "original")


def test_the_same_twice_is_byte_for_byte_the_same() -> None:
    items = [item(plain(), Facts("13003000"), catalogue=CATALOGUE)]
    assert document(items, "ttl", frame(source()))[0] == document(items, "ttl", frame(source()))[0]
