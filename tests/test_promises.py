# SPDX-License-Identifier: EUPL-1.2
"""docs/promises.md lists every promise, and every test it names exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
ROWS = {
    row[0]: row for line in PAGE.splitlines() if (row := re.findall(r"[^|]+", line))
    and (row := [cell.strip() for cell in row]) and re.fullmatch(r"[HS]\d+", row[0])
}  # fmt: skip
PROMISES = [f"H{number}" for number in range(1, 15)] + [f"S{number}" for number in range(1, 12)]
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_promise_is_listed_once_and_in_order() -> None:
    assert list(ROWS) == PROMISES
    assert len(re.findall(r"(?m)^\| [HS]\d+ \|", PAGE)) == len(PROMISES)


@pytest.mark.parametrize("promise", PROMISES)
def test_every_promise_names_tests_that_exist(promise: str) -> None:
    number, said, figure, shown = ROWS[promise]
    assert said
    assert figure
    named = TEST.findall(shown)
    assert named, f"{number} names no test"
    assert len(named) == shown.count("`") // 2, "every name in backticks is path::test"
    missing = [f"{path}::{name}" for path, name in named if not _is_there(path, name)]
    assert missing == []


def _is_there(path: str, name: str) -> bool:
    file = ROOT / path
    return file.is_file() and f"\ndef {name}(" in file.read_text(encoding="utf-8")
