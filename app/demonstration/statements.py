# SPDX-License-Identifier: EUPL-1.2
"""Drafts become RDF statements: DCAT-AP.de in the spelling each draft asks for."""

import re
import zlib
from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from app.demonstration.draft import Contact, Draft, FileDraft

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Node = NamedNode | BlankNode
_IRI = re.compile(r"(?:https?|mailto):\S+")
_TYPES = {10: "date", 19: "dateTime"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?")
_TEXTS = {"dct:title", "dct:description", "dcat:keyword"}


def name(curie: str, dcatde: str = "http://dcat-ap.de/def/dcatde/") -> NamedNode:
    """The full name of ``dct:title``; ``dcatde:`` takes the namespace given."""
    prefix, _, local = curie.partition(":")
    return NamedNode((dcatde if prefix == "dcatde" else PREFIXES[prefix]) + local)


def term(text: str, curie: str = "") -> NamedNode | Literal:
    """An IRI where the text looks like one; a date, a German text or a plain literal else."""
    if _IRI.fullmatch(text) and curie not in _TEXTS:
        return NamedNode(text)
    if _DAY.fullmatch(text):
        return Literal(text, datatype=name(f"xsd:{_TYPES[len(text)]}"))
    return Literal(text, language="de") if curie in _TEXTS else Literal(text)


def about(subject: Node, dcatde: str, *said: tuple[str, str]) -> Iterator[Triple]:
    """Statements about one thing from (property, value) pairs; empty values are not said."""
    for curie, text in said:
        if text:
            yield Triple(subject, name(curie, dcatde), term(text, curie))


def statements(draft: Draft) -> Iterator[Triple]:
    """All statements of a dataset or series, with its agents, files and services."""
    subject = NamedNode(draft.iri)
    yield Triple(subject, name("rdf:type"), name(_type_of(draft)))
    yield from about(subject, draft.dcatde, *_said(draft))
    yield from _period(subject, draft)
    yield from _contact(subject, draft.contact)
    if draft.publisher:
        yield from _publisher(subject, *draft.publisher)
    for file in draft.files:
        yield Triple(subject, name("dcat:distribution"), NamedNode(file.iri))
        yield from _file(file, draft)


def _type_of(draft: Draft) -> str:
    return "dcat:DatasetSeries" if draft.is_series else "dcat:Dataset"


def _said(draft: Draft) -> list[tuple[str, str]]:
    several = {
        "dcat:keyword": draft.keywords,
        "dcat:theme": draft.themes,
        "dct:references": draft.references,
        "dcatap:hvdCategory": draft.hvd,
        "dct:license": draft.licences,
    }
    one = [
        ("dct:title", draft.title),
        ("dct:description", draft.description),
        ("dct:identifier", draft.identifier),
        ("dct:issued", draft.issued),
        ("dct:modified", draft.modified),
        ("dct:accrualPeriodicity", draft.frequency),
        ("dct:language", draft.language),
        ("dct:accessRights", draft.access_rights),
        ("dcatap:availability", draft.availability),
        ("dcat:landingPage", draft.landing),
        ("dcat:inSeries", draft.in_series),
        *draft.geocoding,
    ]
    return one + [(curie, text) for curie, texts in several.items() for text in texts]


def _period(subject: Node, draft: Draft) -> Iterator[Triple]:
    if draft.period is None:
        return
    node = blank(f"{draft.iri}/period")
    start, end = draft.period
    yield Triple(subject, name("dct:temporal"), node)
    yield Triple(node, name("rdf:type"), name("dct:PeriodOfTime"))
    yield from about(node, "", ("dcat:startDate", start), ("dcat:endDate", end))


def _contact(subject: NamedNode, contact: Contact) -> Iterator[Triple]:
    node = blank(f"{subject.value}/contact")
    kind = "vcard:Individual" if contact.person else "vcard:Organization"
    yield Triple(subject, name("dcat:contactPoint"), node)
    yield Triple(node, name("rdf:type"), name(kind))
    yield from about(
        node, "", ("vcard:fn", contact.name), ("vcard:hasEmail", f"mailto:{contact.mail}")
    )


def _publisher(subject: Node, iri: str, title: str) -> Iterator[Triple]:
    node = NamedNode(iri)
    yield Triple(subject, name("dct:publisher"), node)
    yield Triple(node, name("rdf:type"), name("foaf:Organization"))
    yield from about(node, "", ("foaf:name", title))


def _file(file: FileDraft, draft: Draft) -> Iterator[Triple]:
    node = NamedNode(file.iri)
    yield Triple(node, name("rdf:type"), name("dcat:Distribution"))
    yield from about(
        node,
        draft.dcatde,
        ("dct:title", file.title),
        ("dcat:accessURL", file.access),
        ("dcat:downloadURL", file.download),
        ("dcat:mediaType", file.media),
        ("dct:rights", file.rights),
        ("dct:modified", file.modified),
        ("dcat:byteSize", file.size),
        ("dcatde:licenseAttributionByText", file.attribution),
        *(("dct:format", text) for text in file.formats),
        *(("dct:license", text) for text in file.licences),
        *(("dct:conformsTo", text) for text in file.conforms),
    )
    if file.endpoint:
        yield from _service(node, file, draft)


def _service(node: Node, file: FileDraft, draft: Draft) -> Iterator[Triple]:
    service = NamedNode(f"{file.iri}/service")
    yield Triple(node, name("dcat:accessService"), service)
    yield Triple(service, name("rdf:type"), name("dcat:DataService"))
    yield from about(
        service,
        draft.dcatde,
        ("dct:title", file.title),
        ("dcat:endpointURL", file.endpoint),
        ("dcat:endpointDescription", file.access),
        ("dcat:servesDataset", draft.iri),
        *(("dct:license", text) for text in file.licences),
    )


def blank(path: str) -> BlankNode:
    """A blank node whose label follows from what it belongs to, the same in every run."""
    return BlankNode(f"n{zlib.crc32(path.encode()):08x}")
