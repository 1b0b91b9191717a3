# SPDX-License-Identifier: EUPL-1.2
"""Killed at any moment, nothing is lost and the next run goes on (promise H2)."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

MOMENTS = 60
MOMENTS_OF_A_SERVER = 8  # it rolls back by itself; here the recovery counts


def test_killed_at_sixty_moments_the_store_is_as_undisturbed(
    empty_url: str, tmp_path: Path
) -> None:
    moments = MOMENTS if empty_url.startswith("sqlite") else MOMENTS_OF_A_SERVER
    words = ["-m", "tests.intake.killing", str(tmp_path), empty_url, str(moments)]
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    counted, *rounds = map(json.loads, done.stdout.splitlines())
    assert counted["steps"] > moments
    assert len({found["at"] for found in rounds}) == moments
    for found in rounds:
        assert found["killed"], found
        assert found["left"] in ("old", "new"), found
        assert found["state"] == "complete", found
        assert found["equal"], found
        assert (found["faults"], found["running"], found["staged"]) == ([], 0, 0), found
    left = {found["left"] for found in rounds}
    assert "old" in left
    assert moments < MOMENTS or "new" in left  # killed behind the swap as well
