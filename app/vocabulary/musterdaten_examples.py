# SPDX-License-Identifier: EUPL-1.2
"""What a classifier of titles learns from: labelled titles, invented ones and definitions."""

import csv
from pathlib import Path
from typing import NamedTuple

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import SEPARATOR, Shelf, read_lines
from app.vocabulary.vocabulary import Vocabulary

LABELLED_COLUMNS = ("slug", "others", "title", "words", "cluster")
DEFINITION_COLUMNS = ("slug", "definition")
TITLE_COLUMNS = ("slug", "title")


class Example(NamedTuple):
    """One labelled title. slug: empty for none of the kinds; others: slugs other people gave.

    description: its words, sorted; cluster: titles nearly alike share one and belong on one side
    of every split.
    """

    slug: str
    others: tuple[str, ...]
    title: str
    description: str
    cluster: str


def read_examples(shelf: Shelf) -> tuple[Example, ...]:
    """The labelled titles in the order of the file. VocabularyError."""
    rows = read_lines(shelf, "musterdaten/labelled.csv", LABELLED_COLUMNS)
    return tuple(
        Example(slug, tuple(filter(None, others.split(SEPARATOR))), title, text, cluster)
        for slug, others, title, text, cluster in rows
    )


def read_definitions(shelf: Shelf) -> dict[str, str]:
    """Slug to the definition of the taxonomy. VocabularyError."""
    return dict(read_lines(shelf, "musterdaten/definitions.csv", DEFINITION_COLUMNS))


def read_titles(shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """Slug and title as a Kommune might write it, of each invented title. VocabularyError."""
    rows = read_lines(shelf, "musterdaten/titles.csv", TITLE_COLUMNS)
    return tuple((slug, title) for slug, title in rows)


def read_labelled(vocabulary: Vocabulary, path: Path) -> tuple[Example, ...]:
    """Labelled titles of a table (CSV, UTF-8): title, label_v4 or label, further columns may be
    description and cluster. A label that starts with Sonstiges is none of the kinds.

    VocabularyError where the columns are missing or a label is not in the catalogue.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    column = next((name for name in ("label_v4", "label") if rows and name in rows[0]), None)
    if column is None or "title" not in rows[0]:
        raise VocabularyError("vocabulary.key_missing", file=path.name, value="title, label_v4")
    return tuple(_labelled(vocabulary, path, row, row[column] or "") for row in rows)


def _labelled(vocabulary: Vocabulary, path: Path, row: dict[str, str], label: str) -> Example:
    entry = vocabulary.musterdaten.by_label(label)
    if entry is None and not label.startswith("Sonstiges"):
        raise VocabularyError("vocabulary.key_missing", file=path.name, value=label)
    slug = "" if entry is None or label.startswith("Sonstiges") else entry.slug
    title = row["title"] or ""
    return Example(slug, (), title, row.get("description") or "", row.get("cluster") or title)
