# SPDX-License-Identifier: EUPL-1.2
"""The catalogue in pages, each in another syntax and with another form of Hydra paging."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from app.demonstration.draft import Draft
from app.demonstration.expansion import drafts
from app.demonstration.faults import BARE
from app.demonstration.portal import ORIGIN, PATH
from app.demonstration.source_files import load
from app.demonstration.statements import PREFIXES, about, name, statements

PER_PAGE = 50
CATALOGUE = NamedNode(f"{ORIGIN}/")
TITLE = "Demonstrationskatalog von Datenspiegel (erfundene Beispieldaten)"
DESCRIPTION = (
    "Kein amtlicher Katalog: Dieser Katalog liegt Datenspiegel bei, damit es ohne Netz etwas zu "
    "sehen gibt. Namen und Schlüssel der Kommunen sind echt, alles andere ist erfunden."
)
METADATA_LICENCE = "http://dcat-ap.de/def/licenses/cc-zero"
FORMS = (
    (RdfFormat.RDF_XML, "application/rdf+xml"),
    (RdfFormat.TURTLE, "text/turtle"),
    (RdfFormat.JSON_LD, "application/ld+json"),
    (RdfFormat.N_TRIPLES, "application/n-triples"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """One page as it goes over the wire."""

    media_type: str
    body: bytes


def documents() -> tuple[Document, ...]:
    """All pages, the first one first; the same bytes every time."""
    said = tuple(drafts(load()))
    groups = [said[start : start + PER_PAGE] for start in range(0, len(said), PER_PAGE)]
    return tuple(_document(group, at, len(groups), len(said)) for at, group in enumerate(groups))


def _document(group: tuple[Draft, ...], at: int, last: int, total: int) -> Document:
    form, media_type = FORMS[at % len(FORMS)]
    triples = dict.fromkeys(_page(group, at + 1, last, total))
    body = serialize(triples, format=form, prefixes=PREFIXES) or b""  # no target, so never None
    if form == RdfFormat.RDF_XML:
        body = body.replace(BARE.replace("&", "&amp;").encode(), BARE.encode())
    return Document(media_type, body)


def _page(group: tuple[Draft, ...], number: int, last: int, total: int) -> Iterator[Triple]:
    yield from _catalogue()
    for draft in group:
        yield Triple(CATALOGUE, name("dcat:dataset"), NamedNode(draft.iri))
    paging = _old_paging if number % 2 else _new_paging
    yield from paging(number, last, total)
    for draft in group:
        yield from statements(draft)


def _catalogue() -> Iterator[Triple]:
    publisher = NamedNode(f"{ORIGIN}/herausgeber")
    yield Triple(CATALOGUE, name("rdf:type"), name("dcat:Catalog"))
    yield Triple(CATALOGUE, name("dct:publisher"), publisher)
    yield Triple(publisher, name("rdf:type"), name("foaf:Agent"))
    yield from about(publisher, "", ("foaf:name", "Datenspiegel, Demonstration"))
    yield from about(
        CATALOGUE,
        "",
        ("dct:title", TITLE),
        ("dct:description", DESCRIPTION),
        ("dct:license", METADATA_LICENCE),
        ("foaf:homepage", CATALOGUE.value),
    )


def _address(number: int) -> str:
    return f"{ORIGIN}{PATH}?seite={number}"


def _old_paging(number: int, last: int, total: int) -> Iterator[Triple]:
    """Hydra's draft of 2014, with addresses as literals, as CKAN portals still write it."""
    node = NamedNode(_address(number))
    yield Triple(node, name("rdf:type"), name("hydra:PagedCollection"))
    yield Triple(node, name("hydra:totalItems"), Literal(total))
    yield Triple(node, name("hydra:itemsPerPage"), Literal(PER_PAGE))
    yield Triple(node, name("hydra:firstPage"), Literal(_address(1)))
    yield Triple(node, name("hydra:lastPage"), Literal(_address(last)))
    if number < last:
        yield Triple(node, name("hydra:nextPage"), Literal(_address(number + 1)))


def _new_paging(number: int, last: int, total: int) -> Iterator[Triple]:
    """Hydra as it is today: a view on the collection, addresses as IRIs."""
    node = NamedNode(_address(number))
    yield Triple(CATALOGUE, name("hydra:totalItems"), Literal(total))
    yield Triple(CATALOGUE, name("hydra:view"), node)
    yield Triple(node, name("rdf:type"), name("hydra:PartialCollectionView"))
    yield Triple(node, name("hydra:first"), NamedNode(_address(1)))
    yield Triple(node, name("hydra:last"), NamedNode(_address(last)))
    if number < last:
        yield Triple(node, name("hydra:next"), NamedNode(_address(number + 1)))
