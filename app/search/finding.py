# SPDX-License-Identifier: EUPL-1.2
"""One search: a page of ids, how many there are, and the facets, all of one committed index."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tantivy import Order, Query

from app.model.selection import Selection
from app.search import asked as asking
from app.search import matching
from app.search.asked import Asked
from app.search.facets import Facet, facets
from app.search.filters import filters, narrowed
from app.search.schema import id_of
from app.search.snapshot import Snapshot, counted
from app.search.snapshot import size as size_of
from app.search.spelling import better

PAGE = 20
DEEPEST = 10_000
ORDERS: dict[str, tuple[str, Order] | None] = {
    "relevanz": None,
    "titel": ("sort_title", Order.Asc),
    "-titel": ("sort_title", Order.Desc),
    "stand": ("stand", Order.Desc),
    "-stand": ("stand", Order.Asc),
    "kommune": ("sort_kommune", Order.Asc),
    "-kommune": ("sort_kommune", Order.Desc),
}
Loosened = Literal["", "typos", "any"]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to one search.

    ids: of this page, best first. loosened: what had to be allowed to find anything (typing errors,
    any of the words). unfiltered: hits without the filters, counted where the filters left none.
    better: the query as it was perhaps meant, empty if there is no such. sorting: a key of ORDERS.
    """

    ids: tuple[str, ...] = ()
    total: int = 0
    facets: Mapping[str, Facet] = field(default_factory=dict)
    generation: int = 0
    sorting: str = ""
    loosened: Loosened = ""
    unfiltered: int = 0
    better: str = ""


def find(
    snapshot: Snapshot, selection: Selection, size: int = PAGE, today: date | None = None
) -> Found:
    """The datasets of a checked selection. Unknown orders are relevance; no query text raises."""
    asked = asking.read(selection.q)
    given = filters(snapshot, selection)
    query, loosened, unfiltered = _settled(snapshot, asked, given)
    within = narrowed(query, given)
    sorting = selection.sortierung if selection.sortierung in ORDERS else _default(asked)
    ids, total = _page(snapshot, within, sorting, (selection.seite - 1) * size, size)
    return Found(
        ids=ids,
        total=total,
        facets=facets(snapshot, query, given, selection, today or date.today()),
        generation=snapshot.generation,
        sorting=sorting,
        loosened=loosened,
        unfiltered=unfiltered,
        better=better(snapshot, selection.q),
    )


def _default(asked: Asked) -> str:
    """Without words nothing is more relevant than anything else."""
    return "relevanz" if asked.words or asked.phrases else "titel"


def _settled(
    snapshot: Snapshot, asked: Asked, given: Mapping[str, Query]
) -> tuple[Query, Loosened, int]:
    """The strictest query that finds anything; filters that leave nothing are not worked around."""
    strict = matching.query_of(snapshot, asked)
    if not asked.words or size_of(snapshot, narrowed(strict, given)):
        return strict, "", 0
    if given and (hits := size_of(snapshot, strict)):
        return strict, "", hits
    near = matching.with_typos(snapshot, asked)
    if size_of(snapshot, narrowed(near, given)):
        return near, "typos", 0
    return matching.with_any(snapshot, asked), "any", 0


def _page(
    snapshot: Snapshot, query: Query, sorting: str, start: int, size: int
) -> tuple[tuple[str, ...], int]:
    """Beyond DEEPEST nothing is listed: nobody reads there, and sorting costs by depth."""
    order = ORDERS[sorting]
    if start + size > DEEPEST:
        return (), size_of(snapshot, query)
    if order is None:
        found = snapshot.searcher.search(query, size, True, offset=start)
    else:
        found = snapshot.searcher.search(query, size, True, order[0], start, order[1])
    numbers = snapshot.searcher.fast_field_values("number", [at for _, at in found.hits])
    return tuple(id_of(int(number)) for number in numbers if number is not None), counted(found)
