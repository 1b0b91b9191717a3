# SPDX-License-Identifier: EUPL-1.2
"""Answers of the second reader come out as they were laid down, each in its place."""

from pathlib import Path

import pytest

from app.intake import shelf


def test_as_many_wait_as_there_are_places(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w+b") as file:
        for first in range(0, 3 * shelf.PLACES, shelf.PLACES):
            numbers = range(first, first + shelf.PLACES)
            said = {number: ["é" * 10_000 * number, number] for number in numbers}
            lengths = {n: shelf.put(file.fileno(), n, said[n]) for n in numbers}
            assert {n: shelf.take(file.fileno(), n, lengths[n]) for n in numbers} == said


def test_what_is_not_there_and_what_has_no_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "file").open("w+b") as file:
        with pytest.raises(EOFError):
            shelf.take(file.fileno(), 1, 10)
        monkeypatch.setattr(shelf, "_SIZE", 100)
        with pytest.raises(OSError, match="no place"):
            shelf.put(file.fileno(), 0, "x" * 101)
