# SPDX-License-Identifier: EUPL-1.2
"""Whole runs on both databases, by processor time: first, with more pages, and unchanged.

Of all processes of a run, of their ends, and of the database's server.
"""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import served
from tests.bench.databases import SLOWER, Database, both
from tests.bench.figure import Figure

PAGES, MORE = 25, 100  # of about a hundred datasets each
LINEAR = 0.8


def measure() -> Iterator[Figure]:
    """Datasets per processor second, what growth leaves of it, and PostgreSQL against SQLite."""
    page = served.light_page()
    rates: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as at, both(Path(at)) as make:
        for copies in (PAGES, MORE):
            folder = Path(at) / str(copies)
            folder.mkdir()
            with served.portal(folder / "www", page, copies) as here:
                for database in make(f"runs_{copies}"):
                    found = rates.setdefault(database.name, {})
                    for title in ("new", "unchanged"):
                        name = f"{title}, {copies} pages"
                        found[name] = _rate(database, folder / database.name, here)
                        yield Figure(f"run, {name}, {database.name}", found[name], "per CPU s")
    for name, found in rates.items():
        share = found[f"new, {MORE} pages"] / found[f"new, {PAGES} pages"]
        yield Figure(f"run with {MORE} pages as a share, {name}", share, "×", LINEAR)
    for name, one in rates["SQLite"].items():
        ratio = rates["PostgreSQL"][name] / one
        yield Figure(f"run on PostgreSQL, {name}, against SQLite", ratio, "×", SLOWER)


def _rate(database: Database, folder: Path, here: str) -> float:
    folder.mkdir(exist_ok=True)
    before = database.server()
    ran = served.harvest(folder, here, database=database.url)
    run = json.loads(ran.output)
    if run["state"] != "complete":
        raise RuntimeError(f"the run ended as {run['state']}")
    return float(run["received"] / (ran.spent + database.server() - before))
