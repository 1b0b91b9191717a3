# SPDX-License-Identifier: EUPL-1.2
"""Fixtures for the store on both databases; PostgreSQL is a private cluster of this test session.

``store`` is a prepared, empty store and runs its test twice, on SQLite and on PostgreSQL. The
cluster listens on a socket only, writes without fsync, and is gone after the session; with xdist
every worker has its own.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import LiteralString, NamedTuple

import psycopg
import pytest
from psycopg import sql

from app.store import Store, open_store, prepare
from app.store.tables import METADATA

USER = "postgres"
PREPARED = "prepared"
DEBIAN = Path("/usr/lib/postgresql")
HASTY = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=40 "
    "-c shared_buffers=64MB"
)
NO_SERVER = (
    "no PostgreSQL server found: initdb and pg_ctl are neither on PATH nor under "
    "/usr/lib/postgresql/*/bin; install PostgreSQL 14 or newer (Debian: apt-get install postgresql)"
)
NO_USER = (
    "PostgreSQL refuses to run as root and the user 'postgres' or the program runuser is missing; "
    "create the user (the distribution's package does) or run the tests as another user"
)


class Cluster(NamedTuple):
    """A running server. folder: of its socket; run: one of its programs with arguments."""

    folder: Path
    run: Callable[..., str]

    def url(self, database: str) -> str:
        """The URL of a database as an operator would write it."""
        return f"postgresql://{USER}@/{database}?host={self.folder}"


def _programs() -> Path:
    """The folder with initdb and pg_ctl; the newest where several are installed."""
    found = shutil.which("initdb")
    if found and shutil.which("pg_ctl"):
        return Path(found).parent
    folders = [folder for folder in DEBIAN.glob("*/bin") if (folder / "initdb").exists()]
    if not folders:
        pytest.fail(NO_SERVER, pytrace=False)
    return max(folders, key=lambda folder: float(folder.parent.name))


def _prefix() -> list[str]:
    if os.geteuid() != 0:
        return []
    known = subprocess.run(["id", USER], capture_output=True, check=False).returncode == 0
    if not known or not shutil.which("runuser"):
        pytest.fail(NO_USER, pytrace=False)
    return ["runuser", "-u", USER, "--"]


def _runner(folder: Path) -> Callable[..., str]:
    programs, prefix = _programs(), _prefix()

    def run(program: str, *arguments: str) -> str:
        command = [*prefix, str(programs / program), *arguments]
        # output goes to a file: a pipe would stay open as long as the server runs
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(
                command, stdout=output, stderr=output, cwd=folder, timeout=60, check=False
            )
            output.seek(0)
            said = output.read().decode(errors="replace")
        if done.returncode:
            pytest.fail(f"{program} failed: {said.strip()[-500:]}", pytrace=False)
        return said

    return run


def _start(folder: Path, run: Callable[..., str], settings: str) -> None:
    data = str(folder / "data")
    run("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    settings = f"-c listen_addresses= -c unix_socket_directories={folder} {settings}"
    run("pg_ctl", "-D", data, "-l", str(folder / "log"), "-w", "-o", settings, "start")


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """A running server of this session; without PostgreSQL a failure that says what to install."""
    with started(HASTY) as cluster:
        yield cluster


@contextmanager
def started(settings: str) -> Iterator[Cluster]:
    """A private server with these settings that is gone afterwards."""
    # a socket's path may have 107 characters, which pytest's own folders can exceed
    folder = Path(tempfile.mkdtemp(prefix="dsp-pg-"))
    try:
        run = _runner(folder)
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        _start(folder, run, settings)
        try:
            yield Cluster(folder, run)
        finally:
            run("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


NUMBERS = count(1)


def _execute(cluster: Cluster, statement: LiteralString, *names: str) -> None:
    address = f"host={cluster.folder} user={USER} dbname=postgres"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def create(cluster: Cluster, name: str) -> None:
    """Makes an empty database."""
    _execute(cluster, "CREATE DATABASE {}", name)


@pytest.fixture(scope="session")
def prepared_url(postgres_cluster: Cluster) -> str:
    """URL of a database in which the migrations have run; tests use it one after the other."""
    _execute(postgres_cluster, "CREATE DATABASE {}", PREPARED)
    url = postgres_cluster.url(PREPARED)
    store = open_store(url)
    prepare(store)
    store.close()
    return url


def _empty(store: Store) -> None:
    """Takes every row out; making and dropping a database for each test takes ten times longer."""
    names = ", ".join(f'"{name}"' for name in METADATA.tables)
    with store.writer().begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY")


@pytest.fixture
def postgres_url(postgres_cluster: Cluster) -> Iterator[str]:
    """URL of an empty database of this test."""
    name = f"test_{next(NUMBERS)}"
    _execute(postgres_cluster, "CREATE DATABASE {}", name)
    yield postgres_cluster.url(name)
    _execute(postgres_cluster, "DROP DATABASE {} WITH (FORCE)", name)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of a database that does not exist yet (SQLite) or is empty; on both."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/new/store.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """A prepared store on SQLite only, for tests that do not turn on the database."""
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    prepare(store)
    yield store
    store.close()


@pytest.fixture
def postgres_store(prepared_url: str) -> Iterator[Store]:
    """A prepared, empty store on PostgreSQL only."""
    store = open_store(prepared_url)
    yield store
    _empty(store)
    store.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Store:
    """A prepared, empty store; the test runs on SQLite and on PostgreSQL."""
    name = "sqlite_store" if request.param == "sqlite" else "postgres_store"
    found: Store = request.getfixturevalue(name)
    return found
