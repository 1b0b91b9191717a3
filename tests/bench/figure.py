# SPDX-License-Identifier: EUPL-1.2
"""One measured figure, and how things are timed here."""

import gc
import time
from collections.abc import Callable
from typing import NamedTuple


class Figure(NamedTuple):
    """What was measured. aim: least value wanted, None where there is none."""

    name: str
    value: float
    unit: str
    aim: float | None = None
    note: str = ""

    def line(self) -> str:
        """The figure as one line of the report."""
        aim = "" if self.aim is None else f"  (aim {self.aim:g}: {self.verdict()})"
        return f"{self.name:<46} {self.value:>10,.1f} {self.unit}{aim}  {self.note}".rstrip()

    def verdict(self) -> str:
        """Whether the aim was reached."""
        return "reached" if self.aim is None or self.value >= self.aim else "MISSED"


def best_of(times: int, work: Callable[[], object]) -> float:
    """Processor seconds of the fastest of several runs, so that neighbours disturb little."""
    found = []
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)
