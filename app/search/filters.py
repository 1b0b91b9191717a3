# SPDX-License-Identifier: EUPL-1.2
"""The filters of a Selection as queries of the index, each apart: a facet leaves its own out."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from tantivy import FieldType, Occur, Query

from app.model.selection import Selection
from app.search.documents import YES
from app.search.schema import COPY, FACETS
from app.search.snapshot import Snapshot
from app.store.search_queries import microseconds

STAND = "stand"


def filters(snapshot: Snapshot, selection: Selection) -> dict[str, Query]:
    """Name of the filter -> what it leaves (``copy``: what it takes away); only those that are set.

    The selection is one that was checked; a day or instant that is none raises ValueError.
    """
    found = {
        name: Query.term_set_query(snapshot.schema, name, list(values))
        for name in FACETS
        if (values := getattr(selection, name))
    }
    if not selection.portal:  # each dataset once, but all that a portal has
        found[COPY] = Query.term_query(snapshot.schema, COPY, YES, "basic")
    if selection.stand:
        found[STAND] = _since(snapshot, STAND, date.fromisoformat(selection.stand).toordinal())
    if selection.modified_since:
        moment = datetime.fromisoformat(selection.modified_since)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        found["modified_since"] = _since(snapshot, "changed", microseconds(moment))
    return found


def _since(snapshot: Snapshot, field: str, least: int) -> Query:
    return Query.range_query(snapshot.schema, field, FieldType.Integer, least)


def narrowed(query: Query, given: Mapping[str, Query], but: str = "") -> Query:
    """The query within all filters, or within all but one."""
    clauses = [_clause(name, each) for name, each in given.items() if name != but]
    return Query.boolean_query([(Occur.Must, query), *clauses]) if clauses else query


def _clause(name: str, each: Query) -> tuple[Occur, Query]:
    if name == COPY:
        return Occur.MustNot, each
    return Occur.Must, Query.const_score_query(each, 0.0)
