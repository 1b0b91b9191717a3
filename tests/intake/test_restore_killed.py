# SPDX-License-Identifier: EUPL-1.2
"""A restore, a migration, a forgetting that is killed leaves what was before or what was to be."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

MOMENTS = 12
MOMENTS_OF_A_SERVER = 5


def test_killed_at_many_moments(empty_url: str, tmp_path: Path) -> None:
    moments = MOMENTS if empty_url.startswith("sqlite") else MOMENTS_OF_A_SERVER
    words = ["-m", "tests.intake.restore_killing", str(tmp_path), empty_url, str(moments)]
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rounds = list(map(json.loads, done.stdout.splitlines()))
    assert len(rounds) == 3 * moments
    for found in rounds:
        assert found["killed"], found
        assert found["left"] in ("old", "new"), found
        assert found["equal"], found
        assert found["faults"] == [], found
    assert {found["left"] for found in rounds if found["act"] == "restoring"} >= {"old"}
