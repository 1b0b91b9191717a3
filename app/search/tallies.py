# SPDX-License-Identifier: EUPL-1.2
"""How many entries have which number of a facet: exact, whatever was asked for."""

from collections.abc import Iterable
from typing import NamedTuple

from tantivy import Query

from app.search.codes import NOTHING
from app.search.schema import COUNTED, SEVERAL
from app.search.snapshot import Snapshot

MOST_VALUES = 60
MOST_SETS = 5_000
MOST_YEARS = 200
EVERY = 10_000_000  # nothing is left out of a part of the index before the parts are added up
STAND = "stand"


class Tally(NamedTuple):
    """Number -> entries, without those that have nothing. more: whether numbers are left out."""

    entries: dict[int, int]
    more: bool = False


def tallies(snapshot: Snapshot, query: Query, names: Iterable[str]) -> dict[str, Tally]:
    """Facet -> the most frequent numbers among what a query finds, in one walk."""
    wanted = {
        name: {
            "terms": {
                "field": COUNTED.get(name, name),
                "size": _size(name) + 1,  # one may stand for nothing
                "segment_size": EVERY,
                "show_term_doc_count_error": False,
            }
        }
        for name in names
    }
    if not wanted:
        return {}
    answer = snapshot.searcher.aggregate(query, wanted)
    return {
        name: Tally(
            {
                int(bucket["key"]): int(bucket["doc_count"])
                for bucket in found["buckets"]
                if bucket["key"] != NOTHING
            },
            bool(found.get("sum_other_doc_count")),
        )
        for name, found in answer.items()
    }


def _size(name: str) -> int:
    if name == STAND:
        return MOST_YEARS
    return MOST_SETS if name in SEVERAL else MOST_VALUES
