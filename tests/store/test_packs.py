# SPDX-License-Identifier: EUPL-1.2
"""The packed counts say what the cells say, of every portal and of all; older ones are remade."""

from array import array
from collections import defaultdict

import pytest
from sqlalchemy import text

from app.model import Body
from app.store import (
    Store,
    cell_queries,
    matrix_queries,
    portal_removal,
    prepare,
    state_queries,
    swap_writes,
)
from app.store.preparation import is_prepared
from app.store.topic_pack import Use, bits_of, decode, encode, mask_of, merged
from tests.store.made import change, dataset, exact, file, fill

Counts = dict[tuple[str, ...], tuple[int, int] | None]
KINDS = (("kommune", "musterdatensatz"), ("kommune", "thema"), ("land", "inspire"))


def packed(store: Store, unit: str, kind: str, *portal: str) -> Counts:
    """Topic, place, facet, value, evidence -> numbers where they are kept."""
    found: Counts = {}
    with store.session() as session:
        packs = matrix_queries.packs(session, unit, [kind], portal)  # type: ignore[arg-type]
    for (_, topic), bodies in packs.bodies.items():
        for name, use in merged([decode(body) for body in bodies]).items():
            numbers = list(zip(use.datasets, use.holdings, strict=True))
            for place, bit in enumerate(bits_of(use.mask)):
                found[topic, packs.places[bit], *name] = numbers[place] if numbers else None
    return found


def counted(store: Store, unit: str, kind: str, *portal: str) -> Counts:
    """The same out of the cells."""
    with store.session() as session:
        cells = cell_queries.cells(session, unit, kind, portal=portal)  # type: ignore[arg-type]
    return {
        (c.topic, c.place, c.facet, c.value, c.evidence): (c.datasets, c.holdings)
        if c.facet in ("holding", "licences")
        else None
        for c in cells
    }


def several(store: Store) -> None:
    """Three portals that have some places and topics in common."""
    made = []
    for number, portal in enumerate(("a", "b", "c", "a", "b")):
        town = Body("Stadt", exact(f"0100{number % 3}000"), "gemeinde", "kern")
        land = Body("Amt", exact("05"), "land", "land")
        given = {"portal": portal, "thema": exact(f"t{number % 2}")}
        parts = (file("CSV"), file("JSON", "cc-zero" if number % 2 else "cc-by-4.0"))
        made += [
            dataset(f"{number}", publisher=town, distributions=parts, **given),
            dataset(f"l{number}", publisher=land, inspire_themes=("tn",), **given),
        ]
    fill(store, map(change, made))


@pytest.mark.parametrize(("unit", "kind"), KINDS)
def test_packs_say_what_the_cells_say(store: Store, unit: str, kind: str) -> None:
    several(store)
    for portals in ((), ("a",), ("b",), ("a", "c")):
        expected = counted(store, unit, kind, *portals)
        assert expected
        assert packed(store, unit, kind, *portals) == expected


def test_the_sum_of_all_themen_adds_up(store: Store) -> None:
    several(store)
    sums: dict[tuple[str, ...], int] = defaultdict(int)
    for (_, *name), numbers in counted(store, "kommune", "thema").items():
        sums[tuple(name)] += numbers[1] if numbers else 0
    found = packed(store, "kommune", matrix_queries.SUM)
    assert {name[1:]: numbers and numbers[1] for name, numbers in found.items()} == sums


def test_a_portal_that_goes_takes_its_counts_along(store: Store) -> None:
    several(store)
    with store.transaction() as session:
        assert portal_removal.remove(session, "b")
    assert packed(store, "kommune", "musterdatensatz", "b") == {}
    for unit, kind in KINDS:
        assert packed(store, unit, kind) == counted(store, unit, kind) != {}


def test_a_swap_without_change_writes_no_pack(store: Store) -> None:
    several(store)
    asked = packed(store, "kommune", "thema")
    with store.transaction() as session:
        swap_writes.rebuild_cells(session, "a")
    assert packed(store, "kommune", "thema") == asked


@pytest.mark.parametrize(
    "older",
    [
        "DELETE FROM state WHERE name = 'derived'",
        "UPDATE state SET number = 0 WHERE name = 'derived'",
    ],
)
def test_counts_of_older_code_are_made_again(store: Store, older: str) -> None:
    several(store)
    expected = {kind: counted(store, *kind) for kind in KINDS}
    with store.transaction() as session:
        before = state_queries.generation(session)
        for statement in ("DELETE FROM pack", "DELETE FROM cell", older):
            session.connection().execute(text(statement))
    assert not is_prepared(store)
    prepare(store)
    assert is_prepared(store)
    for kind in KINDS:
        assert packed(store, *kind) == counted(store, *kind) == expected[kind]
    with store.session() as session:
        assert state_queries.generation(session) == before + 1


def test_a_pack_is_read_as_written() -> None:
    uses = {
        ("holding", "", ""): Use(0b1011 << 70, [1, 70_000, 2], [1, 2**40, 2]),
        ("format", 'ÄÖ "x"', ""): Use(1),
        ("standard", "wfs", "declared"): Use(0),
    }
    found = decode(encode(uses))
    assert found[("holding", "", "")].holdings == array("Q", [1, 2**40, 2])
    assert {name: (use.mask, list(use.datasets)) for name, use in found.items()} == {
        name: (use.mask, list(use.datasets)) for name, use in uses.items()
    }


def test_masks_and_bits() -> None:
    for bits in ([], [0], [3, 1, 1], [0, 63, 64, 5_000]):
        assert list(bits_of(mask_of(bits))) == sorted(set(bits))
