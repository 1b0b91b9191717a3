# SPDX-License-Identifier: EUPL-1.2
"""Builds the tables of musterdaten/ from the taxonomy (RDF), the old URIs and the lexicon."""

import csv
from pathlib import Path

from rdflib import RDF, SKOS, Graph, URIRef
from rdflib.term import Node

from app.vocabulary.concepts import COLUMNS as CONCEPT_COLUMNS
from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf
from app.vocabulary.folding import fold
from app.vocabulary.musterdaten import COLUMNS, OLD_COLUMNS
from app.vocabulary.musterdaten_examples import DEFINITION_COLUMNS, LABELLED_COLUMNS
from app.vocabulary.update.musterdaten_examples import definitions, labelled
from app.vocabulary.update.rdf import label, read_graph
from app.vocabulary.update.sources import Sources
from app.vocabulary.update.tables import Rows, existing, to_csv

_BASE = "https://musterdatenkatalog.de/def/musterdatensatz/"
_MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch, SKOS.narrowMatch)


def build_musterdaten(sources: Sources, shelf: Shelf) -> dict[str, str]:
    """The tables for which there is a source; old URIs and lexicon follow the labels in force."""
    texts: dict[str, str] = {}
    rows = existing(shelf, "musterdaten/musterdatensaetze.csv", COLUMNS)
    if sources.musterdaten is not None:
        graph = read_graph(sources.musterdaten)
        themen, rows = _themen(graph), _bezeichnungen(graph)
        if not themen or not rows:
            raise VocabularyError("vocabulary.source_empty", file=sources.musterdaten.name)
        texts["musterdaten/themen.csv"] = to_csv(CONCEPT_COLUMNS, themen)
        texts["musterdaten/musterdatensaetze.csv"] = to_csv(COLUMNS, rows)
        meanings = definitions(graph, {row[1]: row[0] for row in rows})
        texts["musterdaten/definitions.csv"] = to_csv(DEFINITION_COLUMNS, meanings)
    slugs = {fold(row[2]): row[0] for row in rows}
    if sources.old_musterdaten is not None:
        texts["musterdaten/old_uris.csv"] = to_csv(
            OLD_COLUMNS, _old(sources.old_musterdaten, slugs)
        )
    if sources.lexicon is not None:
        terms = _lexicon(sources.lexicon, slugs)
        texts["musterdaten/lexicon.csv"] = to_csv(("slug", "term"), terms)
    if sources.labelled is not None:
        texts["musterdaten/labelled.csv"] = to_csv(
            LABELLED_COLUMNS, labelled(sources.labelled, slugs)
        )
    return texts


def slug(uri: Node) -> str:
    """The path after ``/def/musterdatensatz/`` with ``--`` for ``/``."""
    return str(uri).removeprefix(_BASE).replace("/", "--")


def _themen(graph: Graph) -> Rows:
    return sorted(
        [slug(uri), str(uri), label(graph, uri, "de"), label(graph, uri, "en"), "", "", ""]
        for uri in graph.subjects(SKOS.topConceptOf)
    )


def _bezeichnungen(graph: Graph) -> Rows:
    tops = set(graph.subjects(SKOS.topConceptOf))
    concepts = (uri for uri in graph.subjects(RDF.type, SKOS.Concept) if uri not in tops)
    return sorted(_bezeichnung(graph, uri) for uri in concepts)


def _bezeichnung(graph: Graph, uri: Node) -> list[str]:
    thema = graph.value(uri, SKOS.broader)
    if not isinstance(thema, URIRef):
        raise VocabularyError("vocabulary.source_incomplete", file="taxonomy", key=str(uri))
    name = label(graph, uri, "de")
    full = f"{label(graph, thema, 'de')} - {name}"
    matches = (str(o) for p in _MATCHES for o in graph.objects(uri, p))
    schema_org = next((match for match in matches if "//schema.org/" in match), "")
    return [slug(uri), str(uri), full, name, slug(thema), label(graph, uri, "en"), schema_org]


def _old(path: Path, slugs: dict[str, str]) -> Rows:
    """Old URIs whose new label is known; deleted and unresolved ones have none and stay out."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return sorted(
            [row["old_uri"], row["old_musterdatensatz"], slugs[fold(row["label_v4"])]]
            for row in csv.DictReader(stream)
            if fold(row["label_v4"]) in slugs
        )


def _lexicon(path: Path, slugs: dict[str, str]) -> Rows:
    rows: Rows = []
    for number, text in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not text.strip():
            continue
        name, _, terms = text.partition(" = ")
        if fold(name) not in slugs or not terms.strip():
            raise VocabularyError("vocabulary.source_broken", file=path.name, line=number)
        words = dict.fromkeys(term.strip() for term in terms.split(";") if term.strip())
        rows += [[slugs[fold(name)], word] for word in words]
    return sorted(rows, key=lambda row: row[0])
