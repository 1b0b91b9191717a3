# SPDX-License-Identifier: EUPL-1.2
"""All formats in use: what one can do with each, how many datasets and Kommunen offer it.

Datasets are those that the daily figures count (without copies), Kommunen those with a
Musterdatensatz in the format; a dataset with two formats counts once under each.
"""

from dataclasses import replace
from typing import NamedTuple

from app.compare import places, reading
from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.matrix import Matrix
from app.compare.meaning import UNKNOWN
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.places import MUNICIPAL
from app.model.selection import Selection
from app.store import Session, daily_queries
from app.vocabulary import Vocabulary
from app.vocabulary.formats import Format

SLUG = "formate"
PAGE = 25
FACET = "format"
NAMELESS = {"": "none", UNKNOWN: UNKNOWN}  # as the filter calls them
COLUMNS = (
    Column("format", "link", "name"),
    Column("formatart", "code", "art"),
    Column("maschinenlesbar", "code", "maschinenlesbar"),
    Column("offenes_format", "code", "offen"),
    Column("datensaetze", "number", "datensaetze"),
    Column("datensaetze_anteil", "share"),
    Column("kommunen", "number", "kommunen"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = (
    *("kommune", "land", "groesse", "typ", "musterdatensatz", "thema", "lizenz", "offen"),
    *("standard", "stand", "modified_since"),
)


class Line(NamedTuple):
    """One format, None for what is not given or not known; how many offer it."""

    format: Format | None
    link: Link
    datasets: int
    kommunen: int


def answer(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Answer:
    """The list; ``q`` looks in names, endings and media types, ``format`` chooses.

    ``portal`` counts less. SelectionError for a sort field it does not have.
    """
    generation, kommunen = users(session, vocabulary, selection)
    datasets = daily_queries.newest(session, "format", selection.portal)
    total = sum(daily_queries.newest(session, "counted", selection.portal).values())
    found = [
        Line(vocabulary.formats.get(key), format_link(vocabulary, key, lang), number, used)
        for key, number in datasets.items()
        if (used := kommunen.get(key, 0)) or number
    ]
    wanted = [line for line in found if _wanted(line, selection)]
    page = paged(wanted, selection, "-datensaetze", SORTINGS, _value, PAGE)
    return page.answer(
        SLUG,
        COLUMNS,
        tuple(_row(line, total) for line in page.lines),
        _notes(selection),
        base=total,
        generation=generation,
    )


def users(
    session: Session, vocabulary: Vocabulary, selection: Selection
) -> tuple[int, dict[str, int]]:
    """The store's generation, and format ("" for not given) -> Kommunen that offer it."""
    generation, matrix = reading.matrix(session, "kommune", selection.portal)
    chosen = places.chosen(matrix, vocabulary, Selection(typ=MUNICIPAL))
    return generation, {key: mask.bit_count() for key, mask in _masks(matrix, chosen).items()}


def format_link(vocabulary: Vocabulary, key: str, lang: str) -> Link:
    """The link to a format's page; without one for what is not given or not known."""
    known = vocabulary.formats.get(key)
    if known is None:
        return Link(NAMELESS.get(key, key), NAMELESS.get(key, key))
    return Link(key, known.name(lang), f"/format/{key}", known.uri or None)


def _masks(matrix: Matrix, chosen: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for topic in matrix.topics:
        for (value, _), mask in topic.facets.get(FACET, {}).items():
            if inside := mask & chosen:
                found[value] = found.get(value, 0) | inside
    return found


def _wanted(line: Line, selection: Selection) -> bool:
    known = line.format
    if selection.format and line.link.key not in selection.format:
        return False
    told = (*known.extensions, *known.media_types, *known.aliases) if known else ()
    name = fold(" ".join((line.link.label, line.link.key, *told)))
    return all(word in name for word in fold(selection.q).split())


def _value(line: Line, name: str) -> int | tuple[str, str]:
    known = line.format
    if name == "name":
        return fold(line.link.label), line.link.key
    if name == "art":
        return (known.level if known else "", fold(line.link.label))
    if name in ("maschinenlesbar", "offen"):
        return int(_yes(line, name) == "yes")
    return line.datasets if name == "datensaetze" else line.kommunen


def _yes(line: Line, name: str) -> str:
    known = line.format
    if known is None:
        return "unclear"
    return "yes" if (known.machine_readable if name == "maschinenlesbar" else known.open) else "no"


def _row(line: Line, total: int) -> tuple[Cell, ...]:
    return (
        line.link,
        line.format.level if line.format else "none",
        _yes(line, "maschinenlesbar"),
        _yes(line, "offen"),
        line.datasets,
        line.datasets / total if total else None,
        line.kommunen,
    )


def _notes(selection: Selection) -> tuple[Note, ...]:
    asked = replace(selection, q="")
    ignored = [name for name in IGNORED if getattr(asked, name)]
    return (
        Note("note.formate_counts"),
        Note("note.formate_words"),
        *(Note("note.ignored", {"parameter": name}) for name in ignored),
    )
