# SPDX-License-Identifier: EUPL-1.2
"""How many entries have which number of a facet: exact, whatever was asked for."""

from collections.abc import Iterable, Mapping
from heapq import nlargest
from operator import itemgetter
from typing import Any

from tantivy import Query

from app.search.codes import NOTHING, Tally
from app.search.keywords import KEYWORD, MOST_OFTEN, OFTEN
from app.search.schema import COUNTED, SEVERAL
from app.search.snapshot import EVERY_ENTRY, Snapshot

MOST_VALUES = 60
MOST_SETS = 5_000
MOST_YEARS = 200
MOST_NUMBERS = 20_000
EVERY = 10_000_000  # nothing is left out of a part of the index before the parts are added up
STAND = "stand"
SIZE = "size"


def tallies(snapshot: Snapshot, query: Query, names: Iterable[str]) -> dict[str, Tally]:
    """Facet -> the most frequent numbers among what a query finds, in one walk."""
    wanted = {name: _often(name) for name in names}
    answer = snapshot.searcher.aggregate(query, wanted) if wanted else {}
    return _made_sure(snapshot, query, answer)


def with_size(
    snapshot: Snapshot, query: Query, names: Iterable[str]
) -> tuple[int, dict[str, Tally]]:
    """The same, and how many entries there are."""
    wanted = {name: _often(name) for name in names}
    answer = snapshot.searcher.aggregate(query, wanted | {SIZE: EVERY_ENTRY})
    total = int(answer.pop(SIZE)["value"])
    return total, _made_sure(snapshot, query, answer)


def _often(name: str) -> dict[str, Any]:
    return _terms(OFTEN if name == KEYWORD else name, most(name))


def _made_sure(snapshot: Snapshot, query: Query, answer: Mapping[str, Any]) -> dict[str, Tally]:
    """Counts the rare keywords too where one of them might be among the most frequent."""
    found = {name: _tally(each) for name, each in answer.items()}
    often = found.get(KEYWORD)
    if often is not None and (rarely := _most_of_a_rare_one(snapshot)):
        entries = often.entries.values()
        if len(entries) < MOST_VALUES or min(entries) < rarely:
            found |= counted(snapshot, query, {KEYWORD: MOST_VALUES})
    return found


def _most_of_a_rare_one(snapshot: Snapshot) -> int:
    """How many entries have the most frequent one of the rare keywords; counted once."""
    if len(snapshot.texts.get(KEYWORD, ())) - 1 <= MOST_OFTEN:
        return 0
    known = snapshot.totals.get((True, OFTEN))
    if known is None:
        every = Query.term_query(snapshot.schema, "what", "dataset", "basic")
        all_keywords = counted(snapshot, every, {KEYWORD: MOST_NUMBERS})[KEYWORD].entries
        rare = (count for number, count in all_keywords.items() if number > MOST_OFTEN)
        known = snapshot.totals[True, OFTEN] = Tally({NOTHING: max(rare, default=1)})
    return known.entries[NOTHING]


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
