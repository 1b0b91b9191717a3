# SPDX-License-Identifier: EUPL-1.2
"""Which Kommunen (Länder) a selection means: kinds are compared apart unless told otherwise."""

from collections.abc import Iterable

from app.compare.errors import SelectionError
from app.compare.matrix import Matrix, mask_of
from app.model.selection import Selection
from app.store.cell_queries import Unit
from app.vocabulary import Vocabulary

GEMEINDEN = ("kreisfrei", "kreisangehoerig")
MUNICIPAL = (*GEMEINDEN, "kreis", "verband")


def kinds(selection: Selection) -> tuple[str, ...]:
    """The kinds of Kommune asked for: those named, else Gemeinden, else those of named keys.

    Somebody who names a Kreis wants that Kreis, so named Kommunen without ``typ`` lift the default.
    Länder have other topics (INSPIRE, HVD) and cannot stand in one table with Kommunen.
    """
    named_länder = [key for key in selection.kommune if len(key) == 2]
    if selection.typ:
        chosen = selection.typ
    elif not selection.kommune:
        chosen = GEMEINDEN
    else:
        others = len(named_länder) < len(selection.kommune)
        chosen = (("land",) if named_länder else ()) + (MUNICIPAL * others)
    if "land" in chosen and len(chosen) > 1:
        raise SelectionError("selection.land_apart")
    return chosen


def unit(selection: Selection) -> Unit:
    """``land`` or ``kommune``: whose cells are counted."""
    return "land" if kinds(selection) == ("land",) else "kommune"


def chosen(matrix: Matrix, vocabulary: Vocabulary, selection: Selection) -> int:
    """Mask of the matrix's places that the selection's kommune, land, groesse and typ leave."""
    found = set(chosen_keys(matrix.places, vocabulary, selection))
    return mask_of(bit for bit, key in enumerate(matrix.places) if key in found)


def chosen_keys(
    keys: Iterable[str], vocabulary: Vocabulary, selection: Selection
) -> tuple[str, ...]:
    """Those of the keys that the selection's kommune, land, groesse and typ leave."""
    allowed, named = set(kinds(selection)), set(selection.kommune)
    länder, sizes = set(selection.land), set(selection.groesse)
    found = []
    for key in keys:
        place = vocabulary.register.get(key)
        if place is None or place.typ not in allowed:
            continue
        if (
            (not named or key in named)
            and (not länder or key[:2] in länder)
            and (not sizes or place.size_class in sizes)
        ):
            found.append(key)
    return tuple(found)
