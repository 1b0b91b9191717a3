# SPDX-License-Identifier: EUPL-1.2
"""One page of RDF into datasets, and these into Records; what every kind that gives RDF shares."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from harvesters.base import catalogue, deep, hydra
from harvesters.base.dcat import record
from harvesters.base.errors import MalformedRecord, TooMuch, UnexpectedAnswer
from harvesters.base.graph import DATASET, SERIES, Graph, build
from harvesters.base.large import LARGE, read_large
from harvesters.base.latest import remember_latest
from harvesters.base.masking import masked
from harvesters.base.nodes import Nodes, nodes_in, nodes_of, statements_of, to_lines
from harvesters.base.payload import Payload
from harvesters.base.persons import person_nodes, separate
from harvesters.base.rdf import Document, read
from harvesters.base.record import Contents, Item, Page, Portal, Record

_HALF = ("item.truncated", "item.too_deep")  # the rest of such a dataset may be readable


@remember_latest
def open_page(portal: Portal, page: Page) -> Contents:
    """The datasets, catalogues and paging of one page.

    The last page is remembered: fetch asks for its next link when the run has just opened it.
    """
    return read_page(portal, page)


def read_page(portal: Portal, page: Page) -> Contents:
    """The same for those who remember what they make of it."""
    if len(page.body) > LARGE:
        return _opened(portal, page)
    with _undisturbed():
        return _opened(portal, page)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without a search for circles of rubbish: nothing of a page is rubbish until it is read."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _opened(portal: Portal, page: Page) -> Contents:
    document, graph = _graph_of(page, portal.base)
    prepared = catalogue.prepare(graph)
    items, broken = catalogue.items(prepared, portal, page)
    cut = {each.identifier for each in document.broken if each.reason in _HALF}
    items = [each for each in items if each.identifier not in cut]  # half of one may be readable
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


def _graph_of(page: Page, base: str) -> tuple[Document, Graph]:
    """The page; without datasets that are nested too deeply, where it is refused for these."""
    try:
        return _read(page, base)
    except UnexpectedAnswer as error:
        left = deep.shallow(page, error)
        document, graph = _read(left.page, base)
    broken, repairs = document.broken + left.broken, left.repairs + document.repairs
    return replace(document, broken=broken, repairs=repairs), graph


def _read(page: Page, base: str) -> tuple[Document, Graph]:
    if len(page.body) > LARGE:
        return read_large(page, base)
    try:
        document = read(page, base)
    except TooMuch:  # small in bytes, not in what it says
        return read_large(page, base)
    return document, build(document, base)


def parse(portal: Portal, item: Item) -> Record:
    """The Record of one dataset; statements about persons stand apart in it."""
    payload: Payload = item.payload.unpacked()
    root, nodes, public, personal = payload.root, payload.nodes, payload.lines, ""
    telling = payload.telling
    if person_nodes(nodes, telling):
        apart = separate(statements_of(payload.lines))
        root, nodes, telling = payload.name, nodes_of(apart[0]), None
        public, personal = to_lines(apart[0]), to_lines(apart[1])
    kept = {
        "kind": payload.kind,
        "catalogue": payload.catalogue,
        "statements": public,
        "personal": personal,
        "repairs": payload.repairs,
    }
    return record(portal.key, item.identifier, root, nodes, kept, telling)


def reread(portal: Portal, identifier: str, kind: str, statements: str, personal: str) -> Record:
    """The Record of a dataset from the statements the store kept of it."""
    nodes = nodes_in(statements)
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
