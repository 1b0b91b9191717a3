# SPDX-License-Identifier: EUPL-1.2
"""What the page of a portal asks the store, on both databases."""

from datetime import timedelta

import pytest

from app.model import Finding, Run, RunState
from app.store import (
    Store,
    findings_queries,
    portal_queries,
    portal_writes,
    run_queries,
    run_writes,
    swap_writes,
)
from app.store.catalogue_writes import Catalogue
from tests.store import made
from tests.store.made import LATER, NOW


def noted(*codes: str) -> tuple[Finding, ...]:
    """A finding of each code."""
    return tuple(Finding(code, "d", {"value": code}) for code in codes)


def run(store: Store, state: RunState, after: int) -> int:
    """A further run that ends in a state, or goes on."""
    at = NOW + timedelta(hours=after)
    with store.transaction() as session:
        portal_writes.remember(session, made.portal(), at)
        number = run_writes.start(session, "stadt", "test", at)
        if state != "running":
            run_writes.finish(session, number, Run("stadt", state=state), now=at)
    return number


def test_a_portal_is_counted_with_what_was_retired(store: Store) -> None:
    made.fill(store, [made.change("a"), made.change("b"), made.change("c")])
    with store.transaction() as session:
        number = made.begin(session, now=LATER)
        swap_writes.missing(session, "stadt", {"a"}, NOW)
        swap_writes.retire(session, number, [made.id_of("a")], LATER, 0, 0)
        run_writes.finish(session, number, made.ended(), now=LATER)
    with store.session() as session:
        found = portal_queries.standing(session, "stadt")
        assert portal_queries.standing(session, "nirgends") is None
    assert found is not None
    standing, extent = found
    assert (extent.datasets, extent.distributions, extent.retired) == (2, 2, 1)
    assert (standing.datasets, standing.state) == (2, "complete")


def test_catalogues_come_without_their_statements(store: Store) -> None:
    made.fill(store, [])
    with store.transaction() as session:
        portal_writes.remember(session, made.portal(), NOW)
        said = [Catalogue(str(number), f"Katalog {number}", None, "cc0-1.0") for number in range(3)]
        swap_writes.replace_catalogues(session, "stadt", said)
    with store.session() as session:
        found = portal_queries.published(session, "stadt", most=2)
    assert [each.title for each in found] == ["Katalog 0", "Katalog 1"]
    assert found[0].licence == "cc0-1.0"


def test_examples_and_occurrences_name_their_dataset(store: Store) -> None:
    both = noted("licence.missing", "format.missing")
    made.fill(store, [made.change(name, findings=both) for name in "abc"])
    with store.session() as session:
        few = findings_queries.examples(session, "stadt", ["licence.missing", "format.missing"], 2)
        every = findings_queries.occurrences(session, "stadt", "format.missing")
        last = findings_queries.occurrences(session, "stadt", "format.missing", 2, 2)
        assert findings_queries.count(session, "stadt", "format.missing") == 3
        assert findings_queries.count(session, "kreis", "format.missing") == 0
        assert findings_queries.examples(session, "stadt", []) == {}
    assert {code: len(found) for code, found in few.items()} == {
        "licence.missing": 2,
        "format.missing": 2,
    }
    assert {each.title for each in every} == {"Datensatz a", "Datensatz b", "Datensatz c"}
    assert last == every[2:]


@pytest.mark.parametrize(
    ("later", "waits"),
    [
        ((), True),
        (("failed", "running"), True),
        (("quarantined",), False),
        (("partial",), False),
        (("not-modified",), False),
    ],
)
def test_only_a_run_that_nothing_outdates_waits(
    store: Store, later: tuple[RunState, ...], waits: bool
) -> None:
    run(store, "complete", 1)
    first = run(store, "quarantined", 2)
    for after, state in enumerate(later, start=3):
        run(store, state, after)
    with store.session() as session:
        waiting = run_queries.waiting(session, "stadt")
        assert run_queries.count(session, "stadt") == 2 + len(later)
        newest = run_queries.history(session, "stadt", limit=1, offset=len(later))
    assert (waiting == first) is waits
    assert newest[0].id == first


def titled(store: Store, *titles: str | None, configured: str | None = None) -> str | None:
    """The portal's title after a harvest that found catalogues called so."""
    with store.transaction() as session:
        portal_writes.remember(session, made.portal(title=configured), NOW)
        said = [Catalogue(str(number), title) for number, title in enumerate(titles)]
        swap_writes.replace_catalogues(session, "stadt", said)
    with store.session() as session:
        found = portal_queries.get(session, "stadt")
    return found.title if found else None


def test_a_nameless_portal_is_called_after_its_catalogue(store: Store) -> None:
    assert titled(store) is None
    assert titled(store, "Offene Daten\n  Musterstadt", None) == "Offene Daten Musterstadt"
    assert titled(store, "Offene Daten Musterstadt") == "Offene Daten Musterstadt"
    assert titled(store, "Neuer Name") == "Offene Daten Musterstadt"
    assert titled(store, "Neuer Name") == "Neuer Name"
    assert titled(store, "Neuer Name", configured="Musterstadt") == "Musterstadt"


def test_catalogues_of_several_names_name_no_portal(store: Store) -> None:
    assert titled(store, "Kiel", "Lübeck") is None
    assert titled(store, "x" * 200) is None
