# SPDX-License-Identifier: EUPL-1.2
"""Renews the concept tables (themes, frequencies, HVD categories) from official SKOS lists.

Official columns are taken over, what people added (German names the list lacks, aliases) stays; a
concept that the list no longer has stays too, because portals keep using it.
"""

from functools import lru_cache
from pathlib import Path

from rdflib import Graph

from app.vocabulary.concepts import COLUMNS
from app.vocabulary.files import Shelf, split
from app.vocabulary.update.rdf import SkosConcept, read_concepts, read_graph
from app.vocabulary.update.sources import SCHEMES, Sources
from app.vocabulary.update.tables import Rows, cell, existing, to_csv

_TABLES = {
    "data_themes.csv": "data_themes",
    "frequencies.csv": "frequencies",
    "hvd_categories.csv": "hvd_categories",
}
# A placeholder of the Publications Office inside its own lists, no value of the list.
_PLACEHOLDER = "OP_DATPRO"


def build_concepts(sources: Sources, shelf: Shelf) -> dict[str, str]:
    """The tables for which the sources hold a list."""
    texts: dict[str, str] = {}
    for name, scheme in _TABLES.items():
        concepts = concepts_of(sources, scheme)
        if concepts:
            texts[name] = to_csv(COLUMNS, merge(existing(shelf, name, COLUMNS), concepts))
    return texts


@lru_cache(maxsize=32)
def _graph(path: Path, modified: float) -> Graph:
    return read_graph(path)


def concepts_of(sources: Sources, scheme: str) -> dict[str, SkosConcept]:
    """Concepts of a scheme by code, from all files; where two have one, names are filled up."""
    found: dict[str, SkosConcept] = {}
    for path in sources.skos:
        for concept in read_concepts(_graph(path, path.stat().st_mtime), SCHEMES[scheme]):
            if concept.code != _PLACEHOLDER:
                found[concept.code] = _joined(found.get(concept.code), concept)
    return found


def _joined(first: SkosConcept | None, second: SkosConcept) -> SkosConcept:
    if first is None:
        return second
    return SkosConcept(
        uri=first.uri,
        code=first.code,
        name_de=first.name_de or second.name_de,
        name_en=first.name_en or second.name_en,
        broader=first.broader or second.broader,
        others=tuple(sorted({*first.others, *second.others})),
        links=tuple(sorted({*first.links, *second.links})),
    )


def merge(rows: Rows, concepts: dict[str, SkosConcept]) -> Rows:
    """The table's rows with the official columns renewed, sorted by key."""
    merged = {row[0]: row for row in rows}
    codes = {concept.uri: concept.code for concept in concepts.values()}
    for code, concept in concepts.items():
        key, _, name_de, name_en, broader, uris, aliases = merged.get(code, [code, *[""] * 6])
        parent = codes.get(concept.broader, broader)
        links = [link for link in concept.links if link.startswith("http") and link != concept.uri]
        merged[code] = [
            *(key, concept.uri, concept.name_de or name_de, concept.name_en or name_en),
            *(parent, cell([*split(uris), *links]), aliases),
        ]
    return sorted(merged.values())
