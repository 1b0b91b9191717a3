# SPDX-License-Identifier: EUPL-1.2
"""The kept matrix: read once a generation, on both databases, and for the named portals only."""

import pytest

from app.compare import reading
from app.store import Store, matrix_queries
from tests.builders import dataset, harvest, part

TREES = "floraUndFauna--baumbestand--baumkataster"


def test_the_cells_are_read_once_a_generation(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    harvest(store, dataset("1", "13003000", TREES, part()))
    asked = []
    real = matrix_queries.packs

    def counted(*arguments: object, **more: object) -> object:
        asked.append(arguments[1])
        return real(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(matrix_queries, "packs", counted)
    for _ in range(3):
        with store.session() as session:
            generation, matrix = reading.matrix(session, "kommune")
    assert asked == ["kommune"]
    assert matrix.places == ("13003000",)
    harvest(store, dataset("2", "01002000", TREES, part(), portal="neu"))
    with store.session() as session:
        later, grown = reading.matrix(session, "kommune")
        _, one = reading.matrix(session, "kommune", ("neu",))
    assert later == generation + 1
    assert grown.places == ("13003000", "01002000")
    assert one.places == ("", "01002000")  # bits are the same, whoever is asked about
