# SPDX-License-Identifier: EUPL-1.2
"""Reads the GV100AD, the official register of municipalities as a file of fixed width.

Destatis, Gemeindeverzeichnis (GV-ISys), record layout GV100 AD: 220 characters a record; positions
counted from 0: Satzart 0-2, Gebietsstand 2-10, key 10-18, Verband 18-22, name 22-72, Sitz 72-122,
Textkennzeichen 122-124, area in hectares 128-139, population 139-150, postcode 165-170.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.vocabulary.errors import VocabularyError

WIDTH = 220
SATZARTEN = frozenset({"10", "20", "30", "40", "50", "60"})
LAENDER = 16
# Gemeindefreie Gebiete; one of them, shared with Luxembourg, lies in no Kreis.
UNINCORPORATED = frozenset({"65", "66"})
_KEY_DIGITS = {"10": 2, "20": 3, "30": 4, "40": 5, "50": 5, "60": 8}
_DAY = re.compile(r"^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")


@dataclass(frozen=True, slots=True)
class Record:
    """One record. key: 2 (Land), 5 (Kreis), 9 (Verband) or 8 digits (Gemeinde); area in ha."""

    satzart: str
    key: str
    verband: str
    name: str
    kind: str
    area_ha: int
    population: int
    postcode: str

    @property
    def ars(self) -> str:
        """The Regionalschlüssel, filled up with zeros to 12 digits."""
        if self.satzart == "60":
            return self.key[:5] + self.verband + self.key[5:]
        return self.key.ljust(12, "0")


@dataclass(frozen=True, slots=True)
class Gemeindeverzeichnis:
    """The whole file. stand: Gebietsstand as ISO date."""

    stand: str
    records: tuple[Record, ...]

    def of(self, satzart: str) -> Iterator[Record]:
        """The records of one Satzart, in the order of the file."""
        return (record for record in self.records if record.satzart == satzart)


def decode(body: bytes, name: str) -> str:
    """The text: UTF-8, else cp1252, in which the office published the file for years."""
    for encoding in ("utf-8-sig", "cp1252", "latin-1"):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise VocabularyError("vocabulary.source_broken", file=name, line=1)


def read_gv100ad(path: Path) -> Gemeindeverzeichnis:
    """The file, checked. VocabularyError names file and line of the first thing that is wrong."""
    lines = decode(path.read_bytes(), path.name).splitlines()
    while lines and not lines[-1].strip("\x1a \x00"):
        lines.pop()
    if not lines:
        raise VocabularyError("vocabulary.source_empty", file=path.name)
    records = tuple(_record(text, number, path.name) for number, text in enumerate(lines, 1))
    found = Gemeindeverzeichnis(_iso(lines[0][2:10]), records)
    check_whole(found, path.name)
    return found


def _iso(day: str) -> str:
    return f"{day[:4]}-{day[4:6]}-{day[6:]}"


def _record(text: str, number: int, file: str) -> Record:
    satzart, day = text[:2], text[2:10]
    whole = len(text) == WIDTH and satzart in SATZARTEN and _DAY.match(day)
    digits = _KEY_DIGITS.get(satzart, 0)
    key, name = text[10 : 10 + digits], text[22:72].strip()
    verband = text[18:22].strip()
    figures = (text[128:139].strip() or "0", text[139:150].strip() or "0")
    sound = key.isdigit() and len(key) == digits and all(map(str.isdigit, figures))
    if not whole or not sound or not name or (satzart in "50 60" and len(verband) != 4):
        raise VocabularyError("vocabulary.source_broken", file=file, line=number)
    return Record(
        satzart=satzart,
        key=key + verband if satzart == "50" else key,
        verband=verband,
        name=" ".join(name.split()),
        kind=text[122:124].strip(),
        area_ha=int(figures[0]),
        population=int(figures[1]),
        postcode=text[165:170].strip(),
    )


def check_whole(found: Gemeindeverzeichnis, file: str) -> None:
    """Refuses a file that was cut: sixteen Länder, every Kreis and Verband with its Gemeinden.

    Records are nested (Land, Kreis, Verband, Gemeinde), so what was cut off leaves a parent empty
    or a child alone. VocabularyError.
    """
    doubles = [key for key, count in Counter(_identities(found)).items() if count > 1]
    if doubles:
        raise VocabularyError("vocabulary.source_double", file=file, key=doubles[0][1])
    keys = {satzart: {r.key for r in found.of(satzart)} for satzart in SATZARTEN}
    own = [record for record in found.of("60") if record.kind not in UNINCORPORATED]
    parents = (
        (keys["10"], {key[:2] for key in keys["40"]}, {key[:2] for key in keys["40"]}),
        (keys["40"], {key[:5] for key in keys["60"]}, {record.key[:5] for record in own}),
        (keys["50"], _verbaende(found.of("60")), _verbaende(own)),
    )
    for up, down, must in parents:
        alone = sorted((up - down) | (must - up))
        if alone:
            raise VocabularyError("vocabulary.source_incomplete", file=file, key=alone[0])
    if len(keys["10"]) != LAENDER:
        raise VocabularyError("vocabulary.source_few_laender", file=file, count=len(keys["10"]))


def _verbaende(gemeinden: Iterable[Record]) -> set[str]:
    return {record.key[:5] + record.verband for record in gemeinden}


def _identities(found: Gemeindeverzeichnis) -> Iterator[tuple[str, str]]:
    return ((record.satzart, record.key) for record in found.records)
