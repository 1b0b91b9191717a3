# SPDX-License-Identifier: EUPL-1.2
"""What a classifier of titles learns from: labelled titles, definitions, corrections of editors."""

from typing import NamedTuple

from app.vocabulary.files import SEPARATOR, Shelf, read_lines

LABELLED_COLUMNS = ("slug", "others", "title", "words", "cluster")
DEFINITION_COLUMNS = ("slug", "definition")
CORRECTION_COLUMNS = ("title", "slug")
CORRECTIONS = "musterdaten/corrections.csv"


class Example(NamedTuple):
    """One labelled title. others: slugs other people gave; description: its words, sorted.

    cluster: titles nearly alike share one and belong on one side of every split.
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


def read_corrections(shelf: Shelf) -> dict[str, str]:
    """Title (as given) to slug, "" for none of the kinds; a later line wins. VocabularyError."""
    return dict(read_lines(shelf, CORRECTIONS, CORRECTION_COLUMNS))
