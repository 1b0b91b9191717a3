# SPDX-License-Identifier: EUPL-1.2
"""Finds the successor of a key that has vanished, only where it is certain, with its source."""

from collections import defaultdict
from collections.abc import Iterable

from app.vocabulary.update.auszug import Place
from app.vocabulary.update.gv100ad import Record
from app.vocabulary.update.tables import Rows

FORMER = ("former", "key", "source")
_SOURCE = "computed: same name, new key, AuszugGV against GV100AD"


def short(name: str) -> str:
    """The name before the comma: the register writes ``Flensburg, Stadt``."""
    return name.partition(",")[0].strip()


def former_keys(gemeinden: list[Record], places: Iterable[Place], kept: Rows) -> Rows:
    """Rows of ``former_keys.csv``: those whose successor still exists, and the certain new ones.

    Certain: the old key is gone, and exactly one Gemeinde of the same Kreis, else of the same Land,
    has the same name under a key that the older list does not have. Anything else needs a person.
    """
    current = {record.key for record in gemeinden}
    places = tuple(places)
    older = {place.key for place in places}
    rows = {row[0]: row for row in kept if row[1] in current and row[0] not in current}
    fresh = _by_name(record for record in gemeinden if record.key not in older)
    for place in places:
        if place.key in current or place.key in rows:
            continue
        name = short(place.name)
        found = fresh.get((place.key[:5], name)) or fresh.get((place.key[:2], name)) or []
        if len(found) == 1:
            rows[place.key] = [place.key, found[0], _SOURCE]
    return sorted(rows.values())


def _by_name(records: Iterable[Record]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record in records:
        for region in (record.key[:5], record.key[:2]):
            found[(region, short(record.name))].append(record.key)
    return found
