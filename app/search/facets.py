# SPDX-License-Identifier: EUPL-1.2
"""How many of what was found have which value, a facet's own filter left aside."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from tantivy import Query

from app.model.selection import Selection
from app.search import broad
from app.search.asked import Asked
from app.search.codes import Tally, shown
from app.search.filters import Filter, Given, narrowed, selective
from app.search.keywords import KEYWORD
from app.search.matching import Level, set_of
from app.search.schema import FACETS, SEVERAL
from app.search.snapshot import Snapshot, size
from app.search.tallies import MOST_VALUES, STAND, tallies, with_size

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


class Sought(NamedTuple):
    """What is counted. level: how its words are met. given: the filters. found: hits within them,
    None if they were not counted, which they are not where they are few.
    """

    asked: Asked
    level: Level
    given: Given
    found: int | None

    def query(self, snapshot: Snapshot, but: str = "") -> Query:
        """It within all filters, or within all but one."""
        within = selective(self.given, but)
        return narrowed(set_of(snapshot, self.asked, self.level, within), self.given, but)

    def is_broad(self, snapshot: Snapshot) -> bool:
        """Whether it finds most of what there is."""
        return (self.found or 0) > broad.SHARE * snapshot.searcher.num_docs


def facets(
    snapshot: Snapshot, sought: Sought, selection: Selection, today: date
) -> tuple[int, dict[str, Facet]]:
    """How many hits there are, and all facets; values that were chosen are always among them.

    ``stand`` counts what is as of the first day of a year or later; its values are such days.
    ``schlagwort`` is no filter: its values are words to search for.
    """
    free = [name for name in (*FACETS, STAND, KEYWORD) if name not in sought.given]
    if sought.found is None:
        total, found = with_size(snapshot, sought.query(snapshot), free)
    else:
        total, found = sought.found, _tallied(snapshot, sought, free)
    for name in (*FACETS, STAND):
        if name in sought.given:
            found |= _tallied(snapshot, sought, [name], but=name)
    read = {name: _facet(snapshot, name, found[name], today) for name in found}
    for name in FACETS:
        if name in sought.given:
            read[name] = _with_chosen(snapshot, sought, read[name], selection)
    return total, {name: read[name] for name in (*FACETS, STAND, KEYWORD)}


def _tallied(
    snapshot: Snapshot, sought: Sought, names: list[str], but: str = ""
) -> dict[str, Tally]:
    query, found = sought.query(snapshot, but), {}
    if sought.is_broad(snapshot):
        found = broad.tallies(snapshot, query, names, sought.given)
    return found | tallies(snapshot, query, [name for name in names if name not in found])


def _facet(snapshot: Snapshot, name: str, tally: Tally, today: date) -> Facet:
    return _years(tally, today) if name == STAND else _values(snapshot, name, tally)


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


def _with_chosen(snapshot: Snapshot, sought: Sought, facet: Facet, selection: Selection) -> Facet:
    """Chosen values that are too rare to be listed, counted one by one."""
    listed = {count.value for count in facet.counts}
    rare = [value for value in getattr(selection, facet.name) if value not in listed]
    within = sought.query(snapshot, but=facet.name)
    for value in rare[:MOST_VALUES]:
        one = {facet.name: Filter(Query.term_query(snapshot.schema, facet.name, value, "basic"))}
        count = size(snapshot, narrowed(within, one))
        facet = facet._replace(counts=(*facet.counts, Count(value, count)))
    return facet
