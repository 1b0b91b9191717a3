# SPDX-License-Identifier: EUPL-1.2
"""Several workers count their requests together, from nothing at every start."""

import os
from pathlib import Path

import pytest

from app.cli.serve import METRICS_VARIABLE, count_together
from app.web.api.metrics import SHARED


def test_a_folder_of_the_server_that_is_empty_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert METRICS_VARIABLE == SHARED
    for port in (8001, 8002, 8001):
        monkeypatch.setenv(METRICS_VARIABLE, "")
        count_together(tmp_path, port)
        shared = Path(os.environ[METRICS_VARIABLE])
        assert shared.is_relative_to(tmp_path.resolve())
        assert list(shared.iterdir()) == []
        (shared / "counter_17.db").write_bytes(b"of a server that has ended")
    assert len(list((tmp_path / "metrics").iterdir())) == 2


def test_what_the_operator_chose_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "counter_1.db"
    kept.write_bytes(b"theirs")
    monkeypatch.setenv(METRICS_VARIABLE, str(tmp_path))
    count_together(tmp_path, 8001)
    assert (os.environ[METRICS_VARIABLE], kept.read_bytes()) == (str(tmp_path), b"theirs")
