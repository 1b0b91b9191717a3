# SPDX-License-Identifier: EUPL-1.2
"""Reading what is stored anew: nothing changes by itself, and a vocabulary changes what it says."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.intake import renormalise as room
from app.intake.renormalise import Totals, renormalise
from app.normalise import Reader, make_reader
from app.store import Store, findings_queries, run_writes
from app.vocabulary import load
from app.vocabulary.files import packaged_folder
from harvesters import HARVESTERS
from harvesters.base.errors import MalformedRecord
from harvesters.base.record import Portal, Record
from tests.intake.making import catalogue, dataset, person, towns, written
from tests.intake.snapshot import snapshot
from tests.intake.trial import KEY, Trial, id_of

OWN = "https://lizenzen.musterstadt.example/eigene"
CC_BY = "http://dcat-ap.de/def/licenses/cc-by/4.0"
MIXED = catalogue(
    [
        dataset(1, more=person(1, "Rosa", "Blumenfeld")),
        dataset(2).replace(CC_BY, OWN),
        dataset(3).replace('"CSV"', '"unerhört"'),
        dataset(4, more='dct:modified "gestern" ;'),
    ]
)


def repaired(store: Store) -> list[tuple[str, str]]:
    """Codes and subjects of findings about repairs."""
    with store.session() as session:
        found = findings_queries.findings(session, KEY, limit=1000)
    repairs = (f.finding for f in found if "repaired" in f.finding.code)
    return sorted((finding.code, finding.subject) for finding in repairs)


def test_nothing_new_changes_nothing(trial: Trial) -> None:
    trial.run(MIXED)
    before = snapshot(trial.store)
    assert renormalise(trial.store, trial.reader) == Totals(1, 4, 0)
    assert snapshot(trial.store) == before
    assert [len(trial.history(n)) for n in (1, 2, 3, 4)] == [1, 1, 1, 1]
    assert trial.run(MIXED).same == 4


def test_findings_about_repairs_stay(sqlite_trial: Trial) -> None:
    """What was mended cannot be seen any more in what is stored."""
    trial = sqlite_trial
    text = written(towns(1, 2), "nt")
    broken = text.replace("datei/1.csv>", "datei/1 eins.csv>")
    assert broken != text
    trial.run(broken)
    before = repaired(trial.store)
    assert before
    for _ in range(2):
        assert renormalise(trial.store, trial.reader).reread == 0
    assert repaired(trial.store) == before


def overlay_reader(folder: Path) -> Reader:
    """A reader whose vocabulary knows the town's own licence as an address of CC BY 4.0."""
    name = "licences/cc-by-4.0.toml"
    packaged = (packaged_folder() / name).read_text(encoding="utf-8")
    (folder / "licences").mkdir()
    longer = packaged.replace("uris = [", f'uris = [\n  "{OWN}",', 1)
    (folder / name).write_text(longer, encoding="utf-8")
    return make_reader(load(folder))


def test_a_new_vocabulary_changes_what_it_says_and_nothing_else(
    trial: Trial, tmp_path: Path
) -> None:
    trial.run(MIXED)
    before = snapshot(trial.store)
    untouched = [trial.stored(n) for n in (1, 3, 4)]
    assert trial.stored(2).dataset.licence.status == "unknown"
    (tmp_path / "overlay").mkdir()
    reader = overlay_reader(tmp_path / "overlay")
    assert renormalise(trial.store, reader) == Totals(1, 4, 1)
    assert trial.stored(2).dataset.licence.value == "cc-by-4.0"
    assert [trial.stored(n) for n in (1, 3, 4)] == untouched
    last = trial.history(2)[-1]
    assert last.kind == "reread"
    assert {field["field"] for field in last.fields} == {"licence", "distributions"}
    after = snapshot(trial.store)
    assert after["cell"] != before["cell"] or not before["cell"]
    assert after["dataset_source"] == before["dataset_source"]
    assert after["dataset_person"] == before["dataset_person"]
    gone = set(before["finding"]) - set(after["finding"])
    assert {row[2] for row in gone} == {"'licence.unknown'"}
    assert renormalise(trial.store, reader).reread == 0
    assert renormalise(trial.store, trial.reader).reread == 1
    assert snapshot(trial.store) == before


def test_a_harvest_in_between_is_not_undone(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading anew takes a while; what is harvested meanwhile is newer than what was read."""
    trial.run(MIXED)
    real = room._write

    def late(store: Store, *given: object) -> int:
        trial.run(MIXED.replace("Heft 2", "Neuer Titel"))
        return real(store, *given)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(room, "_write", late)
        renormalise(trial.store, trial.reader)
    assert trial.stored(2).dataset.title == "Neuer Titel"
    assert trial.run(MIXED.replace("Heft 2", "Neuer Titel")).same == 4


def test_what_is_retired_in_between_stays_retired(
    sqlite_trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = sqlite_trial
    trial.rules = replace(trial.rules, min_runs=1, min_days=0)
    trial.run(towns(1, 2))
    real = room._write

    def late(store: Store, *given: object) -> int:
        trial.run(towns(1))
        return real(store, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "_write", late)
    renormalise(trial.store, trial.reader)
    assert trial.numbers() == [1]


def test_a_portal_that_is_being_harvested_is_left_out_and_named(trial: Trial) -> None:
    trial.run(towns(1))
    with trial.store.transaction() as session:
        run_writes.start(session, KEY, "rechner:17")
    assert renormalise(trial.store, trial.reader) == Totals(0, 0, 0, (KEY,))


def test_what_cannot_be_read_any_more_stays_as_it_is(
    sqlite_trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = sqlite_trial
    trial.run(towns(1, 2))
    before = snapshot(trial.store)
    real = HARVESTERS["dcat"]

    def reread(portal: Portal, identifier: str, *rest: str) -> Record:
        if identifier.endswith("/1"):
            raise MalformedRecord("item.no_identity", identifier=identifier)
        return real.reread(portal, identifier, *rest)

    monkeypatch.setitem(room.HARVESTERS, "dcat", replace(real, reread=reread))
    assert renormalise(trial.store, trial.reader) == Totals(1, 1, 0)
    assert snapshot(trial.store) == before
    assert trial.stored(1).id == id_of(1)
