# SPDX-License-Identifier: EUPL-1.2
"""Persons stay apart through every run, change and retirement (promise S11)."""

from app.intake.renormalise import renormalise
from app.intake.run import accept
from app.store import dataset_queries
from tests.intake.making import catalogue, dataset, person, towns
from tests.intake.snapshot import everything
from tests.intake.trial import Trial, id_of

WORDS = ("Rosa", "Blumenfeld", "rosa.blumenfeld", "tel:+49-30-555")
ROSA = person(1, "Rosa", "Blumenfeld")
WITH = catalogue([dataset(1, more=ROSA), dataset(2)])


def personal(trial: Trial, number: int = 1) -> str:
    """What the store keeps apart about persons of a dataset."""
    with trial.store.session() as session:
        source = dataset_queries.source(session, id_of(number))
    assert source is not None
    assert not any(word in source.statements for word in WORDS)
    return source.personal


def found_elsewhere(trial: Trial) -> list[str]:
    """Words about the person in any other table."""
    text = everything(trial.store)
    return [word for word in WORDS if word in text]


def test_persons_are_kept_apart(trial: Trial) -> None:
    run = trial.run(WITH)
    assert run.added == 2
    assert all(word in personal(trial) for word in WORDS)
    assert personal(trial, 2) == ""
    assert found_elsewhere(trial) == []
    assert "opendata@musterstadt.example" in everything(trial.store)


def test_not_in_history_after_a_change_and_gone_with_it(trial: Trial) -> None:
    trial.run(WITH)
    other = person(1, "Karl", "Neumann")
    assert trial.run(catalogue([dataset(1, "Sache", other), dataset(2)])).changed == 1
    assert "Karl" in personal(trial)
    assert "Rosa" not in personal(trial)
    assert found_elsewhere(trial) == []
    trial.run(towns(1, 2))
    assert personal(trial) == ""
    assert len(trial.history(1)) == 3


def test_a_change_of_the_person_alone_is_a_change_without_a_word_of_it(trial: Trial) -> None:
    trial.run(WITH)
    changed = catalogue([dataset(1, more=person(1, "Karl", "Neumann")), dataset(2)])
    assert trial.run(changed).changed == 1
    assert trial.history(1)[-1].fields == ()
    assert found_elsewhere(trial) == []
    assert "Neumann" not in everything(trial.store)


def test_gone_with_retirement_and_back_with_the_return(trial: Trial) -> None:
    trial.rules = type(trial.rules)(min_runs=1, min_days=0)
    trial.run(WITH)
    assert trial.run(towns(2)).retired == 1
    assert personal(trial) == ""
    assert found_elsewhere(trial) == []
    trial.run(WITH)
    assert "Blumenfeld" in personal(trial)
    assert found_elsewhere(trial) == []


def test_reading_anew_keeps_them_apart(sqlite_trial: Trial) -> None:
    sqlite_trial.run(WITH)
    before = personal(sqlite_trial)
    renormalise(sqlite_trial.store, sqlite_trial.reader)
    assert personal(sqlite_trial) == before
    assert found_elsewhere(sqlite_trial) == []


def test_in_no_staged_page_once_the_run_is_over(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(catalogue(dataset(n, more=ROSA) for n in range(20)))
    assert not list(trial.staging.rglob("*.body"))
    number = trial.run(WITH).id or 0
    assert list(trial.staging.rglob("*.body"))
    accept(trial.store, trial.job(), number)
    assert not list(trial.staging.rglob("*.body"))
    assert found_elsewhere(trial) == []


def test_what_a_killed_run_staged_is_gone_after_the_next(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(WITH)
    (kept,) = {folder.parent for folder in trial.staging.rglob("*-run-*")} or {trial.staging}
    left = next(iter(trial.staging.glob("musterstadt")), kept)
    trial.run(catalogue([]))  # waits, so its folder shows the name folders have
    (folder,) = left.glob("*-run-*")
    other = folder.with_name(folder.name.rpartition("-")[0] + "-900")
    folder.rename(other)
    trial.run(WITH)
    assert not other.exists()


def test_rejected_items_name_no_person(sqlite_trial: Trial) -> None:
    nameless = f"[] a dcat:Dataset ; dct:title 'ohne' ; {ROSA.strip().rstrip(';')} .\n"
    run = sqlite_trial.run(catalogue([dataset(2), nameless]))
    assert run.rejected == 1
    assert found_elsewhere(sqlite_trial) == []
