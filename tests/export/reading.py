# SPDX-License-Identifier: EUPL-1.2
"""Independent readers of what was written: rdflib and pyoxigraph in strict mode."""

import warnings

from pyoxigraph import Dataset, RdfFormat, parse
from rdflib import Graph

STRICT = {
    "ttl": RdfFormat.TURTLE,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
}
RDFLIB = {"ttl": "turtle", "rdf": "xml", "jsonld": "json-ld", "nt": "nt"}


def strict(data: bytes, syntax: str) -> Dataset:
    """The document as pyoxigraph reads it when nothing is forgiven."""
    return Dataset(parse(data, STRICT[syntax]))


def loose(data: bytes, syntax: str) -> Graph:
    """The document as rdflib reads it, any warning about the document being an error.

    rdflib's own JSON-LD reader warns of a class of rdflib; that is no word about the document.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "ConjunctiveGraph", DeprecationWarning)
        return Graph().parse(data=data, format=RDFLIB[syntax])
