# SPDX-License-Identifier: EUPL-1.2
"""Berlin, Hamburg and Bremen: state body and Kommune are one, so their bodies resolve to the city.

Offices that exist in one of the three only name it without its name: the Senatsverwaltungen and
Bezirke of Berlin (Verfassung von Berlin, articles 4 and 69), the Bezirke of Hamburg (Bezirks-
verwaltungsgesetz, section 1), the Senatorinnen and Senatoren for a subject of Bremen.
"""

import re

from app.normalise.words import flatten

BERLIN, HAMBURG, BREMEN = "11000000", "02000000", "04011000"
KEYS = frozenset({BERLIN, HAMBURG, BREMEN})
# Every Land whose name may stand in a body's name, so that one of two Länder is told from one
# alone.
_NAMED = (
    (BERLIN, re.compile(r"\bberlin(?:er|s)?\b(?!-)")),
    (HAMBURG, re.compile(r"\bhamburg(?:er|s)?\b(?!-)")),
    (BREMEN, re.compile(r"\b(?:bremen|bremer|bremens)\b(?!-)")),
)
_OTHER_LAND = re.compile(
    r"schleswig|holstein|niedersachsen|nordrhein|westfalen|hessen|rheinland|pfalz|wuerttemberg|bayern"
    r"|saarland|brandenburg|mecklenburg|vorpommern|sachsen|thueringen"
)
_OFFICES = (
    (BERLIN, re.compile(r"\bsenatsverwaltung\b|\bder regierende buergermeister\b")),
    (BREMEN, re.compile(r"\b(?:die|der)? ?senator(?:in)? fuer\b")),
    (HAMBURG, re.compile(r"^behoerde fuer\b")),
)
# Districts whose names no Gemeinde has, so that any office of theirs is told by the name.
_OWN_DISTRICT = re.compile(
    r"\b(?:friedrichshain-kreuzberg|charlottenburg-wilmersdorf|steglitz-zehlendorf"
    r"|tempelhof-schoeneberg|treptow-koepenick|marzahn-hellersdorf)\b"
    r"|amt (?:neukoelln|pankow|spandau|reinickendorf)\b|\bjugendamt lichtenberg\b"
)
_DISTRICT_OFFICE = re.compile(r"\bbez?irks?amt\b|\bbezirksaemter\b|^ba\b|\bbezirksverordneten")
_DISTRICTS = (
    (
        BERLIN,
        re.compile(
            r"\b(?:mitte|friedrichshain-kreuzberg|pankow|charlottenburg-wilmersdorf|spandau|neukoelln"
            r"|steglitz-zehlendorf|tempelhof-schoeneberg|treptow-koepenick|marzahn-hellersdorf"
            r"|lichtenberg|reinickendorf)\b"
        ),
    ),
    (
        HAMBURG,
        re.compile(
            r"\b(?:hamburg-mitte|altona|eimsbuettel|hamburg-nord|wandsbek|bergedorf|harburg)\b"
        ),
    ),
)


def named_city(name: str) -> str | None:
    """Key of the city state a body names alone; None if it names none, two, or another Land too."""
    flat = flatten(name)
    found = [key for key, words in _NAMED if words.search(flat)]
    return found[0] if len(found) == 1 and not _OTHER_LAND.search(flat) else None


def city_of_office(name: str) -> str | None:
    """Key of the city state whose office this is by its word alone, such as Senatsverwaltung."""
    flat = flatten(name)
    if _DISTRICT_OFFICE.search(flat):
        # Hamburg first: Hamburg-Mitte holds the name of Berlin's Mitte.
        return next((key for key, words in reversed(_DISTRICTS) if words.search(flat)), None)
    if _OWN_DISTRICT.search(flat):
        return BERLIN
    return next((key for key, words in _OFFICES if words.search(flat)), None)
