# SPDX-License-Identifier: EUPL-1.2
"""How many of what was found have which value, a facet's own filter left aside."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from tantivy import Query

from app.model.selection import Selection
from app.search.filters import STAND, narrowed
from app.search.keywords import KEYWORD, MOST_SPELLINGS, counted
from app.search.schema import COUNTED, FACETS, SEVERAL
from app.search.snapshot import Snapshot, size

MOST_VALUES = 60
MOST_SETS = 5_000
YEARS_BACK = (0, 1, 2, 4, 9)
NOT_GIVEN = "none"


class Count(NamedTuple):
    """A value and how many datasets have it."""

    value: str
    datasets: int


class Facet(NamedTuple):
    """Values of one facet, most frequent first. more: how many further values are left out."""

    name: str
    counts: tuple[Count, ...]
    more: bool = False


def facets(
    snapshot: Snapshot, query: Query, given: Mapping[str, Query], selection: Selection, today: date
) -> dict[str, Facet]:
    """All facets. Values that the selection chose are always among the counts.

    ``stand`` counts what is as of the first day of a year or later; its values are such days.
    ``schlagwort`` is no filter: its values are words to search for.
    """
    free = [name for name in (*FACETS, STAND, KEYWORD) if name not in given]
    found = _counted(snapshot, narrowed(query, given), free, today)
    for name in (*FACETS, STAND):
        if name in given:
            found |= _counted(snapshot, narrowed(query, given, but=name), [name], today)
            if name != STAND:
                found[name] = _with_chosen(snapshot, query, given, found[name], selection)
    return {name: found[name] for name in (*FACETS, STAND, KEYWORD)}


def _counted(snapshot: Snapshot, query: Query, names: list[str], today: date) -> dict[str, Facet]:
    wanted: dict[str, Any] = {
        name: {"terms": {"field": COUNTED.get(name, name), "size": _size(name)}}
        for name in names
        if name != STAND
    }
    if STAND in names:
        wanted[STAND] = {"range": {"field": STAND, "ranges": _ranges(today)}}
    if not wanted:
        return {}
    answer = snapshot.searcher.aggregate(query, wanted)
    return {name: _read(name, found) for name, found in answer.items()}


def _size(name: str) -> int:
    if name == KEYWORD:
        return MOST_SPELLINGS
    return MOST_SETS if name in SEVERAL else MOST_VALUES


def _read(name: str, found: Mapping[str, Any]) -> Facet:
    if name == KEYWORD:
        counts = tuple(map(Count._make, counted(found)))
        return Facet(KEYWORD, counts[:MOST_VALUES], len(counts) > MOST_VALUES)
    return _years(found) if name == STAND else _terms(name, found)


def _terms(name: str, found: Mapping[str, Any]) -> Facet:
    datasets: Counter[str] = Counter()
    for bucket in found["buckets"]:
        for value in bucket["key"].split(" ") if name in SEVERAL else (bucket["key"],):
            datasets[value] += int(bucket["doc_count"])
    counts = [Count(value, count) for value, count in datasets.items()]
    counts.sort(key=lambda count: (count.value == NOT_GIVEN, -count.datasets, count.value))
    more = len(counts) > MOST_VALUES or bool(found.get("sum_other_doc_count"))
    return Facet(name, tuple(counts[:MOST_VALUES]), more)


def _ranges(today: date) -> list[dict[str, int]]:
    """Side by side, as the index wants them; summed up afterwards."""
    starts = [date(today.year - back, 1, 1).toordinal() for back in YEARS_BACK]
    ends = [None, *starts]
    return [
        {"from": start} | ({"to": end} if end else {})
        for start, end in zip(starts, ends, strict=False)
    ]


def _years(found: Mapping[str, Any]) -> Facet:
    starts = {
        int(bucket["from"]): int(bucket["doc_count"])
        for bucket in found["buckets"]
        if bucket.get("from") is not None
    }
    counts: list[Count] = []
    total = 0
    for start in sorted(starts, reverse=True):
        total += starts[start]
        if total and (not counts or total > counts[-1].datasets):
            counts.append(Count(date.fromordinal(start).isoformat(), total))
    return Facet(STAND, tuple(counts))


def _with_chosen(
    snapshot: Snapshot,
    query: Query,
    given: Mapping[str, Query],
    facet: Facet,
    selection: Selection,
) -> Facet:
    """Chosen values that are too rare to be listed, counted one by one."""
    listed = {count.value for count in facet.counts}
    rare = [value for value in getattr(selection, facet.name) if value not in listed]
    within = narrowed(query, given, but=facet.name)
    for value in rare[:MOST_VALUES]:
        one = {facet.name: Query.term_query(snapshot.schema, facet.name, value, "basic")}
        count = size(snapshot, narrowed(within, one))
        facet = facet._replace(counts=(*facet.counts, Count(value, count)))
    return facet
