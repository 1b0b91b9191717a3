# SPDX-License-Identifier: EUPL-1.2
"""``harvest`` by hand waits for its host and says for whom (promise H10)."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.model import Run
from app.store import open_store, portal_writes, prepare, run_writes
from harvesters.base.record import Portal
from tests.cli.conftest import Command
from tests.harvesters.loopback import answer, serve
from tests.intake.making import towns


def test_another_portal_of_the_host_is_waited_for(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = f"sqlite:///{folder}/store.db"
    store = open_store(database)
    prepare(store)
    naps: list[float] = []

    def nap(seconds: float) -> None:
        """The other run ends while we wait."""
        naps.append(seconds)
        with store.transaction() as session:
            run_writes.finish(session, number, Run("erstes", state="complete"))

    monkeypatch.setattr("app.intake.beginning.sleep", nap)
    with serve(answer(towns(1, 2), Content_Type="text/turtle")) as server:
        url = server.url("/eins")
        soon = datetime.now(UTC) + timedelta(seconds=30)  # alive however slow this machine is
        with store.transaction() as session:
            portal_writes.remember(session, Portal("erstes", "dcat", url, url))
            number = run_writes.start(session, "erstes", "rechner:17", soon)
        opened = ("--allow-private", server.pair, "--gap-ms", "0")
        where = ("--kind", "dcat", "--url", server.url("/zwei"), "--portal", "zweites")
        said = command("--database", database, "harvest", *where, *opened)
    assert (said.status, len(naps)) == (0, 1)
    sentence = said.err.splitlines()[0]
    assert sentence.startswith("zweites wartet:")
    assert "erstes" in sentence
    assert "rechner:17" in sentence
    store.close()
