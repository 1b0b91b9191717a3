# SPDX-License-Identifier: EUPL-1.2
"""Three families of licences: international, national, and terms of other kinds or of a portal."""

from collections.abc import Callable

from app.vocabulary import Licence, Vocabulary

INTERNATIONAL, NATIONAL, OWN = "international", "national", "own"
# Stewards whose licences are made for the law of one country; all other named families are not.
NATIONAL_FAMILIES = frozenset(
    {"dl-de", "geonutz", "geolizenz", "statute", "ch", "etalab", "iodl", "nlod", "ogl"}
)
VAGUE = "ambiguous-"  # class of a family whose licence was not said, named after the family
Family = Callable[[str], str]


def family_of(vocabulary: Vocabulary) -> Family:
    """Licence id -> family; empty for "not given", ``unknown`` for what no key stands for."""
    named = {licence.family for licence in vocabulary.licences if licence.family}

    def family(licence: str) -> str:
        known = vocabulary.licences.get(licence)
        if known is None or known.kind == "none":
            return "unknown" if licence and licence != "unspecified" else ""
        return _class_of(_steward(known, named))

    return family


def _steward(licence: Licence, named: set[str]) -> str:
    vague = licence.id.removeprefix(VAGUE)
    return vague if licence.is_class and vague in named else licence.family


def _class_of(steward: str) -> str:
    if not steward:
        return OWN
    return NATIONAL if steward in NATIONAL_FAMILIES else INTERNATIONAL
