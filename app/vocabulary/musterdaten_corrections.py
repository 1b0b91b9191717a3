# SPDX-License-Identifier: EUPL-1.2
"""Titles that editors assigned by hand: read for every title, written one at a time."""

import csv
import os
import tempfile
from datetime import date
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_lines
from app.vocabulary.folding import fold

CORRECTIONS = "musterdaten/corrections.csv"
COLUMNS = ("title", "slug", "date", "reason")


class Correction(NamedTuple):
    """A title as given and its slug, empty for none of the kinds; day: when it was decided."""

    title: str
    slug: str
    day: date
    reason: str = ""


def read_corrections(shelf: Shelf) -> dict[str, str]:
    """Title (as given) to slug, "" for none of the kinds; a later line wins. VocabularyError."""
    return {title: slug for title, slug, _, _ in read_lines(shelf, CORRECTIONS, COLUMNS)}


def keep_correction(shelf: Shelf, target: Path, correction: Correction) -> Path:
    """Adds it to the corrections in force, in place of one of the same title, and writes them.

    target: the folder the table is written to (overlay or vocab/); answers the file.
    VocabularyError when it cannot be written.
    """
    rows = {fold(row[0]): row for row in read_lines(shelf, CORRECTIONS, COLUMNS)}
    day = correction.day.isoformat()
    rows[fold(correction.title)] = [
        _line(correction.title),
        correction.slug,
        day,
        _line(correction.reason),
    ]
    file = target / CORRECTIONS
    try:
        _write(file, [rows[key] for key in sorted(rows)])
    except OSError as error:
        raise VocabularyError("vocabulary.target_unwritable", file=str(file)) from error
    return file


def _line(text: str) -> str:
    return normalize("NFC", " ".join(text.split()))


def _write(file: Path, rows: list[list[str]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=file.suffix)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows([COLUMNS, *rows])
    os.chmod(temporary, 0o644)  # mkstemp gives 0600, other processes read here too
    os.replace(temporary, file)
