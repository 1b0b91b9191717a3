# SPDX-License-Identifier: EUPL-1.2
"""Series: what the portal links, and yearly slices of one title that form one Zeitreihe.

A Zeitreihe is a guess from titles, so it is only made where the title held a time part; the key has
no meaning beyond being equal for the slices.
"""

import re

from app.model import Series
from app.model.identity import dataset_id
from app.normalise.words import flatten
from harvesters.base.record import Record, first

_MONTH = (
    r"(?:jan(?:uar|uary)?|jaenner|feb(?:ruar|ruary)?|maerz|mrz|mar(?:ch)?|apr(?:il)?|mai|may|juni?|june|juli?"
    r"|july|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dez(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_TO = r"\s*(?:-|/|bis|und|to)\s*"
_DAY = (
    rf"(?:\d{{1,2}}\.\s?\d{{1,2}}\.\s?{_YEAR}|{_YEAR}-\d\d-\d\d|\d{{1,2}}\.\s?{_MONTH}\s?{_YEAR})"
)
_PART = (
    rf"(?:(?:{_MONTH}{_TO})?{_MONTH}\s?{_YEAR}"
    rf"|(?:[1-4]\.?|i{{1,3}}\.?|iv\.?)\s?(?:quartal|halbjahr)\s?{_YEAR}|{_YEAR}\s?-?\s?q[1-4]|q[1-4]\s?[-/]?\s?{_YEAR}"
    rf"|(?:kw|woche)\s?\d{{1,2}}\s?[-/]?\s?{_YEAR}"
    rf"|{_DAY}|\d{{1,2}}/{_YEAR}|{_YEAR}/\d\d(?!\d)|{_YEAR})"
)
_FRAME = (
    r"(?:(?:stand|stichtag|jahr(?:e[sn]?)?|schuljahr(?:e[sn]?)?|berichtsjahr|haushaltsjahr(?:es)?"
    r"|kalenderjahr(?:es)?|kindergartenjahr|wintersemester|sommersemester|ws|ss|zum|am|vom|im|ab|seit"
    r"|fuer|von|bis|in|der|des|das|die)(?: ?[:.])? ?){0,6}"
)
# A number behind these words is a name, not a year: Bebauungsplan Nr. 1950 is not a slice.
_NAMED = r"(?<!nr\. )(?<!nr\.)(?<!nr )(?<!nummer )(?<!no\. )(?<!epsg:)(?<!epsg )(?<!din )(?<!iso )"
_TIME = re.compile(
    rf"{_NAMED}(?<![\w.,:]){_FRAME}{_PART}(?:{_TO}{_PART})*(?:\s?ff\.?)?(?![\w]|[.,]\d)"
)
_LETTERS = re.compile(r"[a-z]")
_REST = re.compile(r"[^a-z0-9]+")
_MIN_LETTERS = 4
_LONGEST = 1_000


def read_series(record: Record, title: str | None, owner: str) -> Series:
    """The series as linked and the holding. owner: publisher key, else name, else portal."""
    explicit = first(record.in_series) or first(record.version_of)
    return Series(explicit, None if title is None else holding(title, owner))


def holding(title: str, owner: str) -> str | None:
    """One key for all slices of a title; None where the title holds no year, month or date."""
    flat = flatten(title[:_LONGEST]).replace("_", " ")
    rest = _TIME.sub(" ", flat)
    if rest == flat or len(_LETTERS.findall(rest)) < _MIN_LETTERS:
        return None
    return dataset_id(owner, _REST.sub(" ", rest).strip())
