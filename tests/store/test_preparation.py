# SPDX-License-Identifier: EUPL-1.2
"""Opening, creating and migrating a store, and every way that can fail."""

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from app.store import StoreError, prepare, state_queries, state_writes
from app.store.preparation import MIGRATIONS, head
from app.store.tables import METADATA
from app.web import messages
from tests.store.conftest import Opening


def refusal(opening: Opening, url: str) -> StoreError:
    """What opening, preparing and reading a URL is refused with; sayable in both languages."""
    with pytest.raises(StoreError) as caught:
        store = opening(url, wait=0.2)
        prepare(store)
    for lang in messages.LANGUAGES:
        assert messages.say(lang, caught.value.code, **caught.value.params)
    return caught.value


def test_migrations_make_exactly_the_tables_of_the_code(opening: Opening, empty_url: str) -> None:
    store = opening(empty_url)
    prepare(store)
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        names = set(inspect(connection).get_table_names())
    assert names == {*METADATA.tables, "alembic_version"}


def test_the_newest_step_by_name_is_where_the_steps_lead() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    assert ScriptDirectory.from_config(config).get_current_head() == head()


def test_a_store_that_is_ready_is_opened_without_what_makes_tables(
    opening: Opening, empty_url: str
) -> None:
    prepare(opening(empty_url))
    code = (
        "import sys\n"
        "from app.store import open_store, prepare\n"
        "prepare(open_store(sys.argv[1]))\n"
        "assert not {'alembic', 'mako'} & sys.modules.keys()\n"
    )
    done = subprocess.run([sys.executable, "-c", code, empty_url], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_preparing_again_takes_no_lock_and_keeps_what_is_there(
    opening: Opening, empty_url: str
) -> None:
    store = opening(empty_url, wait=0.2)
    prepare(store)
    with store.transaction() as session:
        state_writes.bump_generation(session)
        prepare(opening(empty_url, wait=0.2))
    with store.session() as session:
        assert state_queries.generation(session) == 1


def test_several_processes_may_prepare_at_once(opening: Opening, empty_url: str) -> None:
    failed: list[BaseException] = []

    def work() -> None:
        try:
            prepare(opening(empty_url))
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_a_migration_that_dies_leaves_nothing(
    opening: Opening, empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(config: Config, revision: str) -> None:
        upgrade(config, "0001")
        raise KeyboardInterrupt

    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", die)
    store = opening(empty_url)
    with pytest.raises(KeyboardInterrupt):
        prepare(store)
    with store.engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    monkeypatch.undo()
    prepare(store)


def test_a_database_of_a_newer_version_is_refused(opening: Opening, empty_url: str) -> None:
    store = opening(empty_url)
    prepare(store)
    with store.transaction() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    error = refusal(opening, empty_url)
    assert (error.code, error.params["found"], error.params["known"]) == (
        "store.newer",
        "9999",
        head(),
    )


def test_a_database_of_another_program_is_refused(
    opening: Opening, empty_url: str, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    store = opening(empty_url)
    with store.writer().begin() as connection:
        connection.execute(text("CREATE TABLE dataset (id INTEGER)"))
    assert refusal(opening, empty_url).code == "store.foreign"


def test_another_programs_migrations_are_not_taken_for_ours(
    opening: Opening, empty_url: str, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    with opening(empty_url).writer().begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('ae1027a6acf')"))
    assert refusal(opening, empty_url).code == "store.foreign"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("nonsense", "store.url"),
        ("", "store.url"),
        ("data/store.db", "store.url"),
        ("mysql://root:geheim@host/db", "store.dialect"),
        ("sqlite://", "store.memory"),
        ("sqlite:///:memory:", "store.memory"),
        ("postgresql://leser:geheim@/x?host=/nowhere/at/all", "store.unreachable"),
        ("postgresql://leser:geheim@host:port/x", "store.url"),
    ],
)
def test_addresses_that_cannot_be_a_store(opening: Opening, url: str, code: str) -> None:
    error = refusal(opening, url)
    assert error.code == code
    assert "geheim" not in str(error)


def test_a_file_that_is_no_database(opening: Opening, tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Sehr geehrte Damen und Herren,\n" * 100)
    error = refusal(opening, f"sqlite:///{file}")
    assert error.code == "store.corrupt"
    assert error.params["store"] == str(file)
    assert file.read_text().startswith("Sehr geehrte")


def test_a_folder_in_place_of_the_file(opening: Opening, tmp_path: Path) -> None:
    assert refusal(opening, f"sqlite:///{tmp_path}").code == "store.unopenable"


def test_a_folder_that_cannot_be_made(opening: Opening, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    error = refusal(opening, f"sqlite:///{tmp_path}/file/below/store.db")
    assert error.code == "store.folder"


def test_a_locked_database_says_so(opening: Opening, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    prepare(opening(url))
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = opening(url, wait=0.1)
    with pytest.raises(StoreError) as caught, store.transaction():
        pass
    assert caught.value.code == "store.locked"
    with store.session() as session:  # readers do not mind (promise S8)
        assert session.connection().execute(text("SELECT count(*) FROM dataset")).scalar() == 0
    other.close()


def test_reading_before_anything_was_prepared(
    opening: Opening, empty_url: str, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    store = opening(empty_url)
    with pytest.raises(StoreError) as caught, store.session() as session:
        session.connection().execute(text("SELECT * FROM dataset"))
    assert caught.value.code == "store.unprepared"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written(opening: Opening, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    prepare(opening(url))
    (tmp_path / "store.db").chmod(0o400)
    with pytest.raises(StoreError) as caught, opening(url).transaction() as session:
        state_writes.bump_generation(session)
    assert caught.value.code == "store.readonly"


def test_sqlite_is_set_as_promised(opening: Opening, tmp_path: Path) -> None:
    store = opening(f"sqlite:///{tmp_path}/a/b/store.db")
    prepare(store)
    with store.session() as session:
        ask = session.connection().exec_driver_sql
        found = {
            name: ask(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert found == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 1,
        "busy_timeout": 30_000,
    }


def test_messages_never_contain_what_was_to_be_written(opening: Opening, empty_url: str) -> None:
    store = opening(empty_url)
    prepare(store)
    insert = text("INSERT INTO dataset_person (dataset, statements) VALUES (:d, :s)")
    with pytest.raises(StoreError) as caught, store.transaction() as session:
        session.connection().execute(insert, {"d": "none", "s": "Erika Mustermann"})
    assert caught.value.code == "store.failed"
    assert "Mustermann" not in f"{caught.value} {caught.value.__cause__}"
