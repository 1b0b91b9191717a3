# SPDX-License-Identifier: EUPL-1.2
"""Filters that need the vocabulary (groesse, typ, offen) become lists of keys the store knows."""

from dataclasses import replace

from app.model.selection import Selection
from app.vocabulary import Kommune, Vocabulary

# A key no Kommune and no licence has: an empty list would filter nothing.
NOBODY = "-"
OPEN = {"yes": "ja", "no": "nein"}
UNCLEAR = "unklar"
SILENT = ("none", "unknown")


def resolve(selection: Selection, vocabulary: Vocabulary) -> Selection:
    """The same datasets, asked for by kommune and lizenz only.

    ``offen``: what is unclear, not read or not given is neither open nor closed, but ``unklar``.
    """
    if selection.groesse or selection.typ:
        kommunen = _kommunen(selection, vocabulary) or (NOBODY,)
        selection = replace(selection, kommune=kommunen, groesse=(), typ=())
    if selection.offen:
        licences = _licences(selection, vocabulary) or (NOBODY,)
        selection = replace(selection, lizenz=licences, offen=())
    return selection


def _kommunen(selection: Selection, vocabulary: Vocabulary) -> tuple[str, ...]:
    register = vocabulary.register
    levels = (register.gemeinden, register.kreise, register.verbaende, register.laender)
    return tuple(
        kommune.key for level in levels for kommune in level if _is_meant(kommune, selection)
    )


def _is_meant(kommune: Kommune, selection: Selection) -> bool:
    wanted = (
        (selection.typ, kommune.typ),
        (selection.groesse, kommune.size_class),
        (selection.kommune, kommune.key),
        (selection.land, kommune.key[:2]),
    )
    return all(not values or value in values for values, value in wanted)


def _licences(selection: Selection, vocabulary: Vocabulary) -> tuple[str, ...]:
    meant = [
        licence.id
        for licence in vocabulary.licences
        if licence.kind != "none" and OPEN.get(licence.open, UNCLEAR) in selection.offen
    ]
    meant += SILENT if UNCLEAR in selection.offen else ()
    return tuple(id for id in meant if not selection.lizenz or id in selection.lizenz)
