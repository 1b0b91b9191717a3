# SPDX-License-Identifier: EUPL-1.2
"""One search: a page of ids, how many there are, and the facets, all of one committed index."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tantivy import Order, SearchResult

from app.model.selection import Selection
from app.search import asked as asking
from app.search import broad, matching
from app.search.asked import Asked
from app.search.facets import Facet, Sought, facets
from app.search.filters import Given, filters, narrowed, selective, share
from app.search.matching import Level
from app.search.panics import panics_as_errors
from app.search.schema import COPY, id_of
from app.search.snapshot import Snapshot
from app.search.snapshot import counted as counted_of
from app.search.snapshot import size as size_of
from app.search.spelling import better

PAGE = 20
DEEPEST = 10_000
# Scores: words in titles; in subjects or in compounds of titles; anywhere but in descriptions. Of
# several words too few datasets have all by the weaker ones.
BEST_WAYS = (75.0, 47.0, 12.0)
ORDERS: dict[str, tuple[str, Order] | None] = {
    "relevanz": None,
    "titel": ("sort_title", Order.Asc),
    "-titel": ("sort_title", Order.Desc),
    "stand": ("stand", Order.Desc),
    "-stand": ("stand", Order.Asc),
    "kommune": ("sort_kommune", Order.Asc),
    "-kommune": ("sort_kommune", Order.Desc),
}


class Want(NamedTuple):
    """What is to be found. given: filters; start, size: of the page."""

    asked: Asked
    given: Given
    sorting: str
    start: int
    size: int


class Page(NamedTuple):
    """Ids of a page, and how many there are on all pages; None if some, but not counted yet."""

    ids: tuple[str, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to one search.

    ids: of this page, best first. level: what had to be allowed to find anything. unfiltered: hits
    without the filters, counted where the filters left none. better: the query as it was perhaps
    meant, empty if there is no such. sorting: a key of ORDERS.
    """

    ids: tuple[str, ...] = ()
    total: int = 0
    facets: Mapping[str, Facet] = field(default_factory=dict)
    generation: int = 0
    sorting: str = ""
    level: Level = "strict"
    unfiltered: int = 0
    better: str = ""


def find(
    snapshot: Snapshot, selection: Selection, size: int = PAGE, today: date | None = None
) -> Found:
    """The datasets of a checked selection. Unknown orders are relevance; no query text raises."""
    with panics_as_errors():
        return _find(snapshot, selection, size, today or date.today())


def _find(snapshot: Snapshot, selection: Selection, size: int, today: date) -> Found:
    asked = asking.read(selection.q)
    given = filters(snapshot, selection)
    sorting = selection.sortierung if selection.sortierung in ORDERS else _default(asked)
    want = Want(asked, given, sorting, (selection.seite - 1) * size, size)
    level, page, unfiltered = _settled(snapshot, want)
    sought = Sought(asked, level, given, page.total)
    total, counted = facets(snapshot, sought, selection, today)
    return Found(
        ids=page.ids,
        total=total,
        facets=counted,
        generation=snapshot.generation,
        sorting=sorting,
        level=level,
        unfiltered=unfiltered,
        better=better(snapshot, selection.q),
    )


def _default(asked: Asked) -> str:
    """Without words nothing is more relevant than anything else."""
    return "relevanz" if asked.words or asked.phrases else "titel"


def _settled(snapshot: Snapshot, want: Want) -> tuple[Level, Page, int]:
    """The strictest level that finds anything; filters that leave nothing are not worked around."""
    page = _page(snapshot, want, "strict")
    if page.total != 0 or not want.asked:
        return "strict", page, 0
    if _filtered(want) and (hits := size_of(snapshot, matching.set_of(snapshot, want.asked))):
        return "strict", page, hits
    if not want.asked.words:
        return "strict", page, 0
    near = _page(snapshot, want, "typos")
    if near.total != 0:
        return "typos", near, 0
    return "any", _page(snapshot, want, "any"), 0


def _filtered(want: Want) -> bool:
    """Whether the reader chose any filter."""
    return any(name != COPY for name in want.given)


def _page(snapshot: Snapshot, want: Want, level: Level) -> Page:
    """Beyond DEEPEST nothing is listed: nobody reads there, and sorting costs by depth."""
    order, within = ORDERS[want.sorting], selective(want.given)
    plain = narrowed(matching.set_of(snapshot, want.asked, level, within), want.given)
    if want.start + want.size > DEEPEST:
        return Page((), size_of(snapshot, plain))
    if order is not None:
        found = snapshot.searcher.search(plain, want.size, True, order[0], want.start, order[1])
        return Page(_ids(snapshot, found), counted_of(found))
    if ids := _by_best_ways(snapshot, want, level):
        most = matching.most(snapshot, want.asked) * share(want.given)
        return Page(ids, size_of(snapshot, plain) if most > broad.SHARE else None)
    scored = narrowed(matching.query_of(snapshot, want.asked, level, within), want.given)
    found = snapshot.searcher.search(scored, want.size, True, offset=want.start)
    return Page(_ids(snapshot, found), counted_of(found))


def _by_best_ways(snapshot: Snapshot, want: Want, level: Level) -> tuple[str, ...]:
    """A page by relevance of datasets that have the words in titles, then by other good ways.

    Common words stand in most descriptions, and these need not be looked at as long as none of
    them could come before the last dataset of the page. Empty where that is not sure.
    """
    words = len(want.asked.words) + len(want.asked.phrases)
    for above in BEST_WAYS[: max(1, len(BEST_WAYS) + 1 - words)] if level != "any" else ():
        query = matching.query_of(snapshot, want.asked, level, selective(want.given), above)
        found = snapshot.searcher.search(
            narrowed(query, want.given), want.size, False, offset=want.start
        )
        hits = found.hits
        least = matching.out_of_reach(snapshot, want.asked, above)
        if len(hits) == want.size and hits[-1][0] > least:
            return _ids(snapshot, found)
    return ()


def _ids(snapshot: Snapshot, found: SearchResult) -> tuple[str, ...]:
    numbers = snapshot.searcher.fast_field_values("number", [at for _, at in found.hits])
    return tuple(id_of(int(number)) for number in numbers if number is not None)
