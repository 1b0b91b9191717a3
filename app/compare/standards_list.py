# SPDX-License-Identifier: EUPL-1.2
"""All data standards: level, domain, steward, and who uses them, by grade of evidence.

Datasets are counted in the swap, Kommunen by their Musterdatensätze; both under the strongest
evidence they have. Standards nobody uses stand in the list as well.
"""

from dataclasses import replace
from typing import NamedTuple

from app.compare import choices, places, reading
from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.facets import EVIDENCE
from app.compare.matrix import Matrix
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.places import MUNICIPAL
from app.compare.standards_links import standard_link
from app.compare.standards_masks import standards_of
from app.model.selection import Selection
from app.store import Session, standard_queries
from app.vocabulary import Standards, Vocabulary
from app.vocabulary.standards import LEVELS, Standard

SLUG = "standards"
PAGE = 50
EVERY = ""
COLUMNS = (
    Column("standard", "link", "name"),
    Column("ebene", "code", "ebene"),
    Column("fachgebiet", "code", "fachgebiet"),
    Column("herausgeber", "text", "herausgeber"),
    Column("datensaetze", "number", "datensaetze"),
    Column("datensaetze_nachgewiesen", "number"),
    Column("datensaetze_angegeben", "number"),
    Column("datensaetze_erschlossen", "number"),
    Column("kommunen", "number", "kommunen"),
    Column("kommunen_nachgewiesen", "number"),
    Column("kommunen_angegeben", "number"),
    Column("kommunen_erschlossen", "number"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = (
    *("kommune", "groesse", "typ", "musterdatensatz", "thema", "lizenz", "offen", "format"),
    *("stand", "modified_since"),
)
Counts = tuple[int, int, int]
NOTHING: Counts = (0, 0, 0)


class Line(NamedTuple):
    """One standard; datasets and kommunen by strongest evidence: verified, declared, inferred."""

    standard: Standard
    link: Link
    datasets: Counts
    kommunen: Counts


def narrowings(standards: Standards) -> choices.Choices:
    """Parameters of the page beside the filters: level and domain, the default first."""
    domains = sorted({entry.domain for entry in standards})
    return {"ebene": (EVERY, *LEVELS), "fachgebiet": (EVERY, *domains)}


def answer(
    session: Session,
    vocabulary: Vocabulary,
    selection: Selection,
    lang: str = "de",
    ebene: str = EVERY,
    fachgebiet: str = EVERY,
) -> Answer:
    """The list; ``q`` looks in names and stewards, ``land`` and ``portal`` count less.

    SelectionError for a sort field it does not have.
    """
    generation, kommunen = users(session, vocabulary, selection)
    used = standard_queries.uses(session, selection.land, selection.portal)
    datasets = {use.standard: (use.verified, use.declared, use.inferred) for use in used}
    found = _lines(vocabulary, datasets, kommunen)
    wanted = [line for line in found if _wanted(line, selection, ebene, fachgebiet)]
    page = paged(wanted, selection, "-datensaetze", SORTINGS, _value, PAGE)
    chosen = {"ebene": ebene, "fachgebiet": fachgebiet}
    return page.answer(
        SLUG,
        COLUMNS,
        tuple(_row(line) for line in page.lines),
        _notes(selection),
        base=len(vocabulary.standards),
        generation=generation,
        further=choices.further(narrowings(vocabulary.standards), **chosen),
    )


def users(
    session: Session, vocabulary: Vocabulary, selection: Selection
) -> tuple[int, dict[str, Counts]]:
    """The store's generation, and standard -> Kommunen by strongest evidence."""
    generation, matrix = reading.matrix(session, "kommune", selection.portal)
    plain = Selection(typ=MUNICIPAL, land=selection.land, kommune=selection.kommune)
    found = masks_by_standard(matrix, places.chosen(matrix, vocabulary, plain))
    return generation, {key: tuple_of(masks) for key, masks in found.items()}


def masks_by_standard(matrix: Matrix, chosen: int) -> dict[str, list[int]]:
    """Standard -> the chosen places by any evidence of a kind, over all topics."""
    found: dict[str, list[int]] = {}
    for topic in matrix.topics:
        for (value, kind), mask in standards_of(topic).items():
            if value and kind in EVIDENCE and mask & chosen:
                masks = found.setdefault(value, [0] * len(EVIDENCE))
                masks[EVIDENCE.index(kind)] |= mask & chosen
    return found


def tuple_of(masks: list[int]) -> Counts:
    """Places by their strongest evidence."""
    verified, declared, inferred = masks
    stated = verified | declared
    return (
        verified.bit_count(),
        (declared & ~verified).bit_count(),
        (inferred & ~stated).bit_count(),
    )


def _lines(
    vocabulary: Vocabulary, datasets: dict[str, Counts], kommunen: dict[str, Counts]
) -> list[Line]:
    return [
        Line(
            each,
            standard_link(each),
            datasets.get(each.id, NOTHING),
            kommunen.get(each.id, NOTHING),
        )
        for each in vocabulary.standards
    ]


def _wanted(line: Line, selection: Selection, ebene: str, fachgebiet: str) -> bool:
    entry = line.standard
    if selection.standard and entry.id not in selection.standard:
        return False
    if (ebene and entry.level != ebene) or (fachgebiet and entry.domain != fachgebiet):
        return False
    name = fold(" ".join((entry.id, entry.name, entry.steward, *entry.aliases)))
    return all(word in name for word in fold(selection.q).split())


def _value(line: Line, name: str) -> int | tuple[str, str]:
    if name == "name":
        return fold(line.link.label), line.standard.id
    words = {
        "ebene": line.standard.level,
        "fachgebiet": line.standard.domain,
        "herausgeber": fold(line.standard.steward),
    }
    if name in words:
        return words[name], fold(line.link.label)
    return sum(line.datasets if name == "datensaetze" else line.kommunen)


def _row(line: Line) -> tuple[Cell, ...]:
    return (
        line.link,
        line.standard.level,
        line.standard.domain,
        line.standard.steward,
        sum(line.datasets),
        *line.datasets,
        sum(line.kommunen),
        *line.kommunen,
    )


def _notes(selection: Selection) -> tuple[Note, ...]:
    notes = [
        Note("note.standards_counts"),
        Note("note.standards_grades"),
        Note("note.standards_metadata"),
    ]
    asked = replace(selection, q="")
    ignored = [name for name in IGNORED if getattr(asked, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))
