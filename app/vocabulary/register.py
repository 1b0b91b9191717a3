# SPDX-License-Identifier: EUPL-1.2
"""The register of Kommunen: Gemeinden (8 digits), Verbände (9), Kreise (5) and Länder (2).

A kreisfreie Stadt is one Kommune with eight digits, not also a Kreis; its five-digit key, the
twelve-digit Regionalschlüssel and former keys lead to it. Hamburg and Berlin are Gemeinde and Land
in one: by name there is only the Gemeinde.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from app.vocabulary.concepts import Concepts, read_concepts
from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_lines, read_toml
from app.vocabulary.folding import fold
from app.vocabulary.kommune import (
    GEMEINDE,
    KREIS,
    LAND,
    VERBAND,
    Kommune,
    Row,
    SizeClasses,
    base_name,
    gemeinde,
    kreis,
    land,
    spoken_names,
    verband,
)
from app.vocabulary.spellings import Spellings

__all__ = ["Kommune", "Register", "read_register"]

_CITY_STATES = frozenset({"02", "11"})


@dataclass(frozen=True)
class Register:
    """All Kommunen. Iterables are in the order of keys; look-ups are exact."""

    laender: tuple[Kommune, ...]
    kreise: tuple[Kommune, ...]
    verbaende: tuple[Kommune, ...]
    gemeinden: tuple[Kommune, ...]
    former_keys: Mapping[str, str]
    kinds: Concepts

    def get(self, key: str) -> Kommune | None:
        """The Kommune with this key of 2, 5, 8, 9 or 12 digits; former keys lead to successors."""
        found = self._keys.get(key)
        if found is None and len(key) == 12:
            return self.by_ars(key)
        return found

    def by_ars(self, ars: str) -> Kommune | None:
        """The Gemeinde with this Regionalschlüssel of 12 digits (Land to Kreis, Verband, Gemeinde).

        The Verband in the middle may have changed since: Kreis and Gemeinde number decide. Zeros
        at the end name a higher level (``010510000000`` the Kreis, ``010000000000`` the Land).
        """
        if len(ars) != 12 or not ars.isdigit():
            return None
        return (
            self._keys.get(ars[:5] + ars[9:])
            or (self._keys.get(ars[:9]) if ars.endswith("000") else None)
            or (self._keys.get(ars[:5]) if ars.endswith("0000000") else None)
            or (self._keys.get(ars[:2]) if ars.endswith("0000000000") else None)
        )

    def by_name(self, name: str) -> tuple[Kommune, ...]:
        """All Kommunen, of every level, with exactly this official or short name.

        Kinds in front count where they are the Kommune's own (``Landkreis X``, ``Hansestadt X``).
        """
        return self._names.get(fold(name), ())

    def by_base_name(self, name: str) -> tuple[Kommune, ...]:
        """All Gemeinden whose name without its addition is this one: weak, for candidates only.

        ``Frankfurt`` gives both Frankfurt (Oder) and Frankfurt am Main.
        """
        return self._base_names.get(fold(name), ())

    def land_of(self, key: str) -> Kommune | None:
        """The Land a key of any level lies in; former keys as well."""
        return self._keys.get(key[:2])

    def city_of(self, key: str) -> Kommune | None:
        """The Gemeinde that is the same as this Land (``02`` → ``02000000``); None for others."""
        return self._keys.get(f"{key}000000") if key in _CITY_STATES else None

    def __iter__(self) -> Iterator[Kommune]:
        return chain(self.laender, self.kreise, self.verbaende, self.gemeinden)

    def __len__(self) -> int:
        return sum(map(len, (self.laender, self.kreise, self.verbaende, self.gemeinden)))

    @cached_property
    def spellings(self) -> Spellings:
        """Other ways to write the names of Kreise, Verbände and Gemeinden."""
        return Spellings((*self.kreise, *self.verbaende, *self.gemeinden))

    @cached_property
    def _keys(self) -> dict[str, Kommune]:
        keys = {kommune.key: kommune for kommune in self}
        for kommune in self.gemeinden:
            if kommune.typ == "kreisfrei":
                keys.setdefault(kommune.key[:5], kommune)
        for former, successor in self.former_keys.items():
            if former not in keys and successor in keys:
                keys[former] = keys[successor]
        return keys

    @cached_property
    def _names(self) -> dict[str, tuple[Kommune, ...]]:
        kinds = {kind.key: tuple(map(fold, kind.aliases)) for kind in self.kinds}
        named = (kommune for kommune in self if not _also_gemeinde(kommune))
        return _index((name, k) for k in named for name in spoken_names(k, kinds[k.kind]))

    @cached_property
    def _base_names(self) -> dict[str, tuple[Kommune, ...]]:
        return _index((fold(base_name(k.short_name)), k) for k in self.gemeinden)


def _also_gemeinde(kommune: Kommune) -> bool:
    return kommune.level == "land" and kommune.key in _CITY_STATES


def _index(pairs: Iterable[tuple[str, Kommune]]) -> dict[str, tuple[Kommune, ...]]:
    found: dict[str, dict[str, Kommune]] = {}
    for name, kommune in pairs:
        found.setdefault(name, {})[kommune.key] = kommune
    return {name: tuple(kommunen.values()) for name, kommunen in found.items()}


def read_register(shelf: Shelf) -> Register:
    """The register of ``register/``; about 12,000 rows, a few dozen milliseconds."""
    sizes = read_size_classes(shelf)
    former = read_lines(shelf, "register/former_keys.csv", ("former", "key", "source"))
    return Register(
        laender=_all(shelf, "register/laender.csv", LAND, land, sizes),
        kreise=_all(shelf, "register/kreise.csv", KREIS, kreis, sizes),
        verbaende=_all(shelf, "register/gemeindeverbaende.csv", VERBAND, verband, sizes),
        gemeinden=_all(shelf, "register/gemeinden.csv", GEMEINDE, gemeinde, sizes),
        former_keys={row[0]: row[1] for row in former},
        kinds=read_concepts(shelf, "register/kinds.csv"),
    )


def _all(
    shelf: Shelf, name: str, columns: tuple[str, ...], make: Row, sizes: SizeClasses
) -> tuple[Kommune, ...]:
    try:
        return tuple(make(row, sizes) for row in read_lines(shelf, name, columns))
    except ValueError as error:
        raise VocabularyError("vocabulary.value_wrong", file=name, value=str(error)) from error


def read_size_classes(shelf: Shelf) -> SizeClasses:
    """The size classes of ``size_classes.toml``, biggest first."""
    table = read_toml(shelf, "size_classes.toml")
    return SizeClasses(*(_steps(table[level]) for level in ("gemeinde", "kreis")))


def _steps(entries: list[dict[str, object]]) -> tuple[tuple[int, str], ...]:
    return tuple((int(str(entry["from"])), str(entry["key"])) for entry in entries)
