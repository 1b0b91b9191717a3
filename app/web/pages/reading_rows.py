# SPDX-License-Identifier: EUPL-1.2
"""A dataset as rows of "said" and "understood", with names instead of keys."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from app.model import Dataset, Distribution, Finding, Reading, StandardUse
from app.model.findings import CODES
from app.normalise.licence import is_filled_in
from app.web.formatting import day, moment
from app.web.pages.names import Name, Names
from app.web.pages.said import Words

LONGEST = 500
MOST = 50
PAGES = {
    "publisher": "/kommune/",
    "licence": "/lizenz/",
    "musterdatensatz": "/musterdatensatz/",
}


class Row(NamedTuple):
    """One property.

    status: of a Reading, ``default`` where the portal fills in what nobody declared; of plain
    values exact, derived (from other things said), unknown (said and not read) or missing.
    path: of the page about what was understood, "" without one.
    """

    code: str
    said: tuple[str, ...]
    understood: tuple[str, ...]
    status: str
    candidates: tuple[str, ...] = ()
    path: str = ""


class File(NamedTuple):
    """A distribution and its rows. format: its name, "" where it was not understood."""

    distribution: Distribution
    rows: tuple[Row, ...]
    format: str


class Hint(NamedTuple):
    """A finding with its gravity."""

    finding: Finding
    severity: str


def dataset_rows(dataset: Dataset, words: Words, names: Names) -> tuple[Row, ...]:
    """The properties of the dataset itself; words: what the portal said, where that can be told."""
    body = dataset.publisher
    return (
        _reading("publisher", body.key, names.kommune, (body.name,) if body.name else ()),
        _reading("licence", dataset.licence, names.licence),
        _reading("musterdatensatz", dataset.musterdatensatz, names.musterdatensatz),
        _reading("thema", dataset.thema, names.thema),
        _plain("themes", _of(words, "theme"), map(names.theme, dataset.themes)),
        _derived("inspire", map(names.inspire, dataset.inspire_themes)),
        _plain("hvd", _of(words, "hvdCategory"), map(names.hvd, dataset.hvd_categories)),
        *_dates(dataset, words),
        *_terms(dataset, words, names),
    )


def _dates(dataset: Dataset, words: Words) -> tuple[Row, ...]:
    changed = (_instant(dataset.modified),) if dataset.modified else ()
    return (
        _derived("data_as_of", _days(dataset.data_as_of)),
        _plain("modified", _of(words, "modified"), changed),
        _plain("issued", _of(words, "issued"), _days(dataset.issued)),
    )


def _terms(dataset: Dataset, words: Words, names: Names) -> tuple[Row, ...]:
    rhythm, rights = _of(words, "accrualPeriodicity"), _of(words, "accessRights")
    kept = _of(words, "availability", "plannedAvailability")
    return (
        _plain("frequency", rhythm, _named(names.frequency, dataset.frequency)),
        _plain("access_rights", rights, _named(names.access_rights, dataset.access_rights)),
        _plain("availability", kept, _named(names.availability, dataset.availability)),
    )


def file_rows(dataset: Dataset, names: Names) -> tuple[File, ...]:
    """Every distribution with its readings."""
    return tuple(
        File(
            part,
            (
                _reading("format", part.format, names.format),
                _reading("media_type", part.media_type, str),
                _reading("licence", part.licence, names.licence),
                _standards(part.standards, names),
            ),
            names.format(part.format.value) if part.format.value else "",
        )
        for part in dataset.distributions
    )


def hints(findings: Iterable[Finding]) -> tuple[Hint, ...]:
    """Findings, the gravest first."""
    order = ("error", "warning", "note")
    found = (Hint(finding, CODES.get(finding.code, "note")) for finding in findings)
    return tuple(sorted(found, key=lambda hint: (order.index(hint.severity), hint.finding.code)))


def _reading(code: str, reading: Reading, name: Name, said: tuple[str, ...] = ()) -> Row:
    words = _shown(said or ((reading.raw,) if reading.raw else ()))
    meant = (name(reading.value),) if reading.value else ()
    status = "default" if is_filled_in(reading) else reading.status
    return Row(
        code, words, meant, status, tuple(map(name, reading.candidates)), _path(code, reading, name)
    )


def _path(code: str, reading: Reading, name: Name) -> str:
    """Where the value has a page of its own; keys that the vocabulary does not know have none."""
    known = reading.value and name(reading.value) != reading.value
    return f"{PAGES[code]}{reading.value}" if known and code in PAGES else ""


def _plain(code: str, said: tuple[str, ...], understood: Iterable[str]) -> Row:
    meant = tuple(understood)
    return Row(code, _shown(said), meant, "exact" if meant else "unknown" if said else "missing")


def _shown(said: tuple[str, ...]) -> tuple[str, ...]:
    """What the portal said, as much of it as a page can hold."""
    shown = tuple(value if len(value) <= LONGEST else f"{value[:LONGEST]}…" for value in said)
    return shown if len(shown) <= MOST else (*shown[:MOST], "…")


def _derived(code: str, understood: Iterable[str]) -> Row:
    meant = tuple(understood)
    return Row(code, (), meant, "derived" if meant else "missing")


def _standards(uses: tuple[StandardUse, ...], names: Names) -> Row:
    """Standards in use: what was inferred from the format was not said by the portal."""
    said = tuple(use.raw for use in uses if use.evidence == "declared")
    meant = tuple(names.standard(use.key) for use in uses if use.key)
    if meant and all(use.evidence == "inferred" for use in uses):
        return _derived("standards", dict.fromkeys(meant))
    return _plain("standards", said, dict.fromkeys(meant))


def _named(name: Name, key: str | None) -> tuple[str, ...]:
    return (name(key),) if key else ()


def _days(value: date | None) -> tuple[str, ...]:
    return (day(value),) if value else ()


def _instant(value: datetime) -> str:
    """Day and time; only the day for midnight UTC, which is how a date without a time is kept."""
    at = value.astimezone(UTC)
    return day(at.date()) if at.time() == time.min else moment(value)


def _of(words: Words, *predicates: str) -> tuple[str, ...]:
    return tuple(value for name in predicates for value in words.get(name, ()))
