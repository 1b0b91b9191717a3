# SPDX-License-Identifier: EUPL-1.2
"""One Kommune of the register, made from a row of its table, and the names it is called by."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from app.model.body import Level
from app.vocabulary.folding import fold

Typ = Literal["kreisfrei", "kreisangehoerig", "kreis", "verband", "land"]

FIGURES = ("population", "area_km2")
LAND = ("key", "ars", "name", "short_name", "kind", "abbreviation", *FIGURES)
KREIS = ("key", "ars", "name", "short_name", "kind", *FIGURES)
VERBAND = ("key", "ars", "name", "short_name", "kind", *FIGURES)
GEMEINDE = (
    *("key", "ars", "name", "short_name", "kind", "verband", *FIGURES),
    *("postcode", "lat", "lon"),
)
_KREISFREI = frozenset({"61", "62"})

# What follows these signs or words tells namesakes apart and is often left out in speech.
_ADDITION = re.compile(
    r"\s*(?:[(/,]|\s(?:am|an|auf|bei|im|in|ob|vor|unter|v|a|i|o|b)[.\s]).*$", re.IGNORECASE
)


class Kommune(NamedTuple):
    """A Gemeinde, Gemeindeverband, Kreis or Land. A tuple, because there are 12,000 of them.

    key: AGS of 8, 9 (Verband), 5 or 2 digits. ars: Regionalschlüssel, 12 digits. kind: code of the
    GV100AD (``register/kinds.csv``). land, kreis, verband: keys, None where it has none.
    population and area_km2 of higher levels are sums of their Gemeinden. size_class: KGSt
    (``1``..``7``, Kreise ``k1``..``k3``), None for Verbände and Länder. typ: how it is compared.
    """

    key: str
    ars: str
    name: str
    short_name: str
    level: Level
    kind: str
    land: str
    kreis: str | None
    verband: str | None
    population: int
    area_km2: float
    lat: float | None
    lon: float | None
    size_class: str | None
    typ: Typ
    postcode: str | None = None
    abbreviation: str | None = None


class SizeClasses(NamedTuple):
    """KGSt classes as (smallest population, class), biggest first, for Gemeinden and for Kreise."""

    gemeinde: tuple[tuple[int, str], ...]
    kreis: tuple[tuple[int, str], ...]


Row = Callable[[list[str], SizeClasses], Kommune]


def size_class(population: int, steps: tuple[tuple[int, str], ...]) -> str:
    """The class whose smallest population is reached; the last step is open downwards."""
    return next((key for smallest, key in steps if population >= smallest), steps[-1][1])


def gemeinde(row: list[str], sizes: SizeClasses) -> Kommune:
    """A row of ``gemeinden.csv``."""
    key, ars, name, short, kind, verband_key, people, area, postcode, lat, lon = row
    population = int(people)
    return Kommune(
        *(key, ars, name, short, "gemeinde", kind, key[:2], key[:5], verband_key or None),
        *(population, float(area), float(lat) if lat else None, float(lon) if lon else None),
        size_class(population, sizes.gemeinde),
        "kreisfrei" if kind in _KREISFREI else "kreisangehoerig",
        postcode or None,
    )


def verband(row: list[str], sizes: SizeClasses) -> Kommune:
    """A row of ``gemeindeverbaende.csv``; the KGSt has no classes for them."""
    key, ars, name, short, kind, people, area = row
    return Kommune(
        *(key, ars, name, short, "verband", kind, key[:2], key[:5], None),
        *(int(people), float(area), None, None, None, "verband"),
    )


def kreis(row: list[str], sizes: SizeClasses) -> Kommune:
    """A row of ``kreise.csv``: Kreise and Landkreise, no kreisfreie Städte."""
    key, ars, name, short, kind, people, area = row
    size = size_class(int(people), sizes.kreis)
    return Kommune(
        *(key, ars, name, short, "kreis", kind, key[:2], None, None),
        *(int(people), float(area), None, None, size, "kreis"),
    )


def land(row: list[str], sizes: SizeClasses) -> Kommune:
    """A row of ``laender.csv``."""
    key, ars, name, short, kind, abbreviation, people, area = row
    return Kommune(
        *(key, ars, name, short, "land", kind, key, None, None),
        *(int(people), float(area), None, None, None, "land", None, abbreviation),
    )


def spoken_names(kommune: Kommune, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Folded names it is exactly called by: official, short, with addition or kind in front.

    ``Lübeck, Hansestadt`` is also ``Hansestadt Lübeck``, the Kreis ``Plön`` also ``Kreis Plön``.
    Bilingual names (``Cottbus/Chóśebuz``) are also called by their German half. kinds: folded.
    """
    short = fold(kommune.short_name)
    addition = fold(kommune.name.partition(",")[2])
    names = [fold(kommune.name), short, *(f"{kind} {short}" for kind in kinds)]
    if len(addition) > 2:
        names.append(f"{addition} {short}")
    german = fold(german_half(kommune.short_name))
    if german != short:
        names += [german, *(f"{kind} {german}" for kind in kinds)]
    return tuple(names)


# Letters that Sorbian has and German has not.
_SORBIAN = re.compile(
    "[\u0107\u010d\u011b\u0142\u0144\u00f3\u0155\u0159\u015b\u0161\u017a\u017e]", re.I
)


def german_half(name: str) -> str:
    """The German half of a German and Sorbian name; the name itself if it is not bilingual."""
    if "/" not in name:
        return name
    half, slash, other = name.rpartition(" / ") if " / " in name else name.rpartition("/")
    return half.strip() if slash and _SORBIAN.search(other) else name


def base_name(name: str) -> str:
    """The name without an addition that tells namesakes apart: ``Halle (Saale)`` → ``Halle``."""
    return _ADDITION.sub("", name) or name
