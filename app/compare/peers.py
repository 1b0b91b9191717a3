# SPDX-License-Identifier: EUPL-1.2
"""Vergleichskommunen: Kommunen of like kind and size, the circle widened while they are few."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from app.compare import places
from app.compare.matrix import Matrix, mask_of
from app.compare.places import GEMEINDEN
from app.compare.selecting import SIZES
from app.model.selection import Selection
from app.vocabulary import Kommune, Vocabulary

ENOUGH = 5
Step = Literal["like", "near", "kind", "level", "sizeless", "chosen"]
Test = Callable[[Kommune], bool]
Others = dict[str, Kommune]


class Peers(NamedTuple):
    """Vergleichskommunen of a Kommune. step: how far the circle is.

    like: same kind and size class; near: neighbouring classes too; kind: the kind in any size;
    level: Gemeinden of both kinds; sizeless: the kind, where the KGSt has no classes for it;
    chosen: what the filters name. keys: nearest population first; bits: of these in the matrix.
    """

    step: Step
    mask: int
    keys: tuple[str, ...]
    bits: tuple[int, ...]


def peers(matrix: Matrix, vocabulary: Vocabulary, selection: Selection, own: Kommune) -> Peers:
    """The narrowest circle with at least ENOUGH Kommunen that publish; else the widest.

    land narrows every circle; typ and groesse, where given, are the circle.
    """
    others = _others(matrix, vocabulary, selection, own)
    step: Step = "chosen"
    if selection.typ or selection.groesse:
        asked = replace(selection, kommune=(), typ=selection.typ or (own.typ,))
        found = places.chosen_keys(others, vocabulary, asked)
    else:
        step, found = _circle(others, own)
    nearest = sorted(found, key=lambda key: (abs(others[key].population - own.population), key))
    index = {key: bit for bit, key in enumerate(matrix.places)}
    bits = tuple(index[key] for key in nearest)
    return Peers(step, mask_of(bits), tuple(nearest), bits)


def _circle(others: Others, own: Kommune) -> tuple[Step, tuple[str, ...]]:
    circles = [
        (step, tuple(key for key, place in others.items() if test(place)))
        for step, test in _steps(own)
    ]
    return next((circle for circle in circles if len(circle[1]) >= ENOUGH), circles[-1])


def _others(matrix: Matrix, vocabulary: Vocabulary, selection: Selection, own: Kommune) -> Others:
    """Everyone else who publishes, in the Länder asked for."""
    known = ((key, vocabulary.register.get(key)) for key in matrix.places)
    return {
        key: place
        for key, place in known
        if place and key != own.key and (not selection.land or place.land in selection.land)
    }


def _steps(own: Kommune) -> Iterator[tuple[Step, Test]]:
    if own.size_class is None:
        yield "sizeless", lambda place: place.typ == own.typ
        return
    near = _neighbours(own.size_class)
    yield "like", lambda place: place.typ == own.typ and place.size_class == own.size_class
    yield "near", lambda place: place.typ == own.typ and place.size_class in near
    yield "kind", lambda place: place.typ == own.typ
    if own.typ in GEMEINDEN:
        yield "level", lambda place: place.typ in GEMEINDEN


def _neighbours(size: str) -> set[str]:
    """The class, the next bigger and the next smaller one; Kreise and Gemeinden stay apart."""
    row = [each for each in SIZES if each.isdigit() == size.isdigit()]
    here = row.index(size)
    return set(row[max(0, here - 1) : here + 2])
