# SPDX-License-Identifier: EUPL-1.2
"""The register of Kommunen: counts, sums, keys of every length, names."""

import csv
from pathlib import Path

import pytest

from app.vocabulary import Kommune, Register, Vocabulary


@pytest.fixture
def register(vocabulary: Vocabulary) -> Register:
    return vocabulary.register


def key_of(kommune: Kommune | None) -> str | None:
    return kommune.key if kommune else None


def test_counts(register: Register) -> None:
    assert len(register.laender) == 16
    assert len(register.kreise) == 400 - 106
    assert len(register.verbaende) == 1205
    assert len(register.gemeinden) == 10773


def test_sums(register: Register) -> None:
    """84,358,845 is the official population; 5,185 live in gemeindefreie Gebiete."""
    total = 84_358_845 - 5_185
    assert sum(kommune.population for kommune in register.gemeinden) == total
    assert sum(kommune.population for kommune in register.laender) == total


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("13003000", "13003000"),
        ("13003", "13003000"),
        ("11000", "11000000"),
        ("11", "11"),
        ("01051", "01051"),
        ("010515163", "010515163"),
        ("010510011011", "01051011"),
        ("010519999011", "01051011"),
        ("010510000000", "01051"),
        ("010000000000", "01"),
        ("110000000000", "11000000"),
        ("16056000", "16063105"),
        ("16056", "16063105"),
        ("14522450", "14522275"),
        ("99999999", None),
        ("", None),
        ("0105100110xx", None),
    ],
)
def test_by_key(register: Register, key: str, found: str | None) -> None:
    assert key_of(register.get(key)) == found


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("rostock", ["13003000"]),
        ("Hamburg", ["02000000"]),
        ("Berlin", ["11000000"]),
        ("Bremen", ["04", "04011000"]),
        ("Landkreis Rostock", ["13072"]),
        ("Kreis Plön", ["01057"]),
        ("Stadt Plön", ["01057057"]),
        ("Plön", ["01057", "01057057"]),
        ("Hansestadt Lübeck", ["01003000"]),
        ("Freie und Hansestadt Hamburg", ["02000000"]),
        ("Cottbus", ["12052000"]),
        ("Cottbus/Chóśebuz", ["12052000"]),
        ("Amt Büsum-Wesselburen", ["010515178"]),
        ("Frankfurt", []),
        ("Musterstadt", []),
    ],
)
def test_by_name(register: Register, name: str, keys: list[str]) -> None:
    assert [kommune.key for kommune in register.by_name(name)] == keys


def test_names_without_addition_are_candidates_only(register: Register) -> None:
    found = {kommune.short_name for kommune in register.by_base_name("Frankfurt")}
    assert found == {"Frankfurt am Main", "Frankfurt (Oder)"}


def test_city_states(register: Register) -> None:
    assert key_of(register.city_of("02")) == "02000000"
    assert key_of(register.city_of("11")) == "11000000"
    assert register.city_of("04") is None
    assert [k.key for k in register.gemeinden if k.land == "04"] == ["04011000", "04012000"]


def test_kinds_of_comparison(register: Register) -> None:
    flensburg, husum = register.get("01001000"), register.get("01054056")
    assert flensburg is not None
    assert husum is not None
    assert (flensburg.typ, husum.typ) == ("kreisfrei", "kreisangehoerig")
    assert (flensburg.size_class, husum.size_class) == ("4", "6")
    kreis = register.get("01054")
    assert kreis is not None
    assert (kreis.typ, kreis.size_class) == ("kreis", "k2")


def test_every_gemeinde_lies_somewhere(register: Register) -> None:
    for kommune in register.gemeinden:
        assert kommune.lat is not None
        assert kommune.lon is not None
        assert 47 < kommune.lat < 55.1, kommune.key
        assert 5.8 < kommune.lon < 15.1, kommune.key
        assert register.land_of(kommune.key) is not None


def test_every_kind_has_names(register: Register) -> None:
    for kommune in register:
        kind = register.kinds.get(kommune.kind)
        assert kind is not None
        assert kind.name("de"), kommune.kind
        assert kind.name("en"), kommune.kind


@pytest.mark.shared
def test_against_the_extract(register: Register, shared: Path) -> None:
    """Every figure of the register extract, which others made from the same official file."""
    with (shared / "facts/register/gemeinden.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["ags"] for row in rows} == {kommune.key for kommune in register.gemeinden}
    for row in rows:
        kommune = register.get(row["ags"])
        assert kommune is not None
        assert (kommune.ars, kommune.name) == (row["ars"], " ".join(row["name"].split()))
        assert kommune.short_name == row["kurzname"]
        assert kommune.population == int(row["bevoelkerung_20221231"])
        assert kommune.area_km2 == pytest.approx(float(row["flaeche_km2"]), abs=0.006)
        assert kommune.lat == pytest.approx(float(row["lat"]), abs=1e-4)
        assert kommune.lon == pytest.approx(float(row["lon"]), abs=1e-4)
