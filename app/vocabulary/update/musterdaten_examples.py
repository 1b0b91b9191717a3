# SPDX-License-Identifier: EUPL-1.2
"""Builds the tables a classifier of titles learns from: labelled titles and definitions.

Of a description only its vocabulary is carried over: the distinct words of its start, sorted, that
other descriptions use too. Sentences stay where they are, and so do names of persons. Titles of no
kind (Sonstiges) carry no slug: they teach only what not to be sure of.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rdflib import RDF, SKOS, Graph, Literal
from rdflib.term import Node

from app.vocabulary.folding import fold
from app.vocabulary.update.tables import Rows

_START = 300
_SHARED = 2
_WORD = re.compile(r"[^\W\d_]{3,}")
_TAGS = re.compile(r"<[^>]*>")
_CONTACT = re.compile(r"\S*@\S*|(?:https?://|www\.)\S*|(?:\+49|\(?\b0)[\d /()-]{5,}\d")
_BLANKS = re.compile(r"\s+")


def labelled(path: Path, slugs: dict[str, str]) -> Rows:
    """(slug, other slugs, title, words of the description, cluster).

    slugs: folded label to slug. Labels the catalogue has no entry for any more stay out; those that
    begin with Sonstiges are none of the kinds.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        read = list(csv.DictReader(stream))
    said = [_words(row["description"]) for row in read]
    often = Counter(word for words in said for word in words)
    rows = [(row, words) for row, words in zip(read, said, strict=True) if _known(row, slugs)]
    return sorted(
        [
            _slug(row, slugs),
            "|".join(_others(row["label_alt"], slugs)),
            _plain(row["title"]),
            " ".join(sorted(word for word in words if often[word] >= _SHARED)),
            row["cluster"],
        ]
        for row, words in rows
    )


def _known(row: dict[str, str], slugs: dict[str, str]) -> bool:
    return row["label_v4"].startswith("Sonstiges") or bool(_slug(row, slugs))


def _slug(row: dict[str, str], slugs: dict[str, str]) -> str:
    slug = slugs.get(fold(row["label_v4"]), "")
    return "" if slug.startswith("sonstiges") else slug


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(_plain(text)[:_START])}


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
