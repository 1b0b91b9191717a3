# SPDX-License-Identifier: EUPL-1.2
"""Reads coordinates of Gemeinden from the AuszugGV of Destatis, saved as CSV."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from app.vocabulary.errors import VocabularyError
from app.vocabulary.update.gv100ad import decode

_KEY = ("land", "rb", "kreis", "gemeinde")
_NEEDED = (*_KEY, "satzart", "gemeindename", "laengengrad", "breitengrad")
# A box around Germany; a swapped or broken pair falls outside.
_LAT = (47.0, 55.2)
_LON = (5.5, 15.3)


@dataclass(frozen=True, slots=True)
class Place:
    """A Gemeinde of the extract: key of 8 digits, name, degrees (WGS 84) where it has them."""

    key: str
    name: str
    lat: float | None
    lon: float | None


def read_auszug(path: Path) -> tuple[Place, ...]:
    """The Gemeinden (Satzart 60). VocabularyError names file and line of the first broken row."""
    text = decode(path.read_bytes(), path.name)
    first = text.partition("\n")[0]
    reader = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ","
    )
    missing = next((name for name in _NEEDED if name not in (reader.fieldnames or ())), None)
    if missing is not None:
        raise VocabularyError("vocabulary.columns_wrong", file=path.name, value=missing)
    places = tuple(
        _place(row, reader.line_num, path.name) for row in reader if row["satzart"] == "60"
    )
    if not places:
        raise VocabularyError("vocabulary.source_empty", file=path.name)
    return places


def _place(row: dict[str, str], number: int, file: str) -> Place:
    try:
        key = "".join(row[part].strip() for part in _KEY)
        lat, lon = (_degrees(row[part]) for part in ("breitengrad", "laengengrad"))
    except (ValueError, AttributeError, TypeError) as error:
        raise VocabularyError("vocabulary.source_broken", file=file, line=number) from error
    inside = (lat is None and lon is None) or (_within(lat, _LAT) and _within(lon, _LON))
    if not inside or len(key) != 8 or not key.isdigit():
        raise VocabularyError("vocabulary.source_broken", file=file, line=number)
    return Place(key, row["gemeindename"].strip(), lat, lon)


def _degrees(cell: str) -> float | None:
    """The number; the extract writes 0 where it knows none."""
    return float(cell.replace(",", ".")) or None if cell.strip() else None


def _within(value: float | None, limits: tuple[float, float]) -> bool:
    return value is not None and limits[0] < value < limits[1]
