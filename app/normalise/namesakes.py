# SPDX-License-Identifier: EUPL-1.2
"""Of several Kommunen with one name, the one meant: by portal, Land, geocoding; else ambiguous."""

from typing import NamedTuple

from app.model import Reading
from app.model.reading import Status
from app.normalise.names import Named
from app.vocabulary import Kommune

_MOST_CANDIDATES = 20
# The kreisfreie Stadt is likely meant among a few namesakes, not among all places called Neustadt.
_FEW = 6
# How strong the evidence of a way of finding is: exact for the name itself and its official frames.
_STATUS: dict[str, Status] = {
    "name": "exact",
    "frame": "exact",
    "part": "exact",
    "inside": "exact",
    "seat": "likely",
    "named_after": "likely",
    "host": "likely",
    "office": "likely",
}


class Clues(NamedTuple):
    """What else is known: who runs the portal, its Land (key), what the dataset is about.

    about: key of the one Land that the places lie in.
    """

    portal: Kommune | None = None
    land: str | None = None
    places: tuple[Kommune, ...] = ()
    about: str | None = None


def narrow(raw: str, found: Named, clues: Clues) -> Reading:
    """The Reading of a key for what was found under a name."""
    rule = f"name.{found.rule}" + (f".{found.spelt}" if found.spelt else "")
    status: Status = "likely" if found.spelt else _STATUS[found.rule]
    for kommune in found.kommunen:
        if clues.portal and kommune.key == clues.portal.key:
            return Reading(kommune.key, status, rule, raw)
    kommunen = _prefer_gemeinde(found.kommunen)
    if _levels(found.kommunen) > 1:
        status = "likely"  # a bare name may also mean the Kreis or Verband called like its town
    if len(kommunen) == 1:
        return Reading(kommunen[0].key, status, rule, raw, _others(found.kommunen, kommunen[0]))
    return _one_of(raw, kommunen, clues, status, rule)


def _one_of(
    raw: str, kommunen: tuple[Kommune, ...], clues: Clues, status: Status, rule: str
) -> Reading:
    near = tuple(kommune for kommune in kommunen if _is_near(kommune, clues))
    if len(near) == 1:
        return Reading(near[0].key, status, f"{rule}.portal", raw)
    kept = near or kommunen
    about = tuple(kommune for kommune in kept if _is_about(kommune, clues.places))
    if len(about) == 1:
        return Reading(about[0].key, "likely", f"{rule}.geocoding", raw)
    in_land = tuple(kommune for kommune in kept if kommune.land == clues.about)
    if len(in_land) == 1:
        return Reading(in_land[0].key, "likely", f"{rule}.geocoding", raw)
    free = tuple(kommune for kommune in kept if kommune.typ == "kreisfrei")
    if len(free) == 1 and len(kept) <= _FEW:
        return Reading(free[0].key, "likely", f"{rule}.kreisfrei", raw)
    keys = tuple(sorted(kommune.key for kommune in kept))[:_MOST_CANDIDATES]
    return Reading(None, "ambiguous", rule, raw, keys)


def _is_near(kommune: Kommune, clues: Clues) -> bool:
    """Whether it lies in the Kreis or Verband that runs the portal, else in the portal's Land."""
    portal = clues.portal
    if portal and portal.level in ("kreis", "verband"):
        return portal.key in (kommune.kreis, kommune.verband)
    return clues.land is not None and kommune.land == clues.land


def _is_about(kommune: Kommune, places: tuple[Kommune, ...]) -> bool:
    keys = {place.key for place in places}
    return not keys.isdisjoint((kommune.key, kommune.kreis, kommune.verband))


def _levels(kommunen: tuple[Kommune, ...]) -> int:
    """How many levels the name stands for; a Land beside its city counts as one."""
    return len({kommune.level for kommune in kommunen} - {"land"}) or 1


def _others(kommunen: tuple[Kommune, ...], chosen: Kommune) -> tuple[str, ...]:
    keys = {kommune.key for kommune in kommunen if kommune.level != "land"} - {chosen.key}
    return tuple(sorted(keys))


def _prefer_gemeinde(kommunen: tuple[Kommune, ...]) -> tuple[Kommune, ...]:
    """A bare name means the Gemeinde, not the Kreis or Verband that has its name from it."""
    for level in ("gemeinde", "kreis", "verband", "land"):
        found = tuple(kommune for kommune in kommunen if kommune.level == level)
        if found:
            return found
    return ()
