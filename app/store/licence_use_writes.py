# SPDX-License-Identifier: EUPL-1.2
"""How many live datasets carry which licence, counted by Land in the swap, one pack a portal.

Cells hold only data that stand for a place and a topic; the list of licences counts every dataset.
"""

from collections.abc import Mapping

from sqlmodel import Session

from app.store import use_packs
from app.store.tallies import LicenceName as Name

USES = "uses"
ONCE = "uses-once"  # without datasets that are counted in another portal


def put(session: Session, portal: str, every: Mapping[Name, int], once: Mapping[Name, int]) -> None:
    """Numbers of a portal, with copies and without, in place of the former ones; none: it leaves
    the packs."""
    for kind, numbers in ((USES, every), (ONCE, once)):
        _write(session, portal, kind, numbers)


def shift(session: Session, portal: str, kind: str, by: Mapping[Name, int]) -> None:
    """Adds to the numbers of a portal; kind: USES or ONCE."""
    if not by:
        return
    held = use_packs.held(session, portal, kind)
    numbers = {(land, name): n for land, found in held.items() for name, n in found.items()}
    for name, number in by.items():
        numbers[name] = numbers.get(name, 0) + number
    _write(session, portal, kind, numbers)


def _write(session: Session, portal: str, kind: str, numbers: Mapping[Name, int]) -> None:
    found: dict[str, dict[str, int]] = {}
    for (land, licence), number in numbers.items():
        if number:
            found.setdefault(land, {})[licence] = number
    use_packs.put(session, portal, kind, found)
