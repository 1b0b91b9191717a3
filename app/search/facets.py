# SPDX-License-Identifier: EUPL-1.2
"""How many of what was found have which value, a facet's own filter left aside."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from tantivy import Query

from app.model.selection import Selection
from app.search.codes import shown
from app.search.filters import narrowed
from app.search.keywords import KEYWORD
from app.search.schema import FACETS, SEVERAL
from app.search.snapshot import Snapshot, size
from app.search.tallies import MOST_VALUES, STAND, Tally, tallies

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
    return {
        name: _years(tally, today) if name == STAND else _values(snapshot, name, tally)
        for name, tally in tallies(snapshot, query, names).items()
    }


def _values(snapshot: Snapshot, name: str, tally: Tally) -> Facet:
    texts = snapshot.texts.get(name, ())
    datasets: dict[str, int] = defaultdict(int)
    for number, entries in tally.entries.items():
        for value in texts[number].split(" ") if name in SEVERAL else (shown(texts[number]),):
            datasets[value] += entries
    counts = [Count(value, count) for value, count in datasets.items()]
    counts.sort(key=lambda count: (count.value == NOT_GIVEN, -count.datasets, count.value))
    return Facet(name, tuple(counts[:MOST_VALUES]), tally.more or len(counts) > MOST_VALUES)


def _years(tally: Tally, today: date) -> Facet:
    """Years that add nothing to the later ones are left out."""
    counts: list[Count] = []
    for back in YEARS_BACK:
        first = today.year - back
        total = sum(entries for year, entries in tally.entries.items() if year >= first)
        if total and (not counts or total > counts[-1].datasets):
            counts.append(Count(date(first, 1, 1).isoformat(), total))
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
