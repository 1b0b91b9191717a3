# SPDX-License-Identifier: EUPL-1.2
"""What one licence says to one result under one target: permission first, then its outbound rule.

Method: facts of the licence (may it be changed, used commercially), then the cell of its outbound
set; the worst of them counts. The target of internal use is of no concern, as nothing is passed on.
"""

from dataclasses import dataclass, replace
from typing import cast

from app.licensing.model import CONFIDENCES, NO_TARGET, VERDICTS, Confidence, ResultType, Verdict
from app.vocabulary.licence_law import Cell
from app.vocabulary.licences import Licence, Licences

# What is made of the input is an adaptation of it, whatever the request says about changes.
ADAPTING = ("derived_database", "produced_work")
_PUBLISHED = ("derived_database", "collective_database", "produced_work")


@dataclass(frozen=True, slots=True)
class Use:
    """What a licence is asked for: everything of a request but its inputs and its target."""

    result_type: ResultType
    commercial: bool
    modify: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Inputs that count as one: same licence, same candidates."""

    licence: str
    candidates: tuple[str, ...] = ()


def rank(cell: Cell) -> tuple[int, int]:
    """The order of cells: the worse verdict, and within it the less certain one, is greater."""
    return VERDICTS.index(verdict_of(cell)), CONFIDENCES.index(confidence_of(cell))


def verdict_of(cell: Cell) -> Verdict:
    """The cell's verdict as its type; the vocabulary has checked the word."""
    return cast(Verdict, cell.verdict)


def confidence_of(cell: Cell) -> Confidence:
    """The cell's confidence as its type."""
    return cast(Confidence, cell.confidence)


def decide(licences: Licences, source: Source, use: Use, target: str) -> Cell:
    """The cell for this source; a statement that may mean several licences is never a clear yes.

    With candidates it is incompatible when each of them is, else at best unclear.
    """
    licence = licences.entries[source.licence]
    own = _decide(licence, use, target)
    if not source.candidates:
        return own
    cells = [_decide(licences.entries[id], use, target) for id in source.candidates]
    if all(cell.verdict == "incompatible" for cell in cells):
        return max(cells, key=rank)
    if own.verdict in ("conditional", "unclear") and licences.is_class(source.licence):
        return own
    return Cell("unclear", "majority view", "one_of_several", source=own.source)


def _decide(licence: Licence, use: Use, target: str) -> Cell:
    wanted = NO_TARGET if use.result_type == "internal_use" else target
    rule = licence.law.cell(use.result_type, wanted)
    barred = _barred(licence, use)
    if barred is None or barred.verdict == "incompatible":
        return barred or rule
    return max(rule, barred, key=rank)


def _barred(licence: Licence, use: Use) -> Cell | None:
    """The permission that is lacking, the worst first; None when all that is asked is granted."""
    law, cells = licence.law, []
    if use.commercial and "non_commercial" in licence.restrictions:
        clause = law.clauses.get("commercial", law.clauses.get("general", ""))
        cell = Cell("", "settled", "purpose_commercial", "", clause, law.source)
        cells.append(_graded(cell, _commercial(licence)))
    if use.modify:
        clause = law.clauses.get("derive", law.clauses.get("general", ""))
        cell = Cell("", "settled", "change_excluded", "", clause, law.source)
        cells.append(_graded(cell, licence.permissions.get("derive", "unclear")))
    lacking = [cell for cell in cells if cell is not None]
    return max(lacking, key=rank) if lacking else None


def _commercial(licence: Licence) -> str:
    """``yes``, ``no`` or ``unclear``; a licence that calls itself non-commercial says no."""
    if licence.restrictions.get("non_commercial") == "yes":
        return "no"
    return licence.permissions.get("commercial_use", "unclear")


def _graded(cell: Cell, permission: str) -> Cell | None:
    if permission == "yes":
        return None
    if permission == "no":
        return replace(cell, verdict="incompatible")
    unclear = {"purpose_commercial": "purpose_commercial_unclear"}.get(cell.why, "change_unclear")
    return replace(cell, verdict="unclear", confidence="majority view", why=unclear)


def decide_target(licences: Licences, use: Use, target: str) -> Cell | None:
    """Why nobody can put a result of their own under this target; None when they can."""
    if use.result_type not in _PUBLISHED:
        return None
    return licences.rules.reserved.get(target)
