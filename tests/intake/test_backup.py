# SPDX-License-Identifier: EUPL-1.2
"""A backup is the store of one moment, whoever writes meanwhile, and comes back on any database."""

import json
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import text

from app.store import Store, StoreError, open_store, prepare, run_writes
from app.store.backup import backup
from app.store.backup_file import seal
from app.store.preparation import exclusive, upgrade
from app.store.restore import is_empty, look, restore
from app.store.state_queries import generation
from app.store.tables import METADATA
from tests.intake.making import catalogue, dataset, person, towns
from tests.intake.snapshot import faults, snapshot
from tests.intake.trial import Trial

ROSA = person(1, "Rosa", "Blumenfeld")


def silent(_done: int, _total: int | None) -> None:
    """Progress nobody watches."""


def fill(trial: Trial) -> None:
    """Datasets that were added, changed and retired, with a person and a rejected item."""
    trial.run(catalogue([dataset(n, more=ROSA) for n in range(1, 9)]))
    trial.run(
        catalogue([dataset(n, f"Sache {n}") for n in range(1, 9)] + ["[] a dcat:Dataset .\n"])
    )


def saved(trial: Trial) -> Path:
    """A backup of a filled store."""
    fill(trial)
    file = trial.folder / "backup.zip"
    backup(trial.store, file, silent)
    return file


def refused(store: Store, file: Path) -> str:
    """The code with which a backup is refused; the store is as before."""
    before = snapshot(store)
    with pytest.raises(StoreError) as raised:
        look(file, silent)
        restore(store, file, silent)
    assert snapshot(store) == before
    return raised.value.code


def test_everything_comes_back(trial: Trial) -> None:
    file = saved(trial)
    kept, history = snapshot(trial.store), trial.history(1)
    before = generation_of(trial.store)
    trial.run(towns(*range(1, 9)))
    assert snapshot(trial.store) != kept
    manifest = look(file, silent)
    assert (manifest.count("dataset"), manifest.count("run_reject")) == (8, 1)
    restore(trial.store, file, silent)
    assert snapshot(trial.store) == kept
    assert trial.history(1) == history
    assert faults(trial.store) == []
    assert generation_of(trial.store) > before
    assert trial.run(towns(*range(1, 9))).id == 3  # numbers go on after those restored


def generation_of(store: Store) -> int:
    """The store's generation."""
    with store.session() as session:
        return generation(session)


def test_one_database_takes_the_others_backup(trial: Trial, empty_url: str, tmp_path: Path) -> None:
    file = saved(trial)
    other = open_store(empty_url)
    prepare(other)
    assert is_empty(other)
    restore(other, file, silent)
    assert snapshot(other) == snapshot(trial.store)
    again = tmp_path / "again.zip"
    backup(other, again, silent)
    restore(trial.store, again, silent)
    assert snapshot(other) == snapshot(trial.store)
    other.close()


def test_it_is_of_one_moment_while_a_harvest_goes_on(trial: Trial) -> None:
    fill(trial)
    before = snapshot(trial.store)
    written = []

    def harvest_once(_done: int, _total: int | None) -> None:
        if not written:
            written.append(trial.run(towns(*range(1, 12))))

    file = trial.folder / "backup.zip"
    backup(trial.store, file, harvest_once)
    assert written[0].added == 3
    assert snapshot(trial.store) != before
    restore(trial.store, file, silent)
    assert snapshot(trial.store) == before


def test_a_run_of_the_moment_of_the_backup_is_over(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    fill(trial)
    with trial.store.transaction() as session:
        run_writes.start(session, "musterstadt", "somebody", trial.clock())
    file = trial.folder / "backup.zip"
    backup(trial.store, file, silent)
    trial.clock.pass_by(hours=1)
    trial.run()
    restore(trial.store, file, silent)
    assert trial.latest().state == "failed"
    assert trial.run().state == "complete-with-rejects"


def test_not_while_a_portal_is_harvested(trial: Trial) -> None:
    file = saved(trial)
    with trial.store.transaction() as session:
        run_writes.start(session, "musterstadt", "somebody")
    assert refused(trial.store, file) == "store.run_active"


def test_an_existing_file_stays(sqlite_trial: Trial) -> None:
    file = saved(sqlite_trial)
    was = file.read_bytes()
    with pytest.raises(StoreError) as raised:
        backup(sqlite_trial.store, file, silent)
    assert raised.value.code == "backup.exists"
    assert file.read_bytes() == was
    assert file.stat().st_mode & 0o077 == 0
    assert list(file.parent.glob(".backup*")) == []


def test_any_flipped_bit_is_noticed(sqlite_trial: Trial) -> None:
    file = saved(sqlite_trial)
    body = file.read_bytes()
    for at in range(4, len(body), len(body) // 40):
        file.write_bytes(body[:at] + bytes([body[at] ^ 4]) + body[at + 1 :])
        with pytest.raises(StoreError):
            look(file, silent)
    assert refused(sqlite_trial.store, file) in {"backup.damaged", "backup.not_one"}
    file.write_bytes(body)
    look(file, silent)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99, 0.9999])
def test_a_file_that_was_cut_is_noticed(sqlite_trial: Trial, share: float) -> None:
    file = saved(sqlite_trial)
    body = file.read_bytes()
    file.write_bytes(body[: int(share * len(body))])
    assert refused(sqlite_trial.store, file).startswith("backup.")


def test_other_files_are_no_backups(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(towns(1))
    other = trial.folder / "other.zip"
    assert refused(trial.store, other) == "backup.unreadable"
    other.write_bytes(b"PK\x03\x04 something else")
    assert refused(trial.store, other) == "backup.not_one"
    forged(other, {"manifest.json": b"{}"})
    assert refused(trial.store, other) == "backup.not_one"


def forged(file: Path, entries: dict[str, bytes]) -> None:
    """A sealed archive with these entries."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in entries.items():
            archive.writestr(name, body)
        archive.comment = b"0" * 64
    with file.open("r+b") as target:
        seal(target)


def rewritten(file: Path, old: bytes, new: bytes) -> None:
    """The backup with something else in its manifest, sealed anew."""
    with zipfile.ZipFile(file) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    assert old in entries["manifest.json"]
    entries["manifest.json"] = entries["manifest.json"].replace(old, new, 1)
    forged(file, entries)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b'"revision": "00', b'"revision": "99', "backup.newer"),
        (b'"layout": 1', b'"layout": 2', "backup.newer"),
        (b'"rows": 8', b'"rows": 9', "backup.damaged"),
        (b'"tables/dataset.jsonl"', b'"tables/../dataset.jsonl"', "backup.not_one"),
        (b'"title"', b'"title\\""', "backup.not_one"),
        (b'"first_seen"', b'"other_column"', "backup.damaged"),
        (b'"bytes":', b'"unknown":', "backup.not_one"),
    ],
)
def test_a_forged_manifest_is_refused(
    sqlite_trial: Trial, old: bytes, new: bytes, code: str
) -> None:
    file = saved(sqlite_trial)
    rewritten(file, old, new)
    assert refused(sqlite_trial.store, file) == code


def test_a_bomb_is_refused_before_it_is_unpacked(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    file = saved(trial)
    with zipfile.ZipFile(file) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    forged(file, entries | {"tables/finding.jsonl": b"0" * 120_000_000})
    assert refused(trial.store, file) == "backup.damaged"


def test_an_older_backup_is_brought_to_this_version(trial: Trial, empty_url: str) -> None:
    trial.run(towns(1, 2, 3))
    kept = snapshot(trial.store)
    file = trial.folder / "old.zip"
    backup(trial.store, file, silent)
    with zipfile.ZipFile(file) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    as_of_before(entries)
    forged(file, entries)
    other = open_store(empty_url)
    prepare(other)
    look(file, silent)
    restore(other, file, silent)
    assert snapshot(other) == kept
    with other.session() as session:
        tables = session.connection().execute(text("SELECT COUNT(*) FROM blocked")).scalar()
    assert tables == 0
    other.close()


def as_of_before(entries: dict[str, bytes]) -> None:
    """Takes out of a backup what the last versions of the tables added."""
    said = json.loads(entries["manifest.json"])
    said["revision"] = "0006"
    newer = {f"tables/{name}.jsonl" for name in ("blocked", "contradiction", "daily", "relaunch")}
    parts = [part for part in said["parts"] if part["name"] not in newer]
    # Version 0006 wrote cells behind the places and portals they pointed to then.
    said["parts"] = sorted(parts, key=lambda part: part["name"] == "tables/cell.jsonl")
    for name in newer:
        del entries[name]
    entries["manifest.json"] = json.dumps(said).encode()


def test_every_table_is_in_a_backup(sqlite_trial: Trial) -> None:
    manifest = look(saved(sqlite_trial), silent)
    assert {part.table for part in manifest.parts} == set(METADATA.tables)
    with exclusive(sqlite_trial.store) as connection:
        upgrade(connection)  # nothing to do, and nothing is done
