# SPDX-License-Identifier: EUPL-1.2
"""A portal with Hinweise, a catalogue and runs, for the tests of its page."""

from datetime import timedelta
from pathlib import Path

from app.config import Settings, Site, StoreSettings
from app.model import Finding, Run, RunState
from app.store import Store, findings_writes, run_writes, swap_writes
from app.store.catalogue_writes import Catalogue
from tests.builders import WHEN, change, dataset, harvest, part

MINUTE = timedelta(minutes=1)
TOWN, TREES = "13003000", "floraUndFauna--baumbestand--baumkataster"
ROWS = 60


def settings_in(store: Store, folder: Path) -> Settings:
    """Settings with a folder of their own for the search index."""
    kept = StoreSettings(database=f"sqlite:///{store.name}", folder=folder)
    return Settings(site=Site(title="Prüfspiegel"), store=kept)


def fill(store: Store) -> None:
    """Sixty datasets without description, one of them of unknown licence; a page repaired."""
    made = []
    for number in range(ROWS):
        each = dataset(f"{number:02}", TOWN, TREES, part("CSV"))
        found = [Finding("description.missing", each.identifier)]
        if number == 7:
            value = {"value": "frei <b>"}
            found += [Finding("licence.unknown", f"Datei {n}", value) for n in range(3)]
        made.append(change(each, found))
    harvest(store, *made)
    catalogue = Catalogue("k", "Katalog <i>", "Amt für Daten", "cc-by-4.0", "CC BY 4.0")
    with store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", WHEN + MINUTE)
        repaired = Finding("xml.repaired", "page-1.rdf", {"value": "&", "other": "", "field": ""})
        findings_writes.replace_page_findings(session, run, "stadt", [repaired])
        swap_writes.replace_catalogues(session, "stadt", [catalogue])
        done = Run("stadt", run, "complete", ended=WHEN + 2 * MINUTE, same=ROWS, announced=61)
        run_writes.finish(session, run, done)


def end(store: Store, state: RunState, after: int, *notes: Finding, **more: object) -> int:
    """A further run that ends in a state."""
    with store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", WHEN + after * MINUTE)
        ended = WHEN + after * MINUTE + timedelta(seconds=90)
        told = Run("stadt", run, state, ended=ended, notes=notes, **more)  # type: ignore[arg-type]
        run_writes.finish(session, run, told)
    return run
