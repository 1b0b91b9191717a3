# SPDX-License-Identifier: EUPL-1.2
"""How many entries have which number of a facet: exact, whatever was asked for."""

from collections.abc import Iterable, Mapping
from heapq import nlargest
from operator import itemgetter
from typing import Any

from tantivy import Query

from app.search.codes import NOTHING, Tally
from app.search.schema import COUNTED, SEVERAL
from app.search.snapshot import EVERY_ENTRY, Snapshot

MOST_VALUES = 60
MOST_SETS = 5_000
MOST_YEARS = 200
EVERY = 10_000_000  # nothing is left out of a part of the index before the parts are added up
STAND = "stand"
SIZE = "size"


def tallies(snapshot: Snapshot, query: Query, names: Iterable[str]) -> dict[str, Tally]:
    """Facet -> the most frequent numbers among what a query finds, in one walk."""
    return counted(snapshot, query, {name: most(name) for name in names})


def with_size(
    snapshot: Snapshot, query: Query, names: Iterable[str]
) -> tuple[int, dict[str, Tally]]:
    """The same, and how many entries there are."""
    wanted = {name: _terms(name, most(name)) for name in names}
    answer = snapshot.searcher.aggregate(query, wanted | {SIZE: EVERY_ENTRY})
    return int(answer.pop(SIZE)["value"]), {name: _tally(found) for name, found in answer.items()}


def most(name: str) -> int:
    """How many numbers of a facet are wanted: sets all, as each value is in many of them."""
    if name == STAND:
        return MOST_YEARS
    return MOST_SETS if name in SEVERAL else MOST_VALUES


def counted(snapshot: Snapshot, query: Query, sizes: Mapping[str, int]) -> dict[str, Tally]:
    """Facet -> as many numbers as were asked for."""
    if not sizes:
        return {}
    answer = snapshot.searcher.aggregate(
        query, {name: _terms(name, size) for name, size in sizes.items()}
    )
    return {name: _tally(found) for name, found in answer.items()}


def _terms(name: str, size: int) -> dict[str, Any]:
    terms = {
        "field": COUNTED.get(name, name),
        "size": size + 1,  # one may stand for nothing
        "segment_size": EVERY,
        "show_term_doc_count_error": False,
    }
    return {"terms": terms}


def _tally(found: Mapping[str, Any]) -> Tally:
    entries = {int(each["key"]): int(each["doc_count"]) for each in found["buckets"]}
    entries.pop(NOTHING, None)
    return Tally(entries, bool(found.get("sum_other_doc_count")))


def largest(tally: Tally, size: int) -> Tally:
    """The most frequent numbers of a tally."""
    if len(tally.entries) <= size:
        return tally
    return Tally(dict(nlargest(size, tally.entries.items(), key=itemgetter(1))), True)
