# SPDX-License-Identifier: EUPL-1.2
"""Portals that publish an RDF catalogue (DCAT-AP, DCAT-AP.de) as pages, a file or a folder."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import urljoin

from harvesters.base import catalogue, files, hydra
from harvesters.base.dcat import record
from harvesters.base.errors import MalformedRecord, UnexpectedAnswer
from harvesters.base.graph import DATASET, SERIES, build
from harvesters.base.masking import masked
from harvesters.base.nodes import Nodes, nodes_of, statements_of, to_lines
from harvesters.base.persons import person_nodes, separate
from harvesters.base.rdf import read
from harvesters.base.record import Contents, Harvester, Http, Item, Page, Portal, Record
from harvesters.base.text import shorten

_MOST_IDLE = 3
ACCEPT = (
    "application/rdf+xml;q=1.0, text/turtle;q=0.9, application/ld+json;q=0.8, "
    "application/n-triples;q=0.8, application/xml;q=0.5, */*;q=0.1"
)


def fetch(portal: Portal, http: Http) -> Iterator[Page]:
    """The pages of the catalogue, following Hydra's next links; from files no link is followed.

    UnexpectedAnswer when the links lead in a circle.
    """
    path = files.local_path(portal.url)
    if path is not None:
        yield from files.pages(path, http.largest_answer)
        return
    url: str | None = portal.url
    seen: set[str] = set()
    walk = _Walk()
    while url:
        if url in seen:
            raise UnexpectedAnswer("paging.circle", page=url)
        seen.add(url)
        page = http.get(url, ACCEPT, len(seen))
        yield page
        contents = open_page(portal, page)
        walk.look(contents, url)
        url = _following(page.name, contents.next_url)


@dataclass
class _Walk:
    """What the walk has met. Pages that bring nothing new would never end (promise H11)."""

    met: set[str] = field(default_factory=set)
    idle: int = 0

    def look(self, contents: Contents, url: str) -> None:
        """UnexpectedAnswer when several pages in a row have brought nothing new."""
        new = {item.identifier for item in contents.items} - self.met
        self.met |= new
        self.idle = 0 if new else self.idle + 1
        if self.idle >= _MOST_IDLE and contents.next_url:
            raise UnexpectedAnswer("paging.repeats", page=url)


def _following(page: str, address: str | None) -> str | None:
    if not address:
        return None
    try:
        return urljoin(page, address.strip())
    except ValueError as error:
        raise UnexpectedAnswer("network.scheme", url=shorten(address)) from error


@lru_cache(maxsize=1)
def open_page(portal: Portal, page: Page) -> Contents:
    """The datasets, catalogues and paging of one page.

    The last page is remembered: fetch asks for its next link when the run has just opened it.
    """
    document = read(page, portal.base)
    graph = build(document, portal.base)
    prepared = catalogue.prepare(graph)
    items, broken = catalogue.items(prepared, portal, page)
    paging = hydra.paging(graph)
    told = {repair[:2] for item in items for repair in item.payload.repairs}
    untold = [each for each in graph.repairs if (each.code, masked(each.value)) not in told]
    return Contents(
        tuple(items),
        tuple(replace(each, value=masked(each.value)) for each in (*document.broken, *broken)),
        tuple(catalogue.catalogues(prepared, graph)),
        paging.announced,
        paging.next_url,
        paging.self_url,
        tuple(each._replace(value=masked(each.value)) for each in (*document.repairs, *untold)),
        document.truncated,
    )


def parse(portal: Portal, item: Item) -> Record:
    """The Record of one dataset; statements about persons stand apart in it."""
    payload: catalogue.Payload = item.payload
    root, nodes, public, personal = payload.root, payload.nodes, payload.lines, ""
    if person_nodes(nodes):
        apart = separate(statements_of(payload.lines))
        root, nodes = payload.name, nodes_of(apart[0])
        public, personal = to_lines(apart[0]), to_lines(apart[1])
    kept = {
        "kind": payload.kind,
        "catalogue": payload.catalogue,
        "statements": public,
        "personal": personal,
        "repairs": payload.repairs,
    }
    return record(portal.key, item.identifier, root, nodes, kept)


def reread(portal: Portal, identifier: str, kind: str, statements: str, personal: str) -> Record:
    """The Record of a dataset from the statements the store kept of it."""
    nodes = nodes_of(statements_of(statements))
    own = f"<{identifier}>"
    root = own if own in nodes else _blank_root(nodes)
    if root is None:
        raise MalformedRecord("item.no_identity", identifier=identifier)
    kept = {"kind": kind, "statements": statements, "personal": personal}
    return record(portal.key, identifier, root, nodes, kept)


def _blank_root(nodes: Nodes) -> str | None:
    """A dataset that is a blank node: the node typed so, else one with a title."""
    typed = (s for s, node in nodes.items() if {DATASET, SERIES} & set(node.get("rdf:type", ())))
    return next(typed, None) or next((s for s, n in nodes.items() if "dct:title" in n), None)


HARVESTER = Harvester(fetch, open_page, parse, reread)
