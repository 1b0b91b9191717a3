# SPDX-License-Identifier: EUPL-1.2
"""A page's datasets, series, catalogues and services, each with its own statements."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from harvesters.base.canonical import digest, label, stamps_of_now
from harvesters.base.cuts import Cut, cut_of
from harvesters.base.disk_index import DiskIndex
from harvesters.base.errors import TooMuch, UnexpectedAnswer
from harvesters.base.graph import (
    CATALOGUE,
    CATALOGUE_RECORD,
    DATASET,
    SERIES,
    SERVICE,
    Graph,
    Part,
    Splits,
    boundaries,
    gather,
    split,
)
from harvesters.base.identity import dataset_id
from harvesters.base.masking import masked
from harvesters.base.nodes import nodes_of, statements_of, to_lines
from harvesters.base.payload import Payload
from harvesters.base.persons import separate
from harvesters.base.record import Broken, Item, Page, Portal, RawCatalogue, Repair
from harvesters.base.rest import Shelf
from harvesters.base.terms import NAMESPACES, curie, value
from harvesters.base.text import shorten
from harvesters.base.values import texts, values

_SERVES = f"<{NAMESPACES['dcat']}servesDataset>"
_RECORD = f"<{NAMESPACES['dcat']}record>"
_TELLING = {"dct:title", "dct:description", "dct:identifier", "dcat:distribution", "dcat:keyword"}
_LABEL = re.compile(r"(?<!\S)_:[\w.-]+")  # another one at every reading
_MOST_DATASETS = 50_000  # of one page: each takes two kilobytes while it waits
# Statements of one dataset, those about blank nodes, and all its characters.
_MOST_SAID, _MOST_BLANK, _LONGEST = 100_000, 40_000, 8_000_000
# Datasets share agents and concepts. More than this many statements, and so many times those of the
# page, no real page has when each dataset gets its own.
_SHARED = 150_000
_SHARED_TIMES = 4


@dataclass(frozen=True, slots=True)
class PageGraph:
    """A page with what points at its datasets from outside.

    splits: of the index, without the long lists of catalogues and services. catalogues: dataset ->
    catalogue. records, services: dataset -> catalogue records about it, services that serve it.
    listed: catalogue record -> catalogues that list it. length: as in Graph.
    """

    splits: Splits
    boundary: set[str]
    roots: dict[str, str]
    catalogues: dict[str, str]
    records: dict[str, list[str]]
    services: dict[str, list[str]]
    listed: dict[str, list[str]]
    repairs: dict[str, list[Repair]]
    cut: Cut | None
    length: int


def prepare(graph: Graph) -> PageGraph:
    """Links of the page turned round, so that a dataset finds what speaks of it."""
    index = graph.index if isinstance(graph.index, DiskIndex) else dict(graph.index)
    links: dict[str, dict[str, dict[str, None]]] = {
        name: defaultdict(dict)
        for name in ("dcat:dataset", "dcat:record", "dcat:servesDataset", "foaf:primaryTopic")
    }
    for subject in graph.of_type(CATALOGUE, CATALOGUE_RECORD, SERVICE):
        index[subject] = _take_links(subject, index.get(subject, []), links)
    catalogues = {member: next(iter(owners)) for member, owners in links["dcat:dataset"].items()}
    return PageGraph(
        Splits(index),
        boundaries(graph) | set(catalogues),
        _roots(graph, catalogues),
        catalogues,
        _lists(links["foaf:primaryTopic"]),
        _lists(links["dcat:servesDataset"]),
        _lists(links["dcat:record"]),
        _by_subject(graph.repairs),
        cut_of(index) if graph.truncated else None,
        graph.length,
    )


def _lists(links: dict[str, dict[str, None]]) -> dict[str, list[str]]:
    return {target: list(subjects) for target, subjects in links.items()}


def _take_links(
    subject: str, rests: list[str], links: dict[str, dict[str, dict[str, None]]]
) -> list[str]:
    kept = []
    for rest in rests:
        predicate, object_ = split(rest)
        name = curie(predicate)
        if name in links:
            links[name][object_][subject] = None
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
    """Datasets and series of a page; Broken are those that nothing identifies or a cut has halved.

    UnexpectedAnswer when each takes in so much of the page that memory would not hold them all.
    """
    found: list[Item] = []
    broken: list[Broken] = []
    index = page_graph.splits.index
    if len(page_graph.roots) > _MOST_DATASETS:
        raise TooMuch("answer.too_much", page=page.name)
    shelf = Shelf() if isinstance(index, DiskIndex) else None
    said = index.statements if isinstance(index, DiskIndex) else sum(map(len, index.values()))
    room = _SHARED + _SHARED_TIMES * said
    for number, root in enumerate(page_graph.roots, 1):
        position = f"page {page.number}, dataset {number}"
        if isinstance(index, DiskIndex) and index.length(root) > _LONGEST:
            broken.append(Broken(value(root), position, "item.too_much", ""))
            continue
        part = own_part(page_graph, root)
        size = sum(map(len, part.rests.values()))
        room -= size
        if room < 0:
            raise UnexpectedAnswer("answer.entangled", page=page.name)
        identifier = _identify(root, part)
        if size > _MOST_SAID or _is_too_much(page_graph, part):
            broken.append(Broken(identifier, position, "item.too_much", ""))
        elif identifier is None:
            broken.append(Broken(None, position, "item.no_identity", _shown(part, root)))
        elif page_graph.cut and page_graph.cut.is_half(part, root):
            broken.append(Broken(identifier, position, "item.truncated", _shown(part, root)))
        else:
            item = _item(page_graph, part, root, f"b{dataset_id(portal.key, identifier)}", page)
            payload = item.payload.laid(shelf)
            found.append(replace(item, identifier=identifier, position=position, payload=payload))
    return found, broken


def _is_too_much(page: PageGraph, part: Part) -> bool:
    """Whether no real dataset says so much, and putting it in order takes too long."""
    if len(part.blank) > _MOST_BLANK:
        return True
    if page.length <= _LONGEST:  # as most pages are, and no part is longer
        return False
    return sum(sum(map(len, own)) for own in part.rests.values()) > _LONGEST


def _item(page_graph: PageGraph, part: Part, root: str, prefix: str, page: Page) -> Item:
    now = stamps_of_now(part.stamps, page.fetched)
    labelled = label(part, prefix, now)
    pieces = labelled.pieces()
    owner = page_graph.catalogues.get(root)
    payload = Payload(
        root,
        labelled.names.get(root, root),
        page_graph.roots[root],
        part.nodes,
        "".join(pieces),
        value(owner) if owner else None,
        _repairs(page_graph, part, root),
        telling={term: node for term, node in part.nodes.items() if term in part.telling},
    )
    files = len(set(part.nodes.get(root, {}).get("dcat:distribution", ())))
    return Item("", "", digest(labelled, pieces, now), payload, files)


def _shown(part: Part, root: str) -> str:
    """What a dataset says of itself, for a report; nothing about whom to ask (promise S11)."""
    own = part.rests.get(root, ())
    told = (rest for rest in own if curie(rest.partition(" ")[0]) in _TELLING)
    return shorten(_LABEL.sub("[]", " ".join(f"{rest} ." for rest in told)))


def own_part(page: PageGraph, root: str) -> Part:
    """All that the page says of a dataset: itself, distributions, agents, records, services."""
    part = Part()
    records = page.records.get(root, [])
    gather(part, page.splits, [root, *records], page.boundary)
    for record in records:
        for catalogue in page.listed.get(record, ()):
            part.add((catalogue, _RECORD, record))
    serving = page.services.get(root, [])
    if serving or part.services:
        gather(part, page.splits, [*serving, *sorted(part.services)], page.boundary)
        for service in serving:
            part.add((service, _SERVES, root))
    return part


def _identify(root: str, part: Part) -> str | None:
    """The dataset's IRI, else its identifier (promise H13); never its title."""
    if root[0] == "<":
        return value(root)
    nodes = part.nodes
    for name in ("dct:identifier", "adms:identifier"):
        for said in values(nodes.get(root, {}), nodes, name):
            if said.strip():
                return said.strip()
    return None


def _repairs(page: PageGraph, part: Part, root: str) -> tuple[Repair, ...]:
    """What was mended in a dataset; of a blank node it is told as the dataset's own."""
    if not page.repairs:
        return ()
    found = [r for subject in part.rests for r in page.repairs.get(value(subject) or subject, ())]
    own = value(root)
    return tuple(
        repair._replace(
            value=masked(repair.value),
            subject=own if repair.subject[:2] == "_:" else repair.subject,
        )
        for repair in found
    )


def catalogues(page: PageGraph, graph: Graph) -> list[RawCatalogue]:
    """The page's catalogues with their own statements and those of services no dataset names."""
    attached = {service for services in page.services.values() for service in services}
    loose = [s for s in graph.of_type(SERVICE) if s not in attached]
    found = []
    for number, subject in enumerate(graph.of_type(CATALOGUE)):
        part = Part()
        gather(part, page.splits, [subject, *(loose if number == 0 else ())], page.boundary)
        found.append(_catalogue(subject, part))
    return found


def _catalogue(subject: str, part: Part) -> RawCatalogue:
    identifier = value(subject) or "catalogue"
    labelled = label(part, f"c{dataset_id('catalogue', identifier)}")
    names = labelled.names
    public, _ = separate(statements_of(labelled.lines))
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
