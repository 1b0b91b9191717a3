# SPDX-License-Identifier: EUPL-1.2
"""One run in its own process: whatever becomes of it, it ends, and nobody else is harmed."""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.scheduler import child
from app.scheduler.child import BUSY, Ended, attend
from app.scheduler.plan import Order
from tests.scheduler.portals import is_alive, wait_until
from tests.scheduler.test_plan import DUE, ENTRY

STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN);"


def ordered(seconds: float = 30.0) -> Order:
    """An order whose process may live so long."""
    return Order(replace(ENTRY, ceiling=timedelta(seconds=seconds)), DUE)


def attended(
    code: str, seconds: float = 30.0, is_stopping: Callable[[], bool] = lambda: False
) -> Ended:
    """How a run ended that is this code."""
    return attend(ordered(seconds), [sys.executable, "-c", code], is_stopping)


def test_its_last_word_counts() -> None:
    ended = attended("import sys; print('noise'); print('{\"portal\": \"%s\"}' % sys.argv[1])")
    assert (ended.end, ended.said, ended.status) == ("ended", {"portal": ENTRY.portal}, 0)


@pytest.mark.parametrize("code", ["", "print('not json')", "print('[1]')", "import os; os.abort()"])
def test_who_says_nothing_has_died(code: str) -> None:
    assert attended(code).end == "died"


def test_somebody_else_is_at_it() -> None:
    assert attended(f"raise SystemExit({BUSY})").end == "busy"


def test_who_hangs_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "POLITE", 0.5)
    monkeypatch.setattr(child.end_politely, "__defaults__", (0.5,))
    file = tmp_path / "pid"
    code = (
        f"{STUBBORN} import subprocess, sys, time;"
        "own = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        f"open({str(file)!r}, 'w').write(str(own.pid)); time.sleep(60)"
    )
    began = time.monotonic()
    ended = attended(code, seconds=1.5)
    assert ended.end == "late"
    assert time.monotonic() - began < 40
    grandchild = int(file.read_text())
    wait_until(lambda: not is_alive(grandchild), 10)


def test_who_is_asked_to_stop_can_say_a_last_word() -> None:
    code = (
        "import signal, sys, time\n"
        'def stop(*_):\n    print(\'{"state": "failed"}\', flush=True); sys.exit(1)\n'
        "signal.signal(signal.SIGTERM, stop)\ntime.sleep(60)"
    )
    began = time.monotonic()
    ended = attended(code, is_stopping=lambda: time.monotonic() - began > 1)
    assert (ended.end, ended.said, ended.status) == ("stopped", {"state": "failed"}, 1)
    assert time.monotonic() - began < 40
