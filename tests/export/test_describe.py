# SPDX-License-Identifier: EUPL-1.2
"""A dataset of a portal without RDF becomes complete DCAT-AP.de 3.0."""

from dataclasses import replace
from datetime import UTC, date, datetime

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, XSD, Namespace

from app.export.describe import describe
from app.export.item import Item
from app.model import Body, DataService, Dataset, Distribution, Reading, Series, StandardUse
from tests.export.making import CSV, MEANING, PUBLIC, WHEN, ZERO, document, frame
from tests.export.reading import loose

DCAT = Namespace("http://www.w3.org/ns/dcat#")
ADDRESS = "https://spiegel.example/datensatz/abcdefghijklm"
NODE = URIRef(ADDRESS)
EXACT = Reading("13003000", "exact", "name", "Hansestadt")
FILE = Distribution(
    title="CSV",
    access_url="https://daten.example/bäume 1.csv",
    download_url="https://daten.example/bäume 1.csv",
    format=Reading("CSV", "exact"),
    licence=Reading("cc-zero", "exact"),
    attribution="Stadt",
    modified=datetime(2026, 1, 2, tzinfo=UTC),
    byte_size=0,
    standards=(StandardUse("csv", "https://www.rfc-editor.org/info/rfc4180", "declared"),),
)
DATASET = Dataset(
    portal="ckan",
    identifier="baeume",
    title='Bäume "alle"',
    description="Zeile\nZeile",
    languages=("de",),
    keywords=("Baum",),
    publisher=Body("Stadt", EXACT, "gemeinde", "kern"),
    musterdatensatz=Reading("umwelt--baumkataster", "likely", "lexicon"),
    themes=("REGI", "nicht-da"),
    issued=date(2020, 5, 1),
    modified=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    temporal_start=date(2020, 1, 1),
    access_rights="PUBLIC",
    landing_page="https://daten.example/baeume",
    series=Series("https://daten.example/reihe", "holding"),
    distributions=(FILE, replace(FILE, licence=Reading("cc-zero", "ambiguous"), byte_size=None)),
    services=(DataService("wfs-1", "WFS", "https://daten.example/wfs"),),
)


def graph_of(dataset: Dataset) -> Graph:
    _, lines = describe(dataset, ADDRESS, MEANING)
    return Graph().parse(data="\n".join(lines), format="nt")


def test_everything_understood_is_written() -> None:
    graph = graph_of(DATASET)
    assert (NODE, RDF.type, DCAT.Dataset) in graph
    assert (NODE, DCTERMS.title, Literal('Bäume "alle"', lang="de")) in graph
    assert (NODE, DCTERMS.identifier, Literal("baeume")) in graph
    assert (NODE, DCTERMS.accessRights, URIRef(PUBLIC)) in graph
    assert (NODE, DCTERMS.issued, Literal("2020-05-01", datatype=XSD.date)) in graph
    assert (NODE, DCAT.inSeries, URIRef("https://daten.example/reihe")) in graph
    assert len(set(graph.objects(NODE, DCAT.theme))) == 1
    agent = graph.value(NODE, DCTERMS.publisher)
    assert graph.value(agent, FOAF.name) == Literal("Stadt")
    period = graph.value(NODE, DCTERMS.temporal)
    assert (period, RDF.type, DCTERMS.PeriodOfTime) in graph
    service = URIRef(f"{ADDRESS}#dienst-1")
    assert (service, DCAT.servesDataset, NODE) in graph


def test_files_carry_only_what_was_read_exactly() -> None:
    graph = graph_of(DATASET)
    first, second = URIRef(f"{ADDRESS}#datei-1"), URIRef(f"{ADDRESS}#datei-2")
    assert graph.value(first, DCTERMS.license) == URIRef(ZERO)
    assert graph.value(second, DCTERMS.license) is None
    assert graph.value(first, DCTERMS["format"]) == URIRef(CSV)
    assert graph.value(first, DCAT.accessURL) == URIRef("https://daten.example/bäume%201.csv")
    assert str(graph.value(first, DCAT.byteSize)) == "0"
    assert len(list(graph.objects(first, DCTERMS.conformsTo))) == 1


def test_no_blank_nodes_so_that_names_stay() -> None:
    _, lines = describe(DATASET, ADDRESS, MEANING)
    assert not any("_:" in line for line in lines)


def test_its_own_iri_is_kept() -> None:
    own = replace(DATASET, uri="https://daten.example/d/1", kind="series", services=())
    graph = graph_of(own)
    assert (URIRef(own.uri or ""), RDF.type, DCAT.DatasetSeries) in graph
    assert (NODE, None, None) not in graph


def test_almost_nothing_known_is_still_a_dataset() -> None:
    graph = graph_of(Dataset("ckan", "x"))
    assert set(graph.predicates(NODE)) == {RDF.type, DCTERMS.identifier}


def test_it_goes_through_the_feed() -> None:
    item = Item("abcdefghijklm", "ckan", "baeume", WHEN, WHEN, dataset=DATASET)
    graph = loose(document([item], "jsonld", frame())[0], "jsonld")
    assert (None, DCAT.dataset, NODE) in graph
    assert (URIRef(f"{ADDRESS}#record"), FOAF.primaryTopic, NODE) in graph
