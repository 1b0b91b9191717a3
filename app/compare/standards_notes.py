# SPDX-License-Identifier: EUPL-1.2
"""What both questions about standards say beside their tables."""

from app.compare.answer import Note
from app.model.selection import Selection

TOPICAL = ("musterdatensatz", "thema")


def notes(
    selection: Selection, unit: str, base: int, own: tuple[str, ...], ignored: tuple[str, ...]
) -> tuple[Note, ...]:
    """The base, the codes of the question's own notes, and each filter that was set in vain.

    Länder have other topics than Musterdatensätze, so filters by those are ignored there.
    """
    of_laender = unit == "land"
    filtered = selection.lizenz or selection.offen or selection.format or selection.standard
    vain = (*ignored, *(TOPICAL if of_laender else ()))
    return (
        Note("note.base", {"unit": unit, "count": base}),
        Note("note.standards_unit", {"unit": unit}),
        Note("note.standards_grades"),
        *map(Note, own),
        *([Note("note.laender")] if of_laender else ()),
        *([Note("note.facet_filter")] if filtered else ()),
        *(Note("note.ignored", {"parameter": name}) for name in vain if getattr(selection, name)),
    )
