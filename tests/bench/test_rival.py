# SPDX-License-Identifier: EUPL-1.2
"""Whom reading is measured against: the same datasets are seen, and there is always somebody."""

import sys
from pathlib import Path

import pytest

from tests.bench import material, rival
from tests.bench.reading import read


def test_the_walk_sees_the_datasets_we_see() -> None:
    page = material.made(3)
    assert rival.walk(page) == len(read(page)) == 3


def test_rdflib_stands_in_where_nothing_can_be_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused() -> Path:
        raise OSError("no registry")

    monkeypatch.setattr(rival, "environment", refused)
    monkeypatch.setattr(rival, "pages", lambda: {"made": material.made(2)})
    found = rival.rivals.__wrapped__()
    assert found["made"].datasets == 2
    assert found["made"].name.startswith("rdflib")
    assert "no registry" in capsys.readouterr().out


def test_a_failing_interpreter_says_why() -> None:
    with pytest.raises(rival.subprocess.SubprocessError) as failed:
        rival.run([sys.executable, "-c", "raise SystemExit('first\\nno such package')"])
    assert rival.reason(failed.value) == "no such package"
