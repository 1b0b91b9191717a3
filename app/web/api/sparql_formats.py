# SPDX-License-Identifier: EUPL-1.2
"""Which syntax a SPARQL client asks for: by a parameter, under its many names, or by Accept.

The protocol knows the Accept header alone. Clients that speak to many servers name the syntax in up
to three parameters at once, with words of Virtuoso, Fuseki and others, and hope that one of them is
understood.
"""

from collections.abc import Mapping, Sequence

from flask import request

from app.export.sparql import GRAPHS, RESULTS, SparqlError

PARAMETERS = ("format", "output", "results")
MEDIA = {"application/json": "json", "application/xml": "xml", "text/xml": "xml"}
ROWS: Mapping[str, str] = {
    **{kind: kind for kind in RESULTS},
    **{media: kind for kind, media in RESULTS.items()},
    **MEDIA,
}
TRIPLES: Mapping[str, str] = {
    **{kind: kind for kind in GRAPHS},
    **{media: kind for kind, media in GRAPHS.items()},
    "turtle": "ttl",
    "n3": "ttl",
    "text/n3": "ttl",
    "ntriples": "nt",
    "n-triples": "nt",
    "rdf+xml": "rdf",
    "rdfxml": "rdf",
    "xml": "rdf",
    "application/xml": "rdf",
    "json-ld": "jsonld",
    "ld+json": "jsonld",
    "json": "jsonld",
    "application/json": "jsonld",
}
"""Names of a syntax → ours. What a name says of rows and of triples is independent."""


def kinds(asked: Sequence[str]) -> tuple[str, str]:
    """Syntax of rows and of triples: by the first name that is known, else by the Accept header."""
    names = [name.strip().lower() for name in asked if name.strip()]
    if not names:
        return _accepted()
    rows, triples = _first(names, ROWS), _first(names, TRIPLES)
    if not rows and not triples:
        listed = ", ".join([*RESULTS, *GRAPHS])
        raise SparqlError(
            "selection.not_in_list", parameter="format", value=names[0][:50], allowed=listed
        )
    return rows or "json", triples or "ttl"


def best(known: Mapping[str, str]) -> str:
    """The one the header names and likes best, "" if none; wildcards name nothing."""
    named = {name.partition(";")[0].strip().lower() for name in request.accept_mimetypes.values()}
    return request.accept_mimetypes.best_match([each for each in known if each in named]) or ""


def _first(names: Sequence[str], known: Mapping[str, str]) -> str:
    return next((known[name] for name in names if name in known), "")


def _accepted() -> tuple[str, str]:
    rows = {media: kind for kind, media in RESULTS.items()} | MEDIA
    triples = {media: kind for kind, media in GRAPHS.items()}
    found = rows.get(best(rows)), triples.get(best(triples))
    accepted = request.accept_mimetypes
    if found == (None, None) and accepted and not accepted["text/turtle"]:
        raise SparqlError("sparql.no_format")
    return found[0] or "json", found[1] or "ttl"
