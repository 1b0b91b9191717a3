# SPDX-License-Identifier: EUPL-1.2
"""How many live datasets use which standard by which evidence, by Land, in the swap; packed.

A dataset counts once under a standard, with the strongest evidence that any of its parts has.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from sqlalchemy import ColumnElement, case, func, select
from sqlmodel import Session

from app.store import use_packs
from app.store.tables import DatasetRow, StandardUseRow, table_of

USES = "standards"
ONCE = "standards-once"  # without datasets that are counted in another portal
UNKNOWN = "unknown"
EVIDENCE = ("verified", "declared", "inferred")
TABLE, USE = table_of(DatasetRow), table_of(StandardUseRow)
Name = tuple[str, str, int]  # Land, standard, place in EVIDENCE
Counted = dict[str, dict[str, list[int]]]  # Land -> standard -> datasets by evidence


def recount(session: Session, portal: str) -> None:
    """Counts a portal anew; one without any dataset leaves the packs."""
    found: dict[str, Counter[Name]] = {USES: Counter(), ONCE: Counter()}
    live = (TABLE.c.portal == portal, TABLE.c.retired_at.is_(None))
    for name, once, number in counted(session, *live):
        for kind in (USES, ONCE) if once else (USES,):
            found[kind][name] += number
    for kind, numbers in found.items():
        _write(session, portal, kind, numbers)


def shift(session: Session, portal: str, kind: str, by: Mapping[Name, int]) -> None:
    """Adds to the numbers of a portal; kind: USES or ONCE."""
    if not by:
        return
    numbers = Counter(dict(by))
    for land, standards in use_packs.held(session, portal, kind).items():
        for standard, found in standards.items():
            for rank, number in enumerate(found):
                numbers[land, standard, rank] += number
    _write(session, portal, kind, numbers)


def _write(session: Session, portal: str, kind: str, numbers: Mapping[Name, int]) -> None:
    found: Counted = {}
    for (land, standard, rank), number in numbers.items():
        if number:
            kept = found.setdefault(land, {}).setdefault(standard, [0] * len(EVIDENCE))
            kept[rank] = number
    use_packs.put(session, portal, kind, found)


def counted(session: Session, *live: ColumnElement[bool]) -> Iterator[tuple[Name, bool, int]]:
    """Names of datasets, whether no copy of another's, how many datasets.

    With and without copies come from one pass: grouping all parts of a large portal takes a second.
    """
    ranks = {kind: rank for rank, kind in enumerate(EVIDENCE)}
    strongest = (
        select(
            func.coalesce(TABLE.c.land, "").label("land"),
            func.coalesce(USE.c.key, UNKNOWN).label("value"),
            func.min(case(ranks, value=USE.c.evidence, else_=len(EVIDENCE) - 1)).label("rank"),
            TABLE.c.copy_of.is_(None).label("once"),
        )
        .select_from(TABLE.join(USE, USE.c.dataset == TABLE.c.id))
        .where(*live)
        .group_by(TABLE.c.id, USE.c.key)
        .subquery()
    )
    keys = tuple(strongest.c)
    statement = select(*keys, func.count()).group_by(*keys)
    for row in session.connection().execute(statement):
        yield (row[0], row[1], row[2]), bool(row[3]), int(row[4])
