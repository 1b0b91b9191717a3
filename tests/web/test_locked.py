# SPDX-License-Identifier: EUPL-1.2
"""Every page answers while somebody writes and when nothing can be written (promise S8)."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from app.store import Store
from tests.web.test_persons_sweep import paths

NOT_READY = "/readyz"


def failures(app: Flask) -> list[tuple[str, int]]:
    """Addresses that answer with a server's error."""
    client = app.test_client()
    found = []
    for path in paths(client):
        answer = client.get(path)
        answer.close()
        if answer.status_code >= 500 and not path.startswith(NOT_READY):
            found.append((path, answer.status_code))
    return found


@pytest.mark.usefixtures("filled")
def test_while_somebody_writes_for_long(app: Flask, sqlite_store: Store) -> None:
    assert failures(app) == []  # what is made at the first request is there
    with closing(sqlite3.connect(sqlite_store.name, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE portal SET title = 'anders'")
        assert failures(app) == []
        other.execute("ROLLBACK")


@pytest.mark.usefixtures("filled")
def test_when_the_database_takes_no_writes(
    app: Flask, sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Path(sqlite_store.name).exists()
    monkeypatch.setattr("app.store.session.SQLITE_PRAGMAS", ("PRAGMA query_only = ON",))
    monkeypatch.setattr("app.store.session.WRITES", "never")
    assert failures(app) == []
