# SPDX-License-Identifier: EUPL-1.2
"""Builds the tables of register/ from the GV100AD and, for coordinates, the AuszugGV."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_toml
from app.vocabulary.kommune import GEMEINDE, KREIS, LAND, VERBAND
from app.vocabulary.update.auszug import Place, read_auszug
from app.vocabulary.update.former_keys import FORMER, former_keys, short
from app.vocabulary.update.gv100ad import Gemeindeverzeichnis, Record, read_gv100ad
from app.vocabulary.update.sources import Sources
from app.vocabulary.update.tables import Rows, existing, to_csv, to_toml

# Textkennzeichen of the GV100AD: what is a Gemeinde, a Kreis that is no city, a Gemeindeverband.
GEMEINDEN = frozenset({"60", "61", "62", "63", "64", "67"})
KREISE = frozenset({"43", "44", "45"})
VERBAENDE = frozenset({"51", "52", "53", "54", "55", "56", "58"})
KNOWN = GEMEINDEN | KREISE | VERBAENDE | {"41", "42", "50", "65", "66"}
# Of the Länder 01 to 16, in this order.
ABBREVIATIONS = (
    *("SH", "HH", "NI", "HB", "NW", "HE", "RP", "BW"),
    *("BY", "SL", "BE", "BB", "MV", "SN", "ST", "TH"),
)
# Mergers move a few dozen municipalities a year; a file that loses more has lost a part of itself.
_SHRINK = 0.95
_HECTARES = 100


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums over Gemeinden: population, area in hectares."""

    population: int = 0
    area_ha: int = 0

    def cells(self) -> list[str]:
        """Population and area in square kilometres, as written in the tables."""
        return [str(self.population), f"{self.area_ha / _HECTARES:.2f}"]


def build_register(sources: Sources, shelf: Shelf) -> dict[str, str]:
    """The tables, or nothing without a GV100AD. VocabularyError when the file is not whole."""
    if sources.gv100ad is None:
        return {}
    verzeichnis = read_gv100ad(sources.gv100ad)
    _check_kinds(verzeichnis, sources.gv100ad.name)
    _check_newer(verzeichnis, shelf, sources.gv100ad.name)
    before = existing(shelf, "register/gemeinden.csv", GEMEINDE)
    gemeinden = [record for record in verzeichnis.of("60") if record.kind in GEMEINDEN]
    if len(gemeinden) < _SHRINK * len(before):
        lost = len(before) - len(gemeinden)
        raise VocabularyError("vocabulary.source_shrunk", file=sources.gv100ad.name, count=lost)
    places = read_auszug(sources.auszug) if sources.auszug else ()
    former = former_keys(gemeinden, places, existing(shelf, "register/former_keys.csv", FORMER))
    coordinates = _coordinates(before, places, former)
    return {
        "register/stand.toml": to_toml({"gebietsstand": verzeichnis.stand, "source": "GV100AD"}),
        "register/former_keys.csv": to_csv(FORMER, former),
        "register/gemeinden.csv": to_csv(GEMEINDE, _gemeinden(verzeichnis, gemeinden, coordinates)),
        **_higher(verzeichnis, gemeinden),
    }


def _check_kinds(verzeichnis: Gemeindeverzeichnis, file: str) -> None:
    kinds = {record.kind for record in verzeichnis.records if record.satzart in ("40", "50", "60")}
    if kinds - KNOWN:
        raise VocabularyError("vocabulary.source_kind", file=file, kind=min(kinds - KNOWN))


def _check_newer(verzeichnis: Gemeindeverzeichnis, shelf: Shelf, file: str) -> None:
    """An older Gebietsstand would bring back municipalities that no longer exist."""
    if not shelf.place("register/stand.toml").is_file():
        return
    stand = str(read_toml(shelf, "register/stand.toml").get("gebietsstand", ""))
    if verzeichnis.stand < stand:
        raise VocabularyError("vocabulary.source_older", file=file, stand=verzeichnis.stand)


def _sums(gemeinden: Iterable[Record]) -> Mapping[str, Figures]:
    """Figures by key of every level a Gemeinde lies in."""
    sums: dict[str, Figures] = defaultdict(Figures)
    for record in gemeinden:
        for key in (record.key[:2], record.key[:5], record.key[:5] + record.verband):
            before = sums[key]
            sums[key] = Figures(
                before.population + record.population, before.area_ha + record.area_ha
            )
    return sums


def _higher(verzeichnis: Gemeindeverzeichnis, gemeinden: list[Record]) -> dict[str, str]:
    sums = _sums(gemeinden)
    kreise = [r for r in verzeichnis.of("40") if r.kind in KREISE]
    verbaende = [r for r in verzeichnis.of("50") if r.kind in VERBAENDE]
    laender = [
        [*_head(r), "land", ABBREVIATIONS[int(r.key) - 1], *sums[r.key].cells()]
        for r in verzeichnis.of("10")
    ]
    return {
        "register/laender.csv": to_csv(LAND, laender),
        "register/kreise.csv": to_csv(KREIS, _with_sums(kreise, sums)),
        "register/gemeindeverbaende.csv": to_csv(VERBAND, _with_sums(verbaende, sums)),
    }


def _head(record: Record) -> list[str]:
    return [record.key, record.ars, record.name, short(record.name)]


def _with_sums(records: list[Record], sums: Mapping[str, Figures]) -> Rows:
    return [[*_head(r), r.kind, *sums[r.key].cells()] for r in records]


def _gemeinden(
    verzeichnis: Gemeindeverzeichnis,
    gemeinden: list[Record],
    coordinates: Mapping[str, tuple[str, str]],
) -> Rows:
    verbaende = {r.key for r in verzeichnis.of("50") if r.kind in VERBAENDE}
    rows = []
    for record in gemeinden:
        verband = record.key[:5] + record.verband
        figures = Figures(record.population, record.area_ha).cells()
        rows.append(
            [*_head(record), record.kind, verband if verband in verbaende else "", *figures]
            + [record.postcode, *coordinates.get(record.key, ("", ""))]
        )
    return rows


def _coordinates(
    before: Rows, places: tuple[Place, ...], former: Rows
) -> dict[str, tuple[str, str]]:
    """Latitude and longitude by key: the extract's, else what the table had, else of predecessors.

    A Gemeinde made of several lies in the middle of them.
    """
    found = {row[0]: (row[-2], row[-1]) for row in before if row[-1]}
    known = (place for place in places if place.lat is not None)
    found |= {place.key: (f"{place.lat:.5f}", f"{place.lon:.5f}") for place in known}
    parts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for old, key, _ in former:
        if old in found and key not in found:
            parts[key].append(found[old])
    for key, pairs in parts.items():
        lat, lon = (fmean(float(pair[axis]) for pair in pairs) for axis in (0, 1))
        found[key] = (f"{lat:.5f}", f"{lon:.5f}")
    return found
