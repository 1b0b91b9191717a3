# SPDX-License-Identifier: EUPL-1.2
"""Which licences a holding carries together, as one text: how many holdings are open needs sets.

Counts per licence cannot be added up, because a holding may carry several; counts per set can.
"""

from collections.abc import Iterable

SEPARATOR = " "  # no licence id has one
NONE = "none"  # in a set for "not given", where an empty text would be lost


def together(licences: Iterable[str]) -> str:
    """A set as text, in order."""
    return SEPARATOR.join(sorted(licence or NONE for licence in licences))


def members(value: str) -> frozenset[str]:
    """The licences of a set; empty for "not given", as everywhere in cells."""
    return frozenset("" if name == NONE else name for name in value.split(SEPARATOR))
