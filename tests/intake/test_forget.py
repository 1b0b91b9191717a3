# SPDX-License-Identifier: EUPL-1.2
"""What was forgotten is nowhere, and does not come back by a harvest or a restore (promise S11)."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.cli import forget_files
from app.intake import crew
from app.intake.run import accept
from app.intake.second_reader import Spec
from app.search import rebuild
from app.store import Store, StoreError, blocked_terms, dataset_queries, forgetting, run_writes
from app.store.backup import backup
from app.store.restore import restore
from harvesters.base.errors import HarvestError
from harvesters.base.record import Harvester
from tests.intake.making import catalogue, dataset, person, towns
from tests.intake.snapshot import everything, faults, snapshot
from tests.intake.trial import Trial, counts, id_of, serving

PERSON = person(1, "Zenobia", "Quitterstein")
TERM = "Zenobia Quitterstein"
WORDS = ("zenobia", "quitterstein", "5550001")
SAID = catalogue(
    [
        dataset(1, "Karte von Zenobia Quitterstein", PERSON),
        dataset(2, "Quitterstein, Zenobia: Bäume"),
        dataset(
            3,
            more='dcat:keyword "zenobia-quitterstein"@de ; dct:identifier "zenobia.quitterstein" ;',
        ),
        dataset(4, more=person(2, "Karl", "Neumann")),
        '[] a dcat:Dataset ; dct:title "von Zenobia Quitterstein"@de .\n',
        dataset(5).replace("datensatz/5", "datensatz/zenobia-quitterstein"),
        dataset(6).replace("CSV", "Zenobia Quitterstein"),
    ],
    "Daten von Zenobia Quitterstein",
)


def silent(_done: int, _total: int | None) -> None:
    """Progress nobody watches."""


def forget(store: Store, term: str = TERM) -> dict[str, int]:
    """Forgets a term in the store; how much was found."""
    counted = forgetting.forget(store, forgetting.search(store, term, silent))
    forgetting.compact(store)
    return counted


def left(trial: Trial) -> list[str]:
    """Words about the person that are left in any table, those of live persons included."""
    with trial.store.session() as session:
        persons = str(session.connection().exec_driver_sql("SELECT * FROM dataset_person").all())
    text = (everything(trial.store) + persons).lower()
    return [word for word in WORDS if word in text]


def in_files(folder: Path) -> list[str]:
    """Files whose bytes hold a word about the person; the portal's own pages are not ours."""
    files = [path for path in folder.rglob("*") if path.is_file() and "portal" not in path.parts]
    found = [path for path in files if any(w.encode() in path.read_bytes().lower() for w in WORDS)]
    return [path.name for path in found]


def test_every_table_is_free_of_it(trial: Trial) -> None:
    trial.run(SAID)
    trial.run(SAID.replace("Standorte", "Orte"))  # a history with the term
    assert left(trial) == list(WORDS)
    counted = forget(trial.store)
    assert counted["persons"] == 1
    assert counted["datasets"] >= 5
    assert counted["rows"] > counted["datasets"]
    assert left(trial) == []
    assert faults(trial.store) == []
    assert "Neumann" in persons_of(trial, 4)
    assert trial.stored(2).dataset.title == "…, …: Bäume"


def ids_of(trial: Trial) -> list[str]:
    """Public ids of all datasets."""
    with trial.store.session() as session:
        return sorted(
            session.connection().exec_driver_sql("SELECT id FROM dataset").scalars().all()
        )


def persons_of(trial: Trial, number: int) -> str:
    """What is said about persons of a dataset."""
    with trial.store.session() as session:
        source = dataset_queries.source(session, id_of(number))
    assert source is not None
    return source.personal


def test_the_same_again_is_no_change_and_brings_nothing_back(trial: Trial) -> None:
    trial.run(SAID)
    before = ids_of(trial)
    forget(trial.store)
    for text in (SAID, SAID):
        assert counts(trial.run(text)) == (7, 0, 0, 6, 0, 1)
        assert left(trial) == []
    assert ids_of(trial) == before
    changed = trial.run(SAID.replace("Pflanzjahr", "Alter"))
    assert counts(changed) == (7, 0, 6, 0, 0, 1)
    assert left(trial) == []
    assert ids_of(trial) == before


def test_a_portal_harvested_for_the_first_time_is_masked(trial: Trial) -> None:
    trial.run(towns(9))
    assert forget(trial.store) == {"rows": 0, "datasets": 0, "persons": 0}
    trial.rules = replace(trial.rules, retire_number=1000, relaunch_share=1.0)
    assert trial.run(SAID).added == 6
    assert left(trial) == []


def test_no_file_of_the_data_folder_holds_it(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(SAID)
    waiting = trial.run(catalogue([], "Daten von Zenobia Quitterstein"))  # its pages are kept
    index = trial.folder / "index"
    rebuild(trial.store, trial.reader.vocabulary, index)
    assert {"page-00001.body"} < set(in_files(trial.folder))
    found = forgetting.search(trial.store, TERM, silent)
    files = forget_files.find(trial.folder, trial.store.name, None, found.guard)
    forgetting.forget(trial.store, found)
    assert forget_files.remove(files) >= 2
    rebuild(trial.store, trial.reader.vocabulary, index)
    forgetting.compact(trial.store)
    assert in_files(trial.folder) == []
    trial.run(SAID)
    trial.store.close()
    assert in_files(trial.folder) == []
    with pytest.raises(HarvestError):
        accept(trial.store, trial.job(), waiting.id or 0)


def test_what_was_deleted_earlier_is_gone_from_the_file_as_well(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(towns(1))
    trial.store.close()
    with closing(sqlite3.connect(trial.folder / "store.db", isolation_level=None)) as direct:
        direct.execute("PRAGMA secure_delete = OFF")  # as most builds of SQLite have it
        direct.execute("INSERT INTO dataset_person VALUES (?, ?)", (id_of(1), TERM * 1000))
        direct.execute("DELETE FROM dataset_person")
    assert in_files(trial.folder) == ["store.db"]
    assert forget(trial.store) == {"rows": 0, "datasets": 0, "persons": 0}
    assert in_files(trial.folder) == []


def test_an_older_backup_brings_nothing_back(trial: Trial) -> None:
    trial.run(SAID)
    file = trial.folder / "backup.zip"
    backup(trial.store, file, silent)
    forget(trial.store)
    forget(trial.store, "Karl Neumann")
    kept = snapshot(trial.store)
    restored = restore(trial.store, file, silent)
    assert restored.masked > 0
    assert left(trial) == []
    assert persons_of(trial, 4) == ""
    assert snapshot(trial.store) == kept
    assert counts(trial.run(SAID)) == (7, 0, 0, 6, 0, 1)
    with trial.store.session() as session:
        assert len(blocked_terms.guard(session).terms) == 2


def test_terms_travel_with_a_backup(trial: Trial, sqlite_store: Store) -> None:
    trial.run(SAID)
    forget(trial.store)
    file = trial.folder / "backup.zip"
    backup(trial.store, file, silent)
    other = replace(trial, store=sqlite_store)
    restore(other.store, file, silent)
    other.run(SAID.replace("Pflanzjahr", "Alter"))
    assert left(other) == []


def test_a_run_that_read_before_the_term_was_blocked_stores_nothing(trial: Trial) -> None:
    trial.run(towns(1))

    def fetch_and_block(*given: object) -> object:
        with trial.store.transaction() as session:
            blocked_terms.block(session, [blocked_terms.hashed(session, TERM)])
        return real.fetch(*given)  # type: ignore[arg-type]

    real = serving(SAID)
    late = Harvester(fetch_and_block, real.open, real.parse, real.reread)  # type: ignore[arg-type]
    run = trial.run(harvester=late)
    assert (run.state, run.notes[0].code) == ("failed", "run.blocked_meanwhile")
    assert left(trial) == []


def test_not_while_a_portal_is_harvested(trial: Trial) -> None:
    trial.run(SAID)
    with trial.store.transaction() as session:
        run_writes.start(session, "musterstadt", "somebody")
    with pytest.raises(StoreError) as raised:
        forget(trial.store)
    assert raised.value.code == "store.run_active"
    assert left(trial) == list(WORDS)


def test_searching_writes_nothing(trial: Trial) -> None:
    trial.run(SAID)
    before = snapshot(trial.store)
    assert forgetting.search(trial.store, TERM, silent).counts["persons"] == 1
    assert snapshot(trial.store) == before
    with trial.store.session() as session:
        assert not blocked_terms.guard(session)


@pytest.mark.parametrize("term", ["zenobia.quitterstein@musterstadt.example", "+49 30 555-0001"])
def test_a_mail_or_a_number_takes_the_person_along(trial: Trial, term: str) -> None:
    trial.run(catalogue([dataset(1, more=PERSON), dataset(2)]))
    assert forget(trial.store, term)["persons"] == 1
    assert left(trial) == []
    assert counts(trial.run()) == (2, 0, 0, 2, 0, 0)
    assert left(trial) == []


def test_it_is_not_in_the_search(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(SAID)
    forget(trial.store)
    index = trial.folder / "index"
    rebuild(trial.store, trial.reader.vocabulary, index)
    assert [path for path in index.rglob("*") if path.is_file()]
    assert in_files(index) == []


def test_a_second_process_that_reads_keeps_it_out_too(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "_PAGES_BEFORE", 1)
    monkeypatch.setattr(crew, "_BYTES_BEFORE", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    trial.run(towns(1))
    forget(trial.store)
    for page in range(8):
        numbers = range(page * 5, page * 5 + 5)
        parts = [dataset(n, f"{n} von Zenobia Quitterstein", PERSON) for n in numbers]
        trial.add(catalogue(parts), f"page-{page + 2}.ttl")
    run = trial.run(second_reader=Spec(None, date(2026, 5, 4)))
    assert run.received == 40
    assert left(trial) == []
    assert in_files(trial.staging) == []
