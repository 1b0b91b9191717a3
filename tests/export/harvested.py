# SPDX-License-Identifier: EUPL-1.2
"""Real catalogues as the harvester reads them and as rdflib reads them, independently of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from rdflib import Graph
from rdflib.compare import to_canonical_graph
from rdflib.namespace import FOAF, RDF, Namespace
from rdflib.term import BNode, Node, URIRef

from app.export.catalogues import SourceCatalogue
from app.export.feed import Frame
from app.export.item import Item, facts_of
from app.export.meaning import make_meaning
from app.export.site import FeedSite
from app.model.identity import dataset_id
from app.normalise import make_reader, understand
from app.vocabulary import Vocabulary
from harvesters import dcat
from harvesters.base.record import Page, Portal

DCAT = Namespace("http://www.w3.org/ns/dcat#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SITE = FeedSite(url="https://spiegel.example")
NOW = datetime(2026, 3, 1, tzinfo=UTC)
# What a dataset leads to but does not own, so that its subgraph has an end.
OTHERS = {DCAT.Dataset, DCAT.DatasetSeries, DCAT.Catalog, DCAT.CatalogRecord, DCAT.DataService}


@dataclass(frozen=True)
class Harvested:
    """Datasets on their way out, and what they share."""

    items: tuple[Item, ...]
    frame: Frame


def harvest(body: bytes, vocabulary: Vocabulary, portal: Portal, name: str = "page") -> Harvested:
    """One page through the ordinary path: open, parse, understand."""
    contents = dcat.open_page(portal, Page(1, name, body, NOW))
    reader = make_reader(vocabulary)
    items = []
    for found in contents.items:
        record = dcat.parse(portal, found)
        dataset, _ = understand(reader, portal, record)
        items.append(
            Item(
                id=dataset_id(portal.key, record.identifier),
                portal=portal.key,
                identifier=record.identifier,
                first_seen=NOW,
                changed_at=NOW,
                uri=dataset.uri,
                catalogue=dataset.catalogue,
                statements=record.statements,
                personal=record.personal,
                facts=facts_of(dataset),
            )
        )
    sources = {
        (portal.key, catalogue.identifier): SourceCatalogue(
            portal.key, catalogue.identifier, portal.title, catalogue.statements
        )
        for catalogue in contents.catalogues
    }
    return Harvested(tuple(items), Frame(SITE, make_meaning(vocabulary), sources))


@cache
def harvest_file(path: Path, vocabulary: Vocabulary) -> Harvested:
    """A file of the shared material."""
    portal = Portal(path.parent.name, "dcat", str(path), "https://portal.example/", title="Portal")
    return harvest(path.read_bytes(), vocabulary, portal, path.name)


def subgraph(graph: Graph, root: Node) -> Graph:
    """All that is said of a dataset: itself, its distributions, agents and blank nodes."""
    part, seen, waiting = Graph(), {root}, [root]
    while waiting:
        subject = waiting.pop()
        for triple in graph.triples((subject, None, None)):
            part.add(triple)
            value = triple[2]
            if value in seen or triple[1] == RDF.type or not isinstance(value, URIRef | BNode):
                continue
            if not OTHERS & set(graph.objects(value, RDF.type)):
                seen.add(value)
                waiting.append(value)
    return part


def roots(graph: Graph) -> set[Node]:
    """The datasets and series of a graph."""
    return {
        subject
        for kind in (DCAT.Dataset, DCAT.DatasetSeries)
        for subject in graph.subjects(RDF.type, kind)
    }


def persons(graph: Graph) -> set[Node]:
    """Nodes typed as natural persons."""
    return {
        subject
        for kind in (VCARD.Individual, FOAF.Person)
        for subject in graph.subjects(RDF.type, kind)
    }


def canonical(graph: Graph) -> set[tuple[Node, Node, Node]]:
    """The triples with blank nodes named by what is said of them."""
    return set(to_canonical_graph(graph))
