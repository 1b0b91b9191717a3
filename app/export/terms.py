# SPDX-License-Identifier: EUPL-1.2
"""Names of the RDF world and how a term or a triple is written as N-Triples (RDF 1.1 N-Triples)."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import NamedNode

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCAT = "http://www.w3.org/ns/dcat#"
DCT = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
HYDRA = "http://www.w3.org/ns/hydra/core#"
DCATAP = "http://data.europa.eu/r5r/"
DCATDE = "http://dcat-ap.de/def/dcatde/"
GEOCODING = "http://dcat-ap.de/def/politicalGeocoding/"
LANGUAGE = "http://publications.europa.eu/resource/authority/language/"

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": DCAT,
    "dcatap": DCATAP,
    "dcatde": DCATDE,
    "dct": DCT,
    "foaf": FOAF,
    "geodcatap": "http://data.europa.eu/930/",
    "hydra": HYDRA,
    "locn": "http://www.w3.org/ns/locn#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": SKOS,
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": XSD,
}

TYPE = f"<{RDF}type>"
# What an IRI may not hold (RFC 3987): controls, space and these; "%" stays, it is already encoded.
UNWRITTEN = re.compile(r"[\x00-\x20\x7f<>\"{}|\\^`]")
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
ESCAPED = re.compile(r'["\\\n\r\t]')
# Characters XML 1.0 cannot carry at all (section 2.2): they would break one syntax of four.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SCRIPT = re.compile(r"(?:javascript|vbscript|data):", re.I)


def iri(value: str) -> str:
    """The IRI as a term; value is one of our own or already checked."""
    return f"<{value}>"


@lru_cache(maxsize=4096)
def safe_iri(value: str) -> str | None:
    """An address from data as a term, illegal characters percent-encoded.

    None if it is no IRI, or one that a browser would run instead of opening.
    """
    encoded = UNWRITTEN.sub(lambda match: quote(match[0], safe=""), value.strip())
    if SCRIPT.match(encoded):
        return None
    try:
        return str(NamedNode(encoded))
    except ValueError:
        return None


def text(value: str, lang: str = "") -> str:
    """A literal; characters that XML 1.0 cannot carry are dropped so that all syntaxes agree."""
    clean = ESCAPED.sub(lambda match: ESCAPES[match[0]], NO_XML.sub("", value))
    return f'"{clean}"@{lang}' if lang else f'"{clean}"'


def typed(value: str, datatype: str) -> str:
    """A literal of an XML Schema datatype, ``datatype`` being its local name."""
    return f'"{value}"^^<{XSD}{datatype}>'


def instant(moment: datetime) -> str:
    """xsd:dateTime in UTC, to the second."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return typed(aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0"), "dateTime")


def day(value: date) -> str:
    """xsd:date."""
    return typed(value.isoformat()[:10], "date")


def triple(subject: str, predicate: str, value: str) -> str:
    """One line of N-Triples without its line break; predicate is a full IRI without brackets."""
    return f"{subject} <{predicate}> {value} ."
