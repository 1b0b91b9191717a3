# SPDX-License-Identifier: EUPL-1.2
"""Builds the tables a classifier of titles learns from: labelled titles and definitions.

Addresses, mail addresses and telephone numbers are cut from descriptions: they say nothing about
the kind and may be those of a person.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from rdflib import RDF, SKOS, Graph, Literal
from rdflib.term import Node

from app.vocabulary.folding import fold
from app.vocabulary.update.tables import Rows

_LONGEST = 600
_TAGS = re.compile(r"<[^>]*>")
_CONTACT = re.compile(r"\S*@\S*|(?:https?://|www\.)\S*|(?:\+49|\(?\b0)[\d /()-]{5,}\d")
_BLANKS = re.compile(r"\s+")


def labelled(path: Path, slugs: dict[str, str]) -> Rows:
    """(slug, other slugs, title, description, cluster); slug "" for Sonstiges.

    slugs: folded label to slug. Labels the catalogue has no entry for any more stay out.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return sorted(
        [
            slugs.get(fold(row["label_v4"]), ""),
            "|".join(_others(row["label_alt"], slugs)),
            _plain(row["title"]),
            _plain(row["description"])[:_LONGEST].rstrip(),
            row["cluster"],
        ]
        for row in rows
        if fold(row["label_v4"]) in slugs or row["label_v4"].startswith("Sonstiges")
    )


def definitions(graph: Graph, slug_of: dict[str, str]) -> Rows:
    """(slug, definition) of every concept that has one. slug_of: URI to slug."""
    concepts = (uri for uri in graph.subjects(RDF.type, SKOS.Concept) if str(uri) in slug_of)
    return sorted(
        [slug_of[str(uri)], _plain(text)]
        for uri in concepts
        if (text := next(_texts(graph, uri), ""))
    )


def _texts(graph: Graph, uri: Node) -> Iterator[str]:
    for value in graph.objects(uri, SKOS.definition):
        if isinstance(value, Literal) and value.language == "de":
            yield str(value)


def _others(text: str, slugs: dict[str, str]) -> list[str]:
    parts = re.split(r"[|;]", text)
    return sorted({slugs[fold(part)] for part in parts if fold(part) in slugs})


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", _CONTACT.sub(" ", _TAGS.sub(" ", text))).strip()
