# SPDX-License-Identifier: EUPL-1.2
"""A search as a request wants it: found in the index, shown from the store, always answered."""

from dataclasses import dataclass, replace

from app.export.resolve import resolve
from app.model.selection import Selection
from app.search import BROKEN, Found, Suggestions, ensure, find, give_up, suggest
from app.search.snapshot import Snapshot
from app.store import dataset_queries, search_queries, state_queries
from app.store.search_queries import Hit
from app.web.desk import desk, session

DEEPEST = 10_000


@dataclass(frozen=True, slots=True)
class Result:
    """hits: live datasets of the page. makeshift: no index was there, only titles were searched."""

    found: Found
    hits: tuple[Hit, ...]
    makeshift: bool = False


def search(selection: Selection, size: int) -> Result:
    """The page of hits of a checked selection; four statements, two of them small."""
    found = _found(selection, size)
    if found is None:
        return _makeshift(selection, size)
    return Result(found, search_queries.hits(session(), found.ids))


def suggested(text: str) -> Suggestions:
    """What to offer while this is typed; nothing while there is no index."""
    snapshot = _snapshot()
    if snapshot is None:
        return Suggestions()
    try:
        return suggest(snapshot, desk().vocabulary, text)
    except BROKEN:
        give_up(desk().store, desk().index)
        return Suggestions()


def _snapshot() -> Snapshot | None:
    at = desk()
    generation = state_queries.generation(session())
    return ensure(session(), generation, at.store, at.vocabulary, at.index)


def _found(selection: Selection, size: int) -> Found | None:
    snapshot = _snapshot()
    if snapshot is None:
        return None
    try:
        return find(snapshot, selection, size)
    except BROKEN:
        give_up(desk().store, desk().index)
        return None


def _makeshift(selection: Selection, size: int) -> Result:
    """The store's own filters, words in titles only, no facets."""
    sorting = selection.sortierung if selection.sortierung in dataset_queries.ORDERS else "titel"
    plain = replace(resolve(selection, desk().vocabulary), sortierung=sorting)
    total = dataset_queries.count(session(), plain)
    start = (selection.seite - 1) * size
    lines = dataset_queries.lines(session(), plain, size, start) if start < DEEPEST else ()
    ids = tuple(line.id for line in lines)
    generation = state_queries.generation(session())
    found = Found(ids=ids, total=total, generation=generation, sorting=sorting)
    return Result(found, search_queries.hits(session(), ids), makeshift=True)
