# SPDX-License-Identifier: EUPL-1.2
"""How many live datasets use which standard by which evidence, by Land, in the swap; packed.

A dataset counts once under a standard, with the strongest evidence that any of its parts has.
"""

from collections import Counter
from collections.abc import Mapping

from sqlmodel import Session

from app.store import use_packs
from app.store.tallies import EVIDENCE
from app.store.tallies import StandardName as Name

USES = "standards"
ONCE = "standards-once"  # without datasets that are counted in another portal
Counted = dict[str, dict[str, list[int]]]  # Land -> standard -> datasets by evidence


def put(session: Session, portal: str, every: Mapping[Name, int], once: Mapping[Name, int]) -> None:
    """Numbers of a portal, with copies and without, in place of the former ones; none: it leaves
    the packs."""
    for kind, numbers in ((USES, every), (ONCE, once)):
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
