# SPDX-License-Identifier: EUPL-1.2
"""Berlin, Hamburg and Bremen: state body and Kommune are one, so their bodies resolve to the city.

Offices and districts that only one of the three has tell it without its name; they stand in
``vocab/kommunen/``.
"""

import re

from app.normalise.words import flatten
from app.vocabulary.municipal import Municipal, find_phrase, find_phrases, words_of

BERLIN, HAMBURG, BREMEN = "11000000", "02000000", "04011000"
KEYS = frozenset({BERLIN, HAMBURG, BREMEN})
# Every Land whose name may stand in a body's name, so that one of two Länder is told from one
# alone.
_NAMED = (
    (BERLIN, re.compile(r"\bberlin(?:er|s)?\b(?!-)")),
    (HAMBURG, re.compile(r"\bhamburg(?:er|s|ische[rnsm]?)?\b(?!-(?!harburg|mitte|nord|altona))")),
    (BREMEN, re.compile(r"\b(?:bremen|bremer|bremens|bremische[rnsm]?)\b(?!-(?!nord|mitte))")),
)
_OTHER_LAND = re.compile(
    r"schleswig|holstein|niedersachsen|nordrhein|westfalen|hessen|rheinland|pfalz|wuerttemberg|bayern"
    r"|saarland|brandenburg|mecklenburg|vorpommern|sachsen|thueringen"
)
_DISTRICT_OFFICE = re.compile(
    r"\bbez?irks?amt\b|\bortsamt\b|\bbezirksaemter\b|^ba\b|\bbezirksverordneten|^bezirk\b|\bbvv\b"
)
_AMT = re.compile(r"\w{3}amt\b|\bamt\b")
# Short names of Berlin's Senatsverwaltungen, such as SenUVK.
_SHORT_SENAT = re.compile(r"Sen[A-Z]\w+")
_PARTS = re.compile(r"\s+-+\s+|[,;:|\n]|\\n")


def named_city(name: str) -> str | None:
    """Key of the city state a body names alone; None if it names none, two, or another Land too.

    A first or last part that is such a city alone decides for the other parts that name it too.
    """
    flat = flatten(name)
    found = _cities(flat)
    if len(found) != 1:
        return None
    if not _OTHER_LAND.search(flat):
        return found[0]
    parts = [part.strip() for part in _PARTS.split(flat)]
    if len(parts) > 1 and any(_is_city_alone(part, found[0]) for part in (parts[0], parts[-1])):
        return found[0]
    return None


def city_of_office(municipal: Municipal, name: str) -> str | None:
    """Key of the city whose office this is by its word or its district alone."""
    if _SHORT_SENAT.fullmatch(name.strip()):
        return BERLIN
    flat, words = flatten(name), words_of(name)
    if _DISTRICT_OFFICE.search(flat):
        district = find_phrase(municipal.districts, words)
        return district.kommune if district else None
    if _AMT.search(flat):
        district = find_phrase(municipal.districts, words)
        if district and district.kind == "bezirk" and district.told_by != "office":
            return district.kommune
    for start, office in find_phrases(municipal.offices, words):
        if office.stands == "any" or start == 0:
            return office.kommune
    return None


def city_of_district(municipal: Municipal, name: str) -> str | None:
    """Key of the city that alone has a district of this name, wherever it stands in the name."""
    district = find_phrase(municipal.districts, words_of(name))
    return district.kommune if district and district.told_by == "word" else None


def _cities(flat: str) -> list[str]:
    return [key for key, words in _NAMED if words.search(flat)]


def _is_city_alone(part: str, key: str) -> bool:
    """Whether a part is no more than the city's name, maybe with a portal's (``Transparenzportal
    Hamburg``)."""
    return len(part.split()) <= 2 and _cities(part) == [key]
