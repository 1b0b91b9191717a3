# SPDX-License-Identifier: EUPL-1.2
"""Reads official SKOS files (RDF/XML, Turtle) from disk; nothing is fetched."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import DC, DCTERMS, FOAF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from app.vocabulary.errors import VocabularyError

_EUVOC = Namespace("http://publications.europa.eu/ontology/authority/")
_LINKS = (SKOS.exactMatch, DCTERMS.references, FOAF.homepage, RDFS.seeAlso, SKOS.closeMatch)


@dataclass(frozen=True, slots=True)
class SkosConcept:
    """A concept of a list. code: identifier, else the URI's last part; links: matches, pages."""

    uri: str
    code: str
    name_de: str
    name_en: str
    broader: str
    others: tuple[str, ...]
    links: tuple[str, ...]


def read_graph(path: Path) -> Graph:
    """The file's statements. VocabularyError when it is broken or tries to declare entities."""
    body = path.read_bytes()
    if b"<!DOCTYPE" in body[:4096] and b"<!ENTITY" in body[:65_536] and b"SYSTEM" in body[:65_536]:
        raise VocabularyError("vocabulary.source_rdf", file=path.name)
    graph = Graph()
    syntax = "turtle" if path.suffix.lower() == ".ttl" else "xml"
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
    try:
        return graph.parse(data=body, format=syntax)
    except Exception as error:  # rdflib's parsers raise a dozen unrelated classes
        raise VocabularyError("vocabulary.source_rdf", file=path.name) from error


def label(graph: Graph, uri: Node, lang: str) -> str:
    """The preferred label in this language, blanks made single; empty if there is none."""
    found = sorted(
        str(text)
        for text in graph.objects(uri, SKOS.prefLabel)
        if isinstance(text, Literal) and (text.language or "") == lang
    )
    return " ".join(found[0].split()) if found else ""


def read_concepts(graph: Graph, scheme: str) -> Iterator[SkosConcept]:
    """The concepts of one scheme, in the order of their URIs."""
    members = graph.subjects(SKOS.inScheme, URIRef(scheme))
    for uri in sorted({str(member) for member in members if isinstance(member, URIRef)}):
        if uri != scheme:
            yield _concept(graph, URIRef(uri))


def _concept(graph: Graph, uri: URIRef) -> SkosConcept:
    codes = [*graph.objects(uri, DC.identifier), *graph.objects(uri, _EUVOC["authority-code"])]
    last = str(uri).rstrip("/").rpartition("/")[2]
    other = (text for p in (SKOS.prefLabel, SKOS.altLabel) for text in graph.objects(uri, p))
    return SkosConcept(
        uri=str(uri),
        code=str(codes[0]) if codes else last,
        name_de=label(graph, uri, "de"),
        name_en=label(graph, uri, "en"),
        broader=str(graph.value(uri, SKOS.broader) or ""),
        others=tuple(sorted({str(text) for text in other if _is_western(text)})),
        links=tuple(sorted({str(link) for p in _LINKS for link in graph.objects(uri, p)})),
    )


def _is_western(text: Node) -> bool:
    return isinstance(text, Literal) and (text.language or "de") in ("de", "en")
