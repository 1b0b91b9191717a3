# SPDX-License-Identifier: EUPL-1.2
"""Searches that find most of what there is: counted by the little they leave out.

The counts of everything are made once for an opened index, and what a search does not find is taken
off. The figures are those that counting would give; where that is not sure there are none.
"""

from collections.abc import Iterable, Mapping

from tantivy import Occur, Query

from app.search.codes import Tally
from app.search.documents import YES
from app.search.filters import Given
from app.search.schema import COPY
from app.search.snapshot import Snapshot
from app.search.tallies import MOST_NUMBERS, counted, largest, most

SHARE = 0.7  # of all entries, beyond which counting the others is quicker


def tallies(
    snapshot: Snapshot, query: Query, names: Iterable[str], given: Given
) -> dict[str, Tally]:
    """Facet -> its most frequent numbers within a query, for those facets where they are sure.

    given: the filters of the query; which of them says whether copies are among everything.
    """
    wanted = list(names)
    everything = _everything(snapshot, COPY not in given)
    rest = Query.boolean_query([*everything, (Occur.MustNot, query)])
    less = counted(snapshot, rest, dict.fromkeys(wanted, MOST_NUMBERS))
    totals = _totals(snapshot, wanted, COPY not in given)
    found = {name: _difference(totals[name], less[name], most(name)) for name in wanted}
    return {name: tally for name, tally in found.items() if tally is not None}


def _everything(snapshot: Snapshot, copies: bool) -> list[tuple[Occur, Query]]:
    found = [(Occur.Must, Query.term_query(snapshot.schema, "what", "dataset", "basic"))]
    if not copies:
        found.append((Occur.MustNot, Query.term_query(snapshot.schema, COPY, YES, "basic")))
    return found


def _totals(snapshot: Snapshot, names: Iterable[str], copies: bool) -> Mapping[str, Tally]:
    """Counts of everything, each facet by itself: so many numbers are not given at once."""
    found: dict[str, Tally] = {}
    for name in names:
        known = snapshot.totals.get((copies, name))
        if known is None:
            query = Query.boolean_query(_everything(snapshot, copies))
            known = counted(snapshot, query, {name: MOST_NUMBERS})[name]
            snapshot.totals[copies, name] = known
        found[name] = known
    return found


def _difference(total: Tally, less: Tally, size: int) -> Tally | None:
    """What is left; None if a number left out of the totals might belong to the most frequent."""
    if less.more:
        return None
    left = {
        number: count
        for number, entries in total.entries.items()
        if (count := entries - less.entries.get(number, 0))
    }
    found = largest(Tally(left, total.more), size)
    if total.more and _least(found) < _least(total):
        return None
    return found


def _least(tally: Tally) -> int:
    return min(tally.entries.values(), default=0)
