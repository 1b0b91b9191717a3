# SPDX-License-Identifier: EUPL-1.2
"""Two timetables and a person at the command line want one portal: one run (promise H5)."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from app.store import open_store, prepare
from tests.conftest import ROOT
from tests.scheduler.portals import Host, machines, runs, wait_until, write_config

START = "from app.cli import main; main()"


def by_hand(config: Path, url: str, portal: str) -> "subprocess.CompletedProcess[str]":
    words = ["--config", str(config), "--database", url, "harvest", portal]
    return subprocess.run(
        [sys.executable, "-c", START, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def test_h5_two_timetables_and_a_command_line_are_one_run(
    tmp_path: Path, empty_url: str, host: Callable[..., Host]
) -> None:
    store = open_store(empty_url)
    prepare(store)
    one = host()
    one.go_on.clear()
    config = write_config(tmp_path, {"allein": (one, "")})
    with machines(config, empty_url, 2, poll=0.5, again=1) as processes:
        assert one.waited.wait(120)
        refused = by_hand(config, empty_url, "allein")
        one.go_on.set()
        wait_until(lambda: ("allein", "complete") in runs(store), 120)
        for process in processes:
            process.send_signal(signal.SIGTERM)
        assert [process.wait(30) for process in processes] == [0, 0]
    assert refused.returncode == 1
    assert "allein" in refused.stderr
    assert "trial:" in refused.stderr  # the owner of the run that is at it
    assert "Traceback" not in refused.stderr
    assert runs(store) == [("allein", "complete")]
    assert one.asked == {"/allein.ttl": 1}
    store.close()
