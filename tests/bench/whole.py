# SPDX-License-Identifier: EUPL-1.2
"""A whole run over loopback, index included, and the same again with nothing new.

The gap between requests is 0 here. A polite run of 160,000 datasets in pages of 100 waits 1,600
times 0.2 s: 5 minutes and 20 seconds more.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import material, served
from tests.bench.figure import Figure

_NEW, _SAME, _PEAK = 1_000.0, 4_000.0, 350.0


def measure() -> Iterator[Figure]:
    """Datasets a second of first and of unchanged runs, of light and of rich datasets."""
    light = served.light_page()
    yield from _both("4 KB a dataset", light, 100, _NEW, _SAME)
    rich = material.page()
    yield from _both("18 KB, 8 files a dataset", rich, 30, None, None)


def _both(
    name: str, page: bytes, copies: int, new: float | None, same: float | None
) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as at:
        folder = Path(at)
        with served.portal(folder / "www", page, copies) as here:
            for title, aim in (("new", new), ("unchanged", same)):
                ran = served.harvest(folder, here)
                run = json.loads(ran.output)
                rate = run["received"] / run["seconds"]
                load = f"load {os.getloadavg()[0]:.1f}"
                note = f"{run['received']:,} in {run['seconds']:.1f} s, {run['state']}, {load}"
                yield Figure(f"run, {title}, {name}", rate, "datasets/s", aim, note)
                held = f"{ran.peak_mb:.0f} of {_PEAK:.0f} MB, all processes"
                yield Figure(f"memory, {title}, {name}", _PEAK / ran.peak_mb, "×", 1.0, held)
                command = run["received"] / ran.seconds
                yield Figure(f"command, {title}, {name}", command, "datasets/s", None, "with all")
