# SPDX-License-Identifier: EUPL-1.2
"""The filters of a Selection as queries of the index, each apart: a facet leaves its own out."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from math import prod
from typing import NamedTuple

from tantivy import FieldType, Occur, Query

from app.model.selection import Selection
from app.search.documents import YES
from app.search.schema import COPY, FACETS
from app.search.snapshot import Snapshot
from app.store.search_queries import microseconds

STAND = "stand"
FEW = 8  # values that are asked for one by one; more are gathered first
SELECTIVE = 0.25


class Filter(NamedTuple):
    """What a filter leaves, and about which share of all entries that is, up to 1."""

    query: Query
    share: float = 1.0


Given = Mapping[str, Filter]


def filters(snapshot: Snapshot, selection: Selection) -> dict[str, Filter]:
    """Name of the filter -> what it leaves (``copy``: what it takes away); only those that are set.

    The selection is one that was checked; a day or instant that is none raises ValueError.
    """
    found = {
        name: _chosen(snapshot, name, values)
        for name in FACETS
        if (values := getattr(selection, name))
    }
    if not selection.portal:  # each dataset once, but all that a portal has
        found[COPY] = Filter(_one(snapshot, COPY, YES))
    if selection.stand:
        found[STAND] = _since(snapshot, STAND, date.fromisoformat(selection.stand).toordinal())
    if selection.modified_since:
        moment = datetime.fromisoformat(selection.modified_since)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        found["modified_since"] = _since(snapshot, "changed", microseconds(moment))
    return found


def _one(snapshot: Snapshot, field: str, value: str) -> Query:
    return Query.term_query(snapshot.schema, field, value, "basic")


def _chosen(snapshot: Snapshot, name: str, values: tuple[str, ...]) -> Filter:
    if len(values) > FEW:
        return Filter(Query.term_set_query(snapshot.schema, name, list(values)))
    entries = sum(snapshot.searcher.doc_freq(name, value) for value in values)
    share = min(1.0, entries / max(1, snapshot.searcher.num_docs))
    single = [_one(snapshot, name, value) for value in values]
    if len(single) == 1:
        return Filter(single[0], share)
    return Filter(Query.boolean_query([(Occur.Should, each) for each in single]), share)


def _since(snapshot: Snapshot, field: str, least: int) -> Filter:
    return Filter(Query.range_query(snapshot.schema, field, FieldType.Integer, least))


def share(given: Given) -> float:
    """About which share of all entries the filters leave together."""
    return prod(each.share for each in given.values())


def selective(given: Given, but: str = "") -> Query | None:
    """The filters that together leave few entries, as one query; None if they leave many.

    Phrases and compounds are looked for only within it. Where a filter leaves most entries that
    would take longer than to look for them everywhere.
    """
    chosen = [each for name, each in given.items() if name != but and each.share < 1]
    if prod(each.share for each in chosen) > SELECTIVE:
        return None
    return Query.boolean_query([(Occur.Must, each.query) for each in chosen])


def narrowed(query: Query, given: Given, but: str = "") -> Query:
    """The query within all filters, or within all but one."""
    clauses = [_clause(name, each) for name, each in given.items() if name != but]
    return Query.boolean_query([(Occur.Must, query), *clauses]) if clauses else query


def _clause(name: str, each: Filter) -> tuple[Occur, Query]:
    if name == COPY:
        return Occur.MustNot, each.query
    return Occur.Must, Query.const_score_query(each.query, 0.0)
