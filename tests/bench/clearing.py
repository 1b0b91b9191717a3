# SPDX-License-Identifier: EUPL-1.2
"""Clearing: fifty and a thousand datasets of mixed licences, with every target tried."""

from collections.abc import Iterator

from app.licensing import check
from app.licensing.model import Input, Request
from app.vocabulary import load
from tests.bench.figure import Figure, best_of


def measure() -> Iterator[Figure]:
    """Clearings a second; the aim for fifty datasets is 50 ms each."""
    for count, aim in ((50, 20), (1_000, None)):
        asked = request(count)
        seconds = best_of(5, lambda asked=asked: check(load().licences, asked))
        name = f"clearings of {count:,} datasets"
        note = f"{seconds * 1_000:.1f} ms each"
        yield (
            Figure(name, 1 / seconds, "/s", aim, note)
            if aim
            else Figure(name, 1 / seconds, "/s", note=note)
        )


def request(count: int) -> Request:
    """Datasets over every licence of the vocabulary that is open to all purposes, in turn."""
    ids = [each.id for each in load().licences if each.restrictions["non_commercial"] != "yes"]
    inputs = tuple(
        Input(ids[at % len(ids)], f"dataset:{at}", str(at), f"Datensatz {at}", f"Stadt {at % 40}")
        for at in range(count)
    )
    return Request(inputs, "derived_database", True, True)
