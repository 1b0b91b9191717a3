# SPDX-License-Identifier: EUPL-1.2
"""A page's datasets, series, catalogues and services, each with its own statements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from harvesters.base.canonical import digest, label
from harvesters.base.dcat import nodes_of, texts, values
from harvesters.base.graph import (
    CATALOGUE,
    CATALOGUE_RECORD,
    DATASET,
    SERIES,
    SERVICE,
    Graph,
    Index,
    Statement,
    boundaries,
    closure,
    split,
)
from harvesters.base.identity import dataset_id
from harvesters.base.persons import separate
from harvesters.base.record import Broken, Item, Page, Portal, RawCatalogue, Repair
from harvesters.base.terms import NAMESPACES, curie, value
from harvesters.base.text import shorten

_SERVES = f"<{NAMESPACES['dcat']}servesDataset>"
_DISTRIBUTION = f"<{NAMESPACES['dcat']}distribution>"
_RECORD = f"<{NAMESPACES['dcat']}record>"


@dataclass(frozen=True, slots=True)
class Payload:
    """One dataset before it is mapped: its labelled statements and which node of them it is."""

    root: str
    kind: str
    statements: tuple[Statement, ...]
    catalogue: str | None
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class PageGraph:
    """A page with what points at its datasets from outside.

    index: without the long lists of catalogues and services. catalogues: dataset -> catalogue.
    records, services: dataset -> catalogue records about it, services that serve it. listed:
    catalogue record -> catalogues that list it.
    """

    index: Index
    boundary: set[str]
    roots: dict[str, str]
    catalogues: dict[str, str]
    records: dict[str, list[str]]
    services: dict[str, list[str]]
    listed: dict[str, list[str]]
    repairs: dict[str, list[Repair]]


def prepare(graph: Graph) -> PageGraph:
    """Links of the page turned round, so that a dataset finds what speaks of it."""
    index = dict(graph.index)
    links: dict[str, dict[str, list[str]]] = {
        name: defaultdict(list)
        for name in ("dcat:dataset", "dcat:record", "dcat:servesDataset", "foaf:primaryTopic")
    }
    for subject in graph.of_type(CATALOGUE, CATALOGUE_RECORD, SERVICE):
        index[subject] = _take_links(subject, index.get(subject, []), links)
    catalogues = {member: owners[0] for member, owners in links["dcat:dataset"].items()}
    return PageGraph(
        index,
        boundaries(graph) | set(catalogues),
        _roots(graph, catalogues),
        catalogues,
        links["foaf:primaryTopic"],
        links["dcat:servesDataset"],
        links["dcat:record"],
        _by_subject(graph.repairs),
    )


def _take_links(
    subject: str, rests: list[str], links: dict[str, dict[str, list[str]]]
) -> list[str]:
    kept = []
    for rest in rests:
        predicate, object_ = split(rest)
        name = curie(predicate)
        if name in links:
            links[name][object_].append(subject)
        if name not in links or name == "foaf:primaryTopic":
            kept.append(rest)
    return kept


def _roots(graph: Graph, catalogues: Iterable[str]) -> dict[str, str]:
    """Datasets and series in the page's order; an untyped member of a catalogue is a dataset."""
    catalogue_types = {CATALOGUE}
    roots = {
        subject: "series" if SERIES in types else "dataset"
        for subject, types in graph.types.items()
        if types & {DATASET, SERIES} and not types & catalogue_types
    }
    for member in catalogues:
        if member in graph.index and not graph.types.get(member, set()) & catalogue_types:
            roots.setdefault(member, "dataset")
    return roots


def _by_subject(repairs: Iterable[Repair]) -> dict[str, list[Repair]]:
    found: dict[str, list[Repair]] = defaultdict(list)
    for repair in repairs:
        found[repair.subject].append(repair)
    return found


def items(page_graph: PageGraph, portal: Portal, page: Page) -> tuple[list[Item], list[Broken]]:
    """Datasets and series of a page; Broken are those that nothing identifies."""
    found: list[Item] = []
    broken: list[Broken] = []
    for number, (root, kind) in enumerate(page_graph.roots.items(), 1):
        own = own_statements(page_graph, root)
        position = f"page {page.number}, dataset {number}"
        identifier = _identify(root, own)
        if identifier is None:
            said = " ".join(f"{p} {o}" for s, p, o in own if s == root)
            broken.append(Broken(None, position, "item.no_identity", shorten(said)))
            continue
        labelled, names = label(own, dataset_id(portal.key, identifier))
        node = names.get(root, root)
        payload = Payload(
            node,
            kind,
            labelled,
            value(page_graph.catalogues[root]) if root in page_graph.catalogues else None,
            _repairs(page_graph, own),
        )
        parts = sum(s == node and p == _DISTRIBUTION for s, p, _ in labelled)
        found.append(Item(identifier, position, digest(labelled, page.fetched), payload, parts))
    return found, broken


def own_statements(page: PageGraph, root: str) -> list[Statement]:
    """All that the page says of a dataset: itself, distributions, agents, records, services."""
    records = page.records.get(root, [])
    statements = closure(page.index, [root, *records], page.boundary)
    statements += [(c, _RECORD, record) for record in records for c in page.listed.get(record, ())]
    serving = page.services.get(root, [])
    access = {o for _, p, o in statements if curie(p) == "dcat:accessService" and o in page.index}
    if serving or access:
        statements += closure(page.index, {*serving, *access}, page.boundary)
        statements += [(service, _SERVES, root) for service in serving]
    return statements


def _identify(root: str, statements: list[Statement]) -> str | None:
    """The dataset's IRI, else its identifier (promise H13); never its title."""
    if root[0] == "<":
        return value(root)
    for wanted in ("dct:identifier", "adms:identifier"):
        for subject, predicate, object_ in statements:
            if subject == root and curie(predicate) == wanted and value(object_).strip():
                return value(object_).strip()
    return None


def _repairs(page: PageGraph, own: list[Statement]) -> tuple[Repair, ...]:
    if not page.repairs:
        return ()
    subjects = dict.fromkeys(value(subject) for subject, _, _ in own)
    return tuple(repair for subject in subjects for repair in page.repairs.get(subject, ()))


def catalogues(page: PageGraph, graph: Graph) -> list[RawCatalogue]:
    """The page's catalogues with their own statements and those of services no dataset names."""
    attached = {service for services in page.services.values() for service in services}
    loose = [s for s in graph.of_type(SERVICE) if s not in attached]
    found = []
    for number, subject in enumerate(graph.of_type(CATALOGUE)):
        roots = [subject, *(loose if number == 0 else ())]
        found.append(_catalogue(subject, closure(page.index, roots, page.boundary)))
    return found


def _catalogue(subject: str, statements: list[Statement]) -> RawCatalogue:
    identifier = value(subject) or "catalogue"
    labelled, names = label(statements, f"c{dataset_id('catalogue', identifier)}")
    public, _ = separate(list(labelled))
    nodes = nodes_of(public)
    node = nodes.get(names.get(subject, subject), {})
    publishers = [
        text.value
        for term in node.get("dct:publisher", ())
        for text in texts(nodes.get(term, {}), "foaf:name", "vcard:fn")
    ]
    homepages = values(node, nodes, "foaf:homepage")
    return RawCatalogue(
        identifier,
        texts(node, "dct:title"),
        publishers[0] if publishers else None,
        values(node, nodes, "dct:license", "dct:rights"),
        homepages[0] if homepages else None,
        to_lines(public),
    )


def to_lines(statements: Iterable[Statement]) -> str:
    """N-Triples text of statements."""
    return "".join(f"{s} {p} {o} .\n" for s, p, o in statements)
