# SPDX-License-Identifier: EUPL-1.2
"""The command in this process, in an empty folder, with what it said and how it ended."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from tests.conftest import ROOT
from tests.intake.making import towns

PROGRAM = [sys.executable, "-c", "from app.cli import main; main()"]


@dataclass(frozen=True)
class Said:
    """What a command printed and its exit status."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        """Standard output as one JSON value."""
        return json.loads(self.out)

    def sentence(self) -> str:
        """The only line on standard error, where standard output is silent."""
        assert self.out == "", self.out
        (line,) = self.err.strip().splitlines()  # click ends the line that shows ^C
        assert "Traceback" not in line
        return line


Command = Callable[..., Said]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory and an environment that says nothing."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("DATENSPIEGEL_")]:
        monkeypatch.delenv(name)
    return tmp_path


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs ``datenspiegel`` with these arguments."""

    def run(*args: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["datenspiegel", *args])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        status = ended.value.code
        return Said(status if isinstance(status, int) else 1, printed.out, printed.err)

    return run


@pytest.fixture
def catalogue_file(folder: Path) -> Path:
    """A file with three datasets of Musterstadt."""
    file = folder / "katalog.ttl"
    file.write_text(towns(1, 2, 3), encoding="utf-8")
    return file


@pytest.fixture
def harvested(command: Command, catalogue_file: Path) -> Said:
    """What harvesting that file as ``musterstadt`` said."""
    return command(*one_off(catalogue_file))


def one_off(file: Path, *more: str, portal: str = "musterstadt") -> list[str]:
    """Arguments that harvest a file."""
    return ["harvest", "--kind", "dcat", "--url", str(file), "--portal", portal, *more]


def process(*args: str, **more: Any) -> "subprocess.Popen[str]":
    """The command as a process of its own; argv[0] is as the console script has it."""
    given: dict[str, Any] = {
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "text": True,
        "env": {**os.environ, "PYTHONPATH": str(ROOT)},
    }
    return subprocess.Popen([*PROGRAM, *args], **given | more)
