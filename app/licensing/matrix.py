# SPDX-License-Identifier: EUPL-1.2
"""The whole matrix of the vocabulary as a table: what a lawyer reviews as a difference.

One line per licence, result and cell, with every target that has it, ``others`` for the default;
purpose and change are left out, as they depend on the licence alone (its permissions).
"""

import csv
import io
from collections.abc import Iterator, Mapping

from app.licensing.deciding import rank
from app.vocabulary.licence_law import Cell
from app.vocabulary.licences import Licence, Licences

OTHERS = "others"
COLUMNS = (
    *("licence", "result_type", "verdict", "confidence", "step", "why", "clause", "source"),
    "targets",
)


def to_csv(licences: Licences) -> str:
    """The table as CSV with LF: licences by id, then, as ``*``, targets nobody can choose."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for licence in sorted(licences, key=lambda each: each.id):
        writer.writerows(_rows(licence))
    reserved = _grouped(licences.rules.reserved)
    writer.writerows(("*", "*", *_words(cell), " ".join(ids)) for cell, ids in reserved)
    return stream.getvalue()


def _rows(licence: Licence) -> Iterator[tuple[str, ...]]:
    for result, outbound in licence.law.outbound.items():
        for cell, ids in _grouped(outbound.listed):
            yield licence.id, result, *_words(cell), " ".join(ids)
        yield licence.id, result, *_words(outbound.default), OTHERS


def _grouped(cells: Mapping[str, Cell]) -> list[tuple[Cell, list[str]]]:
    found: dict[Cell, list[str]] = {}
    for target in sorted(cells):
        found.setdefault(cells[target], []).append(target)
    return sorted(found.items(), key=lambda item: (*rank(item[0]), item[1]))


def _words(cell: Cell) -> tuple[str, ...]:
    return cell.verdict, cell.confidence, cell.step, cell.why, cell.clause, cell.source
