# SPDX-License-Identifier: EUPL-1.2
"""Hostile portals and hostile moments on PostgreSQL: nothing is lost (H1, H2, H3, S10).

Modes are those that end in the database; what the door refuses is the same on both.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event

from app.normalise import Reader
from app.store import Store, StoreError, open_store, prepare, run_queries
from harvesters.base.record import Page
from tests.harvesters.loopback import answer
from tests.hostile.bodies import CONTENTS, ENCODINGS, SYNTAXES
from tests.hostile.redirects import PAGING
from tests.hostile.test_modes import Ground, Host, host, reader_of_all, suffer  # noqa: F401
from tests.intake.making import catalogue, dataset, towns
from tests.intake.snapshot import faults, snapshot
from tests.intake.trial import Trial, serving
from tests.postgres import HASTY, Cluster, create, started

# what is committed is in the log when a server is killed; only the disk is not waited for
LASTING = "-c fsync=off -c max_connections=40 -c shared_buffers=64MB"
# What only the database may stumble over.
STORED = (
    *("NUL bytes", "surrogates", "dates of no time", "turned writing", "sizes below zero"),
    *("identifiers of 100 kB", "all twice", "half of them"),
)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A server that may be killed."""
    with started(HASTY) as found:
        yield found


def opened(cluster: Cluster, name: str) -> Store:
    create(cluster, name)
    store = open_store(cluster.url(name))
    prepare(store)
    return store


@pytest.fixture(scope="module")
def ground(
    cluster: Cluster,
    host: Host,  # noqa: F811
    reader_of_all: Reader,  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Ground]:
    store = opened(cluster, "modes")
    yield Ground(store, host, reader_of_all, tmp_path_factory.mktemp("hostile") / "staging")
    assert faults(store) == []
    store.close()


@pytest.mark.parametrize("mode", STORED)
def test_bodies(ground: Ground, mode: str) -> None:
    suffer(ground, mode, answer((CONTENTS | ENCODINGS | SYNTAXES)[mode]))


@pytest.mark.parametrize("mode", ["never ends", "lies about the total", "total zero"])
def test_paging(ground: Ground, mode: str) -> None:
    suffer(ground, mode, PAGING[mode])


@pytest.fixture
def trial(
    cluster: Cluster,
    reader_of_all: Reader,  # noqa: F811
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> Iterator[Trial]:
    store = opened(cluster, request.node.name)
    yield Trial(store, tmp_path, reader_of_all)
    store.close()


def drop_connections(trial: Trial) -> None:
    """All of the database but the one that says so."""
    url = trial.store.engine.url
    address = f"host={url.query['host']} user={url.username} dbname={url.database}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


class Moment:
    """Acts before the n-th statement or commit, once."""

    def __init__(self, at: int, act: Any) -> None:
        self.left, self.act = at, act

    def __call__(self, *_given: object) -> None:
        """One more step."""
        self.left -= 1
        if self.left == 0:
            self.act()


def edition(number: int) -> str:
    """What the portal says: all titles are new."""
    return catalogue(dataset(each, f"Ausgabe {number} {each}") for each in range(1, 9))


def settle(trial: Trial, before: Any, number: int) -> bool:
    """After a run that was disturbed: all of it or nothing is there, and the next one brings it.

    Whether it was there already.
    """
    assert faults(trial.store) == []
    is_there = snapshot(trial.store) != before
    trial.clock.pass_by(minutes=2)
    run = trial.run(edition(number))
    assert (run.state, run.changed, run.same) == ("complete", *((0, 8) if is_there else (8, 0)))
    with trial.store.session() as session:
        assert not [r for r in run_queries.history(session, None, 99) if r.state == "running"]
    return is_there


# psycopg: what a lost connection had open is gone, and Python says that nobody closed it
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_dropped_connections(trial: Trial) -> None:
    trial.run(edition(0))
    swapped = []
    for at in (1, 3, 6, 10, 14, 18, 22, 26, 30, 34, 38, 42, 50, 60, 200):
        before = snapshot(trial.store)
        moment = Moment(at, lambda: drop_connections(trial))
        for name in ("before_cursor_execute", "commit"):
            event.listen(trial.store.engine, name, moment)
        with suppress(StoreError):
            assert trial.run(edition(at)).state in ("complete", "failed")
        for name in ("before_cursor_execute", "commit"):
            event.remove(trial.store.engine, name, moment)
        swapped.append(settle(trial, before, at))
    assert set(swapped) == {True, False}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("mode", ["immediate", "fast"])
def test_restarts(mode: str, reader_of_all: Reader, tmp_path: Path) -> None:  # noqa: F811
    """The server is restarted while the run fetches, and again while it stays away."""
    with started(LASTING) as own:
        store = opened(own, "restarts")
        trial = Trial(store, tmp_path, reader_of_all)
        trial.run(edition(0))
        before = snapshot(store)
        real = serving(edition(1), towns())

        def fetch(*given: Any) -> Iterator[Page]:
            for page in real.fetch(*given):
                own.run("pg_ctl", "-D", str(own.folder / "data"), "-m", mode, "-w", "restart")
                yield page

        with suppress(StoreError):
            trial.run(harvester=replace(real, fetch=fetch))
        settle(trial, before, 1)
        own.run("pg_ctl", "-D", str(own.folder / "data"), "-m", mode, "-w", "stop")
        with pytest.raises(StoreError) as raised:
            trial.run(edition(2))
        assert raised.value.code == "store.unreachable"
        own.run("pg_ctl", "-D", str(own.folder / "data"), "-w", "restart")
        settle(trial, snapshot(store), 2)
        store.close()
