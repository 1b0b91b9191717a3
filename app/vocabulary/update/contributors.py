# SPDX-License-Identifier: EUPL-1.2
"""Renews contributors.csv from the DCAT-AP.de list of data providers."""

from app.vocabulary.contributors import COLUMNS
from app.vocabulary.files import Shelf
from app.vocabulary.update.concepts import concepts_of
from app.vocabulary.update.sources import Sources
from app.vocabulary.update.tables import existing, to_csv


def build_contributors(sources: Sources, shelf: Shelf) -> dict[str, str]:
    """The table: URIs and names from the list, the Kommune and aliases as people set them."""
    concepts = concepts_of(sources, "contributors")
    if not concepts:
        return {}
    rows = {row[0]: row for row in existing(shelf, "contributors.csv", COLUMNS)}
    for code, concept in concepts.items():
        before = rows.get(code, [code, "", "", "", ""])
        rows[code] = [code, concept.uri, concept.name_de or before[2], *before[3:]]
    return {"contributors.csv": to_csv(COLUMNS, sorted(rows.values()))}
